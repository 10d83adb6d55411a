#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aiguillage/explain/why_not.h"
#include "cli/options.h"

namespace aiguillage::cli {

/// The actors that `--why-not` names; nullopt once an unknown one is said on stderr.
[[nodiscard]] std::optional<std::vector<asked_actor>> asked_for(const session& in, const pack& rules,
                                                                const territory& land,
                                                                const std::vector<std::string>& names);

}  // namespace aiguillage::cli
