#include "fold.h"

#include <algorithm>
#include <cstdint>

namespace aiguillage::detail {
namespace {

// The base letters of U+00C0 to U+017F, two characters where one letter stands for two.
constexpr std::string_view base_letters =
    "a a a a a a aec e e e e i i i i d n o o o o o   o u u u u y thss"
    "a a a a a a aec e e e e i i i i d n o o o o o   o u u u u y thy "
    "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g "
    "g g g g h h h h i i i i i i i i i i ijijj j k k k l l l l l l l "
    "l l l n n n n n n n n n o o o o o o oeoer r r r r r s s s s s s "
    "s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s ";

void add_base(std::uint32_t letter, std::string& to) {
  const std::string_view base = base_letters.substr((std::size_t{letter} - 0xC0) * 2, 2);
  for (const char one : base)
    if (one != ' ') to += one;
  if (base == "  " && !to.empty() && to.back() != ' ') to += ' ';
}

bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

std::string folded(std::string_view words) {
  std::string result;
  result.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto byte = static_cast<unsigned char>(words[i]);
    const char lower = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : words[i];
    if (is_plain(lower)) {
      result += lower;
    } else if (byte >= 0xC3 && byte <= 0xC5 && i + 1 < words.size()) {
      add_base((byte & 0x1FU) << 6U | (static_cast<unsigned char>(words[++i]) & 0x3FU), result);
    } else if (byte >= 0xC6 && byte != 0xE2) {
      result += words[i];
      while (i + 1 < words.size() && (static_cast<unsigned char>(words[i + 1]) & 0xC0U) == 0x80U)
        result += words[++i];
    } else if (byte < 0x80 || byte >= 0xC2) {
      if (!result.empty() && result.back() != ' ') result += ' ';
      while (byte >= 0xC2 && i + 1 < words.size() &&
             (static_cast<unsigned char>(words[i + 1]) & 0xC0U) == 0x80U)
        ++i;
    }
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

std::string slug(std::string_view words) {
  std::string result = folded(words);
  result.erase(std::remove_if(result.begin(), result.end(), [](char c) { return c != ' ' && !is_plain(c); }),
               result.end());
  std::replace(result.begin(), result.end(), ' ', '_');
  return result;
}

std::string_view trimmed(std::string_view words) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!words.empty() && blank(words.front())) words.remove_prefix(1);
  while (!words.empty() && blank(words.back())) words.remove_suffix(1);
  if (words.substr(0, 2) == "\xC2\xA0") return trimmed(words.substr(2));
  if (words.size() >= 2 && words.substr(words.size() - 2) == "\xC2\xA0")
    return trimmed(words.substr(0, words.size() - 2));
  return words;
}

}  // namespace aiguillage::detail
