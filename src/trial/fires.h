#pragma once

#include "aiguillage/trial.h"
#include "network/builder.h"

namespace aiguillage::detail {

/// Whether a rule applies to this person here (see `cover`).
[[nodiscard]] bool fires(const build_view& view, const statement& which);

}  // namespace aiguillage::detail
