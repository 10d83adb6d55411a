#pragma once

#include <cstdint>
#include <vector>

#include "aiguillage/pack.h"

/// Exact answers about conditions. Facts have few values that a condition can tell apart; all their combinations are
/// looked at, those that cannot matter together.
namespace aiguillage::lint {

/// A set of truth values, one bit each.
using truths = std::uint8_t;
inline constexpr truths is_no = 1;
inline constexpr truths is_unknown = 2;
inline constexpr truths is_yes = 4;
inline constexpr truths not_yes = is_no | is_unknown;

/// A right and the operator that decides it, either of which may be unknown.
struct procedure {
  right_id right;
  actor_type_id decided_by;
};

/// What a condition may meet besides the facts.
struct surroundings {
  std::vector<procedure> procedures = std::vector<procedure>(1);
  actor_type_id acting;
  std::vector<urgency_id> urgencies = std::vector<urgency_id>(1);
  value_set needs;  // that may be certain, in any combination
};

/// A condition, and the truth values wanted of it.
struct demand {
  condition_id which;
  truths wanted = is_yes;
};

enum class answer : std::uint8_t { no, yes, too_large };

/// Most steps of one search; beyond, the answer is `too_large`.
inline constexpr int most_steps = 200000;

/// Whether some situation meets every demand at once. A condition that is not known is always true.
[[nodiscard]] answer satisfiable(const pack& rules, const surroundings& around,
                                 const std::vector<demand>& all, int steps = most_steps);

/// Whether `strong` is never truer than `weak`, unknown lying between no and yes.
[[nodiscard]] answer never_truer(const pack& rules, const surroundings& around, condition_id strong,
                                 condition_id weak);

/// Whether one of `weak` is true whenever `strong` is.
[[nodiscard]] answer implies(const pack& rules, const surroundings& around, condition_id strong,
                             const std::vector<condition_id>& weak);

}  // namespace aiguillage::lint
