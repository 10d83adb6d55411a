// Fronts within a tolerance, and searches that a clock or a caller ends.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "aiguillage/search/planner.h"
#include "search/made_instance.h"
#include "search/small_world.h"

namespace {

namespace search = aiguillage::search;
using planner = search::planner<search::arc_lists<3>>;
using search::refusal;
using vector3 = std::array<std::uint32_t, 3>;

constexpr search::weights<3> by = {1, 1, 1};

template <class Instance>
planner planner_of(const Instance& one, const search::weights<3>& weights) {
  planner result;
  EXPECT_EQ(result.load(one.graph, weights), refusal::none);
  EXPECT_EQ(result.ask(one.needs), refusal::none);
  return result;
}

bool no_worse(const vector3& a, const vector3& b, const vector3& within = {}) {
  return a[0] <= b[0] + within[0] && a[1] <= b[1] + within[1] && a[2] <= b[2] + within[2];
}

std::uint64_t weigh(const vector3& of, const search::weights<3>& weights) {
  return search::weigh(of, weights);
}

/// Each vector of the true front is within the tolerance of one given; none given is better than the truth, nor
/// than another one given.
void expect_within(const std::vector<vector3>& given, const std::vector<vector3>& truth,
                   const vector3& within) {
  ASSERT_EQ(given.empty(), truth.empty());
  for (const vector3& want : truth)
    EXPECT_TRUE(std::any_of(given.begin(), given.end(),
                            [&](const vector3& one) { return no_worse(one, want, within); }));
  for (const vector3& one : given) {
    EXPECT_TRUE(
        std::any_of(truth.begin(), truth.end(), [&](const vector3& want) { return no_worse(want, one); }));
    EXPECT_EQ(
        std::count_if(given.begin(), given.end(), [&](const vector3& other) { return no_worse(other, one); }),
        1);
  }
}

/// The costs of a path, added up over the arcs of the graph.
vector3 costs_of(const search::arc_lists<3>& graph, search::vertex from,
                 const std::vector<search::step>& path) {
  vector3 sum{};
  for (const search::step& each : path) {
    const auto& arcs = graph.from[from];
    const auto arc = std::find_if(arcs.begin(), arcs.end(), [&](const auto& a) { return a.id == each.arc; });
    if (arc == arcs.end() || arc->to != each.to) {
      ADD_FAILURE() << "no arc " << each.arc;
      return sum;
    }
    for (std::size_t k = 0; k < 3; ++k) sum[k] += arc->cost[k];
    from = each.to;
  }
  return sum;
}

TEST(SearchTolerance, EachVectorOfTheFrontIsWithinIt) {
  std::mt19937_64 random(41);
  std::size_t fewer = 0;
  for (std::uint32_t i = 0; i < 400 && !HasFailure(); ++i) {
    SCOPED_TRACE("world " + std::to_string(i));
    const auto one = small_world::random_world(random, {10, 4, 60, i % 5 == 0 ? 9'000U : 20U, i % 3 == 0});
    planner with = planner_of(one, by);
    search::plan_front<3> truth, close;
    ASSERT_EQ(with.front(one.home, truth), refusal::none);
    const std::uint32_t most = i % 5 == 0 ? 4'000 : 12;
    const vector3 within = {i % most, (i * 7) % most, (i * 3) % most};
    ASSERT_EQ(with.front(one.home, close, {}, within), refusal::none);
    expect_within(close.costs, truth.costs, within);
    EXPECT_EQ(close.exact, within == vector3{});
    EXPECT_EQ(close.gap.each, *std::max_element(within.begin(), within.end()));
    EXPECT_EQ(close.gap.weighted, weigh(within, by));
    EXPECT_LE(close.counters.labels, truth.counters.labels);
    for (std::size_t k = 0; k < close.costs.size(); ++k)
      EXPECT_EQ(costs_of(one.graph, one.home, with.path_of(one.home, k)), close.costs[k]);
    if (close.costs.size() < truth.costs.size()) ++fewer;
  }
  EXPECT_GT(fewer, 100U) << "a tolerance that changes nothing tests nothing";
}

/// 30 minutes, 3 days, 5 % on territories of some size.
TEST(SearchTolerance, HoldsOnMadeInstances) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const auto one = made_instance::make({seed, 25, 7, true});
    planner with = planner_of(one, one.weights);
    search::plan_front<3> truth, close;
    ASSERT_EQ(with.front(one.home, truth), refusal::none);
    ASSERT_EQ(with.front(one.home, close, {}, {6, 3, 5}), refusal::none);
    expect_within(close.costs, truth.costs, {6, 3, 5});
    EXPECT_LT(close.costs.size() * 2, truth.costs.size());
    EXPECT_LT(close.counters.labels, truth.counters.labels);
  }
}

TEST(SearchTolerance, GreatestOneKeepsOnePlan) {
  const auto one = made_instance::make({3, 20, 5, true});
  planner with = planner_of(one, one.weights);
  search::plan_front<3> close;
  constexpr std::uint32_t all = 4'294'967'295;
  ASSERT_EQ(with.front(one.home, close, {}, {all, all, all}), refusal::none);
  EXPECT_EQ(close.costs.size(), 1U);
}

search::search_budget stop_after(std::uint64_t polls, std::uint64_t every, std::uint64_t& asked) {
  asked = 0;
  return {search::most_labels, [polls, &asked] { return ++asked == polls; }, every};
}

TEST(SearchBudget, StopAfterSoManyPollsIsABudgetOfLabels) {
  const auto one = made_instance::make({2, 20, 6, true});
  planner with = planner_of(one, one.weights);
  search::plan_front<3> truth, cut, stopped;
  ASSERT_EQ(with.front(one.home, truth), refusal::none);
  ASSERT_GT(truth.counters.labels, 500U);
  std::uint64_t asked = 0;
  for (std::uint64_t polls = 1; polls <= truth.counters.labels / 60; polls = polls * 3 / 2 + 1) {
    SCOPED_TRACE("polls " + std::to_string(polls));
    ASSERT_EQ(with.front(one.home, cut, {{polls * 50}, true}), refusal::none);
    ASSERT_EQ(with.front(one.home, stopped, {stop_after(polls, 50, asked), true}), refusal::none);
    EXPECT_EQ(asked, polls);
    EXPECT_EQ(stopped.costs, cut.costs);
    EXPECT_EQ(stopped.counters.labels, cut.counters.labels);
    EXPECT_EQ(stopped.gap.each, cut.gap.each);
    EXPECT_EQ(stopped.gap.weighted, cut.gap.weighted);
    EXPECT_FALSE(stopped.exact);
  }
}

/// The gap is a bound on what the whole answer has and the cut one lacks, with a tolerance too.
TEST(SearchBudget, GapOfAStoppedSearchIsABound) {
  std::size_t with_plans = 0;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const auto one = made_instance::make({seed, 20, 6, true});
    planner with = planner_of(one, one.weights);
    search::plan_front<3> truth, cut;
    ASSERT_EQ(with.front(one.home, truth), refusal::none);
    for (std::uint64_t polls = 1; polls * 100 < truth.counters.labels; polls = polls * 3 / 2 + 1)
      for (const vector3 within : {vector3{}, vector3{4, 1, 3}}) {
        std::uint64_t asked = 0;
        ASSERT_EQ(with.front(one.home, cut, {stop_after(polls, 100, asked), true}, within), refusal::none);
        if (cut.costs.empty()) continue;
        ++with_plans;
        const auto each = static_cast<std::uint32_t>(cut.gap.each);
        std::uint64_t best = search::unbounded, found = search::unbounded;
        for (const vector3& want : truth.costs) {
          best = std::min(best, weigh(want, one.weights));
          EXPECT_TRUE(std::any_of(cut.costs.begin(), cut.costs.end(), [&](const vector3& have) {
            return no_worse(have, want, {each, each, each});
          }));
        }
        for (const vector3& have : cut.costs) found = std::min(found, weigh(have, one.weights));
        EXPECT_LE(found, best + cut.gap.weighted);
      }
  }
  EXPECT_GT(with_plans, 20U);
}

