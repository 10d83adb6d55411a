#include "aiguillage/simulation/suppress.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace aiguillage {

std::vector<std::optional<std::int64_t>> published(const std::vector<std::int64_t>& counts) {
  std::vector<std::optional<std::int64_t>> shown;
  std::size_t hidden = 0;
  for (const std::int64_t count : counts) {
    const bool small = count > 0 && count < least_published;
    shown.push_back(small ? std::nullopt : std::optional(count));
    if (small) ++hidden;
  }
  if (hidden != 1) return shown;
  // One more; a cell of 0 tells nothing, so those with people come first.
  const auto weight = [](const std::optional<std::int64_t>& cell) {
    return !cell ? INT64_MAX : *cell == 0 ? INT64_MAX - 1 : *cell;
  };
  const auto next = std::min_element(shown.begin(), shown.end(),
                                     [&](const auto& a, const auto& b) { return weight(a) < weight(b); });
  if (next->has_value()) next->reset();
  return shown;
}

namespace {

bool has_small_cell(const std::vector<std::int64_t>& row) {
  return std::any_of(row.begin(), row.end(),
                     [](std::int64_t count) { return count > 0 && count < least_published; });
}

}  // namespace

row_groups published_rows(const std::vector<std::vector<std::int64_t>>& rows) {
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto size = [&](std::size_t row) {
    return std::accumulate(rows[row].begin(), rows[row].end(), std::int64_t{0});
  };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const bool small_a = has_small_cell(rows[a]);
    const bool small_b = has_small_cell(rows[b]);
    return std::tuple(!small_a, size(a), a) < std::tuple(!small_b, size(b), b);
  });
  row_groups made;
  std::vector<std::int64_t> sum;
  for (const std::size_t row : order) {
    if (!has_small_cell(rows[row]) && !has_small_cell(sum)) {
      made.alone.push_back(row);
      continue;
    }
    made.together.push_back(row);
    sum.resize(rows[row].size());
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += rows[row][i];
  }
  std::sort(made.alone.begin(), made.alone.end());
  std::sort(made.together.begin(), made.together.end());
  return made;
}

}  // namespace aiguillage
