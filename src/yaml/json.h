#pragma once

#include <string>
#include <string_view>

namespace aiguillage::yaml {

/// JSON as YAML has it, when a text begins as a JSON object does: tabs between words become spaces, and a character written
/// as two \u escapes (a surrogate pair) is written itself. Any other text is given back as it is.
[[nodiscard]] std::string without_json_ways(std::string_view text);

}  // namespace aiguillage::yaml
