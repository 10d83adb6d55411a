#include "population/guard.h"

#include <algorithm>

namespace aiguillage {

bool holds_for(const population& of, const draw_guard& guard, std::size_t combination) {
  return std::all_of(guard.begin(), guard.end(), [&](const draw_test& test) {
    return test.any_of.test(combination_value(of, combination, test.trait));
  });
}

bool holds_for(const synthetic_person& who, const draw_guard& guard) {
  return std::all_of(guard.begin(), guard.end(), [&](const draw_test& test) {
    if (test.trait.known()) return test.any_of.test(who.traits[test.trait]);
    return (who.facts.facts[test.fact].values & test.any_of).any();
  });
}

}  // namespace aiguillage
