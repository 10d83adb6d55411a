#include "hours/reader.h"

#include <algorithm>
#include <string>
#include <utility>

namespace aiguillage::hours {

const token& peek(const reader& in, std::size_t ahead) {
  return in.tokens[std::min(in.next + ahead, in.tokens.size() - 1)];
}

bool is(const reader& in, std::string_view word, std::size_t ahead) {
  const token& one = peek(in, ahead);
  return (one.kind == token_kind::word || one.kind == token_kind::mark) && one.word == word;
}

bool is_number(const reader& in, std::size_t ahead, int digits) {
  const token& one = peek(in, ahead);
  return one.kind == token_kind::number && one.digits <= digits;
}

bool take(reader& in, std::string_view word) {
  const bool there = is(in, word);
  if (there) ++in.next;
  return there;
}

bool fail(reader& in, text wrong) { return fail_at(in, peek(in).at, std::move(wrong)); }

bool fail_at(reader& in, std::size_t at, text wrong) {
  in.reading.wrong_at = at;
  in.reading.wrong = std::move(wrong);
  return false;
}

void remark(reader& in, text what) { in.reading.remarks.push_back({peek(in).at, std::move(what)}); }

bool take_number(reader& in, int least, int most, int& value) {
  const token& one = peek(in);
  if (!is_number(in) || one.value < least || one.value > most) {
    const std::string bounds = std::to_string(least);
    const std::string last = std::to_string(most);
    return fail(in, {"un nombre de " + bounds + " à " + last + " est attendu ici",
                     "a number from " + bounds + " to " + last + " is expected here"});
  }
  value = one.value;
  ++in.next;
  return true;
}

}  // namespace aiguillage::hours
