#include <algorithm>
#include <cmath>

#include "population/guard.h"

namespace aiguillage {
namespace {

constexpr std::size_t most_rounds = 5000;
constexpr double close_enough = 1e-9;  // of each margin, relative
constexpr double parts_of_one = 4294967296.0;

/// What the associations make of a combination before any margin is known.
double start_of(const population& of, std::size_t combination) {
  double weight = 1;
  for (const association& one : of.together)
    if (holds_for(of, one.when, combination)) weight *= static_cast<double>(one.times_thousandths) / 1000;
  return weight;
}

double sum_of(const std::vector<std::int64_t>& shares) {
  double sum = 0;
  for (const std::int64_t share : shares) sum += static_cast<double>(share);
  return sum;
}

/// Scales the table to one margin; how far it was off, relative; infinite when a value that must be there is not.
double scale_to(const population& of, const people_area& area, std::size_t which,
                std::vector<double>& table) {
  const std::vector<std::int64_t>& margin = area.margins[which];
  std::vector<double> present(margin.size());
  for (std::size_t i = 0; i < table.size(); ++i)
    present[combination_value(of, i, trait_id(which))] += table[i];
  const double people = static_cast<double>(area.people) / sum_of(margin);
  std::vector<double> factor(margin.size());
  double off = 0;
  for (std::size_t value = 0; value < margin.size(); ++value) {
    const double wanted = static_cast<double>(margin[value]) * people;
    if (wanted == 0) continue;
    if (present[value] == 0) return INFINITY;
    factor[value] = wanted / present[value];
    off = std::max(off, std::abs(factor[value] - 1));
  }
  for (std::size_t i = 0; i < table.size(); ++i)
    table[i] *= factor[combination_value(of, i, trait_id(which))];
  return off;
}

}  // namespace

std::size_t combinations(const population& of) {
  std::size_t count = 1;
  for (std::size_t i = 0; i < of.counted; ++i) count *= of.traits.items[i].values.size();
  return count;
}

std::size_t combination_value(const population& of, std::size_t combination, trait_id which) {
  for (std::size_t i = of.counted; i-- > which.index() + 1;) combination /= of.traits.items[i].values.size();
  return combination % of.traits[which].values.size();
}

bool fit_margins(const population& of, people_area& area) {
  std::vector<double> table(combinations(of));
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = start_of(of, i);
  double off = 1;
  for (std::size_t round = 0; round < most_rounds && off > close_enough; ++round) {
    off = 0;
    for (std::size_t which = 0; which < of.counted; ++which)
      off = std::max(off, scale_to(of, area, which, table));
    if (!std::isfinite(off)) return false;
  }
  if (!std::all_of(table.begin(), table.end(), [](double people) { return std::isfinite(people); }))
    return false;
  area.table.clear();
  for (const double people : table)
    area.table.push_back(static_cast<std::uint64_t>(std::llround(people * parts_of_one)));
  return off <= close_enough;
}

}  // namespace aiguillage
