#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// The words of JSON.
namespace aiguillage {

/// A string, in quotes; each part that is no UTF-8 becomes U+FFFD.
void write_text(std::string_view words, std::string& out);

/// A line feed, after a comma or not, and the indentation of a depth, two spaces each.
void new_line(int depth, std::string& out, bool comma = false);

/// A number with a fixed count of decimals, from a whole count of its last one: fixed_decimals(120, 3) is 0.120.
[[nodiscard]] std::string fixed_decimals(std::int64_t value, int decimals);

}  // namespace aiguillage
