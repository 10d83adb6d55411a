#pragma once

#include <string>

namespace aiguillage::report {

/// Seven decimals at most: a centimetre.
[[nodiscard]] std::string degrees(double value);

}  // namespace aiguillage::report
