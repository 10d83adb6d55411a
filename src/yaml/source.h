#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "aiguillage/diagnostic.h"

namespace aiguillage::yaml {

struct place {
  int line = 0;
  int column = 0;
};

/// The text of a file without byte order mark, its lines ended by \n alone, ready to tell where a byte stands.
struct source {
  std::string file;
  std::string text;
  std::vector<std::size_t> line_starts;
  std::vector<std::uint32_t> characters;  // how many precede each byte; one more than there are bytes
};

[[nodiscard]] source read_source(std::string_view raw, const std::string& file);

/// The line and column, in characters, of a byte; past the end is the end of the last line that is not blank.
[[nodiscard]] place place_of(const source& from, std::size_t position);

/// The byte just after the quoted text that opens at `position`, or npos when it never closes.
[[nodiscard]] std::size_t end_of_quoted(std::string_view text, std::size_t position);

/// True for valid UTF-8 without control or invisible characters, line ends and tabs apart.
[[nodiscard]] bool readable(std::string_view text);

/// What the file got wrong so far; after a hundred findings it says so once and is full.
struct findings {
  const source& from;
  diagnostics& out;
  std::size_t count = 0;
  bool full = false;

  void add(std::size_t position, const char* code, text message, text hint);
};

/// Reports invalid UTF-8 and control characters, one of each a line at most.
void check_characters(findings& found);

/// Reports tabs that indent, and directives.
void check_line_starts(findings& found);

/// At most forty characters of a word, to be quoted in a message.
[[nodiscard]] std::string shown(std::string_view word);

}  // namespace aiguillage::yaml
