#pragma once

#include <string>
#include <vector>

#include "aiguillage/simulation/run.h"

/// A simulation for people and for programs. The same input gives the same bytes.
#pragma GCC visibility push(default)
namespace aiguillage {

/// A scenario and all that it was run with.
struct simulated {
  const pack& rules;
  const territory& land;
  const population& people;
  const scenario& told;
  const std::vector<replication>& runs;
};

/// What happened to people, to needs and at places, with intervals over the replications.
[[nodiscard]] std::string simulation_text(const simulated& of, language wanted);

/// The same as JSON. Areas whose cells are under 11 persons are put together; what is still too small is null.
[[nodiscard]] std::string simulation_json(const simulated& of, language wanted);

}  // namespace aiguillage
#pragma GCC visibility pop
