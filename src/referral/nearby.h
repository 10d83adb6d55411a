#pragma once

#include "aiguillage/referral.h"
#include "network/catchment.h"

namespace aiguillage::detail {

/// The plans that `refer` finds in the whole territory, found near the person; `person` lives at the home of `near`, or has
/// no point of their own.
[[nodiscard]] referral refer_nearby(const catchment_index& in, const catchment& near, const pack& rules,
                                    const territory& land, const situation& person,
                                    const qualification& found, int count);

}  // namespace aiguillage::detail
