#include "aiguillage/explain/record.h"

#include <algorithm>

#include "aiguillage/date.h"
#include "aiguillage/qualify.h"
#include "explain/phrases.h"
#include "qualify/derive.h"

namespace aiguillage {
actor_record record_of(const pack& rules, const situation& person, const actor& who) {
  actor_record one{who.producer, who.vintage, {}, false};
  const std::optional<civil_date> made = parse_date(who.vintage);
  const std::optional<civil_date> now = parse_date(applicable_day(rules, person));
  if (!made || !now) return one;
  one.age_days = std::max(0, day_number(*now) - day_number(*made));
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
  const std::string years = std::to_string(one.age_days.value_or(0) / 365);
  return words +
         text{". Fiche ancienne (" + years + " ans ou plus) : vérifiez le lieu avant d'y envoyer quelqu'un.",
              ". An old record (" + years + " years or more): check the place before sending anyone."};
}

}  // namespace aiguillage
