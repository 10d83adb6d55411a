#include "interview/units.h"

#include <algorithm>
#include <array>
#include <regex>

namespace aiguillage::detail {
namespace {

constexpr std::int64_t largest_thousandths = 1000000000000;
constexpr std::size_t longest = 64;  // std::regex recurses once per character

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
  return std::string(one.names).find("|" + word + "|") != std::string::npos;
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

}  // namespace

std::optional<std::int64_t> number_typed(const fact& of, const std::string& words) {
  static const std::regex form("([0-9]{1,10}|[0-9]{1,3}( [0-9]{3}){1,3})([.,]([0-9]{1,3}))? *([^0-9 ].*)?");
  const bool whole = of.kind == fact_kind::integer;
  const std::string line = plain_spaces(words);
  std::smatch found;
  if (line.size() > longest || !std::regex_match(line, found, form) || (whole && found[3].matched))
    return std::nullopt;
  std::string digits = found[1];
  digits.erase(std::remove(digits.begin(), digits.end(), ' '), digits.end());
  const std::optional<conversion> by = factor(of.unit, found[5]);
  if (!by) return std::nullopt;
  std::int64_t number = std::stoll(digits) * 1000;
  if (found[4].matched) number += std::stoll((found[4].str() + "00").substr(0, 3));
  number *= by->times;
  if (number > largest_thousandths || number % by->divided_by != 0) return std::nullopt;
  number /= by->divided_by;
  if (whole && number % 1000 != 0) return std::nullopt;
  return number;
}

}  // namespace aiguillage::detail
