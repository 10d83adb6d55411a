#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "aiguillage/report/simulation.h"

/// What may be published of a simulation: counts are means over the replications, none where a small one could be found.
namespace aiguillage::report {

using published_count = std::optional<std::int64_t>;

/// Persons by outcome: of each area, then of all.
struct published_outcomes {
  struct row {
    std::vector<std::size_t> areas;  // one; or those with too few people, put together
    published_count people;
    std::vector<published_count> outcomes;
  };
  std::vector<row> rows;  // the row put together comes last
  published_count people;
  std::vector<published_count> outcomes;
};

/// Visits: from the types of those who hand over to the types of those who receive, and to each place.
struct published_visits {
  struct flow {
    bool handed = false;  // over; otherwise people came by themselves
    actor_type_id from;   // of who hands over; unknown: where the person first asked
    actor_type_id to;
    published_count visits;
  };
  std::vector<flow> flows;  // those of nobody left out, unless what is hidden would tell
  id_vector<actor_id, published_count> places;
};

/// Needs of one dimension, certain ones: those answered, those that nobody here can meet, those that were lost on the way.
struct published_needs {
  published_count certain;
  published_count reached;
  published_count unmet;
  published_count lost;
};

/// Persons who did not arrive after a hand-off: by the mode of the hand-off, and by the stop at which they were first lost.
struct published_losses {
  std::vector<published_count> by_mode;  // hand-offs
  std::vector<published_count> at_stop;  // persons; the first stop first
};

[[nodiscard]] published_outcomes outcomes_of(const simulated& of);
[[nodiscard]] published_visits visits_of(const simulated& of);
[[nodiscard]] std::vector<published_needs> needs_of(const simulated& of);  // by dimension
[[nodiscard]] published_losses losses_of(const simulated& of);

}  // namespace aiguillage::report
