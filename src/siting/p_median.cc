#include "aiguillage/siting/p_median.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "siting/interchange.h"

namespace aiguillage {
namespace {

using siting::open_set;
using siting::row;

constexpr std::int64_t scale = 1024;  // multipliers are counted in this part of a cost
constexpr std::int64_t largest_multiplier = std::int64_t{p_median_most_cost} * scale;
constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min() / 4;
constexpr int first_pace = 256;  // of 128: twice the gap over the squares
constexpr std::int64_t most_gap = std::numeric_limits<std::int64_t>::max() / first_pace;
constexpr int patience = 25;  // rounds without a better bound before the pace is halved

enum class standing : std::int8_t { closed, free, open };

/// Each client's candidates, the cheapest first.
struct sorted_costs {
  std::vector<std::int32_t> cost;
  std::vector<std::uint32_t> who;
};

sorted_costs sort_costs(const p_median_problem& of) {
  sorted_costs made{std::vector<std::int32_t>(of.costs.size()), std::vector<std::uint32_t>(of.costs.size())};
  for (std::size_t i = 0; i < of.clients; ++i) {
    const auto begin = made.who.begin() + static_cast<std::ptrdiff_t>(i * of.candidates);
    const auto end = begin + static_cast<std::ptrdiff_t>(of.candidates);
    std::iota(begin, end, 0U);
    const std::int32_t* const costs = row(of, i);
    std::sort(begin, end, [&](std::uint32_t a, std::uint32_t b) {
      return costs[a] != costs[b] ? costs[a] < costs[b] : a < b;
    });
    for (std::size_t k = 0; k < of.candidates; ++k)
      made.cost[i * of.candidates + k] = costs[begin[static_cast<std::ptrdiff_t>(k)]];
  }
  return made;
}

/// What the relaxed problem opens at some multipliers, and the bound that follows.
struct relaxation {
  std::int64_t value = 0;            // scaled
  std::vector<std::int64_t> saving;  // of each candidate: the sum of what its clients gain, never positive
  std::vector<std::size_t> chosen;
  std::vector<bool> is_chosen;
  std::int64_t last_in = 0;    // the least saving among the free ones that are chosen
  std::int64_t first_out = 0;  // the largest among those that are not
};

class search {
 public:
  search(const p_median_problem& of, const p_median_limits& within)
      : of_(of),
        within_(within),
        sorted_(sort_costs(of)),
        columns_(siting::by_candidate(of)),
        best_(siting::improved(of, columns_, siting::filled(of, of.already))) {}

  p_median_plan run() {
    std::vector<standing> all(of_.candidates, standing::free);
    for (const std::size_t j : of_.already) all[j] = standing::open;
    std::vector<std::int64_t> multipliers = first_multipliers();
    const std::int64_t root = visit(all, multipliers, within_.root_rounds);
    std::sort(best_.open.begin(), best_.open.end());
    return {best_.open, best_.cost, cut_ ? std::min(root, best_.cost) : best_.cost, nodes_};
  }

 private:
  /// Halfway between the two nearest open candidates of each client.
  [[nodiscard]] std::vector<std::int64_t> first_multipliers() const {
    std::vector<std::int64_t> made(of_.clients);
    for (std::size_t i = 0; i < of_.clients; ++i) {
      std::int64_t first = p_median_most_cost;
      std::int64_t second = p_median_most_cost;
      for (const std::size_t j : best_.open) {
        const std::int64_t cost = row(of_, i)[j];
        second = std::min(second, std::max(first, cost));
        first = std::min(first, cost);
      }
      made[i] = (best_.open.size() > 1 ? first + second : 2 * first) * scale / 2;
    }
    return made;
  }

  [[nodiscard]] relaxation relax(const std::vector<standing>& all,
                                 const std::vector<std::int64_t>& multipliers) const {
    relaxation found;
    found.saving.assign(of_.candidates, 0);
    for (std::size_t i = 0; i < of_.clients; ++i) {
      found.value += multipliers[i];
      for (std::size_t k = i * of_.candidates; k < (i + 1) * of_.candidates; ++k) {
        const std::int64_t gain = sorted_.cost[k] * scale - multipliers[i];
        if (gain >= 0) break;
        found.saving[sorted_.who[k]] += gain;
      }
    }
    std::vector<std::size_t> free;
    for (std::size_t j = 0; j < of_.candidates; ++j) {
      if (all[j] == standing::open) found.chosen.push_back(j);
      if (all[j] == standing::free) free.push_back(j);
    }
    const std::size_t wanted = of_.open - found.chosen.size();
    const auto better = [&](std::size_t a, std::size_t b) {
      return found.saving[a] != found.saving[b] ? found.saving[a] < found.saving[b] : a < b;
    };
    const std::size_t sorted = std::min(wanted + 1, free.size());
    std::partial_sort(free.begin(), free.begin() + static_cast<std::ptrdiff_t>(sorted), free.end(), better);
    found.last_in = wanted > 0 ? found.saving[free[wanted - 1]] : lowest;
    found.first_out = wanted < free.size() ? found.saving[free[wanted]] : 0;
    found.chosen.insert(found.chosen.end(), free.begin(), free.begin() + static_cast<std::ptrdiff_t>(wanted));
    found.is_chosen.assign(of_.candidates, false);
    for (const std::size_t j : found.chosen) {
      found.value += found.saving[j];
      found.is_chosen[j] = true;
    }
    return found;
  }

