#include "aiguillage/simulation/overlaps.h"

#include <map>

#include <gtest/gtest.h>

namespace aiguillage {
namespace {

constexpr std::int64_t least = 11;
const column_groups one_column = {{0}};

overlapping_counts counts(std::size_t sets, std::vector<overlapping_counts::part> parts) {
  return {sets, std::move(parts)};
}

std::vector<bool> published(const overlapping_counts& of, const column_groups& groups = one_column) {
  return published_sets(of, groups, std::vector<bool>(of.sets, true), least);
}

using shown = std::vector<bool>;

TEST(overlaps, small_sets_and_small_rests_are_not_published) {
  EXPECT_EQ(published(counts(1, {{{0}, {10}}, {{}, {90}}})), shown{false});
  EXPECT_EQ(published(counts(1, {{{0}, {90}}, {{}, {10}}})), shown{false}) << "all but ten";
  EXPECT_EQ(published(counts(1, {{{0}, {11}}, {{}, {89}}})), shown{true});
  EXPECT_EQ(published(counts(1, {{{0}, {100}}})), shown{true}) << "everybody is of it";
  EXPECT_EQ(published(counts(2, {{{0}, {100}}, {{}, {50}}})), (shown{true, true}))
      << "nobody is of the second";
}

TEST(overlaps, a_subset_is_not_published_when_few_are_left) {
  EXPECT_EQ(published(counts(2, {{{0}, {5}}, {{0, 1}, {40}}, {{}, {50}}})), (shown{true, false}));
  EXPECT_EQ(published(counts(2, {{{0}, {15}}, {{0, 1}, {40}}, {{}, {50}}})), (shown{true, true}));
}

TEST(overlaps, few_left_by_disjoint_sets_hide_the_least_of_them) {
  EXPECT_EQ(published(counts(3, {{{0}, {40}}, {{1}, {30}}, {{2}, {20}}, {{}, {4}}})),
            (shown{true, true, false}));
  EXPECT_EQ(published(counts(3, {{{0}, {40}}, {{1}, {30}}, {{2}, {20}}, {{}, {0}}})),
            (shown{true, true, true}));
}

TEST(overlaps, few_in_both_of_two_sets_that_cover_all) {
  EXPECT_EQ(published(counts(2, {{{0}, {40}}, {{1}, {30}}, {{0, 1}, {3}}})), (shown{true, false}));
  EXPECT_EQ(published(counts(2, {{{0}, {40}}, {{1}, {30}}, {{0, 1}, {3}}, {{}, {50}}})), (shown{true, true}))
      << "with others, nothing says how many are in both";
}

TEST(overlaps, every_group_of_columns_has_to_hold) {
  const overlapping_counts of = counts(1, {{{0}, {30, 6, 5}}, {{}, {40, 20, 20}}});
  EXPECT_EQ(published(of, {{0}, {1}, {2}}), shown{false});
  EXPECT_EQ(published(of, {{0}, {1, 2}}), shown{true});
  EXPECT_EQ(published_sets(of, {{0}, {1, 2}}, {false}, least), shown{false}) << "not asked for";
}

/// Whatever is found by taking from a published whole one or two published sets within it.
TEST(overlaps, no_small_difference_follows) {
  std::uint64_t state = 7;
  const auto next = [&](std::uint64_t limit) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>((state >> 33U) % limit);
  };
  std::size_t told = 0;
  for (int round = 0; round < 300; ++round) {
    std::map<std::size_t, std::int64_t> parts;  // by sets, a bit each
    constexpr std::size_t sets = 5;
    for (int i = 0; i < 8; ++i) parts[next(32)] = static_cast<std::int64_t>(next(60));
    overlapping_counts of{sets, {}};
    for (const auto& [bits, people] : parts) {
      of.parts.push_back({{}, {people}});
      for (std::size_t set = 0; set < sets; ++set)
        if ((bits >> set & 1U) != 0) of.parts.back().in.push_back(set);
    }
    const shown is = published(of);
    const auto has = [&](std::size_t set, std::size_t bits) {
      return set == sets || (bits >> set & 1U) != 0;
    };
    const auto size = [&](std::size_t set) {
      std::int64_t sum = 0;
      for (const auto& [bits, people] : parts) sum += has(set, bits) ? people : 0;
      return sum;
    };
    const auto inside = [&](std::size_t a, std::size_t b) {
      for (const auto& [bits, people] : parts)
        if (has(a, bits) && !has(b, bits)) return false;
      return true;
    };
    const auto apart = [&](std::size_t a, std::size_t b) {
      for (const auto& [bits, people] : parts)
        if (has(a, bits) && has(b, bits)) return false;
      return true;
    };
    const auto fine = [](std::int64_t left) { return left == 0 || left >= least; };
    const auto out = [&](std::size_t set) { return set == sets || is[set]; };
    for (std::size_t u = 0; u <= sets; ++u)
      for (std::size_t a = 0; a < sets; ++a) {
        if (!out(u) || !out(a) || !inside(a, u)) continue;
        ++told;
        ASSERT_TRUE(fine(size(a)) && (a == u || fine(size(u) - size(a)))) << round;
        for (std::size_t b = 0; b < sets; ++b)
          if (out(b) && inside(b, u) && apart(a, b)) {
            ASSERT_TRUE(fine(size(u) - size(a) - size(b))) << round;
          }
      }
  }
  EXPECT_GT(told, 600U);
}

}  // namespace
}  // namespace aiguillage
