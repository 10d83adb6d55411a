#include <algorithm>
#include <map>
#include <utility>

#include "aiguillage/calendar.h"
#include "network/builder.h"
#include "qualify/derive.h"

/// When the doors of a network are open.
namespace aiguillage {
namespace detail {
namespace {

// Days looked at from the day of the situation on: three months.
constexpr int days_ahead = 92;

// Hours that say nothing of public holidays do not hold then (assumed), unless they hold day and night.
bool holds_on_holidays(const opening_hours& hours) {
  return std::any_of(hours.rules.begin(), hours.rules.end(), [](const hours_rule& one) {
    constexpr std::uint8_t whole_week = 0x7F;
    const bool every_day = (one.weekdays == 0 || one.weekdays == whole_week) && one.nth.empty() &&
                           one.dates.empty() && one.weeks.empty() && one.years.empty() &&
                           !one.school_holidays;
    const bool day_and_night =
        one.times.empty() || (one.times[0].from == 0 && one.times[0].to >= minutes_a_day);
    return !one.public_holidays.empty() || (every_day && day_and_night);
  });
}

std::vector<open_span> without_holidays(const std::vector<open_span>& all, civil_date first,
                                        holiday_zone zone) {
  std::vector<open_span> left;
  for (open_span one : all)
    while (one.from < one.to) {
      const int day = one.from / minutes_a_day;
      const int until = std::min(one.to, (day + 1) * minutes_a_day);
      if (!public_holiday(zone, date_at(day_number(first) + day))) left.push_back({one.from, until, one.how});
      one.from = until;
    }
  return left;
}

timetable openings_of(const opening_hours& hours, civil_date first, holiday_zone zone) {
  timetable result;
  std::vector<open_span> all = open_spans(hours, first, days_ahead, zone);
  if (!holds_on_holidays(hours)) all = without_holidays(all, first, zone);
  for (const open_span& one : all) {
    const bool booked = one.how == openness::by_appointment;
    if (!result.empty() && result.back().to == one.from && result.back().booked_only == booked)
      result.back().to = one.to;  // hours that are not sure are taken, and said, like those that are
    else
      result.push_back({one.from, one.to, booked});
  }
  return result;
}

// The appointment that stands, then the hours of the place for who could not keep it.
timetable from_appointment(const timetable& hours, const kept_appointment& kept) {
  const int begin = kept.day * minutes_a_day + kept.minute;
  timetable result{{begin, begin + 1, true}};
  for (const opening& one : hours)
    if (one.to > begin + 1) result.push_back({std::max(one.from, begin + 1), one.to, one.booked_only});
  return result;
}

// A place that receives by appointment only takes nobody who was merely told where it is.
void book(const build_view& view, const network& world, door& at) {
  const mode_id tell = find_named(view.rules.modes, "tell");
  for (passage* each : {&at.usual, &at.brief, &at.same_day}) each->booked = !(each->mode == tell);
  if (at.hours < 0) return;
  const timetable& all = world.timetables[static_cast<std::size_t>(at.hours)];
  if (std::all_of(all.begin(), all.end(), [](const opening& one) { return one.booked_only; }) &&
      !at.brief.booked)
    at.brief = at.usual;
}

}  // namespace

const opening_hours& hours_of(const territory& land, const actor& who) {
  return who.opening ? *who.opening : land.assumed_opening;
}

void set_timetables(const build_view& view, std::vector<door>& doors, network& world) {
  world.timed = is_timed(view.land, view.person);
  if (!world.timed) return;
  world.starts = static_cast<int>(ranking_of(view.rules, "day_starts") / 1000);
  const civil_date first = *parse_date(view.person.date);
  std::map<std::pair<const opening_hours*, holiday_zone>, int> known;
  for (door& one : doors) {
    const actor& who = view.land.actors[one.actor];
    const std::string commune = who.at.known() ? view.land.sites[who.at].commune : "";
    const std::pair key(&hours_of(view.land, who), zone_of_commune(commune));
    const auto [at, fresh] = known.emplace(key, static_cast<int>(world.timetables.size()));
    if (fresh) world.timetables.push_back(openings_of(*key.first, first, key.second));
    one.hours = at->second;
    const kept_appointment* kept = kept_at(view, one.actor);
    if (kept != nullptr && kept->minute >= 0) {
      const timetable& hours = world.timetables[static_cast<std::size_t>(one.hours)];
      world.timetables.push_back(from_appointment(hours, *kept));
      one.hours = static_cast<int>(world.timetables.size()) - 1;
    }
    book(view, world, one);
  }
}

}  // namespace detail

bool is_timed(const territory& land, const situation& person) {
  return !land.neutral && parse_date(person.date).has_value();
}

}  // namespace aiguillage
