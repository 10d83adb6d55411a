#include <gtest/gtest.h>

#include "aiguillage/load.h"
#include "aiguillage/simulation/run.h"
#include "france.h"
#include "simulation/catchments.h"
#include "snapshot/world.h"

namespace aiguillage {
namespace {

/// Residents of the communes of a random country, who ask for all kinds of help.
population residents() {
  diagnostics found;
  auto read = parse_population(R"(population: country
title: {fr: "Un pays", en: "A country"}
traits:
  - {id: diploma, values: [none, some], sources: [assumed]}
areas:
  - {area: a, commune: "35238", people: 300, margins: {diploma: {none: 1, some: 3}}, sources: [assumed]}
  - {area: b, commune: "35001", people: 300, margins: {diploma: {none: 1, some: 1}}, sources: [assumed]}
  - {area: c, commune: "22278", people: 300, margins: {diploma: {none: 1, some: 1}}, sources: [assumed]}
  - {area: d, commune: "97411", people: 100, margins: {diploma: {none: 1, some: 1}}, sources: [assumed]}
draws:
  - fact: request
    one_of: [{shares: {print_document: 2, first_claim_of_right: 4, food_help: 1, account_locked: 3, unknown: 1}}]
    sources: [assumed]
  - {fact: request_right, one_of: [{when: {request: first_claim_of_right}, shares: {rsa: 1, apl: 1, c2s: 1}}], sources: [assumed]}
  - {fact: digital_autonomy, one_of: [{when: {diploma: none}, shares: {fully_assisted: 1}}, {shares: {autonomous: 1, partly_autonomous: 1}}], sources: [assumed]}
  - {fact: can_travel, one_of: [{when: {diploma: none}, shares: {limited: 1, no_travel: 1}}, {shares: {unknown: 1}}], sources: [assumed]}
)",
                               "country.yaml", france(), found);
  for (const diagnostic& one : found) ADD_FAILURE() << to_string(one, language::en);
  return read.value_or(population{});
}

scenario one_week() {
  scenario told;
  told.id = "country";
  told.arrivals_a_week = 120;
  told.weeks = 1;
  told.waiting_steps = {0, 2, 5, 10, 20};
  for (std::size_t i = 0; i < france().actor_types.size(); ++i)
    told.capacities.push_back({actor_type_id(i), "", 60, {"assumed"}});
  return told;
}

/// Backwards, as threads might.
void backwards(std::size_t count, const std::function<void(std::size_t)>& each) {
  for (std::size_t i = count; i > 0; --i) each(i - 1);
}

TEST(LargeTerritory, IsSimulatedAlikeInAnyOrder) {
  dice with{21};
  for (const bool rare : {false, true}) {
    const territory land = snapshot_tests::random_country(with, detail::looked_at_whole, rare);
    const population people = residents();
    const replication once = simulate(france(), land, people, one_week(), 0);
    const replication again = simulate(france(), land, people, one_week(), 0, backwards);
    EXPECT_EQ(once.persons, again.persons);
    EXPECT_EQ(once.places.items, again.places.items);
    EXPECT_EQ(once.sent, again.sent);
    EXPECT_GT(once.with_path, 60);
    EXPECT_EQ(once.plans_checked, 1);
    EXPECT_EQ(once.plans_different, 0);
  }
}

TEST(LargeTerritory, HasThePlansOfTheWholeForEverybody) {
  dice with{22};
  for (const bool rare : {false, true}) {
    territory land = snapshot_tests::random_country(with, detail::looked_at_whole - 1, rare);
    const population people = residents();
    const replication whole = simulate(france(), land, people, one_week(), 0);
    EXPECT_EQ(whole.plans_checked, 0);
    actor for_nobody_here = land.actors.items.front();
    for_nobody_here.id = "for_nobody_here";
    for_nobody_here.areas = {{area_kind::commune, "01001"}};
    land.actors.add(for_nobody_here);
    const replication in_parts = simulate(france(), land, people, one_week(), 0);
    EXPECT_EQ(in_parts.plans_checked, 1);
    EXPECT_EQ(in_parts.persons, whole.persons);
  }
}

}  // namespace
}  // namespace aiguillage
