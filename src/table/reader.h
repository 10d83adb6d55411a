#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "table/findings.h"
#include "table/quoted.h"
#include "table/window.h"

namespace aiguillage::table {

/// One record as it stands in the file; the views live until the next one.
struct record {
  int line = 0;
  fault why = fault::none;
  bool at_end = false;       // nothing ends its last line
  bool stray_quote = false;  // read leniently
  bool converted = false;    // from Windows-1252
  cell_list cells;
};

/// Records of a file one after the other; empty lines are none.
///
/// A quote may stay open over lines, as long as the record keeps to its limit and its quotes are well formed. Otherwise the
/// record is the first line alone, and the next one is read as if nothing had happened. What such attempts read in vain is
/// paid from what was read well, so that a file costs a time that grows with its size only.
class record_reader {
 public:
  record_reader(byte_source from, std::size_t most)
      : in_(std::move(from)), most_(most), credit_(earned * most) {}

  /// The first line that is not empty; nothing when there is none.
  [[nodiscard]] std::optional<std::string_view> first_line();
  /// True when the file holds no byte, its mark apart.
  [[nodiscard]] bool nothing() const { return line_ == 1; }
  [[nodiscard]] std::size_t broken() const { return in_.broken(); }

  void separate_by(char separator);
  /// The next record, with at most so many cells; nullptr at the end.
  [[nodiscard]] record* next(std::size_t columns);

 private:
  struct extent {
    std::size_t bytes = 0;   // of its text
    std::size_t ending = 0;  // of the end of its last line
    int lines = 1;
  };

  static constexpr std::size_t earned = 8;  // bytes that may be read in vain for each that was read well

  bool skip_empty();
  void pass_lines(int count);
  extent read_record(const physical_line& first, std::size_t columns);
  bool read_on(extent& taken);
  void check_bytes(std::string_view bytes);
  void convert();

  window in_;
  std::size_t most_;
  std::size_t credit_;
  char separator_ = ',';
  int line_ = 1;
  bool multibyte_ = false;  // UTF-8 beyond ASCII was seen
  quoted_record quoted_;
  record one_;
  std::string converted_;
};

}  // namespace aiguillage::table
