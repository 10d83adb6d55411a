#pragma once

#include "aiguillage/population.h"

namespace aiguillage {

/// Whether the people of a combination are all of this; the tests are on counted traits.
[[nodiscard]] bool holds_for(const population& of, const draw_guard& guard, std::size_t combination);

/// Whether a person, as far as they are drawn, is all of this.
[[nodiscard]] bool holds_for(const synthetic_person& who, const draw_guard& guard);

}  // namespace aiguillage
