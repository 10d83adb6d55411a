#pragma once

#include <string>

#include "aiguillage/pack.h"

namespace aiguillage::detail {

/// A condition without children as it would be written in a rule.
[[nodiscard]] std::string condition_as_written(const pack& rules, condition_id which);

}  // namespace aiguillage::detail
