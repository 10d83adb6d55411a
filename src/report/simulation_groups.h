#pragma once

#include "report/simulation_published.h"

/// People by sets that overlap: what may be published of each. Means over the replications.
namespace aiguillage::report {

/// Those who are of a public by what they told.
struct published_public {
  public_id which;
  published_count people;
  std::vector<published_count> outcomes;  // by outcome
};

/// The publics of which somebody was drawn, in the order of the pack.
[[nodiscard]] std::vector<published_public> publics_of(const simulated& of);

}  // namespace aiguillage::report
