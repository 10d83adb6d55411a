#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "table/encoding.h"

namespace aiguillage::table {

/// Fills a buffer with the next bytes of a file; 0 at its end.
using byte_source = std::function<std::size_t(char* to, std::size_t most)>;

/// A file as text, without its byte order mark, a piece at a time: what was let go of takes no memory.
class window {
 public:
  explicit window(byte_source from) : from_(std::move(from)) {}

  /// What was read and not let go of; views into it last until `grow`.
  [[nodiscard]] std::string_view text() const { return std::string_view(buffer_).substr(begin_); }
  [[nodiscard]] bool ended() const { return ended_; }
  /// Halves of UTF-16 pairs that were met.
  [[nodiscard]] std::size_t broken() const { return utf16_ ? utf16_->broken : 0; }

  /// Reads one more piece, or finds the end.
  void grow();
  void drop(std::size_t bytes) { begin_ += bytes; }

 private:
  void take_mark(std::string& bytes);

  byte_source from_;
  std::string buffer_;
  std::size_t begin_ = 0;
  bool started_ = false;
  bool ended_ = false;
  std::optional<utf16_decoder> utf16_;
};

/// One physical line: its bytes, then those of its end (\n, \r\n or \r; none at the end of the file).
struct physical_line {
  std::size_t length = 0;
  std::size_t ending = 0;
  bool too_long = false;  // no end within the limit; length says nothing
};

/// The line that begins at a byte of the text of the window, which grows as needed.
[[nodiscard]] physical_line line_at(window& in, std::size_t from, std::size_t most);

/// Lets go of all up to the end of the line.
void drop_line(window& in);

}  // namespace aiguillage::table
