#pragma once

#include <string>

namespace aiguillage::detail {

/// Days from one date to another, both YYYY-MM-DD; negative when the other comes first.
[[nodiscard]] int days_between(const std::string& from, const std::string& to);

/// The date that is `days` after a date; empty when the date is.
[[nodiscard]] std::string date_after(const std::string& date, int days);

}  // namespace aiguillage::detail
