#include "aiguillage/simulation/run.h"

#include <algorithm>
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
  return a.persons == b.persons && a.outcomes == b.outcomes && a.outcomes_by_area == b.outcomes_by_area &&
         a.outcomes_by_publics == b.outcomes_by_publics && a.unmet_by_reasons == b.unmet_by_reasons &&
         a.needs == b.needs && a.with_path == b.with_path && a.stops == b.stops && a.bounces == b.bounces &&
         a.handoffs == b.handoffs && a.travel_minutes == b.travel_minutes &&
         a.travel_metres == b.travel_metres && a.unmeasured == b.unmeasured && a.days == b.days &&
         a.lost_by_mode == b.lost_by_mode && a.places.items == b.places.items && a.sent == b.sent;
}

/// How helpers send people on, for the policies without plans.
scenario by_habit(scenario told, routing_policy policy) {
  told.policy = policy;
  sending_habits habits;
  for (const char* type : {"france_services", "ccas", "library"})
    habits.destinations.push_back({find_named(france().actor_types, type), 3});
  habits.destinations.push_back({{}, 3});
  habits.modes.assign(france().modes.size(), 0);
  habits.modes[find_named(france().modes, "tell").index()] = 2;
  habits.modes[find_named(france().modes, "escort").index()] = 1;
  habits.most_doors = 5;
  habits.minutes_in_vain = 10;
  told.habits = habits;
  return told;
}

constexpr routing_policy all_policies[] = {routing_policy::engine, routing_policy::habit,
                                           routing_policy::nearest};

