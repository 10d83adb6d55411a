#include "aiguillage/simulation/hidden_figures.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <random>

#include <gtest/gtest.h>

#include "aiguillage/simulation/suppress.h"

namespace aiguillage {
namespace {

std::int64_t row_sum(const count_table& of, std::size_t row) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < of.columns; ++i) sum += of.at(row, i);
  return sum;
}

std::int64_t column_sum(const count_table& of, std::size_t column) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < of.rows; ++i) sum += of.at(i, column);
  return sum;
}

/// The whole table with its sums: what a reader sees, and what may stand where nothing is seen.
struct seen {
  std::size_t rows = 0;  // the sums included
  std::size_t columns = 0;
  std::vector<std::optional<std::int64_t>> cells;
  std::vector<std::int64_t> low;
  std::vector<std::int64_t> high;

  [[nodiscard]] std::size_t at(std::size_t row, std::size_t column) const { return row * columns + column; }
};

seen seen_of(const count_table& of, const hidden_table& hidden) {
  seen page{of.rows + 1, of.columns + 1, {}, {}, {}};
  const auto put = [&](std::int64_t value, bool out) {
    page.cells.push_back(out ? std::nullopt : std::optional(value));
  };
  for (std::size_t r = 0; r < of.rows; ++r) {
    for (std::size_t c = 0; c < of.columns; ++c) put(of.at(r, c), hidden.cells[r * of.columns + c]);
    put(row_sum(of, r), hidden.rows[r]);
  }
  for (std::size_t c = 0; c < of.columns; ++c) put(column_sum(of, c), hidden.columns[c]);
  put(std::accumulate(of.cells.begin(), of.cells.end(), std::int64_t{0}), hidden.total);
  for (const auto& one : page.cells) {
    page.low.push_back(one.value_or(0));
    page.high.push_back(one.value_or(INT32_MAX));
  }
  return page;
}

/// The last of a line is the sum of the others: narrows what each may be. True when something got narrower.
bool narrow(seen& page, const std::vector<std::size_t>& line) {
  bool changed = false;
  const auto bound = [&](std::size_t which, std::int64_t low, std::int64_t high) {
    if (low > page.low[which]) page.low[which] = low, changed = true;
    if (high < page.high[which]) page.high[which] = high, changed = true;
  };
  std::int64_t low = 0;
  std::int64_t high = 0;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    low += page.low[line[i]];
    high += page.high[line[i]];
  }
  bound(line.back(), low, high);
  for (std::size_t i = 0; i + 1 < line.size(); ++i)
    bound(line[i], page.low[line.back()] - (high - page.high[line[i]]),
          page.high[line.back()] - (low - page.low[line[i]]));
  return changed;
}

std::vector<std::vector<std::size_t>> lines_of(const seen& page) {
  std::vector<std::vector<std::size_t>> all;
  for (std::size_t r = 0; r < page.rows; ++r) {
    all.emplace_back();
    for (std::size_t c = 0; c < page.columns; ++c) all.back().push_back(page.at(r, c));
  }
  for (std::size_t c = 0; c < page.columns; ++c) {
    all.emplace_back();
    for (std::size_t r = 0; r < page.rows; ++r) all.back().push_back(page.at(r, c));
  }
  return all;
}

void propagate(seen& page) {
  for (bool changed = true; changed;) {
    changed = false;
    for (const auto& line : lines_of(page)) changed = narrow(page, line) || changed;
  }
}

bool small(std::int64_t count, std::int64_t least) { return count > 0 && count < least; }

/// Every whole number that a cell takes in some table with what is published: tried one table after the other.
struct every_table {
  seen page;
  std::vector<std::size_t> inner;  // hidden cells
  std::vector<std::int64_t> least;
  std::vector<std::int64_t> most;

  explicit every_table(seen of) : page(std::move(of)) {
    for (std::size_t r = 0; r + 1 < page.rows; ++r)
      for (std::size_t c = 0; c + 1 < page.columns; ++c)
        if (!page.cells[page.at(r, c)]) inner.push_back(page.at(r, c));
    least.assign(page.cells.size(), INT32_MAX);
    most.assign(page.cells.size(), -1);
    propagate(page);
    guess(0);
  }

  void guess(std::size_t from) {
    if (from == inner.size()) {
      for (std::size_t i = 0; i < page.cells.size(); ++i) {
        ASSERT_EQ(page.low[i], page.high[i]);
        least[i] = std::min(least[i], page.low[i]);
        most[i] = std::max(most[i], page.high[i]);
      }
      return;
    }
    const std::size_t cell = inner[from];
    for (std::int64_t value = page.low[cell], end = page.high[cell]; value <= end; ++value) {
      const seen before = page;
      page.low[cell] = page.high[cell] = value;
      propagate(page);
      bool possible = true;
      for (std::size_t i = 0; i < page.low.size(); ++i) possible = possible && page.low[i] <= page.high[i];
      if (possible) guess(from + 1);
      page = before;
    }
  }
};

