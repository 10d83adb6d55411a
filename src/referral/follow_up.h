#pragma once

#include "aiguillage/referral.h"
#include "network/builder.h"

namespace aiguillage::detail {

/// Sets the dates on which hand-offs are checked, and who keeps the file, as the rules of the pack say.
void set_follow_up(const build_view& view, referral_plan& plan);

}  // namespace aiguillage::detail
