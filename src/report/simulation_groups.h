#pragma once

#include <string>

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

/// What kept places from needs that nobody here can meet, and for how many people.
struct published_exclusions {
  struct reason {
    std::string id;               // of a rule, or one of exclusion_names
    const rule* which = nullptr;  // none: what a place says of itself, or that there is none
    text words;
    published_count people;
  };
  published_count people;       // with such a need
  std::vector<reason> reasons;  // those for most people first; those not published last, by id
};

[[nodiscard]] published_exclusions exclusions_of(const simulated& of);

}  // namespace aiguillage::report
