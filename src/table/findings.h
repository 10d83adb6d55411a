#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "aiguillage/diagnostic.h"

namespace aiguillage::table {

/// Why a record is not handed on.
enum class fault : std::uint8_t {
  none,
  too_long,
  unclosed_quote,
  nul_byte,
  too_few_cells,
  too_many_cells,
  truncated
};

/// The findings of one file; after a number of them the rest is counted.
struct findings {
  std::string file;
  diagnostics& out;
  int most = 0;
  std::size_t hidden = 0;

  void add(severity level, const char* code, int line, text message, text hint = {});
  /// Says how many were not said.
  void finish();
};

/// A record that is refused, or a heading that cannot be read. `cells` of `columns`; `most` bytes at most.
struct refusal {
  fault why = fault::none;
  int line = 0;
  bool heading = false;
  std::size_t cells = 0;
  std::size_t columns = 0;
  std::size_t most = 0;
};
void report(findings& to, const refusal& one);

/// Something that happened to `count` records, first at a line.
struct repeated {
  int line = 0;
  std::size_t count = 0;

  void note(int where) {
    if (count++ == 0) line = where;
  }
};
void report_windows_1252(findings& to, const repeated& what);
void report_stray_quotes(findings& to, const repeated& what);
void report_bad_utf16(findings& to, std::size_t count);
void report_duplicate(findings& to, int line, const std::string& name);

}  // namespace aiguillage::table
