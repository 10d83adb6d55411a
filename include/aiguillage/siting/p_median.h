#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

/// Which places to open so that everyone is served at least cost in all: the p-median problem, with a proof of how good the
/// answer is. Whole numbers throughout: the same input gives the same answer everywhere.
#pragma GCC visibility push(default)
namespace aiguillage {

/// Clients and candidate places. At most 2^28 clients times open places, and costs of at most p_median_most_cost.
struct p_median_problem {
  std::size_t clients = 0;
  std::size_t candidates = 0;
  std::vector<std::int32_t>
      costs;             // of serving a client from a candidate, never negative: a row for each client
  std::size_t open = 0;  // how many are open in the end, those of `already` included
  std::vector<std::size_t> already;  // candidates that are open whatever happens; each once
};

/// The largest cost of serving one client.
inline constexpr std::int32_t p_median_most_cost = 1 << 24;

/// How long to look for a proof. Counted, not timed, so that the answer does not depend on the machine.
struct p_median_limits {
  std::size_t root_rounds = 3000;  // of improving the bound before the search divides
  std::size_t node_rounds = 120;   // the same for each part of the search
  std::size_t nodes = 20000;       // parts of the search at most
};

/// The best places found, and no plan costs less than the bound: optimal when both are equal.
struct p_median_plan {
  std::vector<std::size_t> open;  // in increasing order
  std::int64_t cost = 0;
  std::int64_t bound = 0;
  std::size_t nodes = 0;  // parts of the search that were looked at
};

/// Solves by Lagrangian relaxation of "each client is served once" (Cornuéjols, Fisher and Nemhauser 1977), interchange from
/// the sets that it opens (Teitz and Bart 1968, as Whitaker 1983 counts it) and branch and bound with the same bounds.
/// Expects at least one client, candidates to open (1 ≤ open ≤ candidates, already ⊆ candidates) and costs within limits.
[[nodiscard]] p_median_plan solve_p_median(const p_median_problem& of, const p_median_limits& within = {});

}  // namespace aiguillage
#pragma GCC visibility pop
