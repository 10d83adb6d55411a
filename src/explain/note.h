#pragma once

#include <vector>

#include "aiguillage/explain.h"

/// What goes with a hand-off note that was made already.
namespace aiguillage::detail {

/// As the functions of the same name in explain.h; `note` is that of the stop.
[[nodiscard]] std::vector<text> papers_for(const pack& rules, const situation& person,
                                           const referral_stop& stop, const handoff_note& note);
[[nodiscard]] bool sender_shows_nothing(const pack& rules, const territory& land, const situation& person,
                                        const referral_plan& in, const referral_stop& to,
                                        const handoff_note& note);

}  // namespace aiguillage::detail
