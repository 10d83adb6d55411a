#include "hours/tokens.h"

namespace aiguillage::hours {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool begins(std::string_view rest, std::string_view with) { return rest.substr(0, with.size()) == with; }

/// Bytes of white space at the beginning: ASCII, or the no-break spaces U+00A0 and U+202F.
std::size_t space(std::string_view rest) {
  if (rest.empty()) return 0;
  if (rest[0] == ' ' || rest[0] == '\t' || rest[0] == '\n' || rest[0] == '\r') return 1;
  if (begins(rest, "\xC2\xA0")) return 2;
  return begins(rest, "\xE2\x80\xAF") ? 3 : 0;
}

/// Dashes U+2010 to U+2014 and the minus sign U+2212.
bool long_dash(std::string_view rest) {
  if (begins(rest, "\xE2\x88\x92")) return true;
  return rest.size() >= 3 && begins(rest, "\xE2\x80") && rest[2] >= '\x90' && rest[2] <= '\x94';
}

token number(std::string_view rest, std::size_t at) {
  token read{token_kind::number, at, 0, 0, {}};
  for (; static_cast<std::size_t>(read.digits) < rest.size() &&
         is_digit(rest[static_cast<std::size_t>(read.digits)]);
       ++read.digits)
    read.value = read.digits < 4 ? read.value * 10 + (rest[static_cast<std::size_t>(read.digits)] - '0') : -1;
  return read;
}

token word(std::string_view rest, std::size_t at) {
  token read{token_kind::word, at, 0, 0, {}};
  while (read.word.size() < rest.size()) {
    const std::string_view here = rest.substr(read.word.size());
    if (!is_letter(here[0]) || space(here) > 0 || long_dash(here)) break;
    read.word += lower(here[0]);
  }
  return read;
}

}  // namespace

bool cut(std::string_view written, std::vector<token>& tokens, hours_reading& reading) {
  tokens.reserve(written.size() + 1);
  for (std::size_t at = 0; at < written.size();) {
    const std::string_view rest = written.substr(at);
    std::size_t length = space(rest);
    if (length > 0) {
      at += length;
      continue;
    }
    if (is_digit(rest[0])) {
      tokens.push_back(number(rest, at));
      length = static_cast<std::size_t>(tokens.back().digits);
    } else if (long_dash(rest)) {
      reading.remarks.push_back(
          {at, {"un tiret long vaut un trait d'union", "a long dash is read as a hyphen"}});
      tokens.push_back({token_kind::mark, at, 0, 0, "-"});
      length = 3;
    } else if (is_letter(rest[0])) {
      tokens.push_back(word(rest, at));
      length = tokens.back().word.size();
    } else if (rest[0] == '"') {
      const std::size_t end = rest.find('"', 1);
      if (end == std::string_view::npos) {
        reading.wrong_at = at;
        reading.wrong = {"ce commentaire n'a pas de guillemet à la fin", "this comment has no closing quote"};
        return false;
      }
      tokens.push_back({token_kind::comment, at, 0, 0, std::string(rest.substr(1, end - 1))});
      length = end + 1;
    } else {
      length = begins(rest, "||") ? 2 : 1;
      tokens.push_back({token_kind::mark, at, 0, 0, std::string(rest.substr(0, length))});
    }
    at += length;
  }
  tokens.push_back({token_kind::end, written.size(), 0, 0, {}});
  return true;
}

}  // namespace aiguillage::hours
