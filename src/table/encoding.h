#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace aiguillage::table {

/// What the bytes of a record are.
struct byte_kinds {
  bool nul = false;
  bool multibyte = false;    // valid UTF-8 beyond ASCII was seen
  std::size_t valid = 0;     // bytes before the first that is not UTF-8; all of them when all are
  bool ends_inside = false;  // what follows the valid bytes is the beginning of one character
};

[[nodiscard]] byte_kinds look_at(std::string_view bytes);

/// Appends one character.
void append_utf8(char32_t character, std::string& to);

/// Appends bytes of Windows-1252; the five that it leaves open become control characters, as browsers do.
void append_windows_1252(std::string_view bytes, std::string& to);

/// UTF-16 in pieces of any length. Half of a pair of surrogates becomes U+FFFD and is counted.
struct utf16_decoder {
  bool big_endian = false;
  int pending_byte = -1;
  std::uint32_t high = 0;
  std::size_t broken = 0;

  void append(std::string_view bytes, std::string& to);
  /// The end of the file: what is left over is broken.
  void finish(std::string& to);
};

}  // namespace aiguillage::table
