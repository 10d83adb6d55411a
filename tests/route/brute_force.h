#pragma once

#include <vector>

#include "aiguillage/route.h"

namespace aiguillage {

/// What best_plans must return, found by trying every plan; affordable up to about 8 doors and 6 needs.
/// It shares no code with the search: its own costs, its own order of plans.
[[nodiscard]] std::vector<plan> brute_force_plans(const network& world, int count);

}  // namespace aiguillage
