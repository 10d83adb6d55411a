#include <algorithm>

#include <gtest/gtest.h>

#include "aiguillage/load.h"
#include "aiguillage/population.h"
#include "aiguillage/qualify.h"
#include "aiguillage/referral.h"
#include "engine/steps.h"
#include "france.h"

namespace aiguillage {
namespace {

constexpr std::uint64_t most_people = 150;

struct town {
  territory land;
  population people;
};

const town& rennes() {
  static const town read = [] {
    diagnostics found;
    auto land = load_territory(AIGUILLAGE_SOURCE_DIR "/examples/territories/rennes", france(), found);
    auto people =
        load_population(AIGUILLAGE_SOURCE_DIR "/examples/scenarios/rennes/population.yaml", france(), found);
    EXPECT_TRUE(land && people);
    return town{land.value_or(territory{}), people.value_or(population{})};
  }();
  return read;
}

territory without(const territory& land, std::size_t gone) {
  std::vector<bool> kept(land.actors.size(), true);
  kept[gone] = false;
  return steps::keep_actors(land, kept);
}

/// How well a person is served: fewer needs left first, then the score of the plan.
struct served {
  std::size_t unmet = 0;
  std::int64_t score = 0;
  bool given_way = false;  // a strong rule, for want of anybody else
};

served served_in(const territory& land, const situation& person, const qualification& found) {
  const referral made = refer(france(), land, person, found, 1);
  return {made.unmet.size(), made.plans.empty() ? 0 : made.plans.front().cost.score,
          !made.overridden.empty()};
}

// With the waits as they are, closing a place lowers nobody's cost; read the other way, opening it raises nobody's. Where a
// strong rule gives way, more is allowed than before, for a need that nobody else can meet: then only needs are compared.
TEST(FixedTables, ClosingAPlaceServesNobodyBetter) {
  const people_frame frame = frame_of(rennes().people);
  std::size_t dearer = 0;
  for (std::uint64_t number = 0; number < most_people; ++number) {
    const synthetic_person who = draw_person(rennes().people, france(), frame, {7, 0, number});
    const qualification found = qualify(france(), who.facts);
    const referral made = refer(france(), rennes().land, who.facts, found, 1);
    if (made.plans.empty()) continue;
    const served before = served_in(rennes().land, who.facts, found);
    for (std::size_t i = 0; i < rennes().land.actors.size(); ++i) {
      const auto visited = [&](const referral_stop& stop) { return stop.who == actor_id(i); };
      const std::vector<referral_stop>& stops = made.plans.front().stops;
      const bool used = std::any_of(stops.begin(), stops.end(), visited);
      if (!used && i % most_people != number) continue;
      const served after = served_in(without(rennes().land, i), who.facts, found);
      const std::string said =
          "person " + std::to_string(number) + " without " + rennes().land.actors.items[i].id;
      EXPECT_GE(after.unmet, before.unmet) << said;
      if (before.given_way || after.given_way || after.unmet > before.unmet) continue;
      EXPECT_GE(after.score, before.score) << said;
      if (!used) {
        EXPECT_EQ(after.score, before.score) << said << ", where they never went";
      }
      if (after.score > before.score) ++dearer;
    }
  }
  EXPECT_GT(dearer, 30U);
}

}  // namespace
}  // namespace aiguillage
