#pragma once

#include <string>

#include "aiguillage/planning.h"

/// Where more places would help most, for people and for programs.
#pragma GCC visibility push(default)
namespace aiguillage {

/// A plan and all that it was made from.
struct sited {
  const pack& rules;
  const territory& land;
  const scenario& told;
  const siting_request& asked;
  const siting_plan& plan;
};

/// Places in order, whom each adds, coverage and distance before and after, and how good the answer is proved to be. Counts under
/// 11 persons are left out.
[[nodiscard]] std::string siting_text(const sited& of, language wanted);

/// The same as JSON.
[[nodiscard]] std::string siting_json(const sited& of, language wanted);

}  // namespace aiguillage
#pragma GCC visibility pop
