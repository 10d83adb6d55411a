#include "aiguillage/explain/record.h"

#include <algorithm>

#include "aiguillage/qualify.h"
#include "explain/phrases.h"
#include "qualify/derive.h"

namespace aiguillage {
namespace {

// Days since 1 March of year 0 of the proleptic Gregorian calendar: years begin in March, so that leap days end them.
int day_number(const std::string& date) {
  const int month = (std::stoi(date.substr(5, 2)) + 9) % 12;
  const int year = std::stoi(date.substr(0, 4)) - (month > 9 ? 1 : 0);
  return 365 * year + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 +
         std::stoi(date.substr(8, 2));
}

bool is_day(const std::string& date) {
  return date.size() == 10 &&
         std::all_of(date.begin(), date.end(), [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
}

}  // namespace

actor_record record_of(const pack& rules, const situation& person, const actor& who) {
  actor_record one{who.producer, who.vintage, {}, false};
  const std::string& today = applicable_day(rules, person);
  if (!is_day(who.vintage) || !is_day(today)) return one;
  one.age_days = std::max(0, day_number(today) - day_number(who.vintage));
  const std::int64_t most = detail::ranking_of(rules, "stale_after_days");
  one.stale = most > 0 && std::int64_t{1000} * *one.age_days > most;
  return one;
}

text record_words(const actor_record& one) {
  if (one.producer.empty() && one.vintage.empty()) return {};
  text words = text{"Fiche : ", "Record: "} + detail::same(one.producer);
  if (!one.vintage.empty())
    words = words + detail::same(one.producer.empty() ? one.vintage : ", " + one.vintage);
  if (!one.stale) return words + detail::same(".");
  const std::string years = std::to_string(*one.age_days / 365);
  return words +
         text{". Fiche ancienne (" + years + " ans ou plus) : vérifiez le lieu avant d'y envoyer quelqu'un.",
              ". An old record (" + years + " years or more): check the place before sending anyone."};
}

}  // namespace aiguillage
