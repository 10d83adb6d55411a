#include "aiguillage/simulation/run.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "aiguillage/qualify.h"
#include "network/builder.h"
#include "population/chance.h"
#include "simulation/running.h"

namespace aiguillage {
namespace detail {
namespace {

constexpr std::size_t days_a_week = 7;
constexpr std::int64_t working_days = 5;

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

/// People who are prepared before the first of them books: enough to share out, few enough to keep.
constexpr std::size_t prepared_at_once = 512;

void prepare(running& in, const people_frame& frame, std::uint64_t number, prepared& person) {
  person = {};
  person.drawn = draw_person(in.people, in.rules, frame, number_of(in, number));
  person.found = qualify_without_questions(in.rules, person.drawn.facts);
  person.in_need = std::any_of(person.found.needs.begin(), person.found.needs.end(),
                               [](const need& one) { return one.status == need_status::certain; });
  if (person.in_need && in.told.policy == routing_policy::engine) plan(in, number, person);
}

person_result live(running& in, const arrival& who, const prepared& person) {
  if (!person.in_need) return {};
  return person.planned ? follow_plan(in, who, person.found, *person.planned)
                        : go_from_door_to_door(in, who, person.drawn.facts, person.found);
}

std::vector<public_id> publics_of(const pack& rules, const situation& person) {
  condition_context told;
  told.rules = &rules;
  told.person = &person;
  std::vector<public_id> all;
  for (std::size_t i = 0; i < rules.publics.size(); ++i)
    if (belongs_to(told, public_id(i)) == tri::yes) all.emplace_back(i);
  return all;
}

void add(replication& sums, const person_result& one) {
  const auto end = static_cast<std::size_t>(one.end);
  ++sums.outcomes[end];
  ++sums.outcomes_by_area[one.area][end];
  if (one.with_path) ++sums.with_path;
  sums.stops += one.stops;
  sums.bounces += one.bounces;
  sums.handoffs += one.handoffs;
  sums.travel_minutes += one.travel_minutes;
  sums.travel_metres += one.travel_metres;
  sums.days += one.days;
}

}  // namespace

person_number number_of(const running& in, std::uint64_t number) { return {in.told.seed, in.stream, number}; }

bool hand_over(running& in, const arrival& who, const handed_over& made, person_result& so_far) {
  if (!made.through.mode.known()) return true;
  ++so_far.handoffs;
  if (below(1000, chance(number_of(in, who.number), loss_draw, made.turn)) >= made.through.loss) return true;
  ++in.sums.lost_by_mode[made.through.mode.index()];
  if (so_far.lost_at == 0) so_far.lost_at = static_cast<std::int32_t>(made.turn) + 1;
  return false;
}

namespace {

/// The way from home to where a person travels, in whole metres.
void measure(running& in, const handed_over& made, person_result& so_far) {
  if (made.through.travel == 0) return;
  const site_id at = in.land.actors[made.to].at;
  const std::optional<point> to = at.known() ? in.land.sites[at].where : std::nullopt;
  if (in.from && to)
    so_far.travel_metres += static_cast<std::int32_t>(std::lround(metres_between(*in.from, *to)));
  else
    ++in.sums.unmeasured;
}

}  // namespace

std::optional<std::size_t> arrive(running& in, const handed_over& after, std::size_t earliest, int minutes,
                                  person_result& so_far) {
  const std::optional<booked_day> at = take_minutes(in.open, after.to, earliest, minutes);
  if (!at) return std::nullopt;
  place_count& place = in.sums.places[after.to];
  ++place.visits;
  place.minutes += minutes;
  place.waited_days += static_cast<std::int64_t>(at->waited);
  if (after.through.mode.known()) ++in.sums.sent[{after.from, after.to}];
  ++so_far.stops;
  so_far.travel_minutes += after.through.travel;
  measure(in, after, so_far);
  return at->day;
}

void count_need(running& in, const need& one, const need_fate& fate, person_result& so_far) {
  need_count& count = in.sums.needs[static_cast<std::size_t>(in.rules.needs[one.type].lane)];
  ++count.certain;
  ++so_far.needs;
  if (fate.reached) {
    ++count.reached;
    ++so_far.reached;
  }
  if (fate.unmet) ++count.unmet;
}

namespace {

void one_after_another(std::size_t count, const std::function<void(std::size_t)>& each) {
  for (std::size_t i = 0; i < count; ++i) each(i);
}

/// Where those who come on one day from `first` on end, or as many of them as are prepared at once.
std::size_t end_of(const std::vector<arrival>& all, std::size_t first) {
  std::size_t end = first;
  while (end < all.size() && end - first < prepared_at_once && all[end].day == all[first].day) ++end;
  return end;
}

void live_through(running& in, const std::vector<arrival>& all, const work_sharing& share) {
  const people_frame frame = frame_of(in.people);
  std::vector<prepared> ready(prepared_at_once);
  for (std::size_t first = 0, end = 0; first < all.size(); first = end) {
    if (first == 0 || all[first - 1].day != all[first].day)
      show_waits(in.open, in.told, all[first].day, in.land);
    end = end_of(all, first);
    share(end - first, [&](std::size_t i) { prepare(in, frame, all[first + i].number, ready[i]); });
    for (std::size_t i = first; i < end; ++i) {
      const prepared& person = ready[i - first];
      const situation& facts = person.drawn.facts;
      in.from = point_of_home(in.land, in.sites, facts.home, facts.home_commune);
      person_result& result = in.sums.persons[all[i].number];
      result = live(in, all[i], person);
      result.area = static_cast<std::uint32_t>(person.drawn.area);
      add(in.sums, result);
      ++in.sums.outcomes_by_publics[publics_of(in.rules, facts)][static_cast<std::size_t>(result.end)];
      in.sums.plans_checked += person.checked ? 1 : 0;
      in.sums.plans_different += person.differs ? 1 : 0;
    }
  }
}

}  // namespace
}  // namespace detail

replication simulate(const pack& rules, const territory& land, const population& people, const scenario& told,
                     int which, const work_sharing& share) {
  using namespace detail;
  const std::size_t days = static_cast<std::size_t>(told.weeks) * days_a_week + simulated_days_after;
  running in{rules,
             land,
             people,
             told,
             static_cast<std::uint32_t>(which),
             open_diaries(land, told, days),
             home_catchments(rules, land),
             {},
             first_sites_of(land),
             {}};
  const std::vector<arrival> all = arrivals(in);
  in.sums.persons.resize(all.size());
  in.sums.outcomes_by_area.resize(people.areas.size());
  in.sums.lost_by_mode.resize(rules.modes.size());
  in.sums.places = id_vector<actor_id, place_count>(land.actors.size());
  live_through(in, all, share ? share : one_after_another);
  return std::move(in.sums);
}

}  // namespace aiguillage
