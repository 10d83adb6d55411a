#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "aiguillage/search/costs.h"

namespace aiguillage::search {

/// The most labels that a search makes, if nothing less is asked for: their numbers have 32 bits.
inline constexpr std::uint64_t most_labels = std::uint64_t{1} << 31U;

/// About how many labels a search may make, and whether a path may be dropped for one that has fewer needs open (else the same only).
struct search_limits {
  std::uint64_t labels = most_labels;
  bool subsets = true;
};

/// What a search did; the same on every machine.
struct search_counters {
  std::uint64_t labels = 0, generated = 0, expanded = 0;
};

/// No bound at all: the gap of a search that found nothing.
inline constexpr std::uint64_t unbounded = std::numeric_limits<std::uint64_t>::max();

/// The certificate of a search that was cut short; zeros when it was not. Every vector of the true front is, in each
/// criterion, at most `each` better than some vector found. The least weighted cost is at most `weighted` less than
/// that of the best one found.
struct search_gap {
  std::uint64_t each = 0, weighted = 0;
};

/// One non-dominated cost vector, and where its path ends among the labels.
template <class Lane, std::size_t Criteria>
struct found_cost {
  costs<Lane, Criteria> cost;
  std::uint32_t label = 0;
};

/// The least that must be added to each cost of `hope` so that some vector found is no worse.
template <class Lane, std::size_t Criteria>
[[nodiscard]] std::uint64_t shortfall(const std::vector<found_cost<Lane, Criteria>>& found,
                                      const costs<Lane, Criteria>& hope) {
  std::uint64_t least = unbounded;
  for (const auto& end : found) {
    std::uint64_t most = 0;
    for (std::size_t k = 0; k < Criteria; ++k)
      if (end.cost[k] > hope[k]) most = std::max<std::uint64_t>(most, end.cost[k] - hope[k]);
    least = std::min(least, most);
  }
  return least;
}

}  // namespace aiguillage::search
