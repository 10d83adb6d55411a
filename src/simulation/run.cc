#include "aiguillage/simulation/run.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "aiguillage/qualify.h"
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

person_result live(running& in, const arrival& who, const situation& person) {
  const qualification found = qualify_without_questions(in.rules, person);
  const bool needs = std::any_of(found.needs.begin(), found.needs.end(),
                                 [](const need& one) { return one.status == need_status::certain; });
  if (!needs) return {};
  return in.told.policy == routing_policy::engine ? follow_plan(in, who, person, found)
                                                  : go_from_door_to_door(in, who, person, found);
}

std::vector<public_id> publics_of(const pack& rules, const situation& person) {
  condition_context told;
  told.rules = &rules;
  told.person = &person;
  std::vector<public_id> all;
  for (std::size_t i = 0; i < rules.publics.size(); ++i) {
    const public_group& one = rules.publics[public_id(i)];
    if (one.told && evaluate(one.when, told) == tri::yes) all.emplace_back(i);
  }
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

}  // namespace detail

replication simulate(const pack& rules, const territory& land, const population& people, const scenario& told,
                     int which) {
  using namespace detail;
  const std::size_t days = static_cast<std::size_t>(told.weeks) * days_a_week + simulated_days_after;
  running in{rules,
             land,
             people,
             told,
             static_cast<std::uint32_t>(which),
             open_diaries(land, told, days),
             {},
             first_sites_of(land),
             {}};
  const std::vector<arrival> all = arrivals(in);
  in.sums.persons.resize(all.size());
  in.sums.outcomes_by_area.resize(people.areas.size());
  in.sums.lost_by_mode.resize(rules.modes.size());
  in.sums.places = id_vector<actor_id, place_count>(land.actors.size());
  const people_frame frame = frame_of(people);
  std::optional<std::size_t> today;
  for (const arrival& who : all) {
    if (today != who.day) show_waits(in.open, told, who.day, in.land);
    today = who.day;
    const synthetic_person drawn = draw_person(people, rules, frame, number_of(in, who.number));
    in.from = start_of(land, in.sites, drawn.facts.home, drawn.facts.home_commune);
    person_result& result = in.sums.persons[who.number];
    result = live(in, who, drawn.facts);
    result.area = static_cast<std::uint32_t>(drawn.area);
    add(in.sums, result);
    ++in.sums.outcomes_by_publics[publics_of(rules, drawn.facts)][static_cast<std::size_t>(result.end)];
  }
  return std::move(in.sums);
}

}  // namespace aiguillage
