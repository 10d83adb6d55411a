#include "route/brute_force.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace aiguillage {
namespace {

using index_set = std::uint64_t;  // of stops, or of doors
constexpr index_set bit(int index) { return index_set{1} << index; }
constexpr bool has(index_set set, int index) { return (set & bit(index)) != 0; }
constexpr std::size_t max_stops = 24;

template <class Visit>
void for_each_bit(index_set set, Visit visit) {
  for (; set != 0; set &= set - 1) visit(std::countr_zero(set));
}

struct draft_stop {
  int door = 0;
  std::vector<const service*> serves;  // in the order of needs; empty: bridging
  int handed_by = -1;                  // the stop of the same site that hands over
  // What follows from the above and from the other stops; see complete().
  state_set produces = 0, required = 0;
  state_set at_hand = 0;  // without any earlier stop
  bool vital = false, non_digital = false, waits_for_non_digital = false;
};

/// A plan with all that orders it among others, in this order.
struct candidate {
  std::tuple<std::int64_t, int, int, std::size_t, std::int64_t, int> costs;
  std::vector<std::vector<int>> form;
  std::vector<int> from;
  std::vector<bool> handed_over;
  plan what;
};

struct enumeration {
  const network& world;
  std::vector<draft_stop> stops;
  std::map<std::pair<index_set, index_set>, candidate>
      best;  // for each set of first doors and of doors visited
};

struct schedule {
  std::vector<int> order;
  index_set ready = 0, placed = 0;
  std::array<int, max_stops> asked{};             // when all predecessors have ended
  std::array<int, max_stops> begin{}, end{};      // days; minutes in a timed network
  std::array<index_set, max_stops> before{};      // direct predecessors
  std::array<index_set, max_stops> all_before{};  // and indirect ones
};

const door& door_of(const enumeration& all, const draft_stop& stop) {
  return all.world.doors[static_cast<std::size_t>(stop.door)];
}
const draft_stop& at(const enumeration& all, int stop) { return all.stops[static_cast<std::size_t>(stop)]; }
int begin_of(const schedule& done, int stop) { return done.begin[static_cast<std::size_t>(stop)]; }
int day_of(const enumeration& all, const schedule& done, int stop) {
  return all.world.timed ? begin_of(done, stop) / 1440 : begin_of(done, stop);
}
int smallest_need(const draft_stop& stop) { return stop.serves.empty() ? -1 : stop.serves.front()->need; }
bool is_digital(const enumeration& all, const service& one) {
  return all.world.needs[one.need].lane == dimension::digital;
}

const passage& passage_of(const enumeration& all, const draft_stop& stop) {
  const door& through = door_of(all, stop);
  if (stop.handed_by >= 0) return all.world.next_door;
  if (stop.serves.empty()) return through.usual;
  if (stop.vital) return through.same_day;
  int minutes = 0;
  for (const service* one : stop.serves) minutes += one->minutes;
  return minutes < all.world.long_minutes ? through.brief : through.usual;
}

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

std::optional<schedule> place(const enumeration& all) {
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

plan_cost cost_of(const enumeration& all, const schedule& done) {
  plan_cost cost;
  index_set counted = 0;
  std::int64_t lost = 0;
  std::int64_t total_weight = 0;
  for (const network_need& one : all.world.needs) total_weight += one.weight;
  for (std::size_t i = 0; i < all.stops.size(); ++i) {
    const draft_stop& stop = all.stops[i];
    const passage& through = passage_of(all, stop);
    const int day = day_of(all, done, static_cast<int>(i));
    cost.days = std::max(cost.days, day);
    cost.travel_minutes += through.travel;
    cost.handoffs += through.mode.known() ? 1 : 0;
    cost.loss += through.loss;
    lost += std::int64_t{all.world.weights.loss} * through.loss / 1000;
    cost.load += door_of(all, stop).load;
    if (door_of(all, stop).counted) counted |= bit(stop.door);
    for (const service* one : stop.serves) {
      cost.waiting += std::int64_t{all.world.needs[one->need].weight} * day;
      cost.partial += one->penalty;
      cost.partial_services += one->quality == grade::partial ? 1 : 0;
    }
  }
  cost.actors = std::popcount(counted);
  const network_weights& weights = all.world.weights;
  const std::int64_t whole = std::int64_t{weights.actor} * cost.actors + cost.partial + cost.load + lost +
                             std::int64_t{weights.travel} * cost.travel_minutes;
  cost.score = std::max<std::int64_t>(total_weight, 1) * whole + weights.day * cost.waiting;
  return cost;
}

/// Doors of the helping stops that come after bridging stops only.
index_set first_doors_of(const enumeration& all, const schedule& done) {
  index_set doors = 0;
  for (int which : done.order) {
    bool first = !at(all, which).serves.empty();
    for_each_bit(done.all_before[static_cast<std::size_t>(which)],
                 [&](int other) { first &= at(all, other).serves.empty(); });
    if (first) doors |= bit(at(all, which).door);
  }
  return doors;
}

std::vector<int> plan_order(const enumeration& all, const schedule& done) {
  const auto rank = [&](int which) {
    const int before = std::popcount(done.all_before[static_cast<std::size_t>(which)]);
    return std::tuple(begin_of(done, which), before, at(all, which).door, smallest_need(at(all, which)));
  };
  std::vector<int> order = done.order;
  std::sort(order.begin(), order.end(), [&](int a, int b) { return rank(a) < rank(b); });
  return order;
}

/// `from` is the stop that hands over on the spot, otherwise the predecessor of greatest (day, placing order).
planned_stop as_planned(const enumeration& all, const schedule& done, const std::vector<int>& order,
                        int which) {
  const draft_stop& stop = at(all, which);
  const index_set before = done.before[static_cast<std::size_t>(which)];
  int from = stop.handed_by;
  if (from < 0)
    for (int other : done.order)
      if (has(before, other) && (from < 0 || begin_of(done, other) >= begin_of(done, from))) from = other;
  planned_stop out{stop.door, stop.serves, passage_of(all, stop), -1, {}, day_of(all, done, which)};
  if (all.world.timed) out.minute = begin_of(done, which) % 1440;
  for (int position = 0; position < static_cast<int>(order.size()); ++position) {
    const int other = order[static_cast<std::size_t>(position)];
    if (other == from) out.from = position;
    if (has(before, other)) out.after.push_back(position);
  }
  return out;
}

candidate as_candidate(const enumeration& all, const schedule& done, const plan_cost& cost, index_set first) {
  candidate out;
  int needs_met_here = 0;
  const std::vector<int> order = plan_order(all, done);
  for (int which : order) {
    const draft_stop& stop = at(all, which);
    if (door_of(all, stop).here) needs_met_here += static_cast<int>(stop.serves.size());
    out.form.push_back({stop.door});
    for (const service* one : stop.serves) out.form.back().push_back(one->need);
    out.form.back().push_back(std::numeric_limits<int>::max());
    out.handed_over.push_back(stop.handed_by >= 0);
    out.what.stops.push_back(as_planned(all, done, order, which));
    out.from.push_back(out.what.stops.back().from);
  }
  out.costs = {cost.score, cost.actors, cost.partial_services, order.size(), cost.waiting, -needs_met_here};
  out.what.cost = cost;
  for_each_bit(first, [&](int door) { out.what.first_doors.push_back(door); });
  return out;
}

bool precedes(const candidate& a, const candidate& b) {
  return std::tie(a.costs, a.form, a.from, a.handed_over) < std::tie(b.costs, b.form, b.from, b.handed_over);
}

void consider(enumeration& all) {
  const std::optional<schedule> done = place(all);
  if (!done) return;
  const plan_cost cost = cost_of(all, *done);
  const index_set first = first_doors_of(all, *done);
  index_set visited = 0;
  for (const draft_stop& stop : all.stops) visited |= bit(stop.door);
  const auto known = all.best.find({first, visited});
  if (known != all.best.end() && cost.score > std::get<0>(known->second.costs)) return;
  candidate found = as_candidate(all, *done, cost, first);
  if (known == all.best.end() || precedes(found, known->second))
    all.best[{first, visited}] = std::move(found);
}

void choose_hand_overs(enumeration& all, std::size_t stop) {
  if (stop == all.stops.size()) return consider(all);
  choose_hand_overs(all, stop + 1);
  const int site = door_of(all, all.stops[stop]).site;
  if (site < 0 || all.stops[stop].serves.empty()) return;
  for (std::size_t other = 0; other < all.stops.size(); ++other) {
    if (all.stops[other].door == all.stops[stop].door) continue;
    if (door_of(all, all.stops[other]).site != site) continue;
    all.stops[stop].handed_by = static_cast<int>(other);
    choose_hand_overs(all, stop + 1);
  }
  all.stops[stop].handed_by = -1;
}

/// The doors bring about every state that is lacking, and each of them alone brings one of these about.
bool bridges_exactly(const network& world, index_set doors, state_set lacking) {
  const auto left = [&](index_set bridging) {
    state_set still = lacking;
    for_each_bit(bridging, [&](int i) { still &= ~world.doors[static_cast<std::size_t>(i)].produces; });
    return still;
  };
  bool each_matters = true;
  for_each_bit(doors, [&](int i) { each_matters &= left(doors & ~bit(i)) != 0; });
  return each_matters && left(doors) == 0;
}

void choose_bridges(enumeration& all) {
  complete(all);
  state_set lacking = 0;
  for (const draft_stop& stop : all.stops) lacking |= stop.required;
  for (const draft_stop& stop : all.stops) lacking &= ~stop.produces;
  const std::size_t helping = all.stops.size();
  for (index_set doors = 0; doors < bit(static_cast<int>(all.world.doors.size())); ++doors) {
    if (!bridges_exactly(all.world, doors, lacking)) continue;
    for_each_bit(doors, [&](int door) { all.stops.emplace_back().door = door; });
    complete(all);
    choose_hand_overs(all, 0);
    all.stops.resize(helping);
  }
}

void choose_services(enumeration& all, std::size_t need) {
  if (need == all.world.needs.size()) return choose_bridges(all);
  for (int door = 0; door < static_cast<int>(all.world.doors.size()); ++door)
    for (const service& one : all.world.doors[static_cast<std::size_t>(door)].services) {
      if (one.need != need) continue;
      for (std::size_t stop = 0, known = all.stops.size(); stop <= known; ++stop) {
        if (stop == known) all.stops.emplace_back().door = door;
        if (all.stops[stop].door != door) continue;
        all.stops[stop].serves.push_back(&one);
        choose_services(all, need + 1);
        all.stops[stop].serves.pop_back();
        if (stop == known) all.stops.pop_back();
      }
    }
}

/// The best plan that visits no door of `used`, otherwise the best one with a new first door among its first doors.
auto best_with_new_doors(std::map<std::pair<index_set, index_set>, candidate>& best, index_set used) {
  const auto old_doors = [&](const auto& doors) {
    return (doors.second & used) == 0 ? 0 : (doors.first & ~used) != 0 ? 1 : 2;
  };
  const auto found = std::min_element(best.begin(), best.end(), [&](const auto& a, const auto& b) {
    const int in_a = old_doors(a.first);
    const int in_b = old_doors(b.first);
    return in_a != in_b ? in_a < in_b : precedes(a.second, b.second);
  });
  return found == best.end() || old_doors(found->first) == 2 ? best.end() : found;
}

}  // namespace

std::vector<plan> brute_force_plans(const network& world, int count) {
  enumeration all{world, {}, {}};
  choose_services(all, 0);
  std::vector<plan> given;
  index_set used = 0;
  while (static_cast<int>(given.size()) < count) {
    const auto next = best_with_new_doors(all.best, used);
    if (next == all.best.end()) break;
    used |= next->first.first;
    given.push_back(std::move(next->second.what));
    all.best.erase(next);
  }
  return given;
}

}  // namespace aiguillage
