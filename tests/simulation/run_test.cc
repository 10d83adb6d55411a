#include "aiguillage/simulation/run.h"

#include <cmath>
#include <numeric>

#include "aiguillage/load.h"
#include "aiguillage/referral.h"
#include "aiguillage/simulation/estimate.h"
#include "aiguillage/simulation/suppress.h"
#include "france.h"
#include "simulation/diaries.h"

namespace aiguillage {
namespace {

const territory& rennes() {
  static const territory land = [] {
    diagnostics found;
    auto read = load_territory(AIGUILLAGE_SOURCE_DIR "/examples/territories/rennes", france(), found);
    EXPECT_TRUE(read.has_value());
    return read.value_or(territory{});
  }();
  return land;
}

/// People with a right to claim, papers to print or nothing to eat.
const population& people() {
  static const population read = [] {
    diagnostics found;
    auto parsed = parse_population(R"(population: town
title: {fr: "Une ville", en: "A town"}
traits:
  - {id: diploma, values: [none, some], sources: [assumed]}
areas:
  - {area: centre, commune: "35238", people: 900, margins: {diploma: {none: 1, some: 3}}, sources: [assumed]}
  - {area: north, commune: "35238", people: 100, margins: {diploma: {none: 1, some: 1}}, sources: [assumed]}
draws:
  - fact: request
    one_of: [{shares: {print_document: 2, first_claim_of_right: 4, food_help: 1, account_locked: 3, unknown: 1}}]
    sources: [assumed]
  - {fact: request_right, one_of: [{when: {request: first_claim_of_right}, shares: {rsa: 1, apl: 1, c2s: 1}}], sources: [assumed]}
  - {fact: digital_autonomy, one_of: [{when: {diploma: none}, shares: {fully_assisted: 1}}, {shares: {autonomous: 1, partly_autonomous: 1}}], sources: [assumed]}
  - {fact: consent, one_of: [{shares: {oral_consent: 1}}], sources: [assumed]}
)",
                                   "town.yaml", france(), found);
    for (const diagnostic& one : found) ADD_FAILURE() << to_string(one, language::en);
    return parsed.value_or(population{});
  }();
  return read;
}

scenario weeks_of(int weeks, int arrivals) {
  scenario told;
  told.id = "town";
  told.arrivals_a_week = arrivals;
  told.weeks = weeks;
  told.replications = 2;
  told.waiting_steps = {0, 2, 5, 10, 20};
  return told;
}

/// The same minutes a day everywhere.
scenario with_minutes(scenario told, int minutes) {
  for (std::size_t i = 0; i < france().actor_types.size(); ++i)
    told.capacities.push_back({actor_type_id(i), "", minutes, {"assumed"}});
  return told;
}

replication run(const scenario& told, int which = 0) {
  return simulate(france(), rennes(), people(), told, which);
}

std::int64_t count(const replication& of, outcome which) {
  return of.outcomes[static_cast<std::size_t>(which)];
}

std::int64_t waited(const replication& of) {
  std::int64_t days = 0;
  for (const place_count& one : of.places) days += one.waited_days;
  return days;
}

bool same(const replication& a, const replication& b) {
  return a.people == b.people && a.outcomes == b.outcomes && a.outcomes_by_area == b.outcomes_by_area &&
         a.needs == b.needs && a.stops == b.stops && a.handoffs == b.handoffs &&
         a.travel_minutes == b.travel_minutes && a.days == b.days && a.lost_by_mode == b.lost_by_mode &&
         a.places.items == b.places.items;
}

TEST(simulation, everybody_ends_in_exactly_one_way) {
  const replication once = run(with_minutes(weeks_of(3, 60), 120));
  EXPECT_EQ(once.people, 180);
  EXPECT_EQ(std::accumulate(once.outcomes.begin(), once.outcomes.end(), std::int64_t{0}), 180);
  for (std::size_t i = 0; i < once.outcomes.size(); ++i)
    EXPECT_EQ(once.outcomes_by_area[0][i] + once.outcomes_by_area[1][i], once.outcomes[i]);
  EXPECT_GT(count(once, outcome::reached), 0);
  EXPECT_GT(count(once, outcome::renounced), 0);
  const std::int64_t lost =
      std::accumulate(once.lost_by_mode.begin(), once.lost_by_mode.end(), std::int64_t{0});
  EXPECT_GE(lost, count(once, outcome::renounced)) << "each of them lost one hand-off at least";
  std::int64_t visits = 0;
  for (const place_count& one : once.places) visits += one.visits;
  EXPECT_EQ(visits, once.stops);
}

TEST(simulation, the_same_numbers_give_the_same_sums) {
  const scenario told = with_minutes(weeks_of(2, 50), 90);
  const replication first = run(told, 0);
  const replication second = run(told, 1);
  EXPECT_TRUE(same(second, run(told, 1)));
  EXPECT_TRUE(same(first, run(told, 0)));
  EXPECT_FALSE(same(first, second));
  scenario other = told;
  other.seed = 2;
  EXPECT_FALSE(same(first, run(other, 0)));
}

TEST(simulation, without_capacities_nobody_waits_for_a_place) {
  const replication once = run(weeks_of(2, 60));
  EXPECT_EQ(waited(once), 0);
  EXPECT_EQ(count(once, outcome::waiting), 0);
  for (const need_count& one : once.needs) EXPECT_LE(one.reached + one.unmet, one.certain);
}

TEST(simulation, without_losses_or_waits_every_need_is_reached_or_unmet) {
  pack rules = france();
  for (auto& [name, value] : rules.ranking)
    if (name.rfind("loss_", 0) == 0) value.thousandths = 0;
  const replication once = simulate(rules, rennes(), people(), weeks_of(2, 60), 0);
  EXPECT_EQ(count(once, outcome::renounced), 0);
  for (const need_count& one : once.needs) EXPECT_EQ(one.reached + one.unmet, one.certain);
  EXPECT_EQ(count(once, outcome::waiting), 0);
}

TEST(simulation, places_that_have_no_time_receive_nobody) {
  const replication once = run(with_minutes(weeks_of(1, 40), 0));
  EXPECT_EQ(once.stops, 0);
  EXPECT_EQ(count(once, outcome::reached), 0);
  EXPECT_GT(count(once, outcome::waiting), 0);
}

TEST(simulation, less_time_means_longer_waits) {
  const replication ample = run(with_minutes(weeks_of(4, 150), 20000));
  for (const place_count& one : ample.places)
    EXPECT_LE(one.waited_days, 2 * one.visits) << "nobody waits for more than a weekend";
  EXPECT_LT(waited(ample), waited(run(with_minutes(weeks_of(4, 150), 60))));
}

TEST(simulation, routes_turn_away_from_places_with_long_waits) {
  scenario told = with_minutes(weeks_of(6, 150), 60);
  const std::int64_t seen = run(told).days;
  told.waiting_steps = {0};  // routes never see a wait
  EXPECT_LT(seen, run(told).days);
}

TEST(simulation, a_wait_of_all_places_delays_a_plan) {
  const situation person = draw_person(people(), france(), frame_of(people()), {1, 0, 5}).facts;
  const qualification found = qualify(france(), person);
  territory land = rennes();
  const referral now = refer(france(), land, person, found, 1);
  ASSERT_FALSE(now.plans.empty());
  for (actor& one : land.actors) one.waiting_days = 40;
  const referral later = refer(france(), land, person, found, 1);
  ASSERT_FALSE(later.plans.empty());
  EXPECT_GE(later.plans.front().cost.days, 40);
  EXPECT_LT(now.plans.front().cost.days, 40);
}

TEST(simulation, a_diary_is_never_overbooked) {
  const scenario told = with_minutes(weeks_of(1, 1), 100);
  detail::diaries open = detail::open_diaries(rennes(), told, 30);
  std::vector<int> taken(30);
  for (int i = 0; i < 70; ++i) {
    const int minutes = i % 3 == 0 ? 70 : i % 3 == 1 ? 45 : 10;
    const auto earliest = static_cast<std::size_t>(i % 7);
    const auto at = detail::take_minutes(open, actor_id(0), earliest, minutes);
    if (!at) continue;
    EXPECT_GE(at->day, earliest);
    EXPECT_EQ(at->waited, at->day - earliest);
    EXPECT_LT(at->day % 7, 5U) << "a weekend";
    taken[at->day] += minutes;
  }
  for (const int minutes : taken) EXPECT_LE(minutes, 100);
  EXPECT_EQ(taken[0], 100) << "short visits fill what long ones leave";
}

TEST(simulation, help_longer_than_a_day_takes_a_whole_one) {
  detail::diaries open = detail::open_diaries(rennes(), with_minutes(weeks_of(1, 1), 100), 30);
  EXPECT_EQ(detail::take_minutes(open, actor_id(0), 0, 10)->day, 0U);
  EXPECT_EQ(detail::take_minutes(open, actor_id(0), 0, 500)->day, 1U);
  EXPECT_EQ(detail::take_minutes(open, actor_id(0), 0, 1)->day, 0U);
  EXPECT_EQ(detail::take_minutes(open, actor_id(0), 1, 1)->day, 2U);
  EXPECT_FALSE(detail::take_minutes(open, actor_id(0), 30, 1)) << "after the last day";
}

TEST(simulation, nobody_waits_for_a_place_that_is_free_however_little_time_it_has) {
  const scenario told = with_minutes(weeks_of(1, 1), 20);
  detail::diaries open = detail::open_diaries(rennes(), told, 60);
  territory land = rennes();
  detail::show_waits(open, told, 0, land);
  for (const actor& one : land.actors) EXPECT_EQ(one.waiting_days, 0) << one.id;
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(detail::take_minutes(open, actor_id(0), 0, 20));
  detail::show_waits(open, told, 0, land);
  EXPECT_EQ(land.actors.items[0].waiting_days, 5) << "a week is taken: seven days, the step of five";
  EXPECT_EQ(land.actors.items[1].waiting_days, 0);
}

TEST(simulation, no_small_cell_can_be_found_from_the_others) {
  for (std::int64_t a = 0; a < 30; ++a)
    for (std::int64_t b = 0; b < 30; b += 3)
      for (std::int64_t c = 0; c < 30; c += 2) {
        const std::vector<std::int64_t> counts{a, b, c, 400};
        const auto shown = published(counts);
        std::size_t hidden = 0;
        for (std::size_t i = 0; i < counts.size(); ++i) {
          if (!shown[i]) ++hidden;
          EXPECT_EQ(shown[i].value_or(counts[i]), counts[i]);
          EXPECT_FALSE(shown[i] && counts[i] > 0 && counts[i] < least_published);
        }
        EXPECT_NE(hidden, 1U);
      }
}

TEST(simulation, intervals_are_those_of_student) {
  const estimate of = estimate_of({1, 2, 3});
  EXPECT_DOUBLE_EQ(of.mean, 2);
  EXPECT_NEAR(*of.half_width, 4.302653 / std::sqrt(3.0), 1e-6);
  EXPECT_FALSE(estimate_of({4}).half_width.has_value());
}

}  // namespace
}  // namespace aiguillage
