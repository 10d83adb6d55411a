#include "aiguillage/search/planner.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <random>
#include <set>
#include <vector>

#include <gtest/gtest.h>

#include "search/small_world.h"

namespace {

namespace search = aiguillage::search;
using planner = search::planner<search::arc_lists<3>>;
using search::refusal;
using small_world::walk;
using small_world::world;

constexpr search::weights<3> by = {2, 3, 1};

/// Calls `check` with random worlds and all their walks; at least nine worlds of ten must be small enough.
void for_each_world(std::size_t count, small_world::taste like,
                    const std::function<void(const world&, const std::vector<walk>&)>& check) {
  std::mt19937_64 random(20261122);
  std::size_t small_enough = 0, solvable = 0;
  for (std::size_t i = 0; i < count && !testing::Test::HasFailure(); ++i) {
    SCOPED_TRACE("world " + std::to_string(i));
    like.vertices = 3 + i % 4;
    like.needs = 1 + i % 4;
    const world one = small_world::random_world(random, like);
    bool too_many = false;
    const std::vector<walk> walks = small_world::all_walks(one, by, 20'000, too_many);
    if (too_many) continue;
    ++small_enough;
    if (!walks.empty()) ++solvable;
    check(one, walks);
  }
  if (testing::Test::HasFailure()) return;
  EXPECT_GE(small_enough * 10, count * 9);
  EXPECT_GE(solvable * 5, count) << "too few worlds have a plan";
}

planner planner_of(const world& one) {
  planner result;
  EXPECT_EQ(result.load(one.graph, by), refusal::none);
  EXPECT_EQ(result.ask(one.needs), refusal::none);
  return result;
}

void expect_same(const search::plan& ours, const walk& theirs) {
  EXPECT_EQ(ours.cost, theirs.weight);
  EXPECT_EQ(ours.steps, theirs.steps);
}

/// The walks that are the first ones of their sequence of vertices.
std::vector<walk> without_repeats(const std::vector<walk>& walks) {
  std::set<std::vector<search::vertex>> seen;
  std::vector<walk> result;
  for (const walk& one : walks) {
    std::vector<search::vertex> places;
    for (const search::step& each : one.steps) places.push_back(each.to);
    if (seen.insert(places).second) result.push_back(one);
  }
  return result;
}

void expect_best(const world& one, const std::vector<walk>& walks) {
  planner with = planner_of(one);
  for (const bool measured : {false, true}) {  // forward, then over the tables
    if (measured) {
      ASSERT_EQ(with.measure(), refusal::none);
    }
    std::optional<search::plan> best;
    ASSERT_EQ(with.best(one.home, best), refusal::none);
    ASSERT_EQ(best.has_value(), !walks.empty()) << "measured: " << measured;
    if (best) expect_same(*best, walks.front());
  }
}

void expect_front(const world& one, const std::vector<walk>& walks) {
  planner with = planner_of(one);
  const auto wanted = small_world::front_of(walks);
  search::plan_front<3> front;
  for (const bool subsets : {false, true}) {
    search::search_limits limits;
    limits.subsets = subsets;
    ASSERT_EQ(with.front(one.home, front, limits), refusal::none);
    ASSERT_EQ(front.costs, wanted) << "subsets: " << subsets;
    ASSERT_TRUE(front.exact);
    ASSERT_EQ(front.gap.each + front.gap.weighted, 0U);
  }
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const walk* canonical = nullptr;
    for (const walk& each : walks) {
      if (each.costs != wanted[i]) continue;
      if (canonical == nullptr || each.steps.size() < canonical->steps.size()) canonical = &each;
    }
    ASSERT_EQ(with.path_of(one.home, i), canonical->steps);
  }
}

void expect_k_best(const world& one, const std::vector<walk>& walks) {
  planner with = planner_of(one);
  for (const bool different : {false, true}) {
    const std::vector<walk> wanted = different ? without_repeats(walks) : walks;
    search::plan_list plans;
    ASSERT_EQ(with.k_best(one.home, 7, different, plans), refusal::none);
    ASSERT_TRUE(plans.exact);
    ASSERT_EQ(plans.plans.size(), std::min<std::size_t>(7, wanted.size())) << "different: " << different;
    for (std::size_t i = 0; i < plans.plans.size(); ++i) expect_same(plans.plans[i], wanted[i]);
  }
}

TEST(SearchPlanner, BestEqualsEnumeration) { for_each_world(2000, {}, expect_best); }

TEST(SearchPlanner, FrontAndItsPathsEqualEnumeration) { for_each_world(2000, {}, expect_front); }

TEST(SearchPlanner, KBestEqualEnumeration) { for_each_world(2000, {}, expect_k_best); }

TEST(SearchPlanner, CostsThatNeedWideLanesGiveTheSame) {
  small_world::taste like;
  like.greatest = 40'000;  // one arc fits in 16 bits, few paths do
  for_each_world(500, like, [](const world& one, const std::vector<walk>& walks) {
    expect_best(one, walks);
    expect_front(one, walks);
    expect_k_best(one, walks);
  });
  like.greatest = 9'000;  // arcs fit, weights and paths often do not
  for_each_world(500, like, expect_front);
}

TEST(SearchPlanner, DoorsThatCloseAreExactToo) {
  small_world::taste like;
  like.closing = true;
  for_each_world(2000, like, [](const world& one, const std::vector<walk>& walks) {
    expect_best(one, walks);
    expect_front(one, walks);
    expect_k_best(one, walks);
  });
}

TEST(SearchPlanner, ZeroCostsEverywhereGiveTheCanonicalPlan) {
  small_world::taste like;
  like.greatest = 0;
  for_each_world(1000, like, [](const world& one, const std::vector<walk>& walks) {
    expect_best(one, walks);
    expect_front(one, walks);
    expect_k_best(one, walks);
  });
}

TEST(SearchPlanner, TiesGoToTheCanonicalPlan) {
  small_world::taste like;
  like.greatest = 1;
  like.arcs = 13;
  for_each_world(3000, like, [](const world& one, const std::vector<walk>& walks) {
    expect_best(one, walks);
    expect_front(one, walks);
    expect_k_best(one, walks);
  });
}

/// Every distance fits in narrow lanes, but a path of the front does not: 20 arcs of risk 4000 that save a minute.
TEST(SearchPlanner, PathThatOutgrowsItsLanesIsNotLost) {
  world one;
  one.graph.from.resize(21);
  for (std::uint32_t v = 0; v < 20; ++v) {
    one.graph.from[v] = {{v + 1, 3 * v, {0, 0, 4000}}, {20, 3 * v + 1, {1, 1, 0}}};
    one.graph.from[20].push_back({v, 3 * v + 2, {0, 0, 0}});
    for (std::uint32_t to = 0; to < 20; ++to) one.graph.from[v].push_back({to, 100 + 20 * v + to, {1, 1, 0}});
  }
  one.needs = {1, {0}, std::vector<search::need_set>(21, 0), {}};
  one.needs.serves[20] = 1;
  planner with = planner_of(one);
  search::plan_front<3> front;
  ASSERT_EQ(with.front(0, front), refusal::none);
  EXPECT_EQ(front.costs, (std::vector<std::array<std::uint32_t, 3>>{{0, 0, 80'000}, {1, 1, 0}}));
}

TEST(SearchPlanner, OrderOfArcsDoesNotMatter) {
  for_each_world(300, {}, [](const world& one, const std::vector<walk>& walks) {
    world turned = one;
    for (auto& arcs : turned.graph.from) std::reverse(arcs.begin(), arcs.end());
    expect_best(turned, walks);
    expect_front(turned, walks);
    expect_k_best(turned, walks);
  });
}

/// Home 0, then 1 serves need 0; 2 serves need 1, and can be entered only while need 0 is open.
world closing_world() {
  world one;
  one.graph.from = {{{1, 0, {1, 1, 1}}, {2, 1, {5, 5, 5}}}, {{2, 2, {1, 1, 1}}}, {{1, 3, {5, 5, 5}}}};
  one.needs = {2, {0, 0}, {0, 0b01, 0b10}, {0, 0, 0b01}};
  return one;
}

TEST(SearchPlanner, ClosedDoorIsNotEntered) {
  const world one = closing_world();
  planner with = planner_of(one);
  std::optional<search::plan> best;
  ASSERT_EQ(with.best(one.home, best), refusal::none);
  ASSERT_TRUE(best);
  EXPECT_EQ(best->steps, (std::vector<search::step>{{2, 1}, {1, 3}}));
  EXPECT_EQ(best->cost, 60U);
}

TEST(SearchPlanner, SearchesAgainAfterAnotherPerson) {
  std::mt19937_64 random(7);
  const world first = small_world::random_world(random, {6, 4, 20, 5, false});
  world second = first;
  second.needs = {1, {0}, std::vector<search::need_set>(6, 1), {}};
  planner with = planner_of(first);
  search::plan_front<3> before, between, after;
  ASSERT_EQ(with.front(first.home, before), refusal::none);
  ASSERT_EQ(with.ask(second.needs), refusal::none);
  ASSERT_EQ(with.front(first.home, between), refusal::none);
  EXPECT_EQ(between.costs, (std::vector<std::array<std::uint32_t, 3>>{{0, 0, 0}}))
      << "home serves the only need";
  ASSERT_EQ(with.ask(first.needs), refusal::none);
  ASSERT_EQ(with.front(first.home, after), refusal::none);
  EXPECT_EQ(after.costs, before.costs);
}

TEST(SearchPlanner, RefusesWhatItCannotHold) {
  planner with;
  search::arc_lists<3> graph;
  graph.from.resize(2);
  graph.from[0] = {{5, 0, {1, 1, 1}}};
  EXPECT_EQ(with.load(graph, by), refusal::unknown_vertex);
  graph.from[0] = {{1, 0, {4'000'000'000U, 1, 1}}};
  EXPECT_EQ(with.load(graph, by), refusal::overflow);
  graph.from[0] = {{1, 0, {1, 1, 1}}};
  EXPECT_EQ(with.load(graph, {4'000'000'000U, 4'000'000'000U, 4'000'000'000U}), refusal::overflow);
  ASSERT_EQ(with.load(graph, by), refusal::none);
  EXPECT_EQ(with.ask({17, std::vector<search::need_set>(17, 0), {0, 0}, {}}), refusal::too_many_needs);
  EXPECT_EQ(with.ask({1, {0}, {0b10, 0}, {}}), refusal::unknown_need);
  EXPECT_EQ(with.ask({1, {0}, {1}, {}}), refusal::unknown_vertex);
  graph.from.resize(258);
  EXPECT_EQ(with.load(graph, by), refusal::too_many_vertices);
}

/// A ring of 257 vertices that serve one need each, with the greatest costs that load: nothing may wrap around.
TEST(SearchPlanner, GreatestCostsDoNotOverflow) {
  search::arc_lists<3> graph;
  search::need_rules needs{
      16, std::vector<search::need_set>(16, 0), std::vector<search::need_set>(257, 0), {}};
  constexpr std::uint32_t most = 2'147'483'646U / (257 * 17);
  for (std::uint32_t v = 0; v < 257; ++v) {
    graph.from.push_back({{(v + 1) % 257, v, {most, most, most}}});
    needs.serves[v] = static_cast<search::need_set>(v % 16 == 0 && v > 0 ? 1U << (v / 16 - 1) : 0);
  }
  planner with;
  ASSERT_EQ(with.load(graph, {1, 0, 0}), refusal::none);
  ASSERT_EQ(with.ask(needs), refusal::none);
  std::optional<search::plan> best;
  ASSERT_EQ(with.best(0, best), refusal::none);
  ASSERT_TRUE(best);
  EXPECT_EQ(best->cost, std::uint64_t{256} * most);
  search::plan_front<3> front;
  ASSERT_EQ(with.front(0, front), refusal::none);
  EXPECT_EQ(front.costs, (std::vector<std::array<std::uint32_t, 3>>{{256 * most, 256 * most, 256 * most}}));
  graph.from[0][0].cost[2] = most + 1;
  EXPECT_EQ(with.load(graph, {1, 0, 0}), refusal::overflow);
}

/// The work of the tables, counted: with needs that wait for nothing it doubles per need, and grows with the vertices.
TEST(SearchPlanner, WorkGrowsAsPromised) {
  const auto work = [](std::size_t vertices, std::size_t needs) {
    world one;
    one.graph.from.resize(vertices);
    for (std::uint32_t v = 0; v < vertices; ++v)
      one.graph.from[v] = {{static_cast<search::vertex>((v + 1) % vertices), v, {1, 1, 1}}};
    one.needs = {needs, std::vector<search::need_set>(needs, 0), {}, {}};
    for (std::size_t v = 0; v < vertices; ++v)
      one.needs.serves.push_back(static_cast<search::need_set>(1U << v % needs));
    planner with = planner_of(one);
    std::optional<search::plan> best;
    EXPECT_EQ(with.measure(), refusal::none);
    EXPECT_EQ(with.best(0, best), refusal::none);
    return static_cast<double>(with.relaxations());
  };
  for (std::size_t needs = 4; needs < 12; ++needs)
    EXPECT_LE(work(48, needs + 1), 2.2 * work(48, needs)) << needs;
  EXPECT_LE(work(240, 8), 5.0 * work(48, 8));
  EXPECT_GT(work(48, 8), 48.0);
}

}  // namespace
