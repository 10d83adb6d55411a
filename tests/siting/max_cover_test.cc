#include "aiguillage/siting/max_cover.h"

#include <algorithm>
#include <numeric>
#include <random>

#include <gtest/gtest.h>

namespace aiguillage {
namespace {

/// What a set covers, counted point by point.
std::int64_t covered_by(const max_cover_problem& of, const std::vector<std::size_t>& open) {
  std::int64_t covered = 0;
  for (std::size_t i = 0; i < of.weights.size(); ++i) {
    const bool is_covered = std::any_of(open.begin(), open.end(), [&](std::size_t j) {
      for (std::size_t k = of.first[j]; k < of.first[j + 1]; ++k)
        if (of.covers[k] == i) return true;
      return false;
    });
    if (is_covered) covered += of.weights[i];
  }
  return covered;
}

std::size_t candidates(const max_cover_problem& of) { return of.first.size() - 1; }

/// The most that any set covers that holds `already`.
std::int64_t most_covered(const max_cover_problem& of) {
  std::vector<bool> chosen(candidates(of), false);
  std::fill(chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(of.open), true);
  std::int64_t most = -1;
  do {
    std::vector<std::size_t> open;
    for (std::size_t j = 0; j < chosen.size(); ++j)
      if (chosen[j]) open.push_back(j);
    if (std::all_of(of.already.begin(), of.already.end(), [&](std::size_t j) { return chosen[j]; }))
      most = std::max(most, covered_by(of, open));
  } while (std::prev_permutation(chosen.begin(), chosen.end()));
  return most;
}

/// Opens what adds most, one after the other, the first of equals.
std::int64_t covered_greedily(const max_cover_problem& of) {
  std::vector<std::size_t> open = of.already;
  while (open.size() < of.open) {
    std::size_t best = 0;
    std::int64_t most = -1;
    for (std::size_t j = 0; j < candidates(of); ++j) {
      if (std::find(open.begin(), open.end(), j) != open.end()) continue;
      open.push_back(j);
      if (const std::int64_t covered = covered_by(of, open); covered > most) {
        most = covered;
        best = j;
      }
      open.pop_back();
    }
    open.push_back(best);
  }
  return covered_by(of, open);
}

struct shape {
  std::size_t points = 0;
  std::size_t candidates = 0;
  std::size_t percent = 0;  // of the points that a candidate covers
  std::size_t range = 0;    // of the weights
};

/// Every fifth candidate covers nothing or all that another one does; points are given in any order.
max_cover_problem random_problem(std::mt19937& random, const shape& like) {
  const auto roll = [&](std::size_t many) { return static_cast<std::size_t>(random() % many); };
  max_cover_problem of;
  for (std::size_t i = 0; i < like.points; ++i)
    of.weights.push_back(roll(6) == 0 ? 0 : static_cast<std::int64_t>(roll(like.range)));
  of.first.push_back(0);
  for (std::size_t j = 0; j < like.candidates; ++j) {
    const std::size_t kind = roll(10);
    std::vector<std::uint32_t> row;
    if (kind == 0 && j > 0) {
      const std::size_t twin = roll(j);
      row.assign(of.covers.begin() + static_cast<std::ptrdiff_t>(of.first[twin]),
                 of.covers.begin() + static_cast<std::ptrdiff_t>(of.first[twin + 1]));
    } else if (kind > 1) {
      for (std::uint32_t i = 0; i < like.points; ++i)
        if (roll(100) < like.percent) row.push_back(i);
    }
    std::shuffle(row.begin(), row.end(), random);
    of.covers.insert(of.covers.end(), row.begin(), row.end());
    of.first.push_back(of.covers.size());
  }
  of.open = 1 + roll(like.candidates);
  of.already.resize(like.candidates);
  std::iota(of.already.begin(), of.already.end(), 0U);
  std::shuffle(of.already.begin(), of.already.end(), random);
  of.already.resize(roll(2) == 0 ? 0 : roll(of.open + 1));
  return of;
}

max_cover_problem small_problem(std::mt19937& random) {
  const auto roll = [&](std::size_t many) { return static_cast<std::size_t>(random() % many); };
  const std::array<std::size_t, 4> ranges = {2, 4, 1000, std::size_t{1} << 36U};
  return random_problem(random, {roll(24), 1 + roll(11), 5 + roll(45), ranges[roll(4)]});
}

/// Points and candidates on a square, a candidate covers what is near.
max_cover_problem map_problem(std::mt19937& random, std::size_t points, std::size_t places,
                              std::size_t open) {
  const auto roll = [&](std::int64_t many) { return static_cast<std::int64_t>(random() % 1000000) % many; };
  std::vector<std::pair<std::int64_t, std::int64_t>> where(points);
  max_cover_problem of;
  for (auto& [x, y] : where) {
    x = roll(1000);
    y = roll(1000);
    of.weights.push_back(1 + roll(100));
  }
  of.first.push_back(0);
  for (std::size_t j = 0; j < places; ++j) {
    const std::int64_t x = roll(1000);
    const std::int64_t y = roll(1000);
    for (std::uint32_t i = 0; i < points; ++i) {
      const std::int64_t dx = where[i].first - x;
      const std::int64_t dy = where[i].second - y;
      if (dx * dx + dy * dy <= 22500) of.covers.push_back(i);
    }
    of.first.push_back(of.covers.size());
  }
  of.open = open;
  return of;
}

void expect_is_a_plan(const max_cover_problem& of, const max_cover_plan& found) {
  ASSERT_EQ(found.open.size(), of.open);
  ASSERT_TRUE(std::is_sorted(found.open.begin(), found.open.end()));
  ASSERT_EQ(std::adjacent_find(found.open.begin(), found.open.end()), found.open.end());
  ASSERT_LT(found.open.back(), candidates(of));
  for (const std::size_t j : of.already)
    ASSERT_TRUE(std::binary_search(found.open.begin(), found.open.end(), j));
  ASSERT_EQ(found.covered, covered_by(of, found.open));
  ASSERT_GE(found.bound, found.covered);
}

TEST(max_cover, equals_every_set_tried) {
  std::mt19937 random(30);
  for (int i = 0; i < 4000; ++i) {
    const max_cover_problem of = small_problem(random);
    const max_cover_plan found = solve_max_cover(of);
    expect_is_a_plan(of, found);
    ASSERT_EQ(found.covered, most_covered(of)) << i;
    ASSERT_EQ(found.bound, found.covered) << i;
  }
}

TEST(max_cover, bound_holds_when_the_search_is_cut_short) {
  std::mt19937 random(31);
  int open = 0;
  for (int i = 0; i < 4000; ++i) {
    const max_cover_problem of = small_problem(random);
    const auto few = static_cast<std::size_t>(i % 4);
    const max_cover_plan found = solve_max_cover(of, {few, few, 1 + few});
    expect_is_a_plan(of, found);
    const std::int64_t most = most_covered(of);
    ASSERT_GE(found.bound, most) << i;
    ASSERT_LE(found.covered, most) << i;
    if (found.bound > found.covered) ++open;
  }
  EXPECT_GT(open, 100);  // the limits did cut some
}

TEST(max_cover, covers_more_than_greedy) {
  std::mt19937 random(32);
  int more = 0;
  for (int i = 0; i < 1000; ++i) {
    const max_cover_problem of = random_problem(random, {30, 12, 20, 100});
    const std::int64_t greedy = covered_greedily(of);
    const std::int64_t found = solve_max_cover(of).covered;
    ASSERT_GE(found, greedy) << i;
    if (found > greedy) ++more;
  }
  EXPECT_GT(more, 30);
}

TEST(max_cover, greedy_is_misled_by_the_middle) {
  // Two halves of 10 points each; the place in the middle covers 6 of either half, which is more than each half.
  max_cover_problem of{std::vector<std::int64_t>(20, 5), {0, 12, 22, 32}, {}, 2, {}};
  for (const auto& [from, to] : {std::pair{4U, 16U}, {0U, 10U}, {10U, 20U}})
    for (std::uint32_t i = from; i < to; ++i) of.covers.push_back(i);
  EXPECT_EQ(covered_greedily(of), 80);
  const max_cover_plan found = solve_max_cover(of);
  EXPECT_EQ(found.open, (std::vector<std::size_t>{1, 2}));
  EXPECT_EQ(found.covered, 100);
  EXPECT_EQ(found.bound, 100);
  of.already = {0};
  EXPECT_EQ(solve_max_cover(of).covered, 80);
  EXPECT_EQ(solve_max_cover(of).bound, 80);
}

TEST(max_cover, counts_the_largest_weights) {
  max_cover_problem of{{max_cover_most_weight - 3, 1, 2}, {0, 1, 2, 4}, {0, 1, 1, 2}, 2, {}};
  const max_cover_plan found = solve_max_cover(of);
  EXPECT_EQ(found.open, (std::vector<std::size_t>{0, 2}));
  EXPECT_EQ(found.covered, max_cover_most_weight);
  EXPECT_EQ(found.bound, max_cover_most_weight);
}

TEST(max_cover, nothing_to_cover) {
  const max_cover_plan found = solve_max_cover({{}, {0, 0, 0, 0}, {}, 2, {2}});
  EXPECT_EQ(found.open, (std::vector<std::size_t>{0, 2}));
  EXPECT_EQ(found.covered, 0);
  EXPECT_EQ(found.bound, 0);
}

TEST(max_cover, proves_maps) {
  std::mt19937 random(33);
  std::size_t divided = 0;
  for (int i = 0; i < 20; ++i) {
    const max_cover_problem of = map_problem(random, 400, 80, 8);
    const max_cover_plan found = solve_max_cover(of);
    expect_is_a_plan(of, found);
    EXPECT_EQ(found.bound, found.covered) << i;
    divided += found.nodes > 1 ? 1 : 0;
    const max_cover_plan short_of_time = solve_max_cover(of, {30, 5, 3});
    expect_is_a_plan(of, short_of_time);
    EXPECT_GE(short_of_time.bound, found.covered) << i;
    EXPECT_GE(short_of_time.covered, found.covered * 97 / 100) << i;
  }
  EXPECT_GT(divided, 3U);
}

TEST(max_cover, answers_the_same_twice_and_in_any_order_of_points) {
  std::mt19937 random(34);
  for (int i = 0; i < 20; ++i) {
    max_cover_problem of = map_problem(random, 300, 60, 7);
    const max_cover_plan first = solve_max_cover(of);
    const max_cover_plan second = solve_max_cover(of);
    EXPECT_EQ(first.open, second.open);
    EXPECT_EQ(first.bound, second.bound);
    EXPECT_EQ(first.nodes, second.nodes);
    for (std::size_t j = 0; j + 1 < of.first.size(); ++j)
      std::reverse(of.covers.begin() + static_cast<std::ptrdiff_t>(of.first[j]),
                   of.covers.begin() + static_cast<std::ptrdiff_t>(of.first[j + 1]));
    const max_cover_plan turned = solve_max_cover(of);
    EXPECT_EQ(first.open, turned.open);
    EXPECT_EQ(first.nodes, turned.nodes);
  }
}

/// The same problem with its candidates in the opposite order.
max_cover_problem turned_round(const max_cover_problem& of) {
  max_cover_problem made{of.weights, {0}, {}, of.open, {}};
  for (std::size_t j = candidates(of); j-- > 0;) {
    made.covers.insert(made.covers.end(), of.covers.begin() + static_cast<std::ptrdiff_t>(of.first[j]),
                       of.covers.begin() + static_cast<std::ptrdiff_t>(of.first[j + 1]));
    made.first.push_back(made.covers.size());
  }
  return made;
}

TEST(max_cover, bounds_hold_in_any_order_of_candidates) {
  std::mt19937 random(36);
  for (int i = 0; i < 30; ++i) {
    const max_cover_problem of = map_problem(random, 300, 60, 8);
    const max_cover_plan one = solve_max_cover(of);
    const max_cover_plan other = solve_max_cover(turned_round(of));
    EXPECT_EQ(one.covered, one.bound) << i;
    EXPECT_EQ(one.covered, other.covered) << i;
    const max_cover_plan cut_short = solve_max_cover(turned_round(of), {40, 10, 20});
    EXPECT_LE(cut_short.covered, one.covered) << i;
    EXPECT_GE(cut_short.bound, one.covered) << i;
  }
}

TEST(max_cover, one_more_open_never_covers_less) {
  std::mt19937 random(35);
  for (int i = 0; i < 500; ++i) {
    max_cover_problem of = small_problem(random);
    const std::int64_t before = solve_max_cover(of).covered;
    if (of.open == candidates(of)) continue;
    ++of.open;
    ASSERT_GE(solve_max_cover(of).covered, before) << i;
  }
}

}  // namespace
}  // namespace aiguillage
