#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "yaml/document.h"
#include "yaml/source.h"

namespace aiguillage::yaml {

/// Where yaml-cpp stopped: its words, the byte, the last value read before, the bracket still open.
struct syntax_error {
  std::string words;
  std::size_t position = 0;
  std::size_t last_position = 0;
  std::optional<std::size_t> open_bracket;
  int indent = 0;  // column of the lines that the innermost open block expects
};

/// What yaml-cpp reads in a text whose characters and lines have been checked.
[[nodiscard]] std::optional<node> read_events(findings& found, const limits& bounds);

/// Says in plain words what stopped yaml-cpp, at the place to mend.
void report_syntax(findings& found, const syntax_error& error);

}  // namespace aiguillage::yaml
