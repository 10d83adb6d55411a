#include "table/numbers.h"

#include <algorithm>
#include <array>

namespace aiguillage::table {
namespace {

std::string_view trimmed(std::string_view word) {
  const std::size_t first = word.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return word.substr(first, word.find_last_not_of(' ') - first + 1);
}

bool digit(char c) { return c >= '0' && c <= '9'; }

bool take_minus(std::string_view& word) {
  const bool minus = word.starts_with('-');
  if (minus) word.remove_prefix(1);
  return minus;
}

/// Digits as a whole number below 10^15, and the power of ten that it is to be multiplied by.
struct scaled {
  std::int64_t digits = 0;
  int power = 0;
};

std::optional<scaled> mantissa(std::string_view word) {
  constexpr std::int64_t most = 99999999999999;  // one more digit keeps it below 10^15
  scaled result;
  bool after_point = false;
  bool any = false;
  for (const char c : word) {
    if ((c == '.' || c == ',') && !after_point) {
      after_point = true;
      continue;
    }
    if (!digit(c)) return std::nullopt;
    any = true;
    const bool beyond = result.digits > most;
    if (beyond && !after_point) return std::nullopt;
    if (beyond || result.power == -22) continue;
    result.digits = result.digits * 10 + (c - '0');
    if (after_point) --result.power;
  }
  return any ? std::optional(result) : std::nullopt;
}

}  // namespace

std::optional<double> decimal(std::string_view word) {
  // A whole number below 2^53 times or over a power of ten up to 10^22 is rounded once.
  constexpr std::array<double, 23> powers = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                             1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                             1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  word = trimmed(word);
  const bool minus = take_minus(word);
  const std::size_t e = std::min(word.find_first_of("eE"), word.size());
  const std::optional<scaled> number = mantissa(word.substr(0, e));
  if (!number) return std::nullopt;
  int power = number->power;
  if (e < word.size()) {
    std::string_view exponent = word.substr(e + 1);
    if (exponent.starts_with('+')) exponent.remove_prefix(1);
    const std::optional<std::int64_t> shift = exponent.size() <= 3 ? whole_number(exponent) : std::nullopt;
    if (!shift) return std::nullopt;
    power += static_cast<int>(*shift);
  }
  if (power < -22 || power > 22) return std::nullopt;
  const double digits = static_cast<double>(number->digits);
  const double value = power < 0 ? digits / powers[static_cast<std::size_t>(-power)]
                                 : digits * powers[static_cast<std::size_t>(power)];
  return minus ? -value : value;
}

std::optional<std::int64_t> whole_number(std::string_view word) {
  word = trimmed(word);
  const bool minus = take_minus(word);
  if (word.empty() || word.size() > 18) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : word) {
    if (!digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return minus ? -value : value;
}

}  // namespace aiguillage::table
