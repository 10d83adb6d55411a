#include <algorithm>
#include <cstdlib>

#include "yaml/document.h"
#include "yaml/kinds.h"

namespace aiguillage::yaml {
namespace {

constexpr std::size_t most_digits = 15;

bool digit(char c) { return c >= '0' && c <= '9'; }
bool lower(char c) { return c >= 'a' && c <= 'z'; }

bool all_digits(const std::string& word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), digit);
}

std::string without(std::string word, char unwanted) {
  word.erase(std::remove(word.begin(), word.end(), unwanted), word.end());
  return word;
}

/// 0x1F, 0o17 and 0b11 in base 10.
std::string from_other_base(const std::string& word) {
  if (word.size() < 3 || word.size() > 12 || word[0] != '0') return {};
  const int base = word[1] == 'x' ? 16 : word[1] == 'o' ? 8 : word[1] == 'b' ? 2 : 0;
  if (base == 0) return {};
  char* end = nullptr;
  const long long value = std::strtoll(word.c_str() + 2, &end, base);
  return *end == '\0' && value >= 0 ? std::to_string(value) : std::string{};
}

}  // namespace

bool is_name(const std::string& word) {
  if (word.empty()) return false;
  const auto inside = [](char c) { return lower(c) || digit(c) || c == '_'; };
  const bool capital = word[0] >= 'A' && word[0] <= 'Z';
  return (inside(word[0]) || capital) && std::all_of(word.begin() + 1, word.end(), inside);
}

bool is_integer(const std::string& word) {
  const bool negative = !word.empty() && word[0] == '-';
  const std::string digits = word.substr(negative ? 1 : 0);
  if (!all_digits(digits) || digits.size() > most_digits) return false;
  return digits[0] != '0' || (digits.size() == 1 && !negative);
}

bool is_decimal(const std::string& word) {
  const std::size_t point = word.find('.');
  if (point == std::string::npos) return is_integer(word);
  const std::string whole = word.substr(0, point);
  const std::string part = word.substr(point + 1);
  return (is_integer(whole) || whole == "-0") && all_digits(part) && part.size() <= 3;
}

bool has_date_form(const std::string& word) {
  if (word.size() != 10 || word[4] != '-' || word[7] != '-') return false;
  return all_digits(word.substr(0, 4) + word.substr(5, 2) + word.substr(8, 2));
}

std::string plain_number(const std::string& word, value_kind kind) {
  std::string converted = from_other_base(word);
  if (!converted.empty()) return converted;
  std::string plain = without(without(word, '_'), ' ');
  std::replace(plain.begin(), plain.end(), ',', '.');
  if (!plain.empty() && plain[0] == '+') plain.erase(0, 1);
  const std::string sign = !plain.empty() && plain[0] == '-' ? "-" : "";
  plain.erase(0, sign.size());
  while (plain.size() > 1 && plain[0] == '0' && digit(plain[1])) plain.erase(0, 1);
  if (plain == ".") return {};
  if (!plain.empty() && plain[0] == '.') plain.insert(0, "0");
  if (!plain.empty() && plain.back() == '.') plain.pop_back();
  const std::string whole = plain == "0" ? plain : sign + plain;
  const bool fits = kind == value_kind::integer ? is_integer(whole) : is_decimal(whole);
  return fits && whole != word ? whole : std::string{};
}

bool as_boolean(const node& value) { return value.scalar == "true"; }

std::int64_t as_integer(const node& value) { return std::strtoll(value.scalar.c_str(), nullptr, 10); }

std::int64_t as_thousandths(const node& value) {
  const std::string& word = value.scalar;
  const std::size_t point = std::min(word.find('.'), word.size());
  std::string digits = word.substr(0, point);
  std::string part = point < word.size() ? word.substr(point + 1) : std::string{};
  part.resize(3, '0');
  return std::strtoll((digits + part).c_str(), nullptr, 10);
}

text as_bilingual(const node& value) {
  const node* fr = value.find("fr");
  const node* en = value.find("en");
  return {fr == nullptr ? std::string{} : fr->scalar, en == nullptr ? std::string{} : en->scalar};
}

std::vector<const node*> as_list(const node& value) {
  if (value.kind != node_kind::sequence) return {&value};
  std::vector<const node*> all;
  all.reserve(value.items.size());
  for (const node& item : value.items) all.push_back(&item);
  return all;
}

}  // namespace aiguillage::yaml
