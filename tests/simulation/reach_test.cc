#include "aiguillage/simulation/reach.h"

#include <cmath>

#include "aiguillage/load.h"
#include "france.h"

namespace aiguillage {
namespace {

constexpr std::size_t digital = 0;
constexpr std::size_t social = 2;

/// Degrees of latitude that are so many metres.
double north_by(double metres) { return metres / 111194.93; }

population town() {
  diagnostics found;
  auto read = parse_population(R"(population: town
title: {fr: "Une ville", en: "A town"}
traits:
  - {id: diploma, values: [none, some], sources: [assumed]}
areas:
  - area: centre
    commune: "35238"
    people: 900
    homes: [{commune: "35238", point: {latitude: 48, longitude: -1.7}, people: 2},
            {commune: "35238", point: {latitude: 48.027, longitude: -1.7}, people: 1}]
    margins: {diploma: {none: 1, some: 3}}
    sources: [assumed]
  - {area: far, commune: "35999", homes: [{commune: "35999", point: {latitude: 49, longitude: -1.7}, people: 1}], people: 100, margins: {diploma: {none: 1, some: 1}}, sources: [assumed]}
  - {area: nowhere, commune: "00000", people: 50, margins: {diploma: {none: 1, some: 1}}, sources: [assumed]}
draws:
  - {fact: consent, one_of: [{shares: {oral_consent: 1}}], sources: [assumed]}
)",
                               "town.yaml", france(), found);
  for (const diagnostic& one : found) ADD_FAILURE() << to_string(one, language::en);
  return read.value_or(population{});
}

void add_place(territory& land, const char* id, const char* type, std::optional<double> metres_north) {
  site at;
  at.id = id;
  if (metres_north) at.where = point{48 + north_by(*metres_north), -1.7};
  land.sites.add(at);
  actor one;
  one.id = id;
  one.type = find_named(france().actor_types, type);
  one.at = site_id(land.sites.size() - 1);
  land.actors.add(one);
}

scenario told_with(std::vector<capacity> capacities) {
  scenario told;
  told.arrivals_a_week = 105;
  told.capacities = std::move(capacities);
  return told;
}

territory_reach reach_in(const territory& land, const scenario& told) {
  return reach_of(france(), land, town(), told);
}

// Homes at 0 and 3,002 m; places at 500 m (100 %, then 60 %) and at 7,000 m (30 %, then 60 %). 60 people a week live at the first
// home, 30 at the second, of 105 with those elsewhere.
TEST(reach, shares_the_minutes_of_places_by_distance) {
  territory land;
  add_place(land, "near", "digital_mediator", 500);
  add_place(land, "off", "digital_mediator", 7000);
  const dimension_reach of = reach_in(land, told_with({{{}, "near", 100, {}}, {{}, "off", 50, {}}}))[digital];
  const double near = 500 / (60 + 0.6 * 30);
  const double off = 250 / (0.3 * 60 + 0.6 * 30);
  const double first = near + 0.3 * off;
  const double second = 0.6 * near + 0.6 * off;
  ASSERT_EQ(of.areas.size(), 3U);
  EXPECT_NEAR(of.areas[0].minutes.value_or(-1), (2 * first + second) / 3, 1e-9);
  EXPECT_EQ(of.areas[0].nearest_metres, std::llround((2 * 500 + (0.027 * 111194.93 - 500)) / 3));
  EXPECT_EQ(of.areas[0].places, 2);
  EXPECT_FALSE(of.areas[0].is_white());
  EXPECT_EQ(of.minutes_a_week, 750);
  EXPECT_NEAR(60 * first + 30 * second, 750, 1e-9) << "every minute is for somebody";
  EXPECT_NEAR(of.minutes.value_or(-1), 7.5, 1e-9) << "750 minutes for the 100 people whose home is known";
}

TEST(reach, tells_white_zones_from_areas_that_nobody_can_place) {
  territory land;
  add_place(land, "near", "digital_mediator", 500);
  const territory_reach all = reach_in(land, told_with({{{}, "near", 100, {}}}));
  const dimension_reach& of = all[digital];
  EXPECT_TRUE(of.areas[1].is_white());
  EXPECT_EQ(of.areas[1].share_without, 1);
  EXPECT_FALSE(of.areas[2].located);
  EXPECT_FALSE(of.areas[2].is_white());
  EXPECT_EQ(of.white_zones, 1);
  EXPECT_NEAR(of.share_without, 0.1, 1e-12) << "100 of the 1,000 whose home is known";
  EXPECT_TRUE(all[social].areas[0].is_white()) << "a digital mediator gives no social support";
}

TEST(reach, counts_each_place_once_and_invents_no_time) {
  territory land;
  add_place(land, "timed", "digital_mediator", 100);
  add_place(land, "closed", "digital_mediator", 100);
  add_place(land, "untold", "library", 100);
  add_place(land, "lost", "digital_mediator", std::nullopt);
  add_place(land, "called", "digital_mediator", 100);
  land.actors.items.back().channels = {channel::phone};
  const scenario told =
      told_with({{find_named(france().actor_types, "digital_mediator"), "", 60, {}}, {{}, "closed", 0, {}}});
  const dimension_reach of = reach_in(land, told)[digital];
  EXPECT_EQ(of.places, 1);
  EXPECT_EQ(of.places_closed, 1);
  EXPECT_EQ(of.places_without_time, 1);
  EXPECT_EQ(of.places_without_point, 1);
  EXPECT_EQ(of.places_remote, 1);
  EXPECT_EQ(of.minutes_a_week, 300);
  EXPECT_EQ(of.areas[0].places, 1);
  EXPECT_EQ(of.areas[0].places_without_time, 1);
  EXPECT_EQ(of.areas[0].share_without, 0);
}

TEST(reach, keeps_to_the_zone_of_a_place_and_to_what_it_serves) {
  territory land;
  add_place(land, "zoned", "digital_mediator", 100);
  const scenario told = told_with({{{}, "zoned", 60, {}}});
  land.actors.items.back().areas = {{area_kind::commune, "35238"}};
  EXPECT_EQ(reach_in(land, told)[digital].areas[0].places, 1);
  land.actors.items.back().areas = {{area_kind::commune, "35001"}};
  EXPECT_TRUE(reach_in(land, told)[digital].areas[0].is_white());
  land.actors.items.back().areas.clear();
  for (std::size_t i = 0; i < france().needs.size(); ++i)
    if (france().needs.items[i].lane == dimension::digital) land.actors.items.back().without.emplace_back(i);
  EXPECT_EQ(reach_in(land, told)[digital].places, 0);
}

TEST(reach, is_as_wide_as_the_scenario_says) {
  territory land;
  add_place(land, "off", "digital_mediator", -5000);
  scenario told = told_with({{{}, "off", 60, {}}});
  EXPECT_NEAR(reach_in(land, told)[digital].areas[0].share_without, 1.0 / 3, 1e-12)
      << "8,002 m to the second";
  told.reach.bands = {{8500, 50000}};
  EXPECT_EQ(reach_in(land, told)[digital].areas[0].share_without, 0);
  told.reach.bands = {{4999, 100000}};
  EXPECT_TRUE(reach_in(land, told)[digital].areas[0].is_white());
  told.reach.bands = {{5000, 100000}};
  EXPECT_FALSE(reach_in(land, told)[digital].areas[0].is_white()) << "whole metres, the band itself included";
}

}  // namespace
}  // namespace aiguillage
