#include "referral/nearby.h"

#include <gtest/gtest.h>

#include "aiguillage/qualify.h"
#include "aiguillage/report/text.h"
#include "france.h"
#include "network/world.h"
#include "snapshot/world.h"

namespace aiguillage {
namespace {

/// How many actors were looked at, of how many, and for how many people fewer than all.
struct looked {
  std::size_t near = 0;
  std::size_t all = 0;
  int smaller = 0;
  int widened = 0;
};

/// What is looked at for random people of random countries makes the network of the whole.
void compare(dice& with, bool rare, int lands, int people, looked& seen) {
  for (int i = 0; i < lands; ++i) {
    const territory land = snapshot_tests::random_country(with, 400, rare);
    const detail::catchment_index index = detail::index_catchments(france(), land);
    for (int j = 0; j < people; ++j) {
      const situation person = snapshot_tests::random_resident(with);
      const detail::catchment near = detail::catchment_of(index, france(), land, person);
      if (near.actors.empty()) continue;
      const qualification found = qualify(france(), person);
      const auto out = detail::with_those_who_go_out(
          index, near, detail::view_of(france(), land, person, found, near.actors));
      const auto wide = detail::widened(index, out, france(), land, person, found);
      for (const bool along : {false, true})
        ASSERT_EQ(snapshot_tests::network_of(land, person, along, wide),
                  snapshot_tests::network_of(land, person, along))
            << "land " << i << " person " << j;
      seen.near += wide.size();
      seen.all += land.actors.size();
      if (wide.size() < land.actors.size()) ++seen.smaller;
      if (wide.size() > out.size()) ++seen.widened;
    }
  }
}

TEST(Catchment, MakesTheNetworkOfTheWhole) {
  dice with{15};
  looked seen;
  compare(with, false, 12, 8, seen);
  EXPECT_GT(seen.smaller, 50);
  EXPECT_LT(seen.near * 10, seen.all * 9);
}

TEST(Catchment, MakesTheNetworkOfTheWholeWhereNobodyIsNear) {
  dice with{16};
  looked seen;
  compare(with, true, 12, 8, seen);
  EXPECT_GT(seen.smaller, 30);
  EXPECT_GT(seen.widened, 10);
}

TEST(Catchment, LooksAtTheHomeOnly) {
  dice with{17};
  const territory land = snapshot_tests::random_country(with, 400, false);
  const detail::catchment_index index = detail::index_catchments(france(), land);
  for (int i = 0; i < 20; ++i) {
    const situation person = snapshot_tests::random_resident(with);
    situation bare;
    bare.home = person.home;
    bare.home_commune = person.home_commune;
    EXPECT_EQ(detail::catchment_of(index, france(), land, bare).actors,
              detail::catchment_of(index, france(), land, person).actors);
  }
}

TEST(Nearby, PlansAreThoseOfTheWhole) {
  dice with{18};
  const auto words_of = [](const territory& land, const situation& person, const qualification& found,
                           const referral& made) {
    return referral_text(france(), land, person, found, made, {language::en, false});
  };
  for (int i = 0; i < 12; ++i) {
    const territory land = snapshot_tests::random_country(with, 160, i % 4 == 3);
    const detail::catchment_index index = detail::index_catchments(france(), land);
    const situation person =
        network_tests::reader_of_a_letter(i % 3 == 0   ? ""
                                          : i % 3 == 1 ? "  travel_means: [public_transport]\n"
                                                       : "  can_travel: limited\n");
    const qualification found = qualify(france(), person);
    const detail::catchment near = detail::catchment_of(index, france(), land, person);
    const referral nearby = detail::refer_nearby(index, near, france(), land, person, found, 2);
    EXPECT_LT(near.actors.size(), land.actors.size());
    EXPECT_EQ(words_of(land, person, found, nearby),
              words_of(land, person, found, refer(france(), land, person, found, 2)));
  }
}

}  // namespace
}  // namespace aiguillage
