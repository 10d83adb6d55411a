#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

#include "aiguillage/search/costs.h"

namespace aiguillage::search {

/// The most labels that a search makes, if nothing less is asked for: their numbers have 32 bits.
inline constexpr std::uint64_t most_labels = std::uint64_t{1} << 31U;

/// When to cut a search short. What was found until then stands, and its gap is certified.
struct search_budget {
  std::uint64_t labels = most_labels;  // about how many may be made; the same answer on every machine
  /// Asked each time that `every` more labels were made; true ends the search. With a clock behind it, the answer depends
  /// on the machine: nothing else does that here. Tables are built, and the gap is measured, outside this budget.
  std::function<bool()> stop = nullptr;
  std::uint64_t every = 4096;
};

/// Says stop from some time on; for `search_budget`.
[[nodiscard]] inline std::function<bool()> stop_at(std::chrono::steady_clock::time_point end) {
  return [end] { return std::chrono::steady_clock::now() >= end; };
}

/// Counts labels against a budget, which must outlive it.
class budget_meter {
 public:
  /// A budget of more than `most_labels` is cut to that; `stop` is first asked after `every` labels.
  explicit budget_meter(const search_budget& of)
      : of_(&of), most_(std::min(of.labels, most_labels)), next_(of.stop ? step() : unbounded_labels) {}

  /// True when no more labels may be made after `made`.
  [[nodiscard]] bool spent(std::uint64_t made) {
    if (made >= most_) return true;
    for (; made >= next_; next_ += step())
      if (of_->stop()) return true;
    return false;
  }

 private:
  static constexpr std::uint64_t unbounded_labels = std::numeric_limits<std::uint64_t>::max();
  [[nodiscard]] std::uint64_t step() const { return std::max<std::uint64_t>(of_->every, 1); }

  const search_budget* of_;
  std::uint64_t most_, next_;
};

/// The budget of a search for a front, and whether a path may be dropped for one that has fewer needs open (else the same
/// only).
struct search_limits {
  search_budget budget{};
  bool subsets = true;
};

/// What a search did; the same on every machine.
struct search_counters {
  std::uint64_t labels = 0, generated = 0, expanded = 0;
};

/// No bound at all: the gap of a search that found nothing.
inline constexpr std::uint64_t unbounded = std::numeric_limits<std::uint64_t>::max();

/// The certificate of a search that was cut short or had a tolerance; zeros when the front is exact. Every vector of the true front is, in each
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

/// The certificate when every vector of the true front is no better than one of `hopes`, or than a vector found less the
/// tolerance.
template <class Lane, std::size_t Criteria>
[[nodiscard]] search_gap certify(const std::vector<found_cost<Lane, Criteria>>& found,
                                 const std::vector<costs<Lane, Criteria>>& hopes,
                                 const costs<Lane, Criteria>& tolerance, const weights<Criteria>& by) {
  search_gap gap{*std::max_element(tolerance.of.begin(), tolerance.of.end()), weigh(tolerance, by)};
  std::uint64_t best = unbounded, least = unbounded;
  for (const auto& end : found) best = std::min(best, weigh(end.cost, by));
  for (const auto& hope : hopes) {
    least = std::min(least, weigh(hope, by));
    gap.each = std::max(gap.each, shortfall(found, hope));
  }
  if (best > least) gap.weighted = best == unbounded ? unbounded : std::max(gap.weighted, best - least);
  return gap;
}

}  // namespace aiguillage::search
