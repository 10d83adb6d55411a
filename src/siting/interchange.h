#pragma once

#include <vector>

#include "aiguillage/siting/p_median.h"

/// Good sets of open places, without proof.
namespace aiguillage::siting {

/// A set of open candidates and what it costs.
struct open_set {
  std::vector<std::size_t> open;
  std::int64_t cost = 0;
};

/// What candidates cost each client.
[[nodiscard]] inline const std::int32_t* row(const p_median_problem& of, std::size_t client) {
  return of.costs.data() + client * of.candidates;
}

[[nodiscard]] std::int64_t cost_of(const p_median_problem& of, const std::vector<std::size_t>& open);

/// Opens one after the other, each time the candidate that saves most, from `open` on.
[[nodiscard]] open_set filled(const p_median_problem& of, std::vector<std::size_t> open);

/// The costs with a row for each candidate.
[[nodiscard]] std::vector<std::int32_t> by_candidate(const p_median_problem& of);

/// Exchanges one open candidate for a closed one, the best exchange each time, while that costs less. `columns`: by_candidate.
[[nodiscard]] open_set improved(const p_median_problem& of, const std::vector<std::int32_t>& columns,
                                open_set from);

}  // namespace aiguillage::siting
