#pragma once

#include <cstdint>

#include "aiguillage/situation.h"

namespace aiguillage {

/// Whole numbers that are the same for a seed with every compiler.
struct dice {
  std::uint64_t state = 1;
  /// 0 … sides - 1
  std::size_t roll(std::size_t sides);
};

/// A person of whom each fact is known with `percent` chances in a hundred.
[[nodiscard]] situation random_person(const pack& rules, dice& with, std::size_t percent);

/// An answer to one fact; numbers are small ones, now and then the bounds that rules look at.
[[nodiscard]] fact_value random_answer(const fact& of, dice& with);

}  // namespace aiguillage
