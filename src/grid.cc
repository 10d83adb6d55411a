#include "aiguillage/grid.h"

#include <algorithm>

namespace aiguillage {
namespace {

bool fits(const grid_count& bounds, const std::vector<std::optional<int>>& answers, int kind) {
  const auto count =
      static_cast<std::size_t>(std::count(answers.begin(), answers.end(), std::optional<int>(kind)));
  return bounds.least <= count && count <= bounds.most;
}

}  // namespace

std::optional<std::size_t> grid_value(const evaluation_grid& grid,
                                      const std::vector<std::optional<int>>& answers) {
  const auto answered = [](const std::optional<int>& one) { return one.has_value(); };
  if (answers.size() != grid.items.size() || !std::all_of(answers.begin(), answers.end(), answered))
    return std::nullopt;
  for (const grid_result& line : grid.results)
    if (fits(line.zeros, answers, 0) && fits(line.twos, answers, 2)) return line.value;
  return std::nullopt;
}

}  // namespace aiguillage
