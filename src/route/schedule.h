#pragma once

#include <optional>
#include <vector>

#include "aiguillage/route.h"

/// Inside routing: from stops to days.
namespace aiguillage::detail {

/// One visit before it has a day.
struct draft_stop {
  int door = 0;
  std::vector<const service*> serves;  // empty: a door that only brings about a state
  int handed_over_by = -1;             // a stop at the same site that hands over on the spot; -1: none
};

using draft = std::vector<draft_stop>;

/// Places every stop as early as the order allows; nullopt when an order cannot be kept.
[[nodiscard]] std::optional<plan> schedule(const network& world, const draft& stops);

/// The score that one visit adds, waiting and the weight of the needs apart, thousandths.
[[nodiscard]] std::int64_t visit_score(const network& world, const door& at, const passage& through);

}  // namespace aiguillage::detail
