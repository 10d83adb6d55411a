#include <algorithm>
#include <map>

#include "explain/phrases.h"
#include "survey/surveying.h"

/// Hours that cannot be, or that are perhaps not what was meant.
namespace aiguillage::surveying {
namespace {

// All assumed: less than an hour a week, a span longer than any night shelter, the dead of night.
constexpr int least_minutes_a_week = 60;
constexpr int longest_span = 16 * 60;
constexpr int night_from = 60;
constexpr int night_to = 5 * 60;

holiday_zone zone_of(const territory& land, const actor& who) {
  return zone_of_commune(who.at.known() ? land.sites[who.at].commune : "");
}

template <class Test>
bool any_rule(const opening_hours& hours, const Test& test) {
  return std::any_of(hours.rules.begin(), hours.rules.end(),
                     [&](const hours_rule& one) { return one.how != openness::closed && test(one); });
}

bool has_reversed_span(const hours_rule& one) {
  return std::any_of(one.times.begin(), one.times.end(), [](const time_span& each) {
    return each.how == time_span::certainty::exact && each.to > minutes_a_day &&
           each.to - each.from > longest_span;
  });
}

bool has_overlap(const hours_rule& one) {
  std::vector<time_span> times = one.times;
  std::sort(times.begin(), times.end(),
            [](const time_span& a, const time_span& b) { return a.from < b.from; });
  return std::adjacent_find(times.begin(), times.end(), [](const time_span& a, const time_span& b) {
           return b.from < a.to;
         }) != times.end();
}

bool at_night(const opening& one) {
  const int from = one.from % minutes_a_day;
  const int to = from + one.to - one.from;
  return (from < night_to && to > night_from) || to > minutes_a_day + night_from;
}

bool day_and_night(const timetable& all) {
  return all.size() == 1 && all.front().to - all.front().from >= (days_of_a_year - 1) * minutes_a_day;
}

void check_spans(work& on, actor_id who, const opening_hours& hours, const timetable& all) {
  const text written = text{" : ", ": "} + quoted(on.land.actors[who].hours);
  if (any_rule(hours, has_reversed_span))
    report(on, severity::warning, code::reversed_hours, who,
           text{"une plage finit avant de commencer", "a span of hours ends before it begins"} + written,
           {"remettez les heures dans l'ordre ; une plage qui passe minuit dure moins de 16 heures",
            "put the hours in order; a span over midnight lasts less than 16 hours"});
  else if (!day_and_night(all) && std::any_of(all.begin(), all.end(), at_night))
    report(on, severity::note, code::night_hours, who,
           text{"ouvert au cœur de la nuit", "open in the dead of night"} + written,
           {"vérifiez auprès du lieu", "check with the place"});
  if (any_rule(hours, has_overlap))
    report(
        on, severity::note, code::overlapping_hours, who,
        text{"deux plages du même jour se recouvrent", "two spans of one day overlap"} + written,
        {"écrivez une seule plage, ou corrigez l'une des deux", "write one span, or correct one of the two"});
}

void check_one(work& on, actor_id who) {
  const actor& at = on.land.actors[who];
  if (!at.opening) return;
  const text written = text{" : ", ": "} + quoted(at.hours);
  const timetable& all = on.openings[who.index()];
  check_spans(on, who, *at.opening, all);
  const int a_week = on.into.actors[who].minutes_a_week;
  if (all.empty())
    report(on, severity::warning, code::never_open, who,
           text{"n'ouvre jamais dans l'année qui vient", "never opens in the year to come"} + written,
           {"corrigez les horaires, ou retirez l'acteur : personne n'y est envoyé",
            "correct the hours, or remove the actor: nobody is sent there"});
  else if (a_week < least_minutes_a_week)
    report(on, severity::note, code::rarely_open, who,
           text{"ouvre " + std::to_string(a_week) + " minutes par semaine en moyenne",
                "opens " + std::to_string(a_week) + " minutes a week on average"} +
               written,
           {"vérifiez : moins d'une heure par semaine", "check: less than an hour a week"});
}

}  // namespace

void read_hours(work& on) {
  std::map<std::pair<std::string, holiday_zone>, timetable> known;
  on.openings.resize(on.land.actors.size());
  for (std::size_t i = 0; i < on.land.actors.size(); ++i) {
    const actor_id who(i);
    const actor& at = on.land.actors[who];
    if (!at.opening) continue;
    const auto [place, fresh] = known.try_emplace({at.hours, zone_of(on.land, at)});
    if (fresh) place->second = detail::openings_of(*at.opening, on.day, days_of_a_year, place->first.second);
    on.openings[i] = place->second;
    std::int64_t minutes = 0;
    for (const opening& one : on.openings[i]) minutes += one.to - one.from;
    on.into.actors[who].minutes_a_week = static_cast<int>(minutes * 7 / days_of_a_year);
  }
}

void check_hours(work& on) {
  for (std::size_t i = 0; i < on.land.actors.size(); ++i) check_one(on, actor_id(i));
}

bool opens(const work& on, actor_id who) {
  return !on.land.actors[who].opening || !on.openings[who.index()].empty();
}

}  // namespace aiguillage::surveying
