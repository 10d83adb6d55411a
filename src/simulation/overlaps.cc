#include "aiguillage/simulation/overlaps.h"

#include <algorithm>
#include <numeric>

namespace aiguillage {
namespace {

constexpr std::size_t most_subsets = 3;

/// The parts that a set is made of.
using members = std::vector<bool>;

struct judging {
  const overlapping_counts& of;
  const column_groups& groups;
  std::int64_t least;
};

std::int64_t sum_in(const judging& by, const members& who, const std::vector<std::size_t>& columns) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < who.size(); ++i)
    if (who[i])
      for (const std::size_t column : columns) sum += by.of.parts[i].counts[column];
  return sum;
}

bool is_safe(const judging& by, const members& who) {
  return std::all_of(by.groups.begin(), by.groups.end(), [&](const std::vector<std::size_t>& columns) {
    const std::int64_t sum = sum_in(by, who, columns);
    return sum == 0 || sum >= by.least;
  });
}

bool lies_in(const members& inner, const members& outer) {
  for (std::size_t i = 0; i < inner.size(); ++i)
    if (inner[i] && !outer[i]) return false;
  return true;
}

members without(members from, const members& gone) {
  for (std::size_t i = 0; i < from.size(); ++i) from[i] = from[i] && !gone[i];
  return from;
}

/// What is left of `whole` after up to `more` sets of `taken`, from the one at `next` on, that share nobody.
bool rests_are_safe(const judging& by, const members& whole, const std::vector<const members*>& taken,
                    std::size_t next, std::size_t more) {
  if (!is_safe(by, whole)) return false;
  for (; more > 0 && next < taken.size(); ++next)
    if (lies_in(*taken[next], whole) &&
        !rests_are_safe(by, without(whole, *taken[next]), taken, next + 1, more - 1))
      return false;
  return true;
}

/// Who is in both of two sets that make up a third.
bool overlaps_are_safe(const judging& by, const members& whole, const std::vector<const members*>& parts) {
  for (std::size_t a = 0; a < parts.size(); ++a)
    for (std::size_t b = a + 1; b < parts.size(); ++b) {
      if (!lies_in(*parts[a], whole) || !lies_in(*parts[b], whole)) continue;
      const members rest = without(whole, *parts[a]);
      if (lies_in(rest, *parts[b]) && !is_safe(by, without(*parts[b], rest))) return false;
    }
  return true;
}

bool all_safe(const judging& by, const std::vector<const members*>& published, const members& everybody) {
  std::vector<const members*> wholes = published;
  wholes.push_back(&everybody);
  return std::all_of(wholes.begin(), wholes.end(), [&](const members* whole) {
    return rests_are_safe(by, *whole, published, 0, most_subsets) && overlaps_are_safe(by, *whole, published);
  });
}

}  // namespace

std::vector<bool> published_sets(const overlapping_counts& of, const column_groups& groups,
                                 const std::vector<bool>& among, std::int64_t least) {
  const judging by{of, groups, least};
  const members everybody(of.parts.size(), true);
  std::vector<members> sets(of.sets, members(of.parts.size()));
  for (std::size_t i = 0; i < of.parts.size(); ++i)
    for (const std::size_t one : of.parts[i].in) sets[one][i] = true;
  std::vector<std::size_t> all_columns;
  for (const auto& columns : groups) all_columns.insert(all_columns.end(), columns.begin(), columns.end());
  std::vector<std::int64_t> people;
  for (const members& one : sets) people.push_back(sum_in(by, one, all_columns));
  std::vector<std::size_t> order(of.sets);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return people[a] != people[b] ? people[a] > people[b] : a < b;
  });
  std::vector<bool> result(of.sets);
  std::vector<const members*> published;
  for (const std::size_t one : order) {
    if (!among[one]) continue;
    published.push_back(&sets[one]);
    result[one] = all_safe(by, published, everybody);
    if (!result[one]) published.pop_back();
  }
  return result;
}

}  // namespace aiguillage
