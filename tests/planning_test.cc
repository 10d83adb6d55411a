#include "aiguillage/planning.h"

#include <gtest/gtest.h>

#include "aiguillage/load.h"
#include "france.h"

namespace aiguillage {
namespace {

/// Three villages on a meridian, 10 km apart; a France services office in the first.
const territory& land() {
  static const territory made = [] {
    territory all;
    all.id = "line";
    for (int i = 0; i < 3; ++i) {
      site one;
      one.id = "site_" + std::to_string(i);
      one.commune = "3500" + std::to_string(i + 1);
      one.where = point{48.0 + 0.09 * i, -1.7};
      all.sites.add(one);
    }
    all.travel.detour_thousandths = 1000;
    actor office;
    office.id = "office";
    office.type = find_named(france().actor_types, "france_services");
    office.at = site_id(std::size_t{0});
    all.actors.add(office);
    return all;
  }();
  return made;
}

/// Half of the people in the second village, a quarter in each of the others.
const population& people() {
  static const population read = [] {
    diagnostics found;
    auto parsed = parse_population(R"(population: line
title: {fr: "Trois villages", en: "Three villages"}
traits:
  - {id: kind, values: [claims, asks_nothing], sources: [assumed]}
areas:
  - area: all
    people: 1000
    homes: [{commune: "35001", people: 1}, {commune: "35002", people: 2}, {commune: "35003", people: 1}]
    margins: {kind: {claims: 4, asks_nothing: 1}}
    sources: [assumed]
draws:
  - {fact: request, one_of: [{when: {kind: claims}, shares: {first_claim_of_right: 1}}, {shares: {unknown: 1}}], sources: [assumed]}
  - {fact: request_right, one_of: [{when: {kind: claims}, shares: {rsa: 1}}], sources: [assumed]}
)",
                                   "line.yaml", france(), found);
    for (const diagnostic& one : found) ADD_FAILURE() << to_string(one, language::en);
    return parsed.value_or(population{});
  }();
  return read;
}

siting_plan plan(std::size_t add, siting_goal goal, std::int64_t within = 5000,
                 const char* type = "france_services") {
  scenario told;
  told.arrivals_a_week = 400;
  return site_places(france(), land(), people(), told,
                     {find_named(france().actor_types, type), add, within, goal});
}

TEST(planning, the_next_office_stands_where_most_people_have_none) {
  for (const siting_goal goal : {siting_goal::cover, siting_goal::distance}) {
    const siting_plan made = plan(1, goal);
    EXPECT_EQ(made.existing, 1U);
    ASSERT_EQ(made.demand.size(), 3U);
    EXPECT_GT(made.people, 280);
    EXPECT_LT(made.people, 360) << "four of five have a need";
    ASSERT_EQ(made.places.size(), 1U);
    const siting_demand& chosen = made.demand[made.places.front().demand];
    EXPECT_EQ(chosen.commune, "35002");
    EXPECT_EQ(made.places.front().newly_within, chosen.people);
    EXPECT_EQ(made.within_after, made.within_before + chosen.people);
    EXPECT_LT(made.metres_after, made.metres_before);
    EXPECT_EQ(made.gap, 0);
  }
}

TEST(planning, more_offices_than_points_are_not_invented) {
  const siting_plan made = plan(9, siting_goal::cover);
  EXPECT_EQ(made.within_after, made.people);
  EXPECT_LE(made.places.size(), 3U);
  EXPECT_EQ(made.metres_after, 0);
}

TEST(planning, within_a_long_reach_everybody_has_an_office_already) {
  const siting_plan made = plan(1, siting_goal::cover, 30000);
  EXPECT_EQ(made.within_before, made.people);
  EXPECT_EQ(made.within_after, made.people);
  EXPECT_EQ(made.places.front().newly_within, 0);
}

TEST(planning, nobody_is_counted_whom_such_a_place_could_not_help) {
  EXPECT_EQ(plan(1, siting_goal::cover, 5000, "fines_agency").people, 0);
  EXPECT_TRUE(plan(1, siting_goal::cover, 5000, "fines_agency").places.empty());
}

}  // namespace
}  // namespace aiguillage
