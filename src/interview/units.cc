#include "interview/units.h"

#include <algorithm>
#include <array>
#include <optional>

namespace aiguillage::detail {
namespace {

constexpr std::int64_t largest_thousandths = 1000000000000;
constexpr std::size_t longest = 64;

struct unit_names {
  const char* unit;
  const char* names;  // as people type them, a bar around each
};

constexpr std::array<unit_names, 9> units = {
    {{"days", "|j|jour|jours|d|day|days|"},
     {"weeks", "|sem|semaine|semaines|week|weeks|"},
     {"months", "|mois|month|months|"},
     {"years", "|an|ans|année|années|year|years|"},
     {"children", "|enfant|enfants|child|children|"},
     {"attempts", "|essai|essais|fois|attempt|attempts|"},
     {"EUR", "|€|eur|euro|euros|"},
     {"EUR per month",
      "|€|eur|euro|euros|par mois|/mois|/ mois|per month|a month|/month|€ par mois|€/mois|€ / mois|euros par "
      "mois|"
      "euros/mois|€ per month|€/month|euros per month|euros a month|"},
     {"square metres per person", "|m²|m2|m² par personne|m2 par personne|m² per person|m2 per person|"}}};

struct conversion {
  const char* from;
  const char* to;
  std::int64_t times;
  std::int64_t divided_by;
};

constexpr std::array<conversion, 4> conversions = {{{"weeks", "days", 7, 1},
                                                    {"days", "weeks", 1, 7},
                                                    {"years", "months", 12, 1},
                                                    {"months", "years", 1, 12}}};

bool names(const unit_names& one, const std::string& word) {
  return word.find('|') == std::string::npos &&
         std::string(one.names).find("|" + word + "|") != std::string::npos;
}

/// The factor from what was typed to the unit of the fact.
std::optional<conversion> factor(const std::string& unit, const std::string& word) {
  const conversion own{"", "", 1, 1};
  if (word.empty() || word == unit) return own;
  for (const unit_names& one : units)
    if (unit == one.unit && names(one, word)) return own;
  for (const conversion& each : conversions)
    for (const unit_names& one : units)
      if (unit == each.to && std::string(one.unit) == each.from && names(one, word)) return each;
  return std::nullopt;
}

/// Spaces that break no line, wide or narrow, as plain ones.
std::string plain_spaces(std::string words) {
  for (const std::string space : {"\u00a0", "\u202f", "\u2009"})
    for (std::size_t at = words.find(space); at != std::string::npos; at = words.find(space, at))
      words.replace(at, space.size(), " ");
  return words;
}

std::string digits_at(const std::string& line, std::size_t start) {
  const std::size_t end = line.find_first_not_of("0123456789", start);
  return start >= line.size() ? "" : line.substr(start, end == std::string::npos ? end : end - start);
}

/// A number as it is typed: ten digits, or threes of them after spaces; two decimals; a unit.
struct typed {
  std::string digits;
  std::string decimals;
  std::string unit;
};

std::optional<typed> typed_in(const std::string& line) {
  typed found{digits_at(line, 0), "", ""};
  std::size_t at = found.digits.size();
  if (at == 0 || at > 10) return std::nullopt;
  if (at <= 3)
    for (int more = 0; more < 3 && at < line.size() && line[at] == ' '; ++more) {
      const std::string three = digits_at(line, at + 1);
      if (three.size() != 3) break;
      found.digits += three;
      at += 4;
    }
  if (at < line.size() && (line[at] == '.' || line[at] == ',')) found.decimals = digits_at(line, at + 1);
  if (found.decimals.size() > 2) return std::nullopt;  // 1,200 is a thousand to some people
  if (!found.decimals.empty()) at += 1 + found.decimals.size();
  at = line.find_first_not_of(' ', at);
  if (at != std::string::npos) found.unit = line.substr(at);
  if (!digits_at(found.unit, 0).empty()) return std::nullopt;
  return found;
}

}  // namespace

std::optional<std::int64_t> number_typed(const fact& of, const std::string& words) {
  const bool whole = of.kind == fact_kind::integer;
  const std::string line = plain_spaces(words);
  const std::optional<typed> found = line.size() > longest ? std::nullopt : typed_in(line);
  if (!found || (whole && !found->decimals.empty())) return std::nullopt;
  const std::optional<conversion> by = factor(of.unit, found->unit);
  if (!by) return std::nullopt;
  std::int64_t number = std::stoll(found->digits + (found->decimals + "000").substr(0, 3));
  number *= by->times;
  if (number > largest_thousandths || number % by->divided_by != 0) return std::nullopt;
  number /= by->divided_by;
  if (whole && number % 1000 != 0) return std::nullopt;
  return number;
}

}  // namespace aiguillage::detail
