#pragma once

#include <cstdint>

#include "aiguillage/population.h"

/// The only room that sees Random123.
namespace aiguillage {

/// What random numbers are for, besides the draws of a population, which count from 0.
inline constexpr std::uint32_t combination_draw = 0x3FFF;  // the area and the counted traits
inline constexpr std::uint32_t arrival_draw = 0x3FFE;      // the day of the week on which a person comes
inline constexpr std::uint32_t loss_draw = 0x3FFD;         // whether a person arrives; a part for each stop

inline constexpr std::uint32_t door_draw = 0x3FFC;  // where habit sends a person; a part for each door
inline constexpr std::uint32_t mode_draw = 0x3FFB;  // in which mode; the same
inline constexpr std::uint32_t home_draw = 0x3FFA;  // in which part of the area a person lives

/// 64 random bits for one purpose (`draw`, and `part` of it) of one person: always the same ones.
[[nodiscard]] std::uint64_t chance(const person_number& who, std::uint32_t draw, std::uint32_t part);

/// The upper half of a product.
[[nodiscard]] inline std::uint64_t high_product(std::uint64_t a, std::uint64_t b) {
  __extension__ using wide = unsigned __int128;
  return static_cast<std::uint64_t>((static_cast<wide>(a) * b) >> 64U);
}

/// A whole number from 0 to one less than `limit`, which is positive, from 64 random bits: each is as likely as any other to
/// limit / 2^64.
[[nodiscard]] inline std::int64_t below(std::int64_t limit, std::uint64_t bits) {
  return static_cast<std::int64_t>(high_product(static_cast<std::uint64_t>(limit), bits));
}

}  // namespace aiguillage
