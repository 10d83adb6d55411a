#pragma once

#include <optional>
#include <string>

#include "aiguillage/territory.h"
#include "cli/options.h"

namespace aiguillage::cli {

/// --territory.
void add_territory(CLI::App& to, const session& in, std::string& folder);

/// The territory of a folder, or the neutral one when there is none, without the actor types that the case says are
/// absent; nullopt once the errors are on stderr.
[[nodiscard]] std::optional<territory> land_of(const session& in, const pack& rules,
                                               const std::string& folder, const situation_file& person);

}  // namespace aiguillage::cli
