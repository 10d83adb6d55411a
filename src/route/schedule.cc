#include "route/schedule.h"

#include <algorithm>
#include <tuple>

namespace aiguillage::detail {
namespace {

constexpr int nobody = -1;

struct visit {
  const draft_stop* what = nullptr;
  const door* at = nullptr;
  bool vital = false;
  bool digital_only = false;
  state_set produces = 0;
  bool placed = false;
  int day = 0;
  int order = 0;
  std::vector<int> after;
};

struct board {
  const network& world;
  std::vector<visit> visits;
  state_set all_produced = 0;
  bool has_other_than_digital = false;
  std::vector<int> placed;  // by placing order
};

bool is_digital(const network& world, const service* one) {
  return world.needs[one->need].lane == dimension::digital;
}

board open_board(const network& world, const draft& stops) {
  board result{world, {}, 0, false, {}};
  for (const draft_stop& one : stops) {
    visit fresh;
    fresh.what = &one;
    fresh.at = &world.doors[static_cast<std::size_t>(one.door)];
    fresh.produces = fresh.at->produces;
    fresh.digital_only = !one.serves.empty();
    for (const service* each : one.serves) {
      fresh.vital = fresh.vital || world.needs[each->need].vital;
      fresh.digital_only = fresh.digital_only && is_digital(world, each);
      fresh.produces |= each->produces;
    }
    result.has_other_than_digital =
        result.has_other_than_digital || (!one.serves.empty() && !fresh.digital_only);
    result.all_produced |= fresh.produces;
    result.visits.push_back(std::move(fresh));
  }
  return result;
}

// What the services of a stop still require from earlier stops when `available` is there from the start.
state_set unmet_requirements(const visit& one, state_set available) {
  std::vector<const service*> open = one.what->serves;
  available |= one.at->produces;
  for (bool moved = true; moved && !open.empty();) {
    moved = false;
    for (auto it = open.begin(); it != open.end();) {
      if (((*it)->requires_states & ~available) != 0) {
        ++it;
        continue;
      }
      available |= (*it)->produces;
      it = open.erase(it);
      moved = true;
    }
  }
  state_set missing = 0;
  for (const service* left : open) missing |= left->requires_states & ~available;
  return missing;
}

state_set produced_so_far(const board& all) {
  state_set result = 0;
  for (const int i : all.placed) result |= all.visits[static_cast<std::size_t>(i)].produces;
  return result;
}

// The placed visit of least (day, placing order) that satisfies `wanted`, or nobody.
template <class Wanted>
int earliest(const board& all, Wanted wanted) {
  int best = nobody;
  for (const int i : all.placed) {
    const visit& one = all.visits[static_cast<std::size_t>(i)];
    if (wanted(one) && (best == nobody || one.day < all.visits[static_cast<std::size_t>(best)].day)) best = i;
  }
  return best;
}

void add(std::vector<int>& after, int which) {
  if (std::find(after.begin(), after.end(), which) == after.end()) after.push_back(which);
}

// States of earlier stops that this visit has to wait for: a least set, the first states being given up first.
bool wait_for_states(const board& all, const visit& one, std::vector<int>& after) {
  const state_set parallel = one.vital ? all.world.parallel_at_vital & all.all_produced : 0;
  state_set wanted = 0;
  for (const service* each : one.what->serves) wanted |= each->requires_states;
  state_set kept = wanted & produced_so_far(all) & ~parallel;
  if (unmet_requirements(one, kept | parallel) != 0) return false;
  for (state_set left = kept; left != 0; left &= left - 1) {
    const state_set next = left & ~(left - 1);
    if (unmet_requirements(one, (kept & ~next) | parallel) == 0) kept &= ~next;
  }
  for (; kept != 0; kept &= kept - 1) {
    const state_set next = kept & ~(kept - 1);
    add(after, earliest(all, [&](const visit& v) { return (v.produces & next) != 0; }));
  }
  return true;
}

bool could_produce(const door& at, state_set which) {
  return std::any_of(at.services.begin(), at.services.end(),
                     [&](const service& s) { return (s.produces & which) != 0; });
}

// A digital stop may open the path when an administrative step waits for it and none of its actors could do it (H09).
bool may_open(const board& all, const visit& one) {
  state_set wanted = 0;
  for (const visit& other : all.visits)
    if (&other != &one)
      for (const service* each : other.what->serves)
        if (!is_digital(all.world, each)) wanted |= each->requires_states;
  for (const service* each : one.what->serves)
    for (state_set left = each->produces & wanted; left != 0; left &= left - 1) {
      const state_set lowest = left & ~(left - 1);
      const bool replaceable = std::any_of(all.visits.begin(), all.visits.end(), [&](const visit& other) {
        return !other.what->serves.empty() && !other.digital_only && could_produce(*other.at, lowest);
      });
      if (!replaceable) return true;
    }
  return false;
}

bool wait_for_order(const board& all, const visit& one, std::vector<int>& after) {
  if (one.what->serves.empty()) return true;
  if (!one.vital)
    for (std::size_t i = 0; i < all.visits.size(); ++i) {
      if (!all.visits[i].vital) continue;
      if (!all.visits[i].placed) return false;
      add(after, static_cast<int>(i));
    }
  if (!all.world.digital_opens && one.digital_only && all.has_other_than_digital && !may_open(all, one)) {
    const int from = earliest(all, [](const visit& v) { return !v.what->serves.empty() && !v.digital_only; });
    if (from == nobody) return false;
    add(after, from);
  }
  return true;
}

bool wait_for_new_elements(const board& all, const visit& one, std::vector<int>& after) {
  if (!one.at->tried) return true;
  for (const service* each : one.what->serves) {
    const int from = earliest(
        all, [&](const visit& v) { return v.at != one.at && (v.produces & each->new_elements) != 0; });
    if (from == nobody) return false;
    add(after, from);
  }
  return true;
}

bool wait_for_neighbour(const board& all, const visit& one, std::vector<int>& after) {
  if (one.what->handed_over_by == nobody) return true;
  const visit& by = all.visits[static_cast<std::size_t>(one.what->handed_over_by)];
  if (!by.placed || (one.vital && !by.vital && !by.what->serves.empty())) return false;
  add(after, one.what->handed_over_by);
  return true;
}

const passage& passage_of(const network& world, const visit& one) {
  if (one.what->handed_over_by != nobody) return world.next_door;
  if (one.vital) return one.at->same_day;
  int minutes = 0;
  for (const service* each : one.what->serves) minutes += each->minutes;
  return one.what->serves.empty() || minutes >= world.long_minutes ? one.at->usual : one.at->brief;
}

// The first day on which the door takes the person for all that the visit serves.
int first_day(const visit& one) {
  int first = one.at->not_before;
  for (const service* each : one.what->serves) first = std::max(first, each->not_before);
  return first;
}

int first_need(const draft_stop& one) { return one.serves.empty() ? nobody : one.serves.front()->need; }

// Places the ready visit of least (day, door, need); false when none is ready.
bool place_next(board& all) {
  int best = nobody;
  int best_day = 0;
  std::vector<int> best_after;
  const auto key = [&](int i, int day) {
    const visit& one = all.visits[static_cast<std::size_t>(i)];
    return std::make_tuple(day, one.what->door, first_need(*one.what));
  };
  for (std::size_t i = 0; i < all.visits.size(); ++i) {
    const visit& one = all.visits[i];
    std::vector<int> after;
    if (one.placed || !wait_for_neighbour(all, one, after) || !wait_for_order(all, one, after) ||
        !wait_for_new_elements(all, one, after) || !wait_for_states(all, one, after))
      continue;
    int day = 0;
    for (const int from : after) day = std::max(day, all.visits[static_cast<std::size_t>(from)].day);
    day = std::max(day + passage_of(all.world, one).days, first_day(one));
    const int index = static_cast<int>(i);
    if (best != nobody && !(key(index, day) < key(best, best_day))) continue;
    best = index;
    best_day = day;
    best_after = std::move(after);
  }
  if (best == nobody) return false;
  visit& chosen = all.visits[static_cast<std::size_t>(best)];
  chosen.placed = true;
  chosen.day = best_day;
  chosen.order = static_cast<int>(all.placed.size());
  chosen.after = std::move(best_after);
  all.placed.push_back(best);
  return true;
}

// Every visit before each visit, direct or not, as bit masks.
std::vector<std::uint64_t> ancestors(const board& all) {
  std::vector<std::uint64_t> before(all.visits.size(), 0);
  for (const int i : all.placed)
    for (const int from : all.visits[static_cast<std::size_t>(i)].after)
      before[static_cast<std::size_t>(i)] |=
          before[static_cast<std::size_t>(from)] | (std::uint64_t{1} << static_cast<unsigned>(from));
  return before;
}

int count_bits(std::uint64_t mask) {
  int count = 0;
  for (; mask != 0; mask &= mask - 1) ++count;
  return count;
}

std::vector<int> plan_order(const board& all, const std::vector<std::uint64_t>& before) {
  std::vector<int> order = all.placed;
  std::sort(order.begin(), order.end(), [&](int a, int b) {
    const auto key = [&](int i) {
      const visit& one = all.visits[static_cast<std::size_t>(i)];
      return std::make_tuple(one.day, count_bits(before[static_cast<std::size_t>(i)]), one.what->door,
                             first_need(*one.what));
    };
    return key(a) < key(b);
  });
  return order;
}

int handed_over_by(const board& all, const visit& one) {
  if (one.what->handed_over_by != nobody) return one.what->handed_over_by;
  int best = nobody;
  for (const int from : one.after) {
    const visit& v = all.visits[static_cast<std::size_t>(from)];
    if (best == nobody ||
        std::make_pair(v.day, v.order) > std::make_pair(all.visits[static_cast<std::size_t>(best)].day,
                                                        all.visits[static_cast<std::size_t>(best)].order))
      best = from;
  }
  return best;
}

void add_costs(const network& world, const planned_stop& stop, plan_cost& cost) {
  const door& at = world.doors[static_cast<std::size_t>(stop.door)];
  cost.days = std::max(cost.days, stop.day);
  cost.travel_minutes += stop.through.travel;
  cost.handoffs += stop.through.mode.known() ? 1 : 0;
  cost.loss += stop.through.loss;
  cost.load += at.load;
  cost.score += total_weight(world) * visit_score(world, at, stop.through);
  for (const service* each : stop.serves) {
    const std::int64_t waiting = std::int64_t{world.needs[each->need].weight} * stop.day;
    cost.waiting += waiting;
    cost.partial += each->penalty;
    cost.partial_services += each->quality == grade::partial ? 1 : 0;
    cost.score += total_weight(world) * each->penalty + world.weights.day * waiting;
  }
}

void add_actors(const network& world, plan& result) {
  std::vector<int> doors;
  for (const planned_stop& one : result.stops)
    if (world.doors[static_cast<std::size_t>(one.door)].counted) doors.push_back(one.door);
  std::sort(doors.begin(), doors.end());
  doors.erase(std::unique(doors.begin(), doors.end()), doors.end());
  result.cost.actors = static_cast<int>(doors.size());
  result.cost.score += total_weight(world) * world.weights.actor * result.cost.actors;
}

plan to_plan(const board& all) {
  plan result;
  const std::vector<std::uint64_t> before = ancestors(all);
  const std::vector<int> order = plan_order(all, before);
  std::vector<int> position(all.visits.size(), nobody);
  for (std::size_t i = 0; i < order.size(); ++i)
    position[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
  for (const int which : order) {
    const visit& one = all.visits[static_cast<std::size_t>(which)];
    planned_stop stop;
    stop.door = one.what->door;
    stop.serves = one.what->serves;
    stop.through = passage_of(all.world, one);
    stop.day = one.day;
    stop.next_door = one.what->handed_over_by != nobody;
    for (const int from : one.after) stop.after.push_back(position[static_cast<std::size_t>(from)]);
    std::sort(stop.after.begin(), stop.after.end());
    const int from = handed_over_by(all, one);
    stop.from = from == nobody ? nobody : position[static_cast<std::size_t>(from)];
    std::uint64_t helpers = before[static_cast<std::size_t>(which)];
    for (std::size_t i = 0; i < all.visits.size(); ++i)
      if (all.visits[i].what->serves.empty()) helpers &= ~(std::uint64_t{1} << i);
    if (!stop.serves.empty() && helpers == 0) result.first_doors.push_back(stop.door);
    add_costs(all.world, stop, result.cost);
    result.stops.push_back(std::move(stop));
  }
  add_actors(all.world, result);
  std::sort(result.first_doors.begin(), result.first_doors.end());
  result.first_doors.erase(std::unique(result.first_doors.begin(), result.first_doors.end()),
                           result.first_doors.end());
  return result;
}

}  // namespace

std::int64_t visit_score(const network& world, const door& at, const passage& through) {
  const network_weights& w = world.weights;
  return at.load + w.loss * through.loss / 1000 + w.travel * through.travel;
}

std::optional<plan> schedule(const network& world, const draft& stops) {
  board all = open_board(world, stops);
  while (all.placed.size() < all.visits.size())
    if (!place_next(all)) return std::nullopt;
  return to_plan(all);
}

}  // namespace aiguillage::detail
