#include "aiguillage/scenario.h"

namespace aiguillage {

std::optional<int> help_minutes_a_day(const scenario& of, const actor& who) {
  std::optional<int> by_type;
  for (const capacity& one : of.capacities) {
    if (!one.actor.empty() && one.actor == who.id) return one.minutes_a_day;
    if (one.actor.empty() && one.type == who.type) by_type = one.minutes_a_day;
  }
  return by_type;
}

}  // namespace aiguillage
