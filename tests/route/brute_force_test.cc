#include "route/brute_force.h"

#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "route/random_network.h"
#include "route/worth.h"

namespace aiguillage {
namespace {

constexpr state_set language = 1;
constexpr state_set papers = 2;
constexpr state_set account = 4;
using texts = std::vector<std::string>;

passage in_days(int days) { return {mode_id(std::size_t{0}), days, 0, 10}; }

service serve(int need, state_set requires_states = 0, state_set produces = 0) {
  service out;
  out.need = static_cast<std::uint8_t>(need);
  out.minutes = 20;
  out.requires_states = requires_states;
  out.produces = produces;
  return out;
}

door open_in(int days, std::vector<service> services, state_set produces = 0) {
  door out;
  out.usual = out.brief = out.same_day = in_days(days);
  out.produces = produces;
  out.services = std::move(services);
  return out;
}

/// `a`: administrative, `d`: digital, `v`: administrative and vital.
network with(const std::string& needs, std::vector<door> doors) {
  network out;
  for (const char kind : needs) {
    network_need one;
    one.lane = kind == 'd' ? dimension::digital : dimension::administrative;
    one.vital = kind == 'v';
    out.needs.push_back(one);
  }
  out.doors = std::move(doors);
  return out;
}

struct tried_one_by_one {
  static std::vector<plan> plans(const network& world, int count) { return brute_force_plans(world, count); }
};
struct searched {
  static std::vector<plan> plans(const network& world, int count) { return best_plans(world, count); }
};

template <class Planner>
struct a_plan : testing::Test {
  static texts outlines(const network& world, int count = 1) {
    texts out;
    for (const plan& each : Planner::plans(world, count)) out.push_back(outline(each));
    return out;
  }
  static std::vector<int> first_doors(const network& world) {
    return Planner::plans(world, 1).at(0).first_doors;
  }
};
using planners = testing::Types<tried_one_by_one, searched>;
TYPED_TEST_SUITE(a_plan, planners);

TYPED_TEST(a_plan, takes_steps_in_parallel) {
  const network world = with("aa", {open_in(2, {serve(0)}), open_in(3, {serve(1)})});
  EXPECT_EQ(this->outlines(world, 3), texts{"0[0]@2 | 1[1]@3"});
  EXPECT_EQ(this->first_doors(world), (std::vector<int>{0, 1}));
  EXPECT_EQ(TypeParam::plans(world, 1).at(0).cost.score, 20 * (2 * 700 + 2 * 20) + 100 * (10 * 2 + 10 * 3));
}

TYPED_TEST(a_plan, meets_several_needs_at_one_door) {
  const network world = with("aa", {open_in(2, {serve(0), serve(1)}), open_in(0, {serve(1)})});
  EXPECT_EQ(this->outlines(world), texts{"0[0,1]@2"});
}

TYPED_TEST(a_plan, adds_up_its_costs) {
  network world = with("a", {open_in(2, {serve(0)})});
  world.needs[0].weight = 20;
  door& only = world.doors[0];
  only.brief = {mode_id(std::size_t{0}), 2, 100, 15};
  only.load = 50;
  only.services[0].quality = grade::partial;
  only.services[0].penalty = 300;
  const plan_cost cost = TypeParam::plans(world, 1).at(0).cost;
  EXPECT_EQ(cost.score, 20 * (700 + 300 + 50 + 2000 * 100 / 1000 + 2 * 15) + 100 * 20 * 2);
  EXPECT_EQ(cost.handoffs, 1);
  only.brief.mode = mode_id{};
  only.counted = false;
  EXPECT_EQ(TypeParam::plans(world, 1).at(0).cost.handoffs, 0);
  EXPECT_EQ(TypeParam::plans(world, 1).at(0).cost.actors, 0);
}

TYPED_TEST(a_plan, puts_states_in_order) {
  const network world = with("aa", {open_in(1, {serve(0, papers)}), open_in(2, {serve(1, 0, papers)})});
  EXPECT_EQ(this->outlines(world, 3), texts{"1[1]@2 | 0[0]@3 after 0 from 0"});
  EXPECT_EQ(this->first_doors(world), std::vector<int>{1});
}

TYPED_TEST(a_plan, brings_a_state_about_within_a_stop) {
  const network world = with("aa", {open_in(1, {serve(0, papers), serve(1, 0, papers)})});
  EXPECT_EQ(this->outlines(world), texts{"0[0,1]@1"});
}

TYPED_TEST(a_plan, waits_for_the_earliest_producer_only) {
  const network world = with("aaa", {open_in(1, {serve(0, papers)}), open_in(3, {serve(1, 0, papers)}),
                                     open_in(1, {serve(2, 0, papers)})});
  EXPECT_EQ(this->outlines(world), texts{"2[2]@1 | 0[0]@2 after 0 from 0 | 1[1]@3"});
}

TYPED_TEST(a_plan, splits_the_needs_of_a_door_in_two_stops) {
  const network world = with(
      "aaa", {open_in(1, {serve(0, 0, papers), serve(2, account)}), open_in(1, {serve(1, papers, account)})});
  EXPECT_EQ(this->outlines(world), texts{"0[0]@1 | 1[1]@2 after 0 from 0 | 0[2]@3 after 1 from 1"});
}

TYPED_TEST(a_plan, takes_long_stops_as_usual_and_short_ones_briefly) {
  network world = with("aa", {open_in(3, {serve(0), serve(1)})});
  world.doors[0].brief.days = 0;
  world.doors[0].services[1].minutes = 25;  // 20 + 25 = long_minutes
  EXPECT_EQ(this->outlines(world), texts{"0[0]@0 | 0[1]@0"});
  world.weights.day = 0;
  EXPECT_EQ(this->outlines(world), texts{"0[0,1]@3"});
}

TYPED_TEST(a_plan, meets_vital_needs_first_and_the_same_day) {
  network world = with("av", {open_in(1, {serve(0)}), open_in(5, {serve(1)})});
  world.doors[1].same_day.days = 0;
  EXPECT_EQ(this->outlines(world, 3), texts{"1[1]@0 | 0[0]@1 after 0 from 0"});
  world.doors[1].services = {serve(0), serve(1)};
  world.doors[0].services.clear();
  EXPECT_EQ(this->outlines(world), texts{"1[0,1]@0"});
}

TYPED_TEST(a_plan, bridges_before_a_vital_stop_or_in_parallel) {
  network world =
      with("av", {open_in(1, {serve(0)}), open_in(0, {serve(1, language)}), open_in(2, {}, language)});
  EXPECT_EQ(this->outlines(world), texts{"2[]@2 | 1[1]@2 after 0 from 0 | 0[0]@3 after 1 from 1"});
  world.parallel_at_vital = language;
  EXPECT_EQ(this->outlines(world), texts{"1[1]@0 | 0[0]@1 after 0 from 0 | 2[]@2"});
  EXPECT_EQ(this->first_doors(world), std::vector<int>{1});
}

TYPED_TEST(a_plan, does_not_open_with_a_digital_stop) {
  network world = with("da", {open_in(0, {serve(0)}), open_in(2, {serve(1)})});
  EXPECT_EQ(this->outlines(world), texts{"0[0]@0 | 1[1]@2"});
  world.digital_opens = false;
  EXPECT_EQ(this->outlines(world), texts{"1[1]@2 | 0[0]@2 after 0 from 0"});
  EXPECT_EQ(this->first_doors(world), std::vector<int>{1});
}

TYPED_TEST(a_plan, opens_with_a_digital_stop_when_all_are) {
  network world = with("dd", {open_in(0, {serve(0)}), open_in(2, {serve(1)})});
  world.digital_opens = false;
  EXPECT_EQ(this->outlines(world), texts{"0[0]@0 | 1[1]@2"});
}

TYPED_TEST(a_plan, opens_with_a_digital_stop_that_others_depend_on) {
  network world = with("da", {open_in(1, {serve(0, 0, account)}), open_in(2, {serve(1, account)})});
  world.digital_opens = false;
  EXPECT_EQ(this->outlines(world, 3), texts{"0[0]@1 | 1[1]@3 after 0 from 0"});
  world.doors[1].services = {serve(0, 0, account), serve(1, account)};
  world.doors[1].services[0].penalty = 100'000;
  EXPECT_EQ(this->outlines(world, 3), texts{"1[0,1]@2"}) << "door 1 could bring the account about itself";
}

TYPED_TEST(a_plan, returns_to_a_door_with_a_new_element_only) {
  network world =
      with("aa", {open_in(1, {serve(0), serve(1, 0, papers)}), open_in(1, {serve(1, 0, papers)})});
  world.doors[0].tried = true;
  world.doors[0].services[0].new_elements = papers;
  EXPECT_EQ(this->outlines(world, 3), texts{"1[1]@1 | 0[0]@2 after 0 from 0"});
  world.doors[0].services[1].new_elements = account;
  world.doors[1] = open_in(1, {serve(2, 0, account)});
  world.needs.push_back(world.needs[1]);
  EXPECT_EQ(this->outlines(world), texts{}) << "papers from the door itself are not new there";
  world.doors[0].services[0].new_elements = account;
  EXPECT_EQ(this->outlines(world), texts{"1[2]@1 | 0[0,1]@2 after 0 from 0"});
}

TYPED_TEST(a_plan, adds_doors_that_bring_missing_states_about) {
  network world = with("a", {open_in(1, {serve(0, language | papers)}), open_in(3, {}, language | papers),
                             open_in(1, {}, language), open_in(1, {}, papers)});
  EXPECT_EQ(this->outlines(world), texts{"1[]@3 | 0[0]@4 after 0 from 0"});
  EXPECT_EQ(this->first_doors(world), std::vector<int>{0});
  world.weights.actor = 0;
  EXPECT_EQ(this->outlines(world), texts{"2[]@1 | 3[]@1 | 0[0]@2 after 0,1 from 1"});
}

TYPED_TEST(a_plan, adds_no_door_for_a_state_that_its_stops_produce) {
  const network world =
      with("aa", {open_in(1, {serve(0, papers)}), open_in(5, {serve(1, 0, papers)}), open_in(0, {}, papers)});
  EXPECT_EQ(this->outlines(world, 3), texts{"1[1]@5 | 0[0]@6 after 0 from 0"});
}

TYPED_TEST(a_plan, hands_over_on_the_spot_at_one_site) {
  network world = with("aa", {open_in(2, {serve(0)}), open_in(4, {serve(1)})});
  world.next_door = {mode_id(std::size_t{1}), 0, 0, 0};
  world.doors[0].site = world.doors[1].site = 3;
  EXPECT_EQ(this->outlines(world, 3), (texts{"0[0]@2 | 1[1]@2 after 0 from 0", "0[0]@2 | 1[1]@4"}));
  world.doors[1].site = 2;
  EXPECT_EQ(this->outlines(world, 3), texts{"0[0]@2 | 1[1]@4"});
}

TYPED_TEST(a_plan, settles_ties_in_turn) {
  network world = with("a", {open_in(1, {serve(0)}), open_in(1, {serve(0)})});
  EXPECT_EQ(this->outlines(world, 2), (texts{"0[0]@1", "1[0]@1"})) << "order of the doors";
  world.doors[1].here = true;
  EXPECT_EQ(this->outlines(world, 2), (texts{"1[0]@1", "0[0]@1"})) << "where the person is";
  world.doors[1].services[0].quality = grade::partial;
  EXPECT_EQ(this->outlines(world, 2), (texts{"0[0]@1", "1[0]@1"})) << "partial services before that";
  world.weights.actor = 0;
  world.doors[0].counted = true;
  world.doors[1].counted = false;
  EXPECT_EQ(this->outlines(world, 2), (texts{"1[0]@1", "0[0]@1"})) << "actors before that";
}

TYPED_TEST(a_plan, prefers_one_stop_to_two_at_the_same_door) {
  network world = with("aa", {open_in(1, {serve(0), serve(1)})});
  EXPECT_EQ(this->outlines(world), texts{"0[0,1]@1"});
  world.weights.travel = 0;
  EXPECT_EQ(this->outlines(world), texts{"0[0,1]@1"})
      << "one stop rather than two, even when it costs nothing";
}

TYPED_TEST(a_plan, has_alternatives_with_other_first_doors) {
  const network world = with("a", {open_in(2, {serve(0)}), open_in(1, {serve(0)}), open_in(3, {serve(0)})});
  EXPECT_EQ(this->outlines(world, 2), (texts{"1[0]@1", "0[0]@2"}));
  EXPECT_EQ(this->outlines(world, 9), (texts{"1[0]@1", "0[0]@2", "2[0]@3"}));
}

TYPED_TEST(a_plan, has_alternatives_with_at_least_one_new_first_door) {
  const network world = with("aa", {open_in(1, {serve(0)}), open_in(1, {serve(1)}), open_in(2, {serve(1)})});
  EXPECT_EQ(this->outlines(world, 3), (texts{"0[0]@1 | 1[1]@1", "0[0]@1 | 2[1]@2"}));
}

TYPED_TEST(a_plan, does_not_always_exist) {
  EXPECT_EQ(this->outlines(with("aa", {open_in(1, {serve(0)})})), texts{}) << "a need without a door";
  EXPECT_EQ(this->outlines(with("a", {open_in(1, {serve(0, papers)})})), texts{}) << "a state out of reach";
  EXPECT_EQ(this->outlines(with(
                "aa", {open_in(1, {serve(0, papers, account)}), open_in(1, {serve(1, account, papers)})})),
            texts{})
      << "a circle of two";
  EXPECT_EQ(this->outlines(with("a", {open_in(1, {serve(0, papers, papers)}), open_in(1, {}, papers)})),
            texts{})
      << "a circle of one: the plan produces the papers, so that no door is added for them";
}

constexpr std::uint64_t seeds = 1000;
#if defined(AIGUILLAGE_SANITIZED)
constexpr std::uint64_t crowded_seeds = 100;  // the plain build tries 1,000
constexpr std::uint64_t timed_seeds = 20;     // of each part; the plain build tries 10,000 in all
#else
constexpr std::uint64_t crowded_seeds = 1000;
constexpr std::uint64_t timed_seeds = 500;
#endif
constexpr int unlimited = 1000000000;

std::string all_of(const network& world, const std::vector<plan>& plans) {
  std::string out;
  for (const plan& each : plans) out += describe(world, each);
  return out;
}

TEST(best_plans, SaysWhenItWasCutShort) {
  const network world = with(
      "aaa", {open_in(1, {serve(0), serve(1)}), open_in(2, {serve(1), serve(2)}), open_in(3, {serve(2)})});
  const std::vector<plan> whole = best_plans(world, 1);
  const std::vector<plan> cut = best_plans(world, 1, {1});
  ASSERT_EQ(whole.size(), 1U);
  ASSERT_EQ(cut.size(), 1U);
  EXPECT_TRUE(whole.front().exact);
  EXPECT_GE(cut.front().cost.score, whole.front().cost.score);
  EXPECT_LE(cut.front().cost.score - cut.front().gap, whole.front().cost.score);
}

TEST(best_plans, SearchEqualsBruteForce) {
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    const network world = random_network(seed);
    const std::vector<plan> expected = brute_force_plans(world, 3);
    const std::vector<plan> found = best_plans(world, 3, {unlimited});
    ASSERT_EQ(all_of(world, found), all_of(world, expected)) << "seed " << seed << '\n' << describe(world);
    for (std::size_t i = 1; i < found.size(); ++i) {
      ASSERT_TRUE(better(world, found[0], found[i])) << "seed " << seed << '\n' << describe(world);
      ASSERT_FALSE(better(world, found[i], found[0])) << "seed " << seed << '\n' << describe(world);
    }
  }
}

/// A twentieth of the worlds each, so that the parts run side by side.
struct timed_worlds : testing::TestWithParam<std::uint64_t> {};

TEST_P(timed_worlds, EqualBruteForce) {
  int none = 0;
  int worse = 0;
  for (std::uint64_t i = 1; i <= timed_seeds; ++i) {
    const std::uint64_t seed = 20 * i + GetParam();
    const network world = random_timed_network(seed);
    const std::vector<plan> expected = brute_force_plans(world, 2);
    const std::vector<plan> found = best_plans(world, 2, {unlimited});
    ASSERT_EQ(all_of(world, found), all_of(world, expected)) << "seed " << seed << '\n' << describe(world);
    none += found.empty() ? 1 : 0;
    network open = world;
    for (door& one : open.doors) one.hours = -1;
    const std::vector<plan> always = best_plans(open, 1, {unlimited});
    if (!found.empty() && !always.empty()) worse += found[0].cost.score > always[0].cost.score ? 1 : 0;
  }
  std::cout << "  of " << timed_seeds << " networks, " << none << " have no plan, " << worse
            << " have a worse one for their hours\n";
  EXPECT_GE(worse, static_cast<int>(timed_seeds) / 20);
}

TEST(best_plans, AreTheSameWithoutTheDoorsThatABoundDrops) {
  std::size_t doors = 0;
  std::size_t dropped = 0;
  for (std::uint64_t seed = 1; seed <= crowded_seeds; ++seed) {
    const network world = random_crowded_network(seed);
    const std::vector<plan> all = best_plans(world, 3, {unlimited, true});
    const std::vector<plan> fewer = best_plans(world, 3, {unlimited});
    ASSERT_EQ(all_of(world, fewer), all_of(world, all)) << "seed " << seed << '\n' << describe(world);
    doors += world.doors.size();
    dropped += world.doors.size() - detail::planning(world, {unlimited}).doors_left({}).size();
  }
  std::cout << "  of " << doors << " doors, " << dropped << " are dropped\n";
  EXPECT_GT(dropped * 20, doors);
}

INSTANTIATE_TEST_SUITE_P(parts, timed_worlds, testing::Range<std::uint64_t>(0, 20));

}  // namespace
}  // namespace aiguillage
