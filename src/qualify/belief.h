#pragma once

#include <cstdint>
#include <vector>

#include "qualify/derive.h"

/// How many answers a condition is away from holding, or from failing.
namespace aiguillage::detail {

/// More answers than any condition asks for: it cannot be done.
inline constexpr int never = 1000;

/// One answer on the way: how many it takes with it, and how many of the possible answers lead there (thousandths).
struct step {
  fact_id which;
  int answers = 1;
  std::int64_t share = 1000;
};

/// The fewest answers that settle a condition; and, for each fact that is not known, the fewest with its answer among
/// them. What would defeat a condition counts as one answer more than the condition itself.
struct distance {
  int answers = 0;
  std::vector<step> with;
};

/// The way to make the condition hold (`wanted`) or fail.
[[nodiscard]] distance answers_needed(condition_id which, bool wanted, const condition_context& context);

/// Whether a known fact, or this one, speaks for some part of the condition.
[[nodiscard]] bool touched(condition_id which, const condition_context& context, fact_id by);

/// Adds the facts of which the condition tells at least half of the answer, those of `unless` apart.
void add_told(condition_id which, const condition_context& context, value_set& facts);

}  // namespace aiguillage::detail
