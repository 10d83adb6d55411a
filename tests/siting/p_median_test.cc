#include "aiguillage/siting/p_median.h"

#include <algorithm>
#include <numeric>
#include <random>

#include <gtest/gtest.h>

#include "siting/interchange.h"

namespace aiguillage {
namespace {

/// The least cost of all sets that hold `already`.
std::int64_t least_cost(const p_median_problem& of) {
  std::vector<bool> chosen(of.candidates, false);
  std::fill(chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(of.open), true);
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  do {
    std::vector<std::size_t> open;
    for (std::size_t j = 0; j < of.candidates; ++j)
      if (chosen[j]) open.push_back(j);
    const bool holds =
        std::all_of(of.already.begin(), of.already.end(), [&](std::size_t j) { return chosen[j]; });
    if (holds) least = std::min(least, siting::cost_of(of, open));
  } while (std::prev_permutation(chosen.begin(), chosen.end()));
  return least;
}

p_median_problem random_problem(std::mt19937& random) {
  const auto roll = [&](std::size_t many) { return static_cast<std::size_t>(random() % many); };
  p_median_problem of;
  of.clients = 1 + roll(14);
  of.candidates = 1 + roll(10);
  of.open = 1 + roll(of.candidates);
  const std::array<std::size_t, 4> ranges = {2, 10, 1000, p_median_most_cost};
  const std::size_t range = ranges[roll(4)];
  for (std::size_t cell = 0; cell < of.clients * of.candidates; ++cell)
    of.costs.push_back(roll(9) == 0 ? p_median_most_cost : static_cast<std::int32_t>(roll(range)));
  std::vector<std::size_t> order(of.candidates);
  std::iota(order.begin(), order.end(), 0U);
  std::shuffle(order.begin(), order.end(), random);
  order.resize(roll(of.open + 1));
  of.already = order;
  return of;
}

void expect_is_a_plan(const p_median_problem& of, const p_median_plan& found) {
  ASSERT_EQ(found.open.size(), of.open);
  ASSERT_TRUE(std::is_sorted(found.open.begin(), found.open.end()));
  ASSERT_EQ(std::adjacent_find(found.open.begin(), found.open.end()), found.open.end());
  ASSERT_LT(found.open.back(), of.candidates);
  for (const std::size_t j : of.already)
    ASSERT_TRUE(std::binary_search(found.open.begin(), found.open.end(), j));
  ASSERT_EQ(found.cost, siting::cost_of(of, found.open));
}

TEST(p_median, equals_every_set_tried) {
  std::mt19937 random(20);
  for (int i = 0; i < 3000; ++i) {
    const p_median_problem of = random_problem(random);
    const p_median_plan found = solve_p_median(of);
    expect_is_a_plan(of, found);
    ASSERT_EQ(found.cost, least_cost(of)) << i;
    ASSERT_EQ(found.bound, found.cost) << i;
  }
}

TEST(p_median, bound_holds_when_the_search_is_cut_short) {
  std::mt19937 random(21);
  int open = 0;
  for (int i = 0; i < 2000; ++i) {
    const p_median_problem of = random_problem(random);
    const p_median_plan found = solve_p_median(of, {3, 2, 2});
    expect_is_a_plan(of, found);
    const std::int64_t least = least_cost(of);
    ASSERT_LE(found.bound, least) << i;
    ASSERT_GE(found.cost, least) << i;
    if (found.bound < found.cost) ++open;
  }
  EXPECT_GT(open, 20);  // the limits did cut some
}

TEST(p_median, one_more_open_never_costs_more) {
  std::mt19937 random(22);
  for (int i = 0; i < 300; ++i) {
    p_median_problem of = random_problem(random);
    const std::int64_t before = solve_p_median(of).cost;
    if (of.open == of.candidates) continue;
    ++of.open;
    ASSERT_LE(solve_p_median(of).cost, before) << i;
  }
}

}  // namespace
}  // namespace aiguillage
