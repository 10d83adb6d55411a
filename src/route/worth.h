#pragma once

#include <vector>

#include "route/search.h"

/// Inside routing: of many doors, those that the best plan may go through.
namespace aiguillage::detail {

/// What is left of a network for one search.
struct shortlist {
  std::vector<bool> closed;   // by door
  std::optional<plan> start;  // a plan of few doors, if one was looked for and found
};

/// Every door but those that the filter closes.
[[nodiscard]] shortlist doors_left(const network& world, const door_filter& filter);

/// Closes every door of which any plan costs more than a plan that few doors already give. The bound of a door is the
/// cost of the best sharing of the needs in which it serves one, when every order is forgotten and each other door is
/// as good as the best of its kind in each respect.
void drop_the_dearer(const network& world, const door_filter& filter, int most, shortlist& left);

}  // namespace aiguillage::detail
