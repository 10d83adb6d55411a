#pragma once

#include <string>

namespace aiguillage::detail {

/// Without spaces around, ASCII letters in lower case.
[[nodiscard]] std::string plain(const std::string& words);

}  // namespace aiguillage::detail
