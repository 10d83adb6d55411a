#include "aiguillage/search/label_setting.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "aiguillage/search/ends.h"
#include "aiguillage/search/frontier.h"
#include "aiguillage/search/needs.h"
#include "aiguillage/search/planner.h"
#include "search/small_world.h"

namespace {

namespace search = aiguillage::search;
using search::refusal;
using small_world::world;
using vectors = std::vector<std::array<std::uint32_t, 3>>;

/// The front without any bound, so that dominance alone cuts.
vectors front_without_bound(const world& one, bool subsets) {
  search::ready_graph<std::uint32_t, 3> graph;
  search::need_resource needs;
  search::label_setting<std::uint32_t, 3, search::need_resource> labels;
  EXPECT_EQ(search::make_ready(one.graph, {1, 1, 1}, 1, graph), refusal::none);
  EXPECT_EQ(needs.load(one.needs, graph.vertex_count()), refusal::none);
  const auto nothing = [](search::vertex, search::need_set) { return search::costs<std::uint32_t, 3>{}; };
  search::search_limits limits;
  limits.subsets = subsets;
  EXPECT_EQ(labels.run(graph, needs, nothing, one.home, limits), refusal::none);
  vectors result;
  for (const auto& found : labels.front()) result.push_back({found.cost[0], found.cost[1], found.cost[2]});
  return result;
}

/// From home 0, vertex 1 is reached dearly over 4 with nothing met, or cheaply over 3, which meets need 0. Vertex 2 meets
/// need 1, but only while need 0 is open: the dear way is the only one, though the cheap one has met more.
TEST(LabelSetting, SubsetDominanceIsWrongWhereDoorsClose) {
  world one;
  one.graph.from = {{{3, 0, {1, 1, 1}}, {4, 1, {4, 4, 4}}},
                    {{2, 2, {1, 1, 1}}},
                    {{3, 3, {1, 1, 1}}},
                    {{1, 4, {1, 1, 1}}},
                    {{1, 5, {1, 1, 1}}}};
  one.needs = {2, {0, 0}, {0, 0, 0b10, 0b01, 0}, {0, 0, 0b01, 0, 0}};
  EXPECT_EQ(front_without_bound(one, false), (vectors{{7, 7, 7}}));
  EXPECT_EQ(front_without_bound(one, true), vectors{})
      << "if this finds the plan, the world no longer tells them apart";
  search::planner<search::arc_lists<3>> with;
  ASSERT_EQ(with.load(one.graph, {1, 1, 1}), refusal::none);
  ASSERT_EQ(with.ask(one.needs), refusal::none);
  search::plan_front<3> front;
  ASSERT_EQ(with.front(0, front), refusal::none);
  EXPECT_EQ(front.costs, (vectors{{7, 7, 7}})) << "the planner sees by itself that doors close";
}

TEST(LabelSetting, SubsetDominanceChangesNoFrontWhereDoorsStayOpen) {
  std::mt19937_64 random(3);
  for (int i = 0; i < 300; ++i) {
    const world one = small_world::random_world(random, {7, 4, 30, 9, false});
    ASSERT_EQ(front_without_bound(one, true), front_without_bound(one, false)) << "world " << i;
  }
}

std::uint64_t weigh(const std::array<std::uint32_t, 3>& cost) { return cost[0] + cost[1] + cost[2]; }

/// Each vector of the true front is within the certified gap of one that was found, and so is the least weight.
void expect_certified(const search::plan_front<3>& cut, const vectors& truth) {
  if (cut.costs.empty()) {
    EXPECT_EQ(cut.gap.each, search::unbounded);
    EXPECT_EQ(cut.gap.weighted, search::unbounded);
    return;
  }
  std::uint64_t best = search::unbounded, found = search::unbounded;
  for (const auto& one : cut.costs) found = std::min(found, weigh(one));
  for (const auto& want : truth) {
    best = std::min(best, weigh(want));
    EXPECT_TRUE(std::any_of(cut.costs.begin(), cut.costs.end(), [&](const auto& one) {
      return one[0] <= want[0] + cut.gap.each && one[1] <= want[1] + cut.gap.each &&
             one[2] <= want[2] + cut.gap.each;
    }));
  }
  EXPECT_LE(found, best + cut.gap.weighted);
}

TEST(LabelSetting, CutShortItSaysHowFarOffItMayBe) {
  std::mt19937_64 random(11);
  std::size_t cut_short = 0, with_gap = 0;
  for (int i = 0; i < 60 && !HasFailure(); ++i) {
    const world one = small_world::random_world(random, {12, 5, 60, 20, i % 3 == 0});
    search::planner<search::arc_lists<3>> with;
    ASSERT_EQ(with.load(one.graph, {1, 1, 1}), refusal::none);
    ASSERT_EQ(with.ask(one.needs), refusal::none);
    search::plan_front<3> truth, cut;
    ASSERT_EQ(with.front(one.home, truth), refusal::none);
    ASSERT_TRUE(truth.exact);
    for (std::uint64_t labels = 1; labels <= truth.counters.labels + 2; labels = labels * 5 / 4 + 1) {
      SCOPED_TRACE("world " + std::to_string(i) + ", labels " + std::to_string(labels));
      ASSERT_EQ(with.front(one.home, cut, {{labels}, true}), refusal::none);
      if (cut.exact) {
        EXPECT_EQ(cut.costs, truth.costs);
        EXPECT_EQ(cut.gap.each + cut.gap.weighted, 0U);
        continue;
      }
      ++cut_short;
      if (cut.gap.each > 0 && !cut.costs.empty()) ++with_gap;
      expect_certified(cut, truth.costs);
    }
  }
  EXPECT_GT(cut_short, 100U);
  EXPECT_GT(with_gap, 20U);
}

TEST(LabelSetting, FewLabelsGiveTheFirstOfTheKBest) {
  std::mt19937_64 random(5);
  const world one = small_world::random_world(random, {12, 5, 70, 20, false});
  search::planner<search::arc_lists<3>> with;
  ASSERT_EQ(with.load(one.graph, {1, 1, 1}), refusal::none);
  ASSERT_EQ(with.ask(one.needs), refusal::none);
  search::plan_list all, cut;
  ASSERT_EQ(with.k_best(one.home, 30, false, all), refusal::none);
  ASSERT_EQ(all.plans.size(), 30U);
  std::size_t cut_short = 0;
  for (std::uint64_t labels = 1; labels < 300; labels += 10) {
    ASSERT_EQ(with.k_best(one.home, 30, false, cut, {labels}), refusal::none);
    ASSERT_EQ(cut.exact, cut.plans.size() == 30);
    for (std::size_t i = 0; i < cut.plans.size(); ++i) EXPECT_EQ(cut.plans[i].steps, all.plans[i].steps);
    if (cut.exact) continue;
    ++cut_short;
    EXPECT_LE(cut.least_missing, all.plans[cut.plans.size()].cost);
  }
  EXPECT_GT(cut_short, 5U);
}

TEST(LabelSetting, CountsAreTheSameEveryTime) {
  std::mt19937_64 random(17);
  const world one = small_world::random_world(random, {12, 5, 80, 30, false});
  std::vector<std::uint64_t> labels;
  for (int i = 0; i < 2; ++i) {
    search::planner<search::arc_lists<3>> with;
    ASSERT_EQ(with.load(one.graph, {1, 1, 1}), refusal::none);
    ASSERT_EQ(with.ask(one.needs), refusal::none);
    search::plan_front<3> front;
    for (int again = 0; again < 2; ++again) {
      ASSERT_EQ(with.front(one.home, front), refusal::none);
      labels.push_back(front.counters.labels);
    }
  }
  EXPECT_EQ(labels, std::vector<std::uint64_t>(4, labels[0]));
  EXPECT_GT(labels[0], 10U);
}

TEST(Frontier, AgreesWithAPlainList) {
  std::mt19937_64 random(23);
  search::frontier<std::uint16_t, 2> list;
  std::vector<std::array<std::uint16_t, 3>> plain;
  for (int i = 0; i < 3000; ++i) {
    const std::array<std::uint16_t, 2> point = {static_cast<std::uint16_t>(random() % 300),
                                                static_cast<std::uint16_t>(random() % 300)};
    const auto bits = static_cast<std::uint16_t>(random() % 64 | 0x8000);
    bool subset = false, same = false;
    for (const auto& one : plain) {
      const bool better = one[0] <= point[0] && one[1] <= point[1];
      subset |= better && (one[2] & ~bits) == 0;
      same |= better && one[2] == bits;
    }
    ASSERT_EQ(list.dominates<true>(point, bits), subset);
    ASSERT_EQ(list.dominates<false>(point, bits), same);
    if (i % 50 == 0) {
      list.erase_dominated(point);
      plain.erase(std::remove_if(plain.begin(), plain.end(),
                                 [&](const auto& one) { return one[0] >= point[0] && one[1] >= point[1]; }),
                  plain.end());
    }
    if (subset) continue;
    list.push(point, bits);
    plain.push_back({point[0], point[1], bits});
    ASSERT_EQ(list.size(), plain.size());
  }
  EXPECT_GT(plain.size(), 64U);
}

TEST(PathEnds, AllAtOnceIsAsOneByOne) {
  std::mt19937_64 random(29);
  using ends = search::path_ends<std::uint16_t, 3>;
  for (const std::uint16_t slack : {std::uint16_t{0}, std::uint16_t{9}}) {
    ends together, apart;
    together.restart({{slack, slack, slack}});
    apart.restart({{slack, slack, slack}});
    ends::batch least;
    for (std::uint32_t i = 0; i < 400; ++i) {
      for (auto& one : least) {
        const auto a = static_cast<std::uint16_t>(random() % 300),
                   b = static_cast<std::uint16_t>(random() % 300);
        one = {{a, b, static_cast<std::uint16_t>(620 - a - b + random() % 40)}};
      }
      const std::size_t count = random() % (least.size() + 1);
      std::vector<std::size_t> visited, expected;
      for (std::size_t k = 0; k < count; ++k) {
        if (apart.hopeless(least[k])) continue;
        expected.push_back(k);
        if (k % 3 != 0) apart.add(least[k], i);
      }
      together.visit_hopeful(least, count, [&](std::size_t k) {
        visited.push_back(k);
        if (k % 3 != 0) together.add(least[k], i);
      });
      ASSERT_EQ(visited, expected) << "batch " << i;
    }
    EXPECT_GT(together.found().size(), 2 * ends::batch_size);
    EXPECT_EQ(together.found().size(), apart.found().size());
  }
}

}  // namespace
