#pragma once

#include <string>
#include <vector>

#include "aiguillage/report/simulation.h"

/// Two simulations of the same people (common random numbers): who gains, who loses, by how much.
#pragma GCC visibility push(default)
namespace aiguillage {

/// Two scenarios that were run with the same people, `before` and `after`; as many replications of each.
struct compared {
  simulated before;
  simulated after;
};

/// Why person k of replication r is not the same person in both; nothing when it is: then everything that differs between
/// them comes from the scenarios.
[[nodiscard]] std::vector<text> what_keeps_apart(const population& a, const scenario& told_a,
                                                 const population& b, const scenario& told_b);

/// Figures of both and their differences, with intervals over the replications (paired, Student, 95 %); persons who gain and
/// lose, in all and by area, where cells under 11 persons are left out.
[[nodiscard]] std::string comparison_text(const compared& both, language wanted);

/// The same as JSON.
[[nodiscard]] std::string comparison_json(const compared& both, language wanted);

}  // namespace aiguillage
#pragma GCC visibility pop
