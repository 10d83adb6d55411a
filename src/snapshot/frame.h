#pragma once

#include <cstdint>
#include <string_view>

#include "aiguillage/snapshot.h"
#include "snapshot/bytes.h"

/// The frame of the file: a head of fixed width, then parts one after another.
namespace aiguillage::snapshots {

inline constexpr std::string_view magic = "AIGSNAP\n";
inline constexpr std::uint32_t format_version = 1;
inline constexpr std::uint32_t byte_order = 0x01020304;

/// Head: magic, version, byte order, length of the file, XXH3 of all that follows it; then the hash of the names of the pack,
/// and the size of each part.
inline constexpr std::size_t version_at = 8;
inline constexpr std::size_t byte_order_at = 12;
inline constexpr std::size_t length_at = 16;
inline constexpr std::size_t checksum_at = 24;
inline constexpr std::size_t names_at = 32;
inline constexpr std::size_t sizes_at = 40;
inline constexpr std::size_t head_size = sizes_at + snapshot_parts * 8;

/// Offsets: 32 bits each, one more than there are records, ascending from 0 to the size of the part after it.
enum class part : std::uint8_t {
  sources,        // record
  top,            // record
  communes,       // record
  measured,       // records one after another, by means
  text_offsets,   //
  texts,          //
  site_offsets,   //
  sites,          // records
  actor_offsets,  //
  actors,         // records
  group_offsets,  //
  groups,         // records
  actor_columns,  // by actor: site + 1 (0: none), group; 32 bits each
  site_points,    // by site: latitude, longitude; 1e-7 degrees, 32 bits each; no_point: not known
  site_communes   // by site: the text of its commune; 32 bits
};
static_assert(static_cast<std::size_t>(part::site_communes) + 1 == snapshot_parts);

inline constexpr std::int32_t no_point = INT32_MIN;
inline constexpr double degree_steps = 1e7;

[[nodiscard]] inline std::string_view bytes_of(const snapshot& from, part which) {
  const auto& [at, size] = from.parts[static_cast<std::size_t>(which)];
  return std::string_view(from.bytes).substr(at, size);
}

/// A record or a text, by the table of offsets before it.
[[nodiscard]] inline std::string_view item_of(const snapshot& from, part offsets, part items,
                                              std::size_t index) {
  const std::string_view table = bytes_of(from, offsets);
  const auto begin = number_at<std::uint32_t>(table, index * 4);
  return bytes_of(from, items).substr(begin, number_at<std::uint32_t>(table, index * 4 + 4) - begin);
}

/// A column of 32 bits each, `width` of them for each row.
template <class Number>
[[nodiscard]] Number cell_of(const snapshot& from, part column, std::size_t row, std::size_t width = 1,
                             std::size_t which = 0) {
  static_assert(sizeof(Number) == 4);
  return number_at<Number>(bytes_of(from, column), (row * width + which) * 4);
}

[[nodiscard]] inline std::string_view text_of(const snapshot& from, std::size_t which) {
  return item_of(from, part::text_offsets, part::texts, which);
}

[[nodiscard]] inline std::size_t count_of(const snapshot& from, part offsets) {
  return bytes_of(from, offsets).size() / 4 - 1;
}

/// The names that ids in a snapshot stand for: types of actors, needs, levels, publics, modes, in their order.
[[nodiscard]] std::uint64_t names_of(const pack& rules);

}  // namespace aiguillage::snapshots
