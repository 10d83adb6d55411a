#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "aiguillage/calendar.h"
#include "network/builder.h"
#include "qualify/derive.h"

/// When the doors of a network are open.
namespace aiguillage {
namespace detail {
namespace {

// Days looked at beyond the last day that a place or an appointment names: three months; two years in all.
constexpr int days_beyond = 92;
constexpr int most_days = 730;

holiday_zone zone_of(const build_view& view, const actor& who) {
  return zone_of_commune(who.at.known() ? view.land.sites[who.at].commune : "");
}

bool names_holidays(const opening_hours& hours) {
  return std::any_of(hours.rules.begin(), hours.rules.end(),
                     [](const hours_rule& one) { return !one.public_holidays.empty(); });
}

std::vector<open_span> without_holidays(const std::vector<open_span>& all,
                                        const std::vector<bool>& holidays) {
  std::vector<open_span> left;
  left.reserve(all.size());
  for (open_span one : all)
    while (one.from < one.to) {
      const int day = one.from / minutes_a_day;
      const int until = std::min(one.to, (day + 1) * minutes_a_day);
      if (!holidays[static_cast<std::size_t>(day)]) left.push_back({one.from, until, one.how});
      one.from = until;
    }
  return left;
}

// The appointment that stands, whatever the usual hours, then the hours of the place for who could not keep it.
timetable from_appointment(const timetable& hours, const kept_appointment& kept, int starts) {
  const int midnight = kept.day * minutes_a_day;
  const bool open_that_day = std::any_of(hours.begin(), hours.end(), [&](const opening& one) {
    return one.from < midnight + minutes_a_day && one.to > midnight;
  });
  if (kept.minute < 0 && open_that_day) return hours;
  const int begin = midnight + (kept.minute < 0 ? starts : kept.minute);
  const int end = kept.minute < 0 ? midnight + minutes_a_day : begin + 1;
  timetable result{{begin, end, true}};
  for (const opening& one : hours)
    if (one.to > end) result.push_back({std::max(one.from, end), one.to, one.booked_only});
  return result;
}

// The last day before which some place does not take the person, and three months.
int days_ahead(const std::vector<door>& doors, const course& so_far) {
  int last = 0;
  const auto reach = [&](int day) {
    if (day < never_again) last = std::max(last, day);
  };
  for (const door& one : doors) {
    reach(one.not_before);
    for (const service& each : one.services) reach(each.not_before);
  }
  for (const kept_appointment& one : so_far.kept) reach(one.day);
  return std::min(last + days_beyond, most_days);
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

std::vector<bool> holidays_of(civil_date first, int days, holiday_zone zone) {
  const int start = day_number(first);
  std::vector<bool> result;
  result.reserve(static_cast<std::size_t>(days));
  for (int i = 0; i < days; ++i) result.push_back(public_holiday(zone, date_at(start + i)));
  return result;
}

timetable openings_of(const opening_hours& hours, civil_date first, int days, holiday_zone zone) {
  return openings_of(hours, first, days, zone, holidays_of(first, days, zone));
}

timetable openings_of(const opening_hours& hours, civil_date first, int days, holiday_zone zone,
                      const std::vector<bool>& holidays) {
  timetable result;
  std::vector<open_span> all = open_spans(hours, first, days, zone);
  const bool day_and_night = all.size() == 1 && all[0].from == 0 && all[0].to == days * minutes_a_day;
  if (!day_and_night && !names_holidays(hours)) all = without_holidays(all, holidays);
  result.reserve(all.size());
  for (const open_span& one : all) {
    const bool booked = one.how == openness::by_appointment;
    if (!result.empty() && result.back().to == one.from && result.back().booked_only == booked)
      result.back().to = one.to;  // hours that are not sure are taken, and said, like those that are
    else
      result.push_back({one.from, one.to, booked});
  }
  return result;
}

const opening_hours& hours_of(const territory& land, const actor& who) {
  return who.opening ? *who.opening : land.assumed_opening;
}

void set_timetables(const build_view& view, std::vector<door>& doors, network& world) {
  const std::optional<civil_date> first = parse_date(view.person.date);
  world.timed = is_timed(view.land, view.person);
  if (!world.timed || !first) return;
  world.starts = static_cast<int>(ranking_of(view.rules, "day_starts") / 1000);
  const int days = days_ahead(doors, view.person.so_far);
  std::map<std::pair<const opening_hours*, holiday_zone>, int> known;
  std::map<holiday_zone, std::vector<bool>> holidays;
  for (door& one : doors) {
    if (one.services.empty() && one.produces == 0) continue;
    const actor& who = view.land.actors[one.actor];
    const std::pair key(&hours_of(view.land, who), zone_of(view, who));
    const auto [at, fresh] = known.emplace(key, static_cast<int>(world.timetables.size()));
    if (fresh) {
      const auto [off, unseen] = holidays.try_emplace(key.second);
      if (unseen) off->second = holidays_of(*first, days, key.second);
      world.timetables.push_back(openings_of(*key.first, *first, days, key.second, off->second));
    }
    one.hours = at->second;
    if (const kept_appointment* kept = kept_at(view, one.actor)) {
      const timetable& hours = world.timetables[static_cast<std::size_t>(one.hours)];
      timetable with = from_appointment(hours, *kept, world.starts);
      one.hours = static_cast<int>(world.timetables.size());
      world.timetables.push_back(std::move(with));
    }
    book(view, world, one);
    if (!world.timetables[static_cast<std::size_t>(one.hours)].empty()) continue;
    one.services.clear();
    one.produces = 0;
  }
}

bool never_opens(const build_view& view, actor_id which) {
  const std::optional<civil_date> first = parse_date(view.person.date);
  if (!first || !is_timed(view.land, view.person)) return false;
  const actor& who = view.land.actors[which];
  return openings_of(hours_of(view.land, who), *first, days_beyond, zone_of(view, who)).empty();
}

}  // namespace detail

bool is_timed(const territory& land, const situation& person) {
  return !land.neutral && parse_date(person.date).has_value();
}

}  // namespace aiguillage