count_table random_table(std::mt19937& from, std::size_t rows, std::size_t columns, std::uint32_t most) {
  count_table made{rows, columns, {}};
  for (std::size_t i = 0; i < rows * columns; ++i)
    made.cells.push_back(from() % 3 == 0 ? 0 : from() % (from() % 3 == 0 ? 4 * most : most));
  return made;
}

TEST(hidden_figures, what_is_published_leaves_each_small_cell_a_wide_range) {
  std::mt19937 dice(9);
  constexpr std::int64_t least = 3;  // so that all tables can be tried
  std::size_t tried = 0;
  for (int round = 0; round < 300; ++round) {
    const count_table table = random_table(dice, 2 + dice() % 2, 2 + dice() % 2, 4);
    const std::int64_t total = std::accumulate(table.cells.begin(), table.cells.end(), std::int64_t{0});
    const hidden_table hidden = hidden_cells(table, least);
    const seen page = seen_of(table, hidden);
    if (total < least) {
      EXPECT_EQ(hidden.total, total > 0);
      continue;
    }
    const every_table all(page);
    const seen truth = seen_of(table, {std::vector<bool>(table.cells.size()), std::vector<bool>(table.rows),
                                       std::vector<bool>(table.columns), false});
    for (std::size_t i = 0; i < page.cells.size(); ++i) {
      if (!small(truth.cells[i].value_or(0), least)) continue;
      ++tried;
      ASSERT_FALSE(page.cells[i].has_value());
      ASSERT_GE(all.most[i] - all.least[i], least) << "round " << round << " cell " << i;
    }
  }
  EXPECT_GT(tried, 500U);
}

TEST(hidden_figures, sums_of_large_tables_tell_no_small_cell) {
  std::mt19937 dice(10);
  for (int round = 0; round < 40; ++round) {
    const count_table table = random_table(dice, 1 + dice() % 40, 2 + dice() % 6, 25);
    seen page = seen_of(table, hidden_cells(table, least_published));
    if (!page.cells.back()) continue;
    propagate(page);
    for (std::size_t r = 0; r < table.rows; ++r)
      for (std::size_t c = 0; c < table.columns; ++c)
        if (small(table.at(r, c), least_published)) {
          ASSERT_GE(page.high[page.at(r, c)] - page.low[page.at(r, c)], least_published);
        }
  }
}

TEST(hidden_figures, hides_nothing_when_nothing_is_small) {
  const hidden_table hidden = hidden_cells({2, 2, {11, 0, 40, 12}}, least_published);
  EXPECT_EQ(std::count(hidden.cells.begin(), hidden.cells.end(), true), 0);
  EXPECT_EQ(std::count(hidden.rows.begin(), hidden.rows.end(), true), 0);
  EXPECT_EQ(std::count(hidden.columns.begin(), hidden.columns.end(), true), 0);
  EXPECT_FALSE(hidden.total);
}

TEST(hidden_figures, one_small_cell_hides_a_rectangle_and_no_sum) {
  const hidden_table hidden = hidden_cells({3, 3, {5, 90, 80, 70, 60, 50, 40, 30, 20}}, least_published);
  EXPECT_TRUE(hidden.cells[0]);
  EXPECT_EQ(std::count(hidden.cells.begin(), hidden.cells.end(), true), 4);
  EXPECT_EQ(std::count(hidden.rows.begin(), hidden.rows.end(), true), 0);
  EXPECT_EQ(std::count(hidden.columns.begin(), hidden.columns.end(), true), 0);
}

TEST(hidden_figures, a_small_sum_hides_another_sum) {
  const hidden_table hidden = hidden_cells({2, 3, {2, 90, 80, 1, 60, 50}}, least_published);
  EXPECT_TRUE(hidden.columns[0]);
  EXPECT_EQ(std::count(hidden.columns.begin(), hidden.columns.end(), true), 2);
}

TEST(hidden_figures, fewer_people_than_may_be_published_leave_nothing) {
  const hidden_table hidden = hidden_cells({1, 2, {4, 6}}, least_published);
  EXPECT_TRUE(hidden.total);
  EXPECT_EQ(std::count(hidden.cells.begin(), hidden.cells.end(), true), 2);
}

}  // namespace
}  // namespace aiguillage
