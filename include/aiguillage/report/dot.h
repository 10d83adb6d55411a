#pragma once

#include <string>

#include "aiguillage/referral.h"

#pragma GCC visibility push(default)
namespace aiguillage {

/// The main plan for Graphviz: one cluster per lane, hand-offs as labelled edges. An empty graph when there is no plan.
[[nodiscard]] std::string referral_dot(const pack& rules, const territory& land, const situation& person,
                                       const referral& proposed, language wanted);

}  // namespace aiguillage
#pragma GCC visibility pop
