#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace aiguillage::table {

/// A decimal with a point or a comma, a minus or an exponent perhaps (3e-05), spaces around; its first 15 digits count.
[[nodiscard]] std::optional<double> decimal(std::string_view word);

/// A whole number of at most 18 digits, a minus perhaps, spaces around.
[[nodiscard]] std::optional<std::int64_t> whole_number(std::string_view word);

}  // namespace aiguillage::table
