#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aiguillage/follow.h"
#include "cli/options.h"

namespace aiguillage::cli {

/// What files of events teach, in their order, and what the last event changed on the path; nullopt once the errors are
/// on stderr. Warnings are told.
[[nodiscard]] std::optional<followed_path> follow_events(const session& in, const pack& rules,
                                                         const territory& land, const situation& person,
                                                         const std::vector<std::string>& files,
                                                         const std::string& today);

}  // namespace aiguillage::cli
