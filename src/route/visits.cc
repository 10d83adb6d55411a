#include <algorithm>
#include <tuple>
#include <utility>

#include "route/search.h"
#include "time_limit.h"

/// From a sharing of the needs to visits: bridging doors, parts, hand-overs at the same site.
namespace aiguillage::detail {

void search::bridge(const std::vector<assignment>& shared, std::int64_t so_far) {
  state_set wanted = 0;
  state_set produced = 0;
  for (const assignment& one : shared) {
    produced |= world_.doors[static_cast<std::size_t>(one.door)].produces;
    const service_row& row = index_.rows[static_cast<std::size_t>(one.door)];
    each_need(one.needs, [&](std::size_t i) {
      wanted |= row[i]->requires_states;
      produced |= row[i]->produces;
    });
  }
  std::vector<int> bridges;
  add_bridges(wanted & ~produced, bridges, shared, so_far);
}

std::int64_t search::least_visit(int which) const {
  const door& at = world_.doors[static_cast<std::size_t>(which)];
  const auto score = [&](const passage& through) { return index_.weight * visit_score(world_, at, through); };
  const std::int64_t own = std::min({score(at.usual), score(at.brief), score(at.same_day)});
  return at.site < 0 ? own : std::min(own, score(world_.next_door));
}

// The score of these visits, when they can be made and the filter admits them; the best plan so far gives way to a better.
std::optional<std::int64_t> search::attempt(const draft& stops) {
  ++schedules_;
  keep_time();
  if (!work_.place(stops)) return std::nullopt;
  const std::int64_t score = work_.cost().score;
  if (!filter_.opens_elsewhere && best_ && score > best_->cost.score) return score;
  plan one = work_.to_plan();
  if (!admits(filter_, one)) return std::nullopt;
  if (!best_ || better(world_, one, *best_)) best_ = std::move(one);
  return score;
}

// One visit to each door. True when no other way to visit the same doors can be better: it would have more stops.
bool search::whole(const std::vector<assignment>& shared, const std::vector<int>& bridges,
                   std::int64_t so_far) {
  draft stops;
  for (const int one : bridges) stops.push_back({one, 0, -1});
  for (const assignment& one : shared) stops.push_back({one.door, one.needs, -1});
  const std::optional<std::int64_t> score = attempt(stops);
  const auto site = [&](const draft_stop& stop) {
    return world_.doors[static_cast<std::size_t>(stop.door)].site;
  };
  const bool neighbours = std::any_of(stops.begin(), stops.end(), [&](const draft_stop& a) {
    return site(a) >= 0 && std::any_of(stops.begin(), stops.end(), [&](const draft_stop& b) {
             return a.door != b.door && site(a) == site(b);
           });
  });
  return score && !neighbours && *score <= so_far;
}

void search::add_bridges(state_set wanted, std::vector<int>& bridges, const std::vector<assignment>& shared,
                         std::int64_t so_far) {
  state_set open = wanted;
  for (const int one : bridges) open &= ~world_.doors[static_cast<std::size_t>(one)].produces;
  if (best_ && so_far > best_->cost.score) return;
  if (open == 0) {
    if (!bridges_needed(bridges, wanted) || whole(shared, bridges, so_far)) return;
    draft stops;
    for (const int one : bridges) stops.push_back({one, 0, -1});
    parts all{shared, {}};
    for (const assignment& one : shared) all.classes.push_back(classes_of(one));
    split(all, 0, stops, so_far);
    return;
  }
  const state_set next = open & ~(open - 1);
  for (const int d : doors_) {
    const door& at = world_.doors[static_cast<std::size_t>(d)];
    const auto same = [&](const assignment& a) { return a.door == d; };
    if ((at.produces & next) == 0 || std::any_of(shared.begin(), shared.end(), same)) continue;
    const std::int64_t actor = at.counted ? index_.weight * world_.weights.actor : 0;
    bridges.push_back(d);
    add_bridges(wanted, bridges, shared, so_far + actor + index_.weight * visit_score(world_, at, at.usual));
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
std::vector<need_mask> search::classes_of(const assignment& one) const {
  const door& at = world_.doors[static_cast<std::size_t>(one.door)];
  const bool length_matters = world_.timed || at.brief.days != at.usual.days ||
                              at.brief.loss != at.usual.loss || at.brief.travel != at.usual.travel ||
                              at.brief.mode != at.usual.mode;
  using signature = std::tuple<state_set, state_set, state_set, int, bool, bool, int>;
  std::vector<std::pair<signature, need_mask>> classes;
  classes.reserve(count_);
  each_need(one.needs, [&](std::size_t i) {
    const service& each = *index_.rows[static_cast<std::size_t>(one.door)][i];
    const need_mask bit = need_mask{1} << i;
    const signature key{each.requires_states,
                        each.produces,
                        at.tried ? each.new_elements : 0,
                        each.not_before,
                        (index_.vital & bit) != 0,
                        (index_.digital & bit) != 0,
                        length_matters ? static_cast<int>(i) : 0};
    const auto same =
        std::find_if(classes.begin(), classes.end(), [&](const auto& known) { return known.first == key; });
    if (same == classes.end())
      classes.emplace_back(key, bit);
    else
      same->second |= bit;
  });
  std::sort(classes.begin(), classes.end());
  std::vector<need_mask> result;
  result.reserve(classes.size());
  for (const auto& [key, members] : classes) result.push_back(members);
  return result;
}

void search::split(const parts& all, std::size_t next, draft& stops, std::int64_t so_far) {
  if (cut_short() || (best_ && so_far > best_->cost.score)) return;
  if (next == all.shared.size())
    hand_over(stops, 0);
  else
    split_one(all, next, stops, 0, stops.size(), so_far);
}

// Every way to put the classes of one door into visits: each class joins a visit already opened, or opens one.
void search::split_one(const parts& all, std::size_t next, draft& stops, std::size_t at,
                       std::size_t first_stop, std::int64_t so_far) {
  if (at == all.classes[next].size()) {
    split(all, next + 1, stops, so_far);
    return;
  }
  const need_mask members = all.classes[next][at];
  for (std::size_t i = first_stop; i < stops.size(); ++i) {
    stops[i].serves |= members;
    split_one(all, next, stops, at + 1, first_stop, so_far);
    stops[i].serves &= ~members;
  }
  const int door = all.shared[next].door;
  const std::int64_t more = stops.size() > first_stop ? least_visit(door) : 0;
  if (best_ && so_far + more > best_->cost.score) return;
  stops.push_back({door, members, -1});
  split_one(all, next, stops, at + 1, first_stop, so_far + more);
  stops.pop_back();
}

void search::hand_over(draft& stops, std::size_t next) {
  if (cut_short()) return;
  if (next == stops.size()) {
    attempt(stops);
    return;
  }
  hand_over(stops, next + 1);
  const auto site = [&](std::size_t i) { return world_.doors[static_cast<std::size_t>(stops[i].door)].site; };
  if (site(next) < 0 || stops[next].serves == 0 || !shares_site_[static_cast<std::size_t>(stops[next].door)])
    return;
  for (std::size_t by = 0; by < stops.size(); ++by) {
    if (by == next || site(by) != site(next) || stops[by].door == stops[next].door) continue;
    stops[next].handed_over_by = static_cast<int>(by);
    hand_over(stops, next + 1);
  }
  stops[next].handed_over_by = -1;
}

}  // namespace aiguillage::detail
