#pragma once

#include <optional>
#include <string>

#include "aiguillage/territory.h"
#include "cli/options.h"

namespace aiguillage::cli {

/// --territory.
void add_territory(CLI::App& to, const session& in, std::string& folder);

/// How much of a territory a verb looks at: all of it, or what matters to the person as they are.
enum class land_part : std::uint8_t { all, around_person };

/// The territory of a folder, or the neutral one when there is none, without the actor types that the case says are
/// absent; nullopt once the errors are on stderr. A snapshot beside its files is taken while it is theirs.
[[nodiscard]] std::optional<territory> land_of(const session& in, const pack& rules,
                                               const std::string& folder, const situation_file& person,
                                               land_part wanted = land_part::all);

/// The whole territory of a folder, in the same way.
[[nodiscard]] std::optional<territory> whole_land(const session& in, const pack& rules,
                                                  const std::string& folder);

/// Writes the snapshot of a territory that was read from its folder; false once the reason is on stderr.
[[nodiscard]] bool write_snapshot(const session& in, const pack& rules, const std::string& folder,
                                  const territory& land);

}  // namespace aiguillage::cli
