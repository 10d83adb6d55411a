// How the work grows, on counters that are the same on every machine; and the greatest instances.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "aiguillage/search/planner.h"
#include "search/made_instance.h"

namespace {

namespace search = aiguillage::search;
using planner = search::planner<search::arc_lists<3>>;
using search::refusal;

double median(std::vector<double> of) {
  std::sort(of.begin(), of.end());
  return of[of.size() / 2];
}

struct work {
  double relaxations = 0, labels = 0;
};

work work_on(const made_instance::recipe& of, bool front_too) {
  const auto one = made_instance::make(of);
  planner with;
  std::optional<search::plan> best;
  search::plan_front<3> front;
  EXPECT_EQ(with.load(one.graph, one.weights), refusal::none);
  EXPECT_EQ(with.measure(), refusal::none);
  EXPECT_EQ(with.ask(one.needs), refusal::none);
  EXPECT_EQ(with.best(one.home, best), refusal::none);
  if (front_too) {
    EXPECT_EQ(with.front(one.home, front), refusal::none);
  }
  return {static_cast<double>(with.relaxations()), static_cast<double>(front.counters.labels)};
}

TEST(SearchGrowth, TableGrowsByTwoPerNeed) {
  std::vector<double> grown;
  for (std::uint64_t seed = 1; seed <= 15; ++seed) {
    work before = work_on({seed, 40, 4, true}, false);
    for (std::uint32_t needs = 5; needs <= 13; ++needs) {
      const work now = work_on({seed, 40, needs, true}, false);
      grown.push_back(now.relaxations / before.relaxations);
      before = now;
    }
  }
  EXPECT_LE(median(grown), 2.2);
  EXPECT_GT(median(grown), 1.2);
}

TEST(SearchGrowth, TableGrowsWithTheActors) {
  std::vector<double> few, many;
  for (std::uint64_t seed = 1; seed <= 15; ++seed) {
    few.push_back(work_on({seed, 30, 8, true}, false).relaxations / 30);
    many.push_back(work_on({seed, 150, 8, true}, false).relaxations / 150);
  }
  EXPECT_LE(median(many), 1.25 * median(few));
  EXPECT_GE(median(many), 0.75 * median(few));
}

TEST(SearchGrowth, LabelsGrowByLessThanTwoPerNeed) {
  std::vector<double> grown;
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    work before = work_on({seed, 30, 3, true}, true);
    for (std::uint32_t needs = 4; needs <= 7; ++needs) {
      const work now = work_on({seed, 30, needs, true}, true);
      grown.push_back(now.labels / before.labels);
      before = now;
    }
  }
  EXPECT_LE(median(grown), 2.0);
  EXPECT_GT(median(grown), 1.0);
}

/// 16 needs and 256 actors: the table and the search without one agree, and a front cut short is consistent with both.
TEST(SearchGrowth, GreatestInstanceIsSolved) {
  const auto one = made_instance::make({1, 256, 16, true});
  planner with;
  ASSERT_EQ(with.load(one.graph, one.weights), refusal::none);
  ASSERT_EQ(with.measure(), refusal::none);
  ASSERT_EQ(with.ask(one.needs), refusal::none);
  std::optional<search::plan> over_tables;
  ASSERT_EQ(with.best(one.home, over_tables), refusal::none);
  const search::plan best = over_tables.value_or(search::plan{});
  ASSERT_FALSE(best.steps.empty());

  search::ready_graph<std::uint32_t, 3> graph;
  search::need_resource needs;
  search::forward_search<std::uint32_t, 3> forward;
  ASSERT_EQ(search::make_ready(one.graph, one.weights, std::uint64_t{257} * 17, graph), refusal::none);
  ASSERT_EQ(needs.load(one.needs, graph.vertex_count()), refusal::none);
  const auto no_bound = [](search::vertex, search::need_set) { return 0U; };
  const search::plan alone = forward.run(graph, needs, one.home, no_bound).value_or(search::plan{});
  EXPECT_EQ(alone.cost, best.cost);
  EXPECT_EQ(alone.steps, best.steps);

  search::plan_front<3> front;
  ASSERT_EQ(with.front(one.home, front, {{40'000}, true}), refusal::none);
  ASSERT_FALSE(front.costs.empty());
  std::uint64_t found = search::unbounded;
  for (const auto& cost : front.costs) found = std::min(found, search::weigh(cost, one.weights));
  EXPECT_LE(best.cost, found);
  EXPECT_LE(found, best.cost + front.gap.weighted);
}

TEST(SearchGrowth, MadeInstancesAreAlwaysTheSame) {
  std::uint64_t hash = 14695981039346656037U;  // FNV-1a
  for (const char c : made_instance::text({7, 12, 5, false}))
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  EXPECT_EQ(hash, 16710848825978492413U);
}

}  // namespace