TEST(simulation, everybody_ends_in_exactly_one_way) {
  const replication once = run(with_minutes(weeks_of(3, 60), 120));
  EXPECT_EQ(once.people(), 180);
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

TEST(simulation, sums_are_those_of_the_persons) {
  for (const routing_policy policy : all_policies) {
    const replication once = run(by_habit(with_minutes(weeks_of(2, 60), 120), policy));
    replication sums;
    sums.outcomes_by_area.resize(2);
    std::int64_t reached = 0;
    std::int64_t needs = 0;
    std::int64_t lost = 0;
    for (const person_result& one : once.persons) {
      const auto end = static_cast<std::size_t>(one.end);
      ++sums.outcomes[end];
      ++sums.outcomes_by_area[one.area][end];
      sums.stops += one.stops;
      sums.bounces += one.bounces;
      sums.handoffs += one.handoffs;
      sums.travel_minutes += one.travel_minutes;
      sums.travel_metres += one.travel_metres;
      sums.days += one.days;
      reached += one.reached;
      needs += one.needs;
      lost += one.lost_at > 0 ? 1 : 0;
      EXPECT_LE(one.bounces, one.stops);
      EXPECT_LE(one.reached, one.needs);
      EXPECT_EQ(one.end == outcome::renounced, one.lost_at > 0);
    }
    EXPECT_EQ(sums.outcomes, once.outcomes);
    EXPECT_EQ(sums.outcomes_by_area, once.outcomes_by_area);
    EXPECT_EQ(sums.stops, once.stops);
    EXPECT_EQ(sums.bounces, once.bounces);
    EXPECT_EQ(sums.handoffs, once.handoffs);
    EXPECT_EQ(sums.travel_minutes, once.travel_minutes);
    EXPECT_EQ(sums.travel_metres, once.travel_metres);
    EXPECT_EQ(sums.days, once.days);
    EXPECT_EQ(lost, count(once, outcome::renounced));
    std::int64_t reached_by_dimension = 0;
    std::int64_t needs_by_dimension = 0;
    for (const need_count& one : once.needs) {
      reached_by_dimension += one.reached;
      needs_by_dimension += one.certain;
    }
    EXPECT_EQ(reached, reached_by_dimension);
    EXPECT_EQ(needs, needs_by_dimension);
    std::int64_t sent = 0;
    for (const auto& [way, visits] : once.sent) sent += visits;
    EXPECT_LE(sent, once.handoffs);
    EXPECT_LE(sent, once.stops);
    EXPECT_GT(sent, 0);
  }
}

TEST(simulation, the_same_people_come_whatever_the_policy) {
  const scenario told = weeks_of(2, 60);
  const replication planned = run(by_habit(told, routing_policy::engine));
  for (const routing_policy policy : {routing_policy::habit, routing_policy::nearest}) {
    const replication round = run(by_habit(told, policy));
    ASSERT_EQ(round.persons.size(), planned.persons.size());
    for (std::size_t i = 0; i < planned.persons.size(); ++i) {
      EXPECT_EQ(round.persons[i].area, planned.persons[i].area);
      EXPECT_EQ(round.persons[i].end == outcome::no_need, planned.persons[i].end == outcome::no_need);
      EXPECT_LE(round.persons[i].handoffs, 5);
    }
    EXPECT_GT(round.bounces, 0);
    EXPECT_TRUE(same(round, run(by_habit(told, policy))));
  }
  EXPECT_EQ(planned.bounces, 0);
  EXPECT_EQ(count(planned, outcome::sent_round), 0);
}

TEST(simulation, who_goes_to_every_door_leaves_no_need_that_somebody_could_meet) {
  pack rules = france();
  for (auto& [name, value] : rules.ranking)
    if (name.rfind("loss_", 0) == 0) value.thousandths = 0;
  scenario told = by_habit(weeks_of(1, 40), routing_policy::nearest);
  told.habits->most_doors = 1000;
  const replication all = simulate(rules, rennes(), people(), told, 0);
  told.habits->most_doors = 0;
  const replication here = simulate(rules, rennes(), people(), told, 0);
  EXPECT_EQ(count(all, outcome::renounced), 0);
  EXPECT_LT(count(all, outcome::sent_round), 4)
      << "only where states come in the wrong order, or nobody receives in person";
  EXPECT_GT(count(here, outcome::sent_round), count(all, outcome::sent_round));
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

TEST(simulation, kilometres_are_from_home_to_where_people_travel) {
  territory land = rennes();
  const site_id only(0);
  const point there = land.sites[only].where.value_or(point{});
  for (site& one : land.sites.items) one.where = there;
  EXPECT_EQ(simulate(france(), land, people(), weeks_of(1, 60), 0).travel_metres, 0) << "all at one point";
  population moved = people();
  for (people_area& one : moved.areas)
    one.homes = {{"35238", point{there.latitude + 0.01, there.longitude}, 1}};
  const replication away = simulate(france(), land, moved, weeks_of(1, 60), 0);
  EXPECT_GT(away.travel_metres, 0);
  EXPECT_EQ(away.unmeasured, 0);
  for (const person_result& one : away.persons) {
    EXPECT_EQ(one.travel_metres % 1112, 0) << "a hundredth of a degree north, at each stop";
    EXPECT_LE(one.travel_metres, 1112 * one.stops);
    EXPECT_EQ(one.travel_metres > 0, one.travel_minutes > 0) << "a place that is called takes neither";
  }
  for (site& one : land.sites.items) one.where.reset();
  const replication lost = simulate(france(), land, moved, weeks_of(1, 60), 0);
  EXPECT_EQ(lost.travel_metres, 0);
  EXPECT_GT(lost.unmeasured, 0);
  EXPECT_LE(lost.unmeasured, lost.stops);
}

TEST(simulation, publics_are_those_that_the_facts_say) {
  population aged = people();
  draw age;
  age.kind = draw_kind::between;
  age.fact = find_named(france().facts, "age");
  age.rows = {{{}, {}, 20, 69}};
  aged.draws.push_back(age);
  const replication once = simulate(france(), rennes(), aged, weeks_of(2, 60), 0);
  const public_id young = find_named(france().publics, "jeunes");
  const public_id old = find_named(france().publics, "seniors");
  outcome_counts all{};
  std::map<std::vector<public_id>, outcome_counts> expected;
  const people_frame frame = frame_of(aged);
  for (std::uint64_t i = 0; i < once.persons.size(); ++i) {
    const std::int64_t years =
        draw_person(aged, france(), frame, {1, 0, i}).facts.facts[age.fact].thousandths / 1000;
    std::vector<public_id> of;
    if (years <= 25) of.push_back(young);
    if (years >= 60) of.push_back(old);
    ++expected[of][static_cast<std::size_t>(once.persons[i].end)];
  }
  EXPECT_EQ(once.outcomes_by_publics, expected);
  for (const auto& [publics, counts] : once.outcomes_by_publics)
    for (std::size_t i = 0; i < counts.size(); ++i) all[i] += counts[i];
  EXPECT_EQ(all, once.outcomes);
  EXPECT_EQ(expected.size(), 3U);
}

TEST(simulation, reasons_are_counted_once_for_each_person_with_an_unmet_need) {
  territory land = rennes();
  land.actors.items.resize(1);
  land.actors.items.front().areas = {{area_kind::commune, "29019"}};
  for (const routing_policy policy : all_policies) {
    const replication once = simulate(france(), land, people(), by_habit(weeks_of(2, 60), policy), 0);
    std::int64_t counted = 0;
    std::int64_t outside = 0;
    std::int64_t absent = 0;
    for (const auto& [reasons, number] : once.unmet_by_reasons) {
      EXPECT_TRUE(std::is_sorted(reasons.begin(), reasons.end()));
      EXPECT_EQ(std::adjacent_find(reasons.begin(), reasons.end()), reasons.end());
      counted += number;
      outside += std::binary_search(reasons.begin(), reasons.end(), "zone") ? number : 0;
      absent += std::binary_search(reasons.begin(), reasons.end(), "absent") ? number : 0;
    }
    EXPECT_EQ(counted, count(once, outcome::no_path)) << "nobody is received: each has every need unmet";
    EXPECT_GT(counted, 0);
    EXPECT_GT(outside, 0);
    EXPECT_EQ(absent, counted);
  }
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

TEST(simulation, rows_are_put_together_until_no_cell_is_small) {
  std::uint64_t state = 1;
  const auto next = [&](std::uint64_t limit) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::int64_t>((state >> 33U) % limit);
  };
  for (int round = 0; round < 300; ++round) {
    std::vector<std::vector<std::int64_t>> rows(static_cast<std::size_t>(1 + next(9)));
    const std::uint64_t size = round % 2 == 0 ? 25 : 200;
    for (auto& row : rows)
      for (int cell = 0; cell < 4; ++cell) row.push_back(next(3) == 0 ? 0 : next(size));
    const row_groups groups = published_rows(rows);
    std::vector<std::size_t> seen = groups.alone;
    seen.insert(seen.end(), groups.together.begin(), groups.together.end());
    std::sort(seen.begin(), seen.end());
    ASSERT_EQ(seen.size(), rows.size());
    for (std::size_t i = 0; i < seen.size(); ++i) EXPECT_EQ(seen[i], i);
    const auto small = [](std::int64_t cell) { return cell > 0 && cell < least_published; };
    for (const std::size_t one : groups.alone)
      EXPECT_TRUE(std::none_of(rows[one].begin(), rows[one].end(), small));
    for (std::size_t cell = 0; cell < 4; ++cell) {
      std::int64_t sum = 0;
      for (const std::size_t one : groups.together) sum += rows[one][cell];
      EXPECT_TRUE(!small(sum) || groups.alone.empty()) << "round " << round;
    }
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
