#include <algorithm>

#include "route/brute_force_parts.h"

namespace aiguillage::brute_force {
namespace {

/// A digital stop may open when it brings about a state that a non-digital service of the plan requires,
/// and that no service offered at a door that serves a non-digital need could bring about.
bool opens_for_others(const enumeration& all, const draft_stop& digital) {
  state_set brought = 0, wanted = 0, offered = 0;
  for (const service* one : digital.serves) brought |= one->produces;
  for (const draft_stop& stop : all.stops) {
    for (const service* one : stop.serves)
      if (!is_digital(all, *one)) wanted |= one->requires_states;
    if (stop.non_digital)
      for (const service& one : door_of(all, stop).services) offered |= one.produces;
  }
  return (brought & wanted & ~offered) != 0;
}

/// All the services of the stop can be taken, one after the other, each with what those before produced.
bool all_taken(const draft_stop& stop, state_set available) {
  available |= stop.at_hand;
  index_set taken = 0;
  for (std::size_t round = 0; round < stop.serves.size(); ++round)
    for (std::size_t i = 0; i < stop.serves.size(); ++i)
      if ((stop.serves[i]->requires_states & ~available) == 0) {
        available |= stop.serves[i]->produces;
        taken |= bit(static_cast<int>(i));
      }
  return taken == bit(static_cast<int>(stop.serves.size())) - 1;
}

/// The states that must come from earlier stops: none of them can be left out.
std::optional<state_set> from_earlier(const draft_stop& stop, state_set available) {
  if (!all_taken(stop, available)) return std::nullopt;
  state_set needed = available & stop.required;
  for_each_bit(needed, [&](int state) {
    if (all_taken(stop, needed & ~bit(state))) needed &= ~bit(state);
  });
  return needed;
}

/// Adds the placed stop of least (day, placing order) among those wanted; false when there is none.
template <class Wanted>
bool add_earliest(const schedule& done, index_set& before, Wanted wanted) {
  int found = -1;
  for (int stop : done.order)
    if (wanted(stop) && (found < 0 || begin_of(done, stop) < begin_of(done, found))) found = stop;
  if (found >= 0) before |= bit(found);
  return found >= 0;
}

/// The direct predecessors of a stop, nothing while it is not ready.
std::optional<index_set> predecessors(const enumeration& all, const schedule& done, const draft_stop& stop) {
  if (stop.serves.empty()) return 0;
  index_set before = stop.handed_by >= 0 ? bit(stop.handed_by) : 0;
  for (std::size_t i = 0; i < all.stops.size(); ++i)
    if (!stop.vital && all.stops[i].vital) before |= bit(static_cast<int>(i));
  if ((before & ~done.placed) != 0) return std::nullopt;
  state_set available = 0;
  for (int other : done.order) available |= at(all, other).produces;
  const std::optional<state_set> states = from_earlier(stop, available);
  if (!states) return std::nullopt;
  for_each_bit(*states, [&](int state) {
    add_earliest(done, before, [&](int other) { return has(at(all, other).produces, state); });
  });
  if (stop.waits_for_non_digital &&
      !add_earliest(done, before, [&](int other) { return at(all, other).non_digital; }))
    return std::nullopt;
  if (!door_of(all, stop).tried) return before;
  for (const service* one : stop.serves) {
    const auto brings_new = [&](int other) {
      return at(all, other).door != stop.door && (at(all, other).produces & one->new_elements) != 0;
    };
    if (!add_earliest(done, before, brings_new)) return std::nullopt;
  }
  return before;
}

/// The predecessors of a stop are those of the moment when it first becomes ready.
void note_ready(const enumeration& all, schedule& done) {
  for (std::size_t i = 0; i < all.stops.size(); ++i) {
    if (has(done.ready, static_cast<int>(i))) continue;
    const std::optional<index_set> before = predecessors(all, done, all.stops[i]);
    if (!before) continue;
    for (int other : done.order) {
      if (!has(*before, other)) continue;
      done.asked[i] = std::max(done.asked[i], done.end[static_cast<std::size_t>(other)]);
      done.all_before[i] |= bit(other) | done.all_before[static_cast<std::size_t>(other)];
    }
    done.ready |= bit(static_cast<int>(i));
    done.before[i] = *before;
  }
}

int minutes_of(const draft_stop& stop) {
  int sum = 0;
  for (const service* one : stop.serves) sum += one->minutes;
  return sum;
}

/// Whether a visit may begin at this minute: the door is open and stays so long enough, or opens at that very minute.
bool may_begin(const enumeration& all, const draft_stop& stop, int minute) {
  const door& through = door_of(all, stop);
  const int early = all.world.starts + passage_of(all, stop).travel;
  if (minute % 1440 < (early < 1440 ? early : all.world.starts)) return false;
  if (through.hours < 0) return true;
  const timetable& hours = all.world.timetables[static_cast<std::size_t>(through.hours)];
  return std::any_of(hours.begin(), hours.end(), [&](const opening& one) {
    if (one.booked_only && !passage_of(all, stop).booked) return false;
    return one.from <= minute && minute < one.to &&
           (minute == one.from || minute + minutes_of(stop) <= one.to || minutes_of(stop) == 0);
  });
}

int not_before(const enumeration& all, const draft_stop& stop) {
  int first = door_of(all, stop).not_before;
  for (const service* one : stop.serves) first = std::max(first, one->not_before);
  return first;
}

/// Nothing begins to be allowed but at that very minute, when a door opens, or when the person can be there on a day.
std::optional<int> first_allowed(const enumeration& all, const draft_stop& stop, int earliest) {
  constexpr int last_day = 40;
  std::vector<int> minutes = {earliest};
  for (int day = earliest / 1440; day <= last_day; ++day)
    for (const int travel : {0, passage_of(all, stop).travel})
      minutes.push_back(day * 1440 + all.world.starts + travel);
  if (const int hours = door_of(all, stop).hours; hours >= 0)
    for (const opening& one : all.world.timetables[static_cast<std::size_t>(hours)])
      minutes.push_back(one.from);
  std::optional<int> first;
  for (const int minute : minutes)
    if (minute >= earliest && (!first || minute < *first) && may_begin(all, stop, minute)) first = minute;
  return first;
}

/// When the stop begins if it is placed next; nothing when it never can.
std::optional<int> beginning(const enumeration& all, const schedule& done, int which) {
  const draft_stop& stop = at(all, which);
  const passage& through = passage_of(all, stop);
  int asked = done.asked[static_cast<std::size_t>(which)];
  if (!all.world.timed) return std::max(asked + through.days, not_before(all, stop));
  int earliest = std::max(asked / 1440 + through.days, not_before(all, stop)) * 1440;
  earliest = std::max(earliest, asked + through.travel);
  for (int other : done.order)
    if (!stop.serves.empty() && !at(all, other).serves.empty())
      earliest = std::max(earliest, done.end[static_cast<std::size_t>(other)] + through.travel);
  return first_allowed(all, stop, earliest);
}

}  // namespace

const passage& passage_of(const enumeration& all, const draft_stop& stop) {
  const door& through = door_of(all, stop);
  if (stop.handed_by >= 0) return all.world.next_door;
  if (stop.serves.empty()) return through.usual;
  if (stop.vital) return through.same_day;
  int minutes = 0;
  for (const service* one : stop.serves) minutes += one->minutes;
  return minutes < all.world.long_minutes ? through.brief : through.usual;
}

void complete(enumeration& all) {
  state_set in_plan = 0;
  bool any_non_digital = false;
  for (draft_stop& stop : all.stops) {
    stop.produces = door_of(all, stop).produces;
    stop.required = 0;
    stop.vital = stop.non_digital = false;
    for (const service* one : stop.serves) {
      stop.produces |= one->produces;
      stop.required |= one->requires_states;
      stop.vital |= all.world.needs[one->need].vital;
      stop.non_digital |= !is_digital(all, *one);
    }
    in_plan |= stop.produces;
    any_non_digital |= stop.non_digital;
  }
  for (draft_stop& stop : all.stops) {
    stop.at_hand = door_of(all, stop).produces | (stop.vital ? all.world.parallel_at_vital & in_plan : 0);
    stop.waits_for_non_digital = !all.world.digital_opens && any_non_digital && !stop.serves.empty() &&
                                 !stop.non_digital && !opens_for_others(all, stop);
  }
}

std::optional<schedule> scheduled(const enumeration& all) {
  schedule done;
  while (done.order.size() < all.stops.size()) {
    note_ready(all, done);
    std::optional<std::tuple<int, int, int, int>> next;
    for_each_bit(done.ready & ~done.placed, [&](int which) {
      if (const std::optional<int> begin = beginning(all, done, which)) {
        const std::tuple rank(*begin, at(all, which).door, smallest_need(at(all, which)), which);
        if (!next || rank < *next) next = rank;
      }
    });
    if (!next) return std::nullopt;
    const auto [begin, door, need, which] = *next;
    done.begin[static_cast<std::size_t>(which)] = begin;
    done.end[static_cast<std::size_t>(which)] = begin + (all.world.timed ? minutes_of(at(all, which)) : 0);
    done.order.push_back(which);
    done.placed |= bit(which);
  }
  return done;
}

}  // namespace aiguillage::brute_force
