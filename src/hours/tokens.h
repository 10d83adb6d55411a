#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "aiguillage/hours.h"

namespace aiguillage::hours {

enum class token_kind : std::uint8_t { end, number, word, comment, mark };

struct token {
  token_kind kind = token_kind::end;
  std::size_t at = 0;
  int value = 0;     // of a number of four digits at most; else -1
  int digits = 0;    // of a number
  std::string word;  // lower case, a comment as written, or the mark itself
};

/// Cuts a string into tokens, the last of kind `end`; false, with `wrong` set, when a comment does not end.
bool cut(std::string_view written, std::vector<token>& tokens, hours_reading& reading);

}  // namespace aiguillage::hours
