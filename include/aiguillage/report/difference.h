#pragma once

#include <string>
#include <vector>

#include "aiguillage/report/text.h"
#include "aiguillage/trial/difference.h"

#pragma GCC visibility push(default)
namespace aiguillage {

/// {"format", "changes": [{"change", "rule", "file", "line"}], "people", "differences": [{"file", "before", "after",
/// "because"}]}; `people` counts all who were compared.
[[nodiscard]] std::string differences_json(const std::vector<rule_change>& changes,
                                           const std::vector<answer_difference>& all, std::size_t people);

/// The rules that are not the same, then whose answer changes, how, and by which of these rules.
[[nodiscard]] std::string differences_text(const std::vector<rule_change>& changes,
                                           const std::vector<answer_difference>& all, std::size_t people,
                                           const text_style& style);

}  // namespace aiguillage
#pragma GCC visibility pop
