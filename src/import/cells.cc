#include "import/cells.h"

#include <algorithm>
#include <cstdint>

#include "aiguillage/date.h"
#include "fold.h"

namespace aiguillage::import {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}

std::string without(std::string_view word, std::string_view unwanted) {
  std::string result;
  result.reserve(word.size());
  for (const char c : word)
    if (unwanted.find(c) == std::string_view::npos) result += c;
  return result;
}

/// Spreadsheets drop the first zero.
std::string with_zero(std::string code, std::size_t length) {
  if (code.size() + 1 == length && all_digits(code)) code.insert(code.begin(), '0');
  return code;
}

std::optional<std::string> commune_code(std::string_view written) {
  std::string code = with_zero(without(written, " "), 5);
  if (code.size() == 5 && (code[1] == 'a' || code[1] == 'b')) code[1] = static_cast<char>(code[1] - 32);
  return is_code(area_kind::commune, code) ? std::optional<std::string>(code) : std::nullopt;
}

/// A decimal with a point or a comma, at most 15 digits, as it is written.
std::optional<std::string> degrees(std::string_view written, double most) {
  std::string word = without(written, " ");
  std::replace(word.begin(), word.end(), ',', '.');
  const std::size_t sign = !word.empty() && (word[0] == '-' || word[0] == '+') ? 1 : 0;
  if (sign == 1 && word[0] == '+') word.erase(0, 1);
  std::size_t digits = 0;
  std::size_t points = 0;
  for (std::size_t i = word[0] == '-' ? 1 : 0; i < word.size(); ++i) {
    if (word[i] == '.')
      ++points;
    else if (is_digit(word[i]))
      ++digits;
    else
      return std::nullopt;
  }
  if (digits == 0 || points > 1 || word.size() > 24) return std::nullopt;
  if (word.back() == '.') word.pop_back();
  if (const std::size_t point = word.find('.'); point != std::string::npos && word.size() > point + 8)
    word.resize(point + 8);  // a centimetre
  if (const std::size_t point = word.find('.'); point == 0 || (point == 1 && word[0] == '-'))
    word.insert(point, 1, '0');
  const double value = degrees_of(word);
  return value >= -most && value <= most ? std::optional<std::string>(word) : std::nullopt;
}

std::optional<std::string> date(std::string_view written) {
  std::string word(written.substr(0, std::min(written.find('T'), written.find(' '))));
  if (word.size() == 10 && (word[2] == '/' || word[2] == '-'))
    word = word.substr(6, 4) + "-" + word.substr(3, 2) + "-" + word.substr(0, 2);
  std::replace(word.begin(), word.end(), '/', '-');
  if (word.size() == 8 && all_digits(word))
    word = word.substr(0, 4) + "-" + word.substr(4, 2) + "-" + word.substr(6, 2);
  if (word.size() == 4) word += "-01";
  if (word.size() == 7) word += "-01";
  return parse_date(word) ? std::optional<std::string>(word) : std::nullopt;
}

std::optional<std::string> siret(std::string_view written) {
  std::string word = without(written, " .\xC2\xA0");
  const bool given = word.find_first_not_of('0') != std::string::npos;
  return word.size() == 14 && given && all_digits(word) ? std::optional<std::string>(word) : std::nullopt;
}

std::optional<std::string> days(std::string_view written) {
  return written.size() <= 3 && all_digits(written) ? std::optional<std::string>(written) : std::nullopt;
}

/// One line, single spaces.
std::optional<std::string> line_of(std::string_view written) {
  std::string result;
  result.reserve(written.size());
  for (const char c : written) {
    const bool blank = static_cast<unsigned char>(c) <= ' ' || c == 0x7F;
    if (!blank)
      result += c;
    else if (!result.empty() && result.back() != ' ')
      result += ' ';
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  if (result.empty()) return std::nullopt;
  return result;
}

}  // namespace

std::optional<std::string> clean_value(attribute what, std::string_view written) {
  switch (what) {
    case attribute::commune:
    case attribute::communes: return commune_code(written);
    case attribute::latitude: return degrees(written, 90);
    case attribute::longitude: return degrees(written, 180);
    case attribute::vintage: return date(written);
    case attribute::siret: return siret(written);
    case attribute::postcode: return with_zero(without(written, " "), 5);
    case attribute::appointment_days: return days(written);
    case attribute::epcis: return is_code(area_kind::epci, written) ? line_of(written) : std::nullopt;
    case attribute::regions:
      return written.size() <= 2 && all_digits(written)
                 ? std::optional<std::string>(with_zero(std::string(written), 2))
                 : std::nullopt;
    case attribute::countries: {
      const auto found = area_of_code(written);
      return found && found->kind == area_kind::country ? std::optional<std::string>(found->code)
                                                        : std::nullopt;
    }
    case attribute::departments: {
      const auto found = area_of_code(with_zero(std::string(written), 2));
      return found && found->kind == area_kind::department ? std::optional<std::string>(found->code)
                                                           : std::nullopt;
    }
    default: return line_of(written);
  }
}

std::optional<area> area_of_code(std::string_view written, std::string_view kind) {
  const std::string word(detail::trimmed(written));
  const auto one = [&](area_kind which) { return std::optional<area>(area{which, word}); };
  if (kind == "region") return is_code(area_kind::region, word) ? one(area_kind::region) : std::nullopt;
  if (kind == "pays" && (word == "FR" || word == "fr" || word == "FRA"))
    return area{area_kind::country, france_code};
  if (word == "france" || word == "France") return area{area_kind::country, france_code};
  for (const area_kind which : {area_kind::epci, area_kind::country, area_kind::department})
    if (is_code(which, word)) return one(which);
  if (word.size() == 5) {
    const auto code = commune_code(word);
    return code ? std::optional<area>(area{area_kind::commune, *code}) : std::nullopt;
  }
  return std::nullopt;
}

double degrees_of(std::string_view clean) {
  std::int64_t digits = 0;
  double scale = 1;
  bool after_point = false;
  for (const char c : clean) {
    if (c == '.') after_point = true;
    if (!is_digit(c) || digits > 100000000000000) continue;
    digits = digits * 10 + (c - '0');
    if (after_point) scale *= 10;
  }
  const double size = static_cast<double>(digits) / scale;
  return !clean.empty() && clean[0] == '-' ? -size : size;
}

attribute attribute_of(area_kind kind) {
  constexpr std::array all{attribute::communes, attribute::epcis, attribute::departments, attribute::regions,
                           attribute::countries};
  return all[static_cast<std::size_t>(kind)];
}

std::optional<point> point_of(const listing& from) {
  const std::string& latitude = said(from, attribute::latitude);
  const std::string& longitude = said(from, attribute::longitude);
  if (latitude.empty() || longitude.empty()) return std::nullopt;
  return point{degrees_of(latitude), degrees_of(longitude)};
}

std::string shown(std::string_view words) {
  constexpr std::size_t longest = 60;
  std::size_t end = std::min(longest, words.size());
  while (end > 0 && end < words.size() && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
  std::string line(words.substr(0, end));
  for (char& c : line)
    if (static_cast<unsigned char>(c) < ' ' || c == 0x7F) c = ' ';
  return end < words.size() ? line + "…" : line;
}

}  // namespace aiguillage::import
