#pragma once

#include <cstdint>
#include <string>

#include <nlohmann/json.hpp>

#include "json_text.h"

/// JSON as a tree, with keys in the order of writing and decimals that never pass through binary fractions. What is written
/// once and for one reader goes through json_writer.h, which makes no tree.
namespace aiguillage::report {

using json = nlohmann::ordered_json;

/// A number with a fixed count of decimals (fixed_decimals); kept as its text until it is written.
[[nodiscard]] json fixed(std::int64_t value, int decimals);

/// The text of a value, ended by a newline: two spaces of indentation, lists of plain values on one line.
[[nodiscard]] std::string written(const json& value);

}  // namespace aiguillage::report
