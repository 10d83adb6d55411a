#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aiguillage/diagnostic.h"
#include "aiguillage/pack.h"
#include "aiguillage/situation.h"
#include "aiguillage/territory.h"

/// A territory as one file that opens at once: columns for what a search of places looks at, records for the rest. It holds
/// for the machines and the packs whose order of bytes and whose names it was made with; another is refused.
#pragma GCC visibility push(default)
namespace aiguillage {

/// A file that a snapshot was made of, and the hash of its bytes (XXH3, 64 bits).
struct snapshot_source {
  std::string inside;  // its path in the folder of the territory
  std::uint64_t hash = 0;
};

/// The name of the snapshot in the folder of its territory.
inline constexpr const char* snapshot_file = "territory.snapshot";

/// How many parts a snapshot is made of.
inline constexpr std::size_t snapshot_parts = 15;

/// A snapshot that was read: its frame is checked, its records are when they are taken out.
struct snapshot {
  std::string name;                                                       // as diagnostics call it
  std::string bytes;                                                      // of the whole file
  std::array<std::pair<std::size_t, std::size_t>, snapshot_parts> parts;  // first byte and size of each
  std::vector<snapshot_source> made_of;
  std::size_t actors = 0;
  std::size_t sites = 0;
};

/// The same bytes for the same territory; "" when a part of it takes more than 4 GB.
[[nodiscard]] std::string make_snapshot(const territory& land, const pack& rules,
                                        const std::vector<snapshot_source>& made_of = {});

/// Checks the frame of a snapshot: format, version, length, checksum, names of the pack, tables of offsets.
[[nodiscard]] std::optional<snapshot> read_snapshot(std::string bytes, const std::string& name,
                                                    const pack& rules, diagnostics& out);

/// The same of a file.
[[nodiscard]] std::optional<snapshot> open_snapshot(const std::string& path, const pack& rules,
                                                    diagnostics& out);

/// The territory that it was made of; nullopt, with an error, when a record is damaged.
[[nodiscard]] std::optional<territory> whole(const snapshot& of, const pack& rules, diagnostics& out);

/// What of it matters to one person: its plans, what is unmet and why are those of the whole. The whole when the home is not
/// known, or when something happened on the way already (its actors are known by their place in the whole).
[[nodiscard]] std::optional<territory> around(const snapshot& of, const pack& rules, const situation& person,
                                              diagnostics& out);

/// The files of the folder of a territory as they are now; nullopt when one cannot be read.
[[nodiscard]] std::optional<std::vector<snapshot_source>> sources_in(const std::string& folder);

/// True when they are those that the snapshot was made of.
[[nodiscard]] bool is_current(const snapshot& of, const std::string& folder);

}  // namespace aiguillage
#pragma GCC visibility pop
