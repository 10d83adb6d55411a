#pragma once

#include <string>
#include <vector>

#include "aiguillage/judge.h"
#include "aiguillage/report/text.h"

/// What a run of cases gave. `baselines` is empty when they were not asked for.
#pragma GCC visibility push(default)
namespace aiguillage {

/// {"format", "cases": [{"case", "file", "passed", "checks", …}], "passed", "failed"}
[[nodiscard]] std::string verdicts_json(const std::vector<case_verdict>& all,
                                        const std::vector<baseline_tally>& baselines);

/// A line per case with the checks that failed, then the recall of questions, the baselines and the count.
[[nodiscard]] std::string verdicts_text(const std::vector<case_verdict>& all,
                                        const std::vector<baseline_tally>& baselines,
                                        const text_style& style);

/// How many cases failed.
[[nodiscard]] int failed_cases(const std::vector<case_verdict>& all);

}  // namespace aiguillage
#pragma GCC visibility pop
