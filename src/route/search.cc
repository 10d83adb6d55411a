#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

#include "route/schedule.h"

namespace aiguillage {
namespace detail {
namespace {

using need_mask = std::uint32_t;
constexpr std::int64_t unreachable = std::numeric_limits<std::int64_t>::max() / 4;

/// Everything one door does in a plan, before it is split into visits.
struct assignment {
  int door = 0;
  need_mask needs = 0;
};

/// Which first doors a plan may open with.
struct door_filter {
  std::vector<int> used;
  bool overlap_allowed = false;  // true: one door not used before is enough
};

bool admits(const door_filter& filter, const plan& one) {
  const auto used = [&](int door) {
    return std::find(filter.used.begin(), filter.used.end(), door) != filter.used.end();
  };
  if (filter.used.empty()) return true;
  return filter.overlap_allowed ? !std::all_of(one.first_doors.begin(), one.first_doors.end(), used)
                                : std::none_of(one.first_doors.begin(), one.first_doors.end(), used);
}

/// Exact branch and bound over the ways to share the needs among doors. The bound is the cost of the best sharing when
/// every order is forgotten: visits can then only be earlier and cheaper than in any plan.
class search {
 public:
  search(const network& world, door_filter filter);
  std::optional<plan> run();

 private:
  const network& world_;
  door_filter filter_;
  std::size_t count_;
  std::vector<std::vector<const service*>> service_;  // [door][need], nullptr when not served
  std::vector<need_mask> served_;                     // by door
  std::vector<bool> shares_site_;
  std::vector<std::size_t> choices_;  // doors that serve a need
  std::vector<std::int64_t>
      bound_[2];              // by mask of open needs; -1: not computed; [1]: a new door still to open with
  std::vector<bool> closed_;  // doors that the plan may not open with
  bool any_vital_ = false;
  std::optional<plan> best_;

