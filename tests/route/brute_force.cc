#include "route/brute_force.h"

#include <algorithm>
#include <limits>

#include "route/brute_force_parts.h"

namespace aiguillage {
namespace {

using namespace brute_force;

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
  const std::optional<schedule> done = scheduled(all);
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
