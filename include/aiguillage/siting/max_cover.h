#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

/// Which places to open so that most people have one within reach: the maximal covering location problem (Church and ReVelle
/// 1974), with a proof of how good the answer is. Whole numbers throughout: the same input gives the same answer everywhere.
#pragma GCC visibility push(default)
namespace aiguillage {

/// Points, candidate places and who would be within reach of which. At most 2^32 - 1 pairs of a candidate and a point.
struct max_cover_problem {
  std::vector<std::int64_t> weights;  // of each point, never negative; at most max_cover_most_weight in all
  std::vector<std::size_t> first;     // candidates + 1: where the points of each candidate begin in `covers`
  std::vector<std::uint32_t> covers;  // the points within reach of each candidate, in any order, each once
  std::size_t open = 0;               // how many are open in the end, those of `already` included
  std::vector<std::size_t> already;   // candidates that are open whatever happens; each once
};

/// The largest sum of weights.
inline constexpr std::int64_t max_cover_most_weight = std::int64_t{1} << 42;

/// How long to look for a proof. Counted, not timed, so that the answer does not depend on the machine.
struct max_cover_limits {
  std::size_t root_rounds = 1200;  // of lowering the bound before the search divides
  std::size_t node_rounds = 200;   // the same for each part of the search
  std::size_t nodes = 3000;        // parts of the search at most
};

/// The best places found, and no plan covers more than the bound: optimal when both are equal.
struct max_cover_plan {
  std::vector<std::size_t> open;  // in increasing order
  std::int64_t covered = 0;       // the weight of the points that one of them covers
  std::int64_t bound = 0;
  std::size_t nodes = 0;  // parts of the search that were looked at
};

/// Solves by opening greedily and exchanging, Lagrangian relaxation of "a point counts once a place that covers it is open"
/// (Galvão and ReVelle 1996), settling candidates by their reduced costs, and branch and bound with the same bounds.
/// Expects at least one candidate, candidates to open (1 ≤ open ≤ candidates, already ⊆ candidates) and weights within limits.
[[nodiscard]] max_cover_plan solve_max_cover(const max_cover_problem& of,
                                             const max_cover_limits& within = {});

}  // namespace aiguillage
#pragma GCC visibility pop
