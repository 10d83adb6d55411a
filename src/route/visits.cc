#include <algorithm>
#include <map>
#include <tuple>

#include "route/search.h"

/// From a sharing of the needs to visits: bridging doors, parts, hand-overs at the same site.
namespace aiguillage::detail {

void search::bridge(const std::vector<assignment>& shared, std::int64_t so_far) {
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
  add_bridges(wanted & ~produced, bridges, shared, so_far);
}

std::int64_t search::least_visit(int which) const {
  const door& at = world_.doors[static_cast<std::size_t>(which)];
  const auto score = [&](const passage& through) { return weight_ * visit_score(world_, at, through); };
  const std::int64_t own = std::min({score(at.usual), score(at.brief), score(at.same_day)});
  return at.site < 0 ? own : std::min(own, score(world_.next_door));
}

// One visit to each door. True when no other way to visit the same doors can be better: it would have more stops.
bool search::whole(const std::vector<assignment>& shared, const std::vector<int>& bridges,
                   std::int64_t so_far) {
  draft stops;
  for (const int one : bridges) stops.push_back({one, {}, -1});
  for (const assignment& one : shared) {
    draft_stop stop{one.door, {}, -1};
    for (std::size_t i = 0; i < count_; ++i)
      if ((one.needs >> i & 1U) != 0) stop.serves.push_back(service_[static_cast<std::size_t>(one.door)][i]);
    stops.push_back(std::move(stop));
  }
  ++schedules_;
  const std::optional<plan> one = schedule(world_, stops);
  const bool admitted = one && admits(filter_, *one);
  if (admitted && (!best_ || better(world_, *one, *best_))) best_ = one;
  const auto site = [&](const draft_stop& stop) {
    return world_.doors[static_cast<std::size_t>(stop.door)].site;
  };
  const bool neighbours = std::any_of(stops.begin(), stops.end(), [&](const draft_stop& a) {
    return site(a) >= 0 && std::any_of(stops.begin(), stops.end(), [&](const draft_stop& b) {
             return a.door != b.door && site(a) == site(b);
           });
  });
  return admitted && !neighbours && one->cost.score <= so_far;
}

void search::add_bridges(state_set wanted, std::vector<int>& bridges, const std::vector<assignment>& shared,
                         std::int64_t so_far) {
  state_set open = wanted;
  for (const int one : bridges) open &= ~world_.doors[static_cast<std::size_t>(one)].produces;
  if (best_ && so_far > best_->cost.score) return;
  if (open == 0) {
    if (!bridges_needed(bridges, wanted) || whole(shared, bridges, so_far)) return;
    draft stops;
    for (const int one : bridges) stops.push_back({one, {}, -1});
    split(shared, 0, stops, so_far);
    return;
  }
  const state_set next = open & ~(open - 1);
  for (std::size_t d = 0; d < world_.doors.size(); ++d) {
    const auto same = [&](const assignment& a) { return a.door == static_cast<int>(d); };
    if (closed_[d] || (world_.doors[d].produces & next) == 0 ||
        std::any_of(shared.begin(), shared.end(), same))
      continue;
    const std::int64_t actor = world_.doors[d].counted ? weight_ * world_.weights.actor : 0;
    const int index = static_cast<int>(d);
    bridges.push_back(index);
    add_bridges(wanted, bridges, shared,
                so_far + actor + weight_ * visit_score(world_, world_.doors[d], world_.doors[d].usual));
    bridges.pop_back();
  }
}

bool search::bridges_needed(const std::vector<int>& bridges, state_set wanted) const {
  return std::all_of(bridges.begin(), bridges.end(), [&](int one) {
    state_set others = 0;
    for (const int other : bridges)
      if (other != one) others |= world_.doors[static_cast<std::size_t>(other)].produces;
    return (world_.doors[static_cast<std::size_t>(one)].produces & wanted & ~others) != 0;
  });
}

// Services that an exchange never separates: same door, same requirements and products, same rules of order.
std::vector<std::vector<const service*>> search::classes_of(const assignment& one) const {
  const door& at = world_.doors[static_cast<std::size_t>(one.door)];
  const bool length_matters = at.brief.days != at.usual.days || at.brief.loss != at.usual.loss ||
                              at.brief.travel != at.usual.travel || at.brief.mode != at.usual.mode;
  using signature = std::tuple<state_set, state_set, state_set, bool, bool, int, int>;
  std::map<signature, std::vector<const service*>> classes;
  for (std::size_t i = 0; i < count_; ++i) {
    if ((one.needs >> i & 1U) == 0) continue;
    const service* each = service_[static_cast<std::size_t>(one.door)][i];
    const signature key{each->requires_states,
                        each->produces,
                        at.tried ? each->new_elements : 0,
                        world_.needs[i].vital,
                        world_.needs[i].lane == dimension::digital,
                        length_matters ? static_cast<int>(i) : 0,
                        each->not_before};
    classes[key].push_back(each);
  }
  std::vector<std::vector<const service*>> result;
  for (auto& [key, members] : classes) result.push_back(std::move(members));
  return result;
}

void search::split(const std::vector<assignment>& shared, std::size_t next, draft& stops,
                   std::int64_t so_far) {
  if (cut_short() || (best_ && so_far > best_->cost.score)) return;
  if (next == shared.size()) {
    hand_over(stops, 0);
    return;
  }
  split_one(shared, next, stops, classes_of(shared[next]), 0, stops.size(), so_far);
}

// Every way to put the classes of one door into visits: each class joins a visit already opened, or opens one.
void search::split_one(const std::vector<assignment>& shared, std::size_t next, draft& stops,
                       const std::vector<std::vector<const service*>>& classes, std::size_t at,
                       std::size_t first_stop, std::int64_t so_far) {
  if (at == classes.size()) {
    draft ready = stops;
    for (std::size_t i = first_stop; i < ready.size(); ++i)
      std::sort(ready[i].serves.begin(), ready[i].serves.end(),
                [](const service* a, const service* b) { return a->need < b->need; });
    split(shared, next + 1, ready, so_far);
    return;
  }
  for (std::size_t i = first_stop; i < stops.size(); ++i) {
    const std::size_t before = stops[i].serves.size();
    stops[i].serves.insert(stops[i].serves.end(), classes[at].begin(), classes[at].end());
    split_one(shared, next, stops, classes, at + 1, first_stop, so_far);
    stops[i].serves.resize(before);
  }
  const std::int64_t more = stops.size() > first_stop ? least_visit(shared[next].door) : 0;
  if (best_ && so_far + more > best_->cost.score) return;
  stops.push_back({shared[next].door, classes[at], -1});
  split_one(shared, next, stops, classes, at + 1, first_stop, so_far + more);
  stops.pop_back();
}

void search::hand_over(draft& stops, std::size_t next) {
  if (cut_short()) return;
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
  ++schedules_;
  std::optional<plan> one = schedule(world_, stops);
  if (!one || !admits(filter_, *one)) return;
  if (!best_ || better(world_, *one, *best_)) best_ = std::move(one);
}

}  // namespace aiguillage::detail
