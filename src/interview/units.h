#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "aiguillage/pack.h"

namespace aiguillage::detail {

/// A number typed with or without its unit, in thousandths of the fact's own unit; nullopt when it is no number, the
/// unit is another one that does not convert exactly, or a whole number is wanted and it is none. The words are in lower
/// case, without spaces around.
[[nodiscard]] std::optional<std::int64_t> number_typed(const fact& of, const std::string& words);

}  // namespace aiguillage::detail
