#include "json_text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace aiguillage {
namespace {

/// The first character of a text: its bytes, and whether JSON has them as they are.
struct character {
  std::size_t bytes = 1;
  bool whole = true;  // false: the first bytes of one that does not go on, or none at all
};

/// Well-formed UTF-8 (Unicode 15, table 3-7): no surrogates, nothing longer than it must be.
character first_of(std::string_view rest) {
  const auto at = [&](std::size_t i) { return i < rest.size() ? static_cast<unsigned char>(rest[i]) : 0U; };
  const unsigned first = at(0);
  if (first < 0x80U) return {};
  const std::size_t bytes = first < 0xE0U ? 2 : first < 0xF0U ? 3 : 4;
  if (first < 0xC2U || first > 0xF4U) return {1, false};
  const unsigned least = first == 0xE0U ? 0xA0U : first == 0xF0U ? 0x90U : 0x80U;
  const unsigned most = first == 0xEDU ? 0x9FU : first == 0xF4U ? 0x8FU : 0xBFU;
  if (at(1) < least || at(1) > most) return {1, false};
  for (std::size_t i = 2; i < bytes; ++i)
    if ((at(i) & 0xC0U) != 0x80U) return {i, false};
  return {bytes, true};
}

bool is_escaped(char one) { return static_cast<unsigned char>(one) < 0x20U || one == '"' || one == '\\'; }

/// By byte: whether it is a character by itself that JSON has as it is.
constexpr std::array<bool, 256> made_plain() {
  std::array<bool, 256> plain{};
  for (std::size_t i = 0x20; i < 0x80; ++i) plain[i] = i != '"' && i != '\\';
  return plain;
}
constexpr std::array<bool, 256> is_plain = made_plain();

/// A bit for each of eight bytes that is not plain; above the first of them some are marked that are.
std::uint64_t not_plain(const char* bytes) {
  constexpr std::uint64_t each = 0x0101010101010101U;
  std::uint64_t all = 0;
  std::memcpy(&all, bytes, sizeof all);
  const auto below = [](std::uint64_t of, std::uint64_t least) { return (of - each * least) & ~of; };
  return (all | below(all, 0x20) | below(all ^ each * '"', 1) | below(all ^ each * '\\', 1)) & each * 0x80U;
}

/// How many characters at the beginning are plain.
std::size_t count_plain(std::string_view words) {
  std::size_t count = 0;
  if constexpr (std::endian::native == std::endian::little)
    for (; count + 8 <= words.size(); count += 8)
      if (const std::uint64_t found = not_plain(words.data() + count))
        return count + static_cast<std::size_t>(std::countr_zero(found)) / 8;
  while (count < words.size() && is_plain[static_cast<unsigned char>(words[count])]) ++count;
  return count;
}

void write_escaped(char one, std::string& out) {
  constexpr std::string_view named = "\"\\\b\f\n\r\t";
  constexpr std::string_view letters = "\"\\bfnrt";
  constexpr std::string_view digits = "0123456789abcdef";
  out += '\\';
  const std::size_t at = named.find(one);
  if (at != std::string_view::npos) {
    out += letters[at];
    return;
  }
  out += "u00";
  out += digits[static_cast<unsigned char>(one) / 16];
  out += digits[static_cast<unsigned char>(one) % 16];
}

}  // namespace

namespace {

/// Short and plain words, as most are, at once; false when they are not.
bool write_brief(std::string_view words, std::string& out) {
  std::array<char, 128> quoted;  // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
  if (words.size() > quoted.size() - 2 || count_plain(words) < words.size()) return false;
  quoted[0] = '"';
  std::copy(words.begin(), words.end(), quoted.begin() + 1);
  quoted[words.size() + 1] = '"';
  out.append(quoted.data(), words.size() + 2);
  return true;
}

}  // namespace

void write_text(std::string_view words, std::string& out) {
  if (write_brief(words, out)) return;
  out += '"';
  while (!words.empty()) {
    std::size_t plain = 0;
    character next;
    while ((plain += count_plain(words.substr(plain))) < words.size()) {
      if (is_escaped(words[plain])) break;
      next = first_of(words.substr(plain));
      if (!next.whole) break;
      plain += next.bytes;
    }
    out += words.substr(0, plain);
    words.remove_prefix(plain);
    if (words.empty()) break;
    if (next.whole)
      write_escaped(words.front(), out);
    else
      out += "\xEF\xBF\xBD";
    words.remove_prefix(next.whole ? 1 : next.bytes);
  }
  out += '"';
}

void new_line(int depth, std::string& out, bool comma) {
  constexpr std::string_view deep = ",\n                                                                ";
  const std::size_t end = 2 + static_cast<std::size_t>(depth) * 2;
  const std::size_t begin = comma ? 0 : 1;
  out.append(deep.substr(begin, end - begin));
  if (end > deep.size()) out.append(end - deep.size(), ' ');
}

std::string fixed_decimals(std::int64_t value, int decimals) {
  std::string digits = std::to_string(value < 0 ? -value : value);
  const auto least = static_cast<std::size_t>(decimals) + 1;
  if (digits.size() < least) digits.insert(0, least - digits.size(), '0');
  if (decimals > 0) digits.insert(digits.size() - static_cast<std::size_t>(decimals), ".");
  return (value < 0 ? "-" : "") + digits;
}

}  // namespace aiguillage