  [[nodiscard]] std::size_t next_need(need_mask open) const;
  [[nodiscard]] passage least_passage(std::size_t door, need_mask needs) const;
  [[nodiscard]] bool surely_first(std::size_t door, need_mask needs) const;
  [[nodiscard]] std::int64_t relaxed(std::size_t door, need_mask needs) const;
  [[nodiscard]] bool may_open(std::size_t door, need_mask needs) const;
  std::int64_t bound(need_mask open, bool wants_new);
  void branch(need_mask open, bool wants_new, std::int64_t so_far, std::vector<assignment>& shared);
  void bridge(const std::vector<assignment>& shared);
  void add_bridges(state_set wanted, std::vector<int>& bridges, const std::vector<assignment>& shared);
  [[nodiscard]] bool bridges_needed(const std::vector<int>& bridges, state_set wanted) const;
  void split(const std::vector<assignment>& shared, std::size_t next, draft& stops);
  void split_one(const std::vector<assignment>& shared, std::size_t next, draft& stops,
                 const std::vector<std::vector<const service*>>& classes, std::size_t at,
                 std::size_t first_stop);
  void hand_over(draft& stops, std::size_t next);
  void finish(const draft& stops);
  [[nodiscard]] std::vector<std::vector<const service*>> classes_of(const assignment& one) const;
};

search::search(const network& world, door_filter filter)
    : world_(world), filter_(std::move(filter)), count_(world.needs.size()), choices_(world.needs.size(), 0) {
  std::map<int, int> at_site;
  for (const door& one : world.doors) {
    std::vector<const service*> row(count_, nullptr);
    need_mask mask = 0;
    for (const service& each : one.services) {
      row[each.need] = &each;
      mask |= need_mask{1} << each.need;
      ++choices_[each.need];
    }
    service_.push_back(std::move(row));
    served_.push_back(mask);
    if (one.site >= 0) ++at_site[one.site];
  }
  for (const door& one : world.doors) shares_site_.push_back(one.site >= 0 && at_site[one.site] > 1);
  for (auto& each : bound_) each.assign(std::size_t{1} << count_, -1);
  closed_.assign(world.doors.size(), false);
  if (!filter_.overlap_allowed)
    for (const int one : filter_.used) closed_[static_cast<std::size_t>(one)] = true;
  for (const network_need& one : world.needs) any_vital_ = any_vital_ || one.vital;
}

// True only when every plan in which the door serves these needs opens with it.
bool search::surely_first(std::size_t which, need_mask needs) const {
  if (shares_site_[which] || world_.doors[which].tried) return false;
  bool vital = false;
  bool opens = world_.digital_opens;
  state_set wanted = 0;
  for (std::size_t i = 0; i < count_; ++i) {
    if ((needs >> i & 1U) == 0) continue;
    vital = vital || world_.needs[i].vital;
    opens = opens || (world_.needs[i].lane != dimension::digital && world_.needs[i].vital == any_vital_);
    wanted |= service_[which][i]->requires_states;
  }
  return wanted == 0 && opens && vital == any_vital_;
}

std::size_t search::next_need(need_mask open) const {
  std::size_t best = count_;
  for (std::size_t i = 0; i < count_; ++i)
    if ((open >> i & 1U) != 0 && (best == count_ || choices_[i] < choices_[best])) best = i;
  return best;
}

passage least(const passage& a, const passage& b) {
  return {a.mode, std::min(a.days, b.days), std::min(a.loss, b.loss), std::min(a.travel, b.travel), nullptr};
}

// A lower bound of every passage through which the door can serve these needs, whole or in parts.
passage search::least_passage(std::size_t which, need_mask needs) const {
  const door& at = world_.doors[which];
  bool vital = false;
  int minutes = 0;
  int shortest = std::numeric_limits<int>::max();
  bool all_vital = true;
  for (std::size_t i = 0; i < count_; ++i) {
    if ((needs >> i & 1U) == 0) continue;
    vital = vital || world_.needs[i].vital;
    all_vital = all_vital && world_.needs[i].vital;
    minutes += service_[which][i]->minutes;
    shortest = std::min(shortest, service_[which][i]->minutes);
  }
  passage result = vital ? at.same_day : minutes < world_.long_minutes ? at.brief : at.usual;
  if (vital && !all_vital) result = least(result, at.usual);
  if (!all_vital && shortest < world_.long_minutes) result = least(result, at.brief);
  if (!vital && minutes >= world_.long_minutes) result = least(result, at.usual);
  if (shares_site_[which]) result = least(result, world_.next_door);
  return result;
}

std::int64_t search::relaxed(std::size_t which, need_mask needs) const {
  if (closed_[which] && surely_first(which, needs)) return unreachable;
  const door& at = world_.doors[which];
  const passage through = least_passage(which, needs);
  std::int64_t score = visit_score(world_, at, through);
  if (at.counted) score += total_weight(world_) * world_.weights.actor;
  for (std::size_t i = 0; i < count_; ++i)
    if ((needs >> i & 1U) != 0)
      score += total_weight(world_) * service_[which][i]->penalty +
               std::int64_t{world_.weights.day} * world_.needs[i].weight * through.days;
  return score;
}

// False only when no plan in which the door serves these needs opens with a door not used before, this one.
bool search::may_open(std::size_t which, need_mask needs) const {
  const int index = static_cast<int>(which);
  if (std::find(filter_.used.begin(), filter_.used.end(), index) != filter_.used.end()) return false;
  for (std::size_t i = 0; i < count_; ++i)
    if ((needs >> i & 1U) != 0 && (world_.needs[i].vital || !any_vital_)) return true;
  return false;
}

std::int64_t search::bound(need_mask open, bool wants_new) {
  if (open == 0) return wants_new ? unreachable : 0;
  std::int64_t& known = bound_[wants_new ? 1 : 0][open];
  if (known >= 0) return known;
  std::int64_t best = unreachable;
  const need_mask first = need_mask{1} << next_need(open);
  for (std::size_t d = 0; d < world_.doors.size(); ++d) {
    if ((served_[d] & first) == 0) continue;
    const need_mask others = served_[d] & open & ~first;
    for (need_mask part = others;; part = (part - 1) & others) {
      const std::int64_t one = relaxed(d, part | first);
      if (one < best) {
        const bool still = wants_new && !may_open(d, part | first);
        best = std::min(best, one + bound(open & ~(part | first), still));
      }
      if (part == 0) break;
    }
  }
  return known = best;
}

void search::branch(need_mask open, bool wants_new, std::int64_t so_far, std::vector<assignment>& shared) {
  if (open == 0) {
    bridge(shared);
    return;
  }
  const need_mask first = need_mask{1} << next_need(open);
  struct step {
    std::int64_t estimate;
    assignment what;
    std::int64_t score;
    bool wants_new;
  };
  std::vector<step> steps;
  for (std::size_t d = 0; d < world_.doors.size(); ++d) {
    const auto same = [&](const assignment& a) { return a.door == static_cast<int>(d); };
    if ((served_[d] & first) == 0 || std::any_of(shared.begin(), shared.end(), same)) continue;
    const need_mask others = served_[d] & open & ~first;
    for (need_mask part = others;; part = (part - 1) & others) {
      const need_mask taken = part | first;
      const std::int64_t score = so_far + relaxed(d, taken);
      const bool still = wants_new && !may_open(d, taken);
      const std::int64_t estimate = score + bound(open & ~taken, still);
      if (estimate < unreachable && (!best_ || estimate <= best_->cost.score))
        steps.push_back({estimate, {static_cast<int>(d), taken}, score, still});
      if (part == 0) break;
    }
  }
  std::sort(steps.begin(), steps.end(), [](const step& a, const step& b) {
    return std::tie(a.estimate, a.what.door, b.what.needs) < std::tie(b.estimate, b.what.door, a.what.needs);
  });
  for (const step& one : steps) {
    if (best_ && one.estimate > best_->cost.score) break;
    shared.push_back(one.what);
    branch(open & ~one.what.needs, one.wants_new, one.score, shared);
    shared.pop_back();
  }
}

void search::bridge(const std::vector<assignment>& shared) {
  state_set wanted = 0;
  state_set produced = 0;
  for (const assignment& one : shared) {
    produced |= world_.doors[static_cast<std::size_t>(one.door)].produces;
    for (std::size_t i = 0; i < count_; ++i)
      if ((one.needs >> i & 1U) != 0) {
        wanted |= service_[static_cast<std::size_t>(one.door)][i]->requires_states;
        produced |= service_[static_cast<std::size_t>(one.door)][i]->produces;
      }
  }
  std::vector<int> bridges;
  add_bridges(wanted & ~produced, bridges, shared);
}

bool search::bridges_needed(const std::vector<int>& bridges, state_set wanted) const {
  return std::all_of(bridges.begin(), bridges.end(), [&](int one) {
    state_set others = 0;
    for (const int other : bridges)
      if (other != one) others |= world_.doors[static_cast<std::size_t>(other)].produces;
    return (world_.doors[static_cast<std::size_t>(one)].produces & wanted & ~others) != 0;
  });
}

void search::add_bridges(state_set wanted, std::vector<int>& bridges, const std::vector<assignment>& shared) {
  state_set open = wanted;
  for (const int one : bridges) open &= ~world_.doors[static_cast<std::size_t>(one)].produces;
  if (open == 0) {
    if (!bridges_needed(bridges, wanted)) return;
    draft stops;
    for (const int one : bridges) stops.push_back({one, {}, -1});
    split(shared, 0, stops);
    return;
  }
  const state_set next = open & ~(open - 1);
  for (std::size_t d = 0; d < world_.doors.size(); ++d) {
    const auto same = [&](const assignment& a) { return a.door == static_cast<int>(d); };
    if ((world_.doors[d].produces & next) == 0 || std::any_of(shared.begin(), shared.end(), same)) continue;
    bridges.push_back(static_cast<int>(d));
    add_bridges(wanted, bridges, shared);
    bridges.pop_back();
  }
}

// Services that an exchange never separates: same door, same requirements and products, same rules of order.
std::vector<std::vector<const service*>> search::classes_of(const assignment& one) const {
  const door& at = world_.doors[static_cast<std::size_t>(one.door)];
  const bool length_matters = at.brief.days != at.usual.days || at.brief.loss != at.usual.loss ||
                              at.brief.travel != at.usual.travel || at.brief.mode != at.usual.mode;
  using signature = std::tuple<state_set, state_set, state_set, bool, bool, int>;
  std::map<signature, std::vector<const service*>> classes;
  for (std::size_t i = 0; i < count_; ++i) {
    if ((one.needs >> i & 1U) == 0) continue;
    const service* each = service_[static_cast<std::size_t>(one.door)][i];
    const signature key{each->requires_states,
                        each->produces,
                        at.tried ? each->new_elements : 0,
                        world_.needs[i].vital,
                        world_.needs[i].lane == dimension::digital,
                        length_matters ? static_cast<int>(i) : 0};
    classes[key].push_back(each);
  }
  std::vector<std::vector<const service*>> result;
  for (auto& [key, members] : classes) result.push_back(std::move(members));
  return result;
}

void search::split(const std::vector<assignment>& shared, std::size_t next, draft& stops) {
  if (next == shared.size()) {
    hand_over(stops, 0);
    return;
  }
  split_one(shared, next, stops, classes_of(shared[next]), 0, stops.size());
}

// Every way to put the classes of one door into visits: each class joins a visit already opened, or opens one.
void search::split_one(const std::vector<assignment>& shared, std::size_t next, draft& stops,
                       const std::vector<std::vector<const service*>>& classes, std::size_t at,
                       std::size_t first_stop) {
  if (at == classes.size()) {
    draft ready = stops;
    for (std::size_t i = first_stop; i < ready.size(); ++i)
      std::sort(ready[i].serves.begin(), ready[i].serves.end(),
                [](const service* a, const service* b) { return a->need < b->need; });
    split(shared, next + 1, ready);
    return;
  }
  for (std::size_t i = first_stop; i < stops.size(); ++i) {
    const std::size_t before = stops[i].serves.size();
    stops[i].serves.insert(stops[i].serves.end(), classes[at].begin(), classes[at].end());
    split_one(shared, next, stops, classes, at + 1, first_stop);
    stops[i].serves.resize(before);
  }
  stops.push_back({shared[next].door, classes[at], -1});
  split_one(shared, next, stops, classes, at + 1, first_stop);
  stops.pop_back();
}

void search::hand_over(draft& stops, std::size_t next) {
  if (next == stops.size()) {
    finish(stops);
    return;
  }
  hand_over(stops, next + 1);
  const auto site = [&](std::size_t i) { return world_.doors[static_cast<std::size_t>(stops[i].door)].site; };
  if (site(next) < 0 || stops[next].serves.empty() ||
      !shares_site_[static_cast<std::size_t>(stops[next].door)])
    return;
  for (std::size_t by = 0; by < stops.size(); ++by) {
    if (by == next || site(by) != site(next) || stops[by].door == stops[next].door) continue;
    stops[next].handed_over_by = static_cast<int>(by);
    hand_over(stops, next + 1);
  }
  stops[next].handed_over_by = -1;
}

void search::finish(const draft& stops) {
  std::optional<plan> one = schedule(world_, stops);
  if (!one || !admits(filter_, *one)) return;
  if (!best_ || better(world_, *one, *best_)) best_ = std::move(one);
}

std::optional<plan> search::run() {
  const need_mask all = static_cast<need_mask>((std::uint64_t{1} << count_) - 1);
  std::vector<assignment> shared;
  const bool wants_new = filter_.overlap_allowed && !filter_.used.empty();
  if (count_ > 0 && bound(all, wants_new) < unreachable) branch(all, wants_new, 0, shared);
  return std::move(best_);
}

// Door and needs of each stop; the mark at the end puts the stop that serves more needs first.
std::vector<std::vector<int>> canonical(const plan& one) {
  std::vector<std::vector<int>> form;
  for (const planned_stop& stop : one.stops) {
    std::vector<int> row{stop.door};
    for (const service* each : stop.serves) row.push_back(each->need);
    row.push_back(std::numeric_limits<int>::max());
    form.push_back(std::move(row));
  }
  return form;
}

// Who hands over to each stop, then which of these hand-overs are between doors of one site.
std::vector<int> origins(const plan& one) {
  std::vector<int> result;
  for (const planned_stop& stop : one.stops) result.push_back(stop.from);
  for (const planned_stop& stop : one.stops) result.push_back(stop.next_door ? 1 : 0);
  return result;
}

int served_here(const network& world, const plan& one) {
  std::size_t count = 0;
  for (const planned_stop& stop : one.stops)
    if (world.doors[static_cast<std::size_t>(stop.door)].here) count += stop.serves.size();
  return static_cast<int>(count);
}

}  // namespace
}  // namespace detail

std::int64_t total_weight(const network& world) {
  std::int64_t sum = 0;
  for (const network_need& one : world.needs) sum += one.weight;
  return std::max<std::int64_t>(sum, 1);
}

bool better(const network& world, const plan& a, const plan& b) {
  const auto key = [&](const plan& one) {
    return std::make_tuple(one.cost.score, one.cost.actors, one.cost.partial_services, one.stops.size(),
                           one.cost.waiting, -detail::served_here(world, one));
  };
  if (key(a) != key(b)) return key(a) < key(b);
  const auto form_a = detail::canonical(a);
  const auto form_b = detail::canonical(b);
  return form_a != form_b ? form_a < form_b : detail::origins(a) < detail::origins(b);
}

std::vector<plan> best_plans(const network& world, int count) {
  std::vector<plan> found;
  detail::door_filter filter;
  while (static_cast<int>(found.size()) < count) {
    filter.overlap_allowed = false;
    std::optional<plan> next = detail::search(world, filter).run();
    if (!next && !found.empty()) {
      filter.overlap_allowed = true;
      next = detail::search(world, filter).run();
    }
    if (!next) break;
    filter.used.insert(filter.used.end(), next->first_doors.begin(), next->first_doors.end());
    found.push_back(std::move(*next));
  }
  return found;
}

}  // namespace aiguillage
