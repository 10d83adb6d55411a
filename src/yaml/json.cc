#include "yaml/json.h"

#include <cstdint>
#include <optional>

namespace aiguillage::yaml {
namespace {

/// The number of a \u escape at a place; nullopt when there is none.
std::optional<std::uint32_t> escape_at(std::string_view text, std::size_t at) {
  if (text.size() < at + 6 || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : text.substr(at + 2, 4)) {
    const bool digit = c >= '0' && c <= '9';
    const bool upper = c >= 'A' && c <= 'F';
    const bool lower = c >= 'a' && c <= 'f';
    if (!digit && !upper && !lower) return std::nullopt;
    value = value * 16 + static_cast<std::uint32_t>(digit ? c - '0' : upper ? c - 'A' + 10 : c - 'a' + 10);
  }
  return value;
}

/// The character of a surrogate pair at a place, as UTF-8; "" when there is none.
std::string pair_at(std::string_view text, std::size_t at) {
  const auto high = escape_at(text, at);
  const auto low = escape_at(text, at + 6);
  if (!high || !low || *high < 0xD800 || *high > 0xDBFF || *low < 0xDC00 || *low > 0xDFFF) return "";
  const std::uint32_t code = 0x10000 + ((*high - 0xD800) << 10U) + (*low - 0xDC00);
  const auto byte = [](std::uint32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
  return {byte(0xF0U | code >> 18U), byte(0x80U | (code >> 12U & 0x3FU)), byte(0x80U | (code >> 6U & 0x3FU)),
          byte(0x80U | (code & 0x3FU))};
}

}  // namespace

std::string without_json_ways(std::string_view text) {
  std::string result(text);
  const std::size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos || text[first] != '{') return result;
  result.clear();
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted && text[i] == '\\') {
      const std::string character = pair_at(text, i);
      result += character.empty() ? std::string(text.substr(i, 2)) : character;
      i += character.empty() ? 1 : 11;
    } else {
      if (text[i] == '"') quoted = !quoted;
      result += text[i] == '\t' && !quoted ? ' ' : text[i];
    }
  }
  return result;
}

}  // namespace aiguillage::yaml
