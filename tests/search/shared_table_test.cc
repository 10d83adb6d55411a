#include "aiguillage/search/shared_table.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "aiguillage/search/planner.h"
#include "search/small_world.h"

namespace {

namespace search = aiguillage::search;
using search::need_set;
using search::refusal;
using small_world::world;

constexpr search::weights<3> by = {2, 3, 1};
constexpr auto none = search::unreachable<std::uint32_t>;

template <class Lane>
search::distances<Lane, 1> measured(const world& one) {
  search::ready_graph<Lane, 3> ready;
  search::distances<Lane, 1> far;
  EXPECT_EQ(search::make_ready(one.graph, by, 1, ready), refusal::none);
  const auto weight_of = [&](const auto& head) {
    return std::array<Lane, 1>{ready.arcs[head.cheapest].weight};
  };
  EXPECT_EQ(search::measure(ready, weight_of, far), refusal::none);
  return far;
}

/// The least weighted cost between all pairs, apart from the library: by rounds over all arcs until nothing falls.
std::vector<std::vector<std::uint32_t>> apart(const world& one) {
  const std::size_t count = one.graph.from.size();
  std::vector<std::vector<std::uint32_t>> far(count, std::vector<std::uint32_t>(count, none));
  for (std::size_t start = 0; start < count; ++start) {
    far[start][start] = 0;
    for (bool fell = true; fell;) {
      fell = false;
      for (std::size_t a = 0; a < count; ++a)
        for (const auto& arc : one.graph.from[a]) {
          const std::uint32_t sum = far[start][a] + static_cast<std::uint32_t>(search::weigh(arc.cost, by));
          if (far[start][a] == none || sum >= far[start][arc.to]) continue;
          far[start][arc.to] = sum;
          fell = true;
        }
    }
  }
  return far;
}

/// The needs of one person alone, numbered anew.
search::need_rules only(const search::need_rules& of, need_set wanted) {
  const auto squeeze = [&](need_set set) {
    unsigned result = 0, at = 0;
    for (unsigned n = 0; n < of.count; ++n)
      if ((wanted >> n & 1U) != 0) result |= (unsigned{set} >> n & 1U) << at++;
    return static_cast<need_set>(result);
  };
  search::need_rules result;
  result.count = static_cast<std::size_t>(std::popcount(wanted));
  for (std::size_t n = 0; n < of.count; ++n)
    if ((wanted >> n & 1U) != 0) result.before.push_back(squeeze(of.before[n]));
  for (const need_set set : of.serves) result.serves.push_back(squeeze(set));
  return result;
}

/// What the search for one person finds: their home is a vertex of its own, with the entries as arcs.
std::uint32_t alone(const world& one, const search::need_rules& needs,
                    const std::vector<search::entry>& entries) {
  search::arc_lists<3> graph = one.graph;
  for (auto& row : graph.from)
    for (auto& arc : row) arc.cost = {static_cast<std::uint32_t>(search::weigh(arc.cost, by)), 0, 0};
  graph.from.emplace_back();
  for (const search::entry& in : entries) graph.from.back().push_back({in.to, 0, {in.cost, 0, 0}});
  search::need_rules rules = needs;
  rules.serves.push_back(0);
  search::planner<search::arc_lists<3>> planner;
  EXPECT_EQ(planner.load(graph, {1, 1, 1}), refusal::none);
  EXPECT_EQ(planner.measure(), refusal::none);
  EXPECT_EQ(planner.ask(rules), refusal::none);
  std::optional<search::plan> plan;
  EXPECT_EQ(planner.best(static_cast<search::vertex>(graph.from.size() - 1), plan), refusal::none);
  return plan ? static_cast<std::uint32_t>(plan->cost) : none;
}

/// Walks the stops: they meet the needs, each of them but the first meets one, and they cost what was said.
void expect_valid(const world& one, const search::need_rules& of, need_set wanted,
                  const search::stop_list& stops, std::uint32_t inside) {
  const auto far = apart(one);
  std::uint32_t spent = 0;
  auto open = static_cast<unsigned>(wanted);
  ASSERT_GT(stops.count, 0U);
  for (std::size_t i = 0; i < stops.count; ++i) {
    if (i > 0) spent += far[stops.at[i - 1]][stops.at[i]];
    const unsigned before = open;
    for (bool changed = true; changed;) {
      changed = false;
      for (unsigned n = 0; n < of.count; ++n) {
        if ((open >> n & 1U) == 0 || (of.serves[stops.at[i]] >> n & 1U) == 0 || (of.before[n] & open) != 0)
          continue;
        open &= ~(1U << n);
        changed = true;
      }
    }
    EXPECT_TRUE(i == 0 || open != before) << "a stop for nothing";
  }
  EXPECT_EQ(open, 0U);
  EXPECT_EQ(spent, inside);
}

/// Other classes than the first are refused some of what vertices serve.
std::vector<search::need_rules> classes_of(const world& one, std::mt19937_64& random) {
  std::vector<search::need_rules> all(3, one.needs);
  for (std::size_t c = 1; c < all.size(); ++c)
    for (need_set& set : all[c].serves) {
      const std::uint64_t kept = random();
      set &= static_cast<need_set>(kept | random());
    }
  return all;
}

std::vector<search::entry> some_entries(const world& one, std::mt19937_64& random) {
  std::vector<search::entry> entries;
  for (int i = 0; i < 3; ++i)
    entries.push_back({static_cast<search::vertex>(random() % one.graph.from.size()),
                       static_cast<std::uint32_t>(random() % 6)});
  return entries;
}

template <class Lane>
void expect_like_alone(std::size_t worlds) {
  std::mt19937_64 random(20261123);
  std::size_t answered = 0, ordered = 0;
  for (std::size_t i = 0; i < worlds && !testing::Test::HasFailure(); ++i) {
    SCOPED_TRACE("world " + std::to_string(i));
    const world one = small_world::random_world(random, {3 + i % 4, 2 + i % 4, 14, 3, false});
    for (const need_set before : one.needs.before) ordered += before != 0;
    const auto far = measured<Lane>(one);
    for (const search::need_rules& rules : classes_of(one, random)) {
      search::shared_table<Lane> table;
      ASSERT_EQ(table.build(far, rules), refusal::none);
      const auto entries = some_entries(one, random);
      for (unsigned wanted = 0; wanted < 1U << rules.count; ++wanted) {
        const auto needs = static_cast<need_set>(wanted);
        const search::arrival best = table.best_from(entries, needs);
        ASSERT_EQ(best.cost, wanted == 0 ? std::min({entries[0].cost, entries[1].cost, entries[2].cost})
                                         : alone(one, only(rules, needs), entries));
        if (best.cost == none) continue;
        ++answered;
        std::uint32_t in = none;
        for (const search::entry& each : entries)
          if (each.to == best.to) in = std::min(in, each.cost);
        search::stop_list stops;
        table.stops(best.to, needs, stops);
        ASSERT_EQ(stops.at[0], best.to);
        expect_valid(one, rules, needs, stops, best.cost - in);
      }
    }
  }
  EXPECT_GT(answered, worlds * 3);
  EXPECT_GT(ordered, worlds / 4);
}

TEST(shared_table, answers_every_subset_like_a_person_alone) { expect_like_alone<std::uint16_t>(60); }

TEST(shared_table, answers_in_wide_lanes_too) { expect_like_alone<std::uint32_t>(15); }

/// Two vertices serve the need at the same cost from the first, which serves nothing.
world twins() {
  world one;
  one.graph.from.resize(3);
  one.graph.from[0] = {{2, 0, {1, 0, 0}}, {1, 1, {1, 0, 0}}};
  one.needs = {1, {0}, {0, 1, 1}, {}};
  return one;
}

TEST(shared_table, breaks_ties_by_first_entry_and_smallest_vertex) {
  search::shared_table<std::uint16_t> table;
  ASSERT_EQ(table.build(measured<std::uint16_t>(twins()), twins().needs), refusal::none);
  const std::vector<search::entry> entries = {{2, 4}, {1, 4}, {0, 2}};
  EXPECT_EQ(table.best_from(entries, 1).to, 2U);
  search::stop_list stops;
  table.stops(0, 1, stops);
  ASSERT_EQ(stops.count, 2U);
  EXPECT_EQ(stops.at[1], 1U);
}

TEST(shared_table, refuses_what_it_cannot_hold) {
  search::shared_table<std::uint16_t> table;
  const auto far = measured<std::uint16_t>(twins());
  search::need_rules rules = twins().needs;
  ASSERT_EQ(table.build(far, rules), refusal::none);
  rules.only_while_open = {0, 1, 0};
  EXPECT_EQ(table.build(far, rules), refusal::closing_doors);
  EXPECT_EQ(table.best_from(std::vector<search::entry>{{1, 0}}, 1).cost, none)
      << "an old table must not answer";
  const std::size_t many = search::most_shared_needs + 1;
  EXPECT_EQ(table.build(far, {many, std::vector<need_set>(many), {0, 0, 0}, {}}), refusal::too_many_needs);
}

TEST(shared_table, answers_nobody_with_a_need_or_an_entry_that_it_does_not_know) {
  search::shared_table<std::uint16_t> table;
  ASSERT_EQ(table.build(measured<std::uint16_t>(twins()), twins().needs), refusal::none);
  EXPECT_EQ(table.best_from(std::vector<search::entry>{{1, 0}}, 2).cost, none);
  EXPECT_EQ(table.best_from(std::vector<search::entry>{{3, 0}}, 1).cost, none);
}

}  // namespace
