#include "siting/interchange.h"

#include <algorithm>
#include <limits>

namespace aiguillage::siting {
namespace {

constexpr std::int32_t none = std::numeric_limits<std::int32_t>::max();

/// The nearest open candidate of each client, and how far the two nearest are.
struct nearest_two {
  std::vector<std::size_t> who;  // position in the list of open candidates
  std::vector<std::int32_t> first;
  std::vector<std::int32_t> second;
};

nearest_two nearest_of(const p_median_problem& of, const std::vector<std::size_t>& open) {
  nearest_two found{std::vector<std::size_t>(of.clients, 0), std::vector<std::int32_t>(of.clients, none),
                    std::vector<std::int32_t>(of.clients, none)};
  for (std::size_t i = 0; i < of.clients; ++i) {
    const std::int32_t* const costs = row(of, i);
    for (std::size_t k = 0; k < open.size(); ++k) {
      const std::int32_t cost = costs[open[k]];
      if (cost < found.first[i]) {
        found.second[i] = found.first[i];
        found.first[i] = cost;
        found.who[i] = k;
      } else {
        found.second[i] = std::min(found.second[i], cost);
      }
    }
  }
  return found;
}

std::vector<bool> marked(const p_median_problem& of, const std::vector<std::size_t>& open) {
  std::vector<bool> is_open(of.candidates, false);
  for (const std::size_t j : open) is_open[j] = true;
  return is_open;
}

struct exchange {
  std::int64_t saves = 0;
  std::size_t in = 0;
  std::size_t out = 0;  // position in the list of open candidates
};

/// The best exchange; nothing that `already` holds is closed. Costs are `columns`, a row for each candidate.
exchange best_exchange(const p_median_problem& of, const std::vector<std::int32_t>& columns,
                       const std::vector<std::size_t>& open, const std::vector<bool>& stays) {
  const nearest_two near = nearest_of(of, open);
  const std::vector<bool> is_open = marked(of, open);
  std::vector<std::int64_t> closing(open.size());
  exchange best;
  for (std::size_t j = 0; j < of.candidates; ++j) {
    if (is_open[j]) continue;
    const std::int32_t* const costs = columns.data() + j * of.clients;
    std::fill(closing.begin(), closing.end(), 0);
    std::int64_t opening = 0;
    for (std::size_t i = 0; i < of.clients; ++i) {
      if (costs[i] < near.first[i])
        opening += near.first[i] - costs[i];
      else
        closing[near.who[i]] += std::min(costs[i], near.second[i]) - near.first[i];
    }
    for (std::size_t k = 0; k < open.size(); ++k)
      if (!stays[k] && opening - closing[k] > best.saves) best = {opening - closing[k], j, k};
  }
  return best;
}

}  // namespace

std::int64_t cost_of(const p_median_problem& of, const std::vector<std::size_t>& open) {
  std::int64_t cost = 0;
  for (std::size_t i = 0; i < of.clients; ++i) {
    std::int32_t least = none;
    for (const std::size_t j : open) least = std::min(least, row(of, i)[j]);
    cost += least;
  }
  return cost;
}

open_set filled(const p_median_problem& of, std::vector<std::size_t> open) {
  std::vector<bool> is_open = marked(of, open);
  std::vector<std::int32_t> least(of.clients, p_median_most_cost);
  for (std::size_t i = 0; i < of.clients; ++i)
    for (const std::size_t j : open) least[i] = std::min(least[i], row(of, i)[j]);
  while (open.size() < of.open) {
    std::vector<std::int64_t> saves(of.candidates, 0);
    for (std::size_t i = 0; i < of.clients; ++i)
      for (std::size_t j = 0; j < of.candidates; ++j) saves[j] += std::max(0, least[i] - row(of, i)[j]);
    std::size_t best = of.candidates;
    for (std::size_t j = 0; j < of.candidates; ++j)
      if (!is_open[j] && (best == of.candidates || saves[j] > saves[best])) best = j;
    is_open[best] = true;
    open.push_back(best);
    for (std::size_t i = 0; i < of.clients; ++i) least[i] = std::min(least[i], row(of, i)[best]);
  }
  return {open, cost_of(of, open)};
}

std::vector<std::int32_t> by_candidate(const p_median_problem& of) {
  std::vector<std::int32_t> columns(of.costs.size());
  for (std::size_t i = 0; i < of.clients; ++i)
    for (std::size_t j = 0; j < of.candidates; ++j) columns[j * of.clients + i] = row(of, i)[j];
  return columns;
}

open_set improved(const p_median_problem& of, const std::vector<std::int32_t>& columns, open_set from) {
  std::vector<bool> stays(from.open.size());
  for (std::size_t k = 0; k < from.open.size(); ++k)
    stays[k] = std::find(of.already.begin(), of.already.end(), from.open[k]) != of.already.end();
  while (true) {
    const exchange next = best_exchange(of, columns, from.open, stays);
    if (next.saves <= 0) return from;
    from.open[next.out] = next.in;
    from.cost -= next.saves;
  }
}

}  // namespace aiguillage::siting
