#pragma once

#include <cstdint>
#include <string_view>

#include "aiguillage/gazetteer.h"

namespace aiguillage {

/// An INSEE code as a number; 0 when it is none.
[[nodiscard]] std::uint64_t commune_key(std::string_view code);

}  // namespace aiguillage
