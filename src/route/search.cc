#include "route/search.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "route/worth.h"
#include "time_limit.h"

namespace aiguillage {
namespace detail {

bool admits(const door_filter& filter, const plan& one) {
  if (!filter.opens_elsewhere) return true;
  return std::any_of(one.first_doors.begin(), one.first_doors.end(), [&](int door) {
    return std::find(filter.used.begin(), filter.used.end(), door) == filter.used.end();
  });
}

// False when a service already chosen requires a state that nothing in the plan can bring about any more.
bool search::can_be_met(const std::vector<assignment>& shared, need_mask open) const {
  state_set wanted = 0;
  state_set within_reach = bridgeable_;
  for (const assignment& one : shared) {
    const service_row& row = index_.rows[static_cast<std::size_t>(one.door)];
    each_need(one.needs, [&](std::size_t i) {
      wanted |= row[i]->requires_states;
      within_reach |= row[i]->produces;
    });
  }
  each_need(open, [&](std::size_t i) { within_reach |= producible_[i]; });
  return (wanted & ~within_reach) == 0;
}

// Who could serve the next need, and which others with it: those that may still win, the best first.
std::vector<search::step> search::next_steps(need_mask open, bool wants_new, std::int64_t so_far,
                                             const std::vector<assignment>& shared) {
  keep_time();
  const need_mask first = need_mask{1} << next_need(open);
  std::vector<step> steps;
  for (const std::size_t d : serving_) {
    const auto same = [&](const assignment& a) { return a.door == static_cast<int>(d); };
    if ((served_[d] & first) == 0 || std::any_of(shared.begin(), shared.end(), same)) continue;
    const need_mask others = served_[d] & open & ~first;
    for (need_mask part = others;; part = (part - 1) & others) {
      const need_mask taken = part | first;
      ++sharings_;
      const bool still = wants_new && !may_open(d, taken);
      const std::int64_t rest = bound(open & ~taken, still);
      const bool hopeless = best_ && so_far + rest > best_->cost.score;
      const std::int64_t score = hopeless ? unreachable : so_far + relaxed(d, taken);
      const std::int64_t estimate = score + rest;
      if (estimate < unreachable && (!best_ || estimate <= best_->cost.score))
        steps.push_back({estimate, {static_cast<int>(d), taken}, score, still});
      if (part == 0) break;
    }
  }
  std::sort(steps.begin(), steps.end(), [](const step& a, const step& b) {
    return std::tie(a.estimate, a.what.door, b.what.needs) < std::tie(b.estimate, b.what.door, a.what.needs);
  });
  return steps;
}

void search::branch(need_mask open, bool wants_new, std::int64_t so_far, std::vector<assignment>& shared) {
  if (open == 0) {
    ++schedules_;
    bridge(shared, so_far);
    return;
  }
  for (const step& one : next_steps(open, wants_new, so_far, shared)) {
    if (cut_short() || (best_ && one.estimate > best_->cost.score)) break;
    shared.push_back(one.what);
    const need_mask rest = open & ~one.what.needs;
    if (can_be_met(shared, rest)) branch(rest, one.wants_new, one.score, shared);
    shared.pop_back();
  }
}

std::optional<plan> search::run() {
  const need_mask all = all_needs();
  std::vector<assignment> shared;
  const bool wants_new = filter_.opens_elsewhere;
  if (count_ == 0 || bound(all, wants_new) >= unreachable) return std::nullopt;
  branch(all, wants_new, 0, shared);
  if (best_ && cut_short()) {
    best_->gap = best_->cost.score - bound(all, wants_new);
    best_->exact = best_->gap == 0;
  }
  return std::move(best_);
}

}  // namespace detail

std::vector<plan> best_plans(const network& world, int count, const plan_limits& limits) {
  std::vector<plan> found;
  std::vector<int> used;
  detail::planning work(world, limits);
  while (static_cast<int>(found.size()) < count) {
    keep_time();
    std::optional<plan> next = work.best_without(used);
    if (!next && !found.empty()) next = work.best_opening_elsewhere(used);
    if (!next) break;
    used.insert(used.end(), next->first_doors.begin(), next->first_doors.end());
    found.push_back(std::move(*next));
  }
  return found;
}

}  // namespace aiguillage
