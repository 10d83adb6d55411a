#pragma once

#include <cstdint>
#include <string>

#include <nlohmann/json.hpp>

/// JSON with keys in the order of writing and decimals that never pass through binary fractions.
namespace aiguillage::report {

using json = nlohmann::ordered_json;

/// A number with a fixed count of decimals, from a whole count of its last one: fixed_decimals(120, 3) is 0.120.
[[nodiscard]] std::string fixed_decimals(std::int64_t value, int decimals);

/// The same as a JSON number; kept as its text until it is written.
[[nodiscard]] json fixed(std::int64_t value, int decimals);

/// The text of a value, ended by a newline: two spaces of indentation, lists of plain values on one line.
[[nodiscard]] std::string written(const json& value);

}  // namespace aiguillage::report
