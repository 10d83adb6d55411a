#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "aiguillage/hours.h"
#include "hours/tokens.h"

namespace aiguillage::hours {

/// Tokens being read, one after the other, and what is found on the way.
struct reader {
  std::vector<token> tokens;
  std::size_t next = 0;
  hours_reading reading;
};

/// The token `ahead` of the next one; the last one (of kind end) beyond.
const token& peek(const reader& in, std::size_t ahead = 0);

/// True when the token `ahead` is this mark or this word (not the text of a comment).
bool is(const reader& in, std::string_view word, std::size_t ahead = 0);

/// True when the token `ahead` is a number of at most `digits` digits.
bool is_number(const reader& in, std::size_t ahead = 0, int digits = 4);

/// Steps over the next token when it is this one.
bool take(reader& in, std::string_view word);

/// Records what is wrong at the next token, or at an earlier place; always false.
bool fail(reader& in, text wrong);
bool fail_at(reader& in, std::size_t at, text wrong);

/// Records something unusual at the next token.
void remark(reader& in, text what);

/// A number between two bounds, or what is wrong.
bool take_number(reader& in, int least, int most, int& value);

}  // namespace aiguillage::hours
