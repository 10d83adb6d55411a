#include "aiguillage/simulation/run.h"

#include <algorithm>
#include <optional>
#include <set>

#include "aiguillage/qualify.h"
#include "aiguillage/referral.h"
#include "population/chance.h"
#include "simulation/diaries.h"

namespace aiguillage {
namespace {

constexpr std::size_t days_a_week = 7;
constexpr std::int64_t working_days = 5;

struct running {
  const pack& rules;
  territory land;  // with the waits that routes see today
  const population& people;
  const scenario& told;
  std::uint32_t stream = 0;
  detail::diaries open;
  replication sums;
};

/// Somebody who comes on a day.
struct arrival {
  std::size_t day = 0;
  std::uint64_t number = 0;
};

person_number number_of(const running& in, std::uint64_t number) { return {in.told.seed, in.stream, number}; }

/// In the order of days, then of numbers.
std::vector<arrival> arrivals(const running& in) {
  std::vector<arrival> all;
  const auto a_week = static_cast<std::uint64_t>(in.told.arrivals_a_week);
  for (std::uint64_t i = 0; i < a_week * static_cast<std::uint64_t>(in.told.weeks); ++i) {
    const std::int64_t day = below(working_days, chance(number_of(in, i), arrival_draw, 0));
    all.push_back({static_cast<std::size_t>(i / a_week) * days_a_week + static_cast<std::size_t>(day), i});
  }
  std::sort(all.begin(), all.end(), [](const arrival& a, const arrival& b) {
    return a.day != b.day ? a.day < b.day : a.number < b.number;
  });
  return all;
}

int minutes_at(const pack& rules, const referral_stop& stop) {
  int minutes = 0;
  for (const served_need& one : stop.serves) minutes += help_minutes(rules, *one.which);
  return minutes;
}

/// How far a person got along a plan.
struct walked {
  std::vector<std::optional<std::size_t>> arrived;  // the day of each stop, none: they did not arrive
  bool lost = false;
  bool beyond = false;  // an appointment after the last day
  std::size_t last = 0;
};

/// The day from which a stop can be, none when one before it was not reached.
std::optional<std::size_t> ready(const referral_stop& stop, const walked& so_far, std::size_t came) {
  std::size_t day = came;
  for (const int before : stop.after) {
    const std::optional<std::size_t>& other = so_far.arrived[static_cast<std::size_t>(before)];
    if (!other) return std::nullopt;
    day = std::max(day, *other);
  }
  return day;
}

void arrive(running& in, const referral_stop& stop, const booked_day& at, int minutes) {
  place_count& place = in.sums.places[stop.who];
  ++place.visits;
  place.minutes += minutes;
  place.waited_days += static_cast<std::int64_t>(at.waited);
  ++in.sums.stops;
  in.sums.travel_minutes += stop.through.travel;
}

/// One stop: the hand-off, then the first day on which the place has time.
std::optional<std::size_t> visit(running& in, const referral_stop& stop, std::size_t from, bool lost,
                                 walked& so_far) {
  if (stop.through.mode.known()) ++in.sums.handoffs;
  if (lost) {
    so_far.lost = true;
    ++in.sums.lost_by_mode[stop.through.mode.index()];
    return std::nullopt;
  }
  const int minutes = minutes_at(in.rules, stop);
  const std::optional<booked_day> at =
      detail::take_minutes(in.open, stop.who, from + static_cast<std::size_t>(stop.through.days), minutes);
  if (!at) {
    so_far.beyond = true;
    return std::nullopt;
  }
  arrive(in, stop, *at, minutes);
  so_far.last = std::max(so_far.last, at->day);
  return at->day;
}

walked walk(running& in, const referral_plan& plan, const arrival& who) {
  walked so_far{{}, false, false, who.day};
  for (std::size_t i = 0; i < plan.stops.size(); ++i) {
    const referral_stop& stop = plan.stops[i];
    const std::optional<std::size_t> from = ready(stop, so_far, who.day);
    if (!from || stop.decides) {
      so_far.arrived.push_back(stop.decides ? from : std::nullopt);
      continue;
    }
    const bool lost =
        stop.through.mode.known() && below(1000, chance(number_of(in, who.number), loss_draw,
                                                        static_cast<std::uint32_t>(i))) < stop.through.loss;
    so_far.arrived.push_back(visit(in, stop, *from, lost, so_far));
  }
  return so_far;
}

void count_needs(running& in, const qualification& found, const referral& proposed, const walked* way) {
  std::set<const need*> reached;
  if (way != nullptr)
    for (std::size_t i = 0; i < way->arrived.size(); ++i)
      if (way->arrived[i] && !proposed.plans.front().stops[i].decides)
        for (const served_need& one : proposed.plans.front().stops[i].serves) reached.insert(one.which);
  const auto is = [](const auto& list, const need& one) {
    return std::any_of(list.begin(), list.end(), [&](const auto& each) { return each.which == &one; });
  };
  const auto waits = [&](const need& one) {  // for the end of the path: it asks for no stop
    if (way == nullptr) return false;
    const std::vector<const need*>& later = proposed.plans.front().offered_afterwards;
    return std::find(later.begin(), later.end(), &one) != later.end();
  };
  for (const need& one : found.needs) {
    if (one.status != need_status::certain || is(proposed.waived, one) || waits(one)) continue;
    need_count& count = in.sums.needs[static_cast<std::size_t>(in.rules.needs[one.type].lane)];
    ++count.certain;
    if (reached.contains(&one)) ++count.reached;
    if (is(proposed.unmet, one)) ++count.unmet;
  }
}

/// Sends one person on their way.
outcome live(running& in, const arrival& who, const situation& person) {
  const qualification found = qualify(in.rules, person);
  const bool needs = std::any_of(found.needs.begin(), found.needs.end(),
                                 [](const need& one) { return one.status == need_status::certain; });
  if (!needs) return outcome::no_need;
  const referral proposed = refer(in.rules, in.land, person, found, 1);
  if (proposed.plans.empty()) {
    count_needs(in, found, proposed, nullptr);
    return proposed.unmet.empty() ? outcome::reached : outcome::no_path;
  }
  ++in.sums.with_path;
  const walked way = walk(in, proposed.plans.front(), who);
  in.sums.days += static_cast<std::int64_t>(way.last - who.day);
  count_needs(in, found, proposed, &way);
  if (way.lost) return outcome::renounced;
  if (way.beyond) return outcome::waiting;
  return proposed.unmet.empty() ? outcome::reached : outcome::partly;
}

}  // namespace

replication simulate(const pack& rules, const territory& land, const population& people, const scenario& told,
                     int which) {
  const std::size_t days = static_cast<std::size_t>(told.weeks) * days_a_week + simulated_days_after;
  running in{
      rules, land, people, told, static_cast<std::uint32_t>(which), detail::open_diaries(land, told, days),
      {}};
  in.sums.outcomes_by_area.resize(people.areas.size());
  in.sums.lost_by_mode.resize(rules.modes.size());
  in.sums.places = id_vector<actor_id, place_count>(land.actors.size());
  const people_frame frame = frame_of(people);
  std::optional<std::size_t> today;
  for (const arrival& who : arrivals(in)) {
    if (today != who.day) detail::show_waits(in.open, told, who.day, in.land);
    today = who.day;
    const synthetic_person drawn = draw_person(people, rules, frame, number_of(in, who.number));
    const auto end = static_cast<std::size_t>(live(in, who, drawn.facts));
    ++in.sums.people;
    ++in.sums.outcomes[end];
    ++in.sums.outcomes_by_area[drawn.area][end];
  }
  return std::move(in.sums);
}

}  // namespace aiguillage