TEST(SearchBudget, KBestCanBeStoppedToo) {
  const auto one = made_instance::make({5, 25, 7, true});
  planner with = planner_of(one, one.weights);
  search::plan_list all, cut, stopped;
  ASSERT_EQ(with.k_best(one.home, 20, false, all), refusal::none);
  ASSERT_EQ(all.plans.size(), 20U);
  std::uint64_t asked = 0;
  ASSERT_EQ(with.k_best(one.home, 20, false, cut, {100}), refusal::none);
  ASSERT_EQ(with.k_best(one.home, 20, false, stopped, stop_after(4, 25, asked)), refusal::none);
  EXPECT_FALSE(stopped.exact);
  EXPECT_EQ(stopped.plans.size(), cut.plans.size());
  EXPECT_EQ(stopped.least_missing, cut.least_missing);
  EXPECT_LE(stopped.least_missing, all.plans[stopped.plans.size()].cost);
}

/// The clock itself: a deadline that is over stops at the first poll, one far off stops nothing.
TEST(SearchBudget, DeadlineIsKept) {
  const auto one = made_instance::make({2, 20, 6, true});
  planner with = planner_of(one, one.weights);
  search::plan_front<3> truth, cut;
  ASSERT_EQ(with.front(one.home, truth), refusal::none);
  const auto now = std::chrono::steady_clock::now();
  search::search_limits limits;
  limits.budget.every = 1;
  limits.budget.stop = search::stop_at(now);
  ASSERT_EQ(with.front(one.home, cut, limits), refusal::none);
  EXPECT_FALSE(cut.exact);
  EXPECT_LT(cut.counters.labels, truth.counters.labels / 2);
  limits.budget.stop = search::stop_at(now + std::chrono::hours(24));
  ASSERT_EQ(with.front(one.home, cut, limits), refusal::none);
  EXPECT_TRUE(cut.exact);
  EXPECT_EQ(cut.costs, truth.costs);
}

}  // namespace