  /// How often each client is served in the relaxed problem, less one; the sum of the squares.
  std::int64_t slopes(const relaxation& at, const std::vector<std::int64_t>& multipliers,
                      std::vector<std::int64_t>& slope) const {
    std::int64_t squares = 0;
    for (std::size_t i = 0; i < of_.clients; ++i) {
      slope[i] = 1;
      for (std::size_t k = i * of_.candidates;
           k < (i + 1) * of_.candidates && sorted_.cost[k] * scale < multipliers[i]; ++k)
        if (at.is_chosen[sorted_.who[k]]) --slope[i];
      squares += slope[i] * slope[i];
    }
    return squares;
  }

  [[nodiscard]] static std::int64_t rounded_up(std::int64_t value) {
    return value >= 0 ? (value + scale - 1) / scale : -(-value / scale);
  }

  void try_set(const std::vector<std::size_t>& chosen) {
    open_set made{chosen, siting::cost_of(of_, chosen)};
    if (made.cost > best_.cost + best_.cost / 50) return;
    made = siting::improved(of_, columns_, std::move(made));
    if (made.cost < best_.cost) best_ = std::move(made);
  }

  /// What must be open or closed in a plan that costs less than the best one. False: there is none such.
  bool settle(std::vector<standing>& all, const relaxation& at) const {
    const std::int64_t target = (best_.cost - 1) * scale;
    std::size_t open = 0;
    std::size_t free = 0;
    for (std::size_t j = 0; j < of_.candidates; ++j) {
      if (all[j] == standing::free) {
        const std::int64_t saving = at.saving[j];
        const bool in = at.is_chosen[j];
        if (in && at.value - saving + at.first_out > target) all[j] = standing::open;
        if (!in && at.value + saving - at.last_in > target) all[j] = standing::closed;
      }
      if (all[j] == standing::open) ++open;
      if (all[j] == standing::free) ++free;
    }
    return open <= of_.open && open + free >= of_.open;
  }

  /// Raises the bound of one part of the search; ends early when the part holds nothing better. Returns the bound.
  std::int64_t raise(std::vector<standing>& all, std::vector<std::int64_t>& multipliers, std::size_t rounds,
                     std::vector<std::size_t>& counts, bool& settled) {
    std::vector<std::int64_t> slope(of_.clients);
    std::vector<std::int64_t> best_multipliers = multipliers;
    std::int64_t bound = lowest;
    std::int64_t pace = first_pace;
    int idle = 0;
    for (std::size_t round = 0; round < rounds && pace > 0; ++round) {
      const relaxation at = relax(all, multipliers);
      for (const std::size_t j : at.chosen) ++counts[j];
      if (at.value > bound) {
        if (rounded_up(at.value) > rounded_up(bound)) idle = 0;
        bound = at.value;
        best_multipliers = multipliers;
      }
      if (rounded_up(bound) >= best_.cost) break;
      if (!settle(all, at)) {
        settled = true;
        break;
      }
      if (round % 10 == 0) try_set(at.chosen);
      const std::int64_t squares = slopes(at, multipliers, slope);
      if (squares == 0) {
        try_set(at.chosen);  // each client is served once: the relaxed problem is solved as it is
        break;
      }
      if (++idle > patience) {
        pace /= 2;
        idle = 0;
        multipliers = best_multipliers;
        continue;
      }
      const std::int64_t gap = best_.cost * scale - at.value;
      const std::int64_t shares = 128 * squares;
      const std::int64_t wanted = gap > most_gap ? gap / shares * pace : gap * pace / shares;
      const std::int64_t step = std::clamp(wanted, std::int64_t{1}, largest_multiplier);
      for (std::size_t i = 0; i < of_.clients; ++i)
        multipliers[i] = std::clamp(multipliers[i] + step * slope[i], std::int64_t{0}, largest_multiplier);
    }
    multipliers = best_multipliers;
    return rounded_up(bound);
  }

  /// Looks for plans that cost less than the best one where some candidates are open or closed. Returns a bound on them.
  std::int64_t visit(std::vector<standing> all, std::vector<std::int64_t> multipliers, std::size_t rounds) {
    ++nodes_;
    std::vector<std::size_t> counts(of_.candidates, 0);
    bool settled = false;
    const std::int64_t bound = raise(all, multipliers, rounds, counts, settled);
    if (settled || bound >= best_.cost) return bound;
    if (nodes_ >= within_.nodes) {
      cut_ = true;
      return bound;
    }
    std::size_t by = of_.candidates;
    for (std::size_t j = 0; j < of_.candidates; ++j)
      if (all[j] == standing::free && (by == of_.candidates || counts[j] > counts[by])) by = j;
    if (by == of_.candidates) {
      std::vector<std::size_t> open;
      for (std::size_t j = 0; j < of_.candidates; ++j)
        if (all[j] == standing::open) open.push_back(j);
      if (open.size() == of_.open) try_set(open);
      return bound;
    }
    for (const standing next : {standing::open, standing::closed}) {
      std::vector<standing> part = all;
      part[by] = next;
      if (is_possible(part)) visit(std::move(part), multipliers, within_.node_rounds);
    }
    return bound;
  }

  [[nodiscard]] bool is_possible(const std::vector<standing>& all) const {
    const auto open = static_cast<std::size_t>(std::count(all.begin(), all.end(), standing::open));
    const auto free = static_cast<std::size_t>(std::count(all.begin(), all.end(), standing::free));
    return open <= of_.open && open + free >= of_.open;
  }

  const p_median_problem& of_;
  const p_median_limits& within_;
  sorted_costs sorted_;
  std::vector<std::int32_t> columns_;
  open_set best_;
  std::size_t nodes_ = 0;
  bool cut_ = false;
};

}  // namespace

p_median_plan solve_p_median(const p_median_problem& of, const p_median_limits& within) {
  return search(of, within).run();
}

}  // namespace aiguillage
