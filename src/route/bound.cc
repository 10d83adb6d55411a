#include <algorithm>
#include <limits>
#include <map>

#include "route/search.h"
#include "route/timing.h"

/// What a plan costs at least, when every order that is not sure is forgotten.
namespace aiguillage::detail {
namespace {

// The first day on which the door can be visited for something that may be asked for from day `base` on.
int first_day(const network& world, const door& at, const passage& through, int base, int not_before,
              int length) {
  const int asked = start_of(world, base);
  const visit_time when = earliest_visit(world, at, through, asked, asked, not_before, length);
  return when.begin >= no_time ? never : day_of(world, when.begin);
}

}  // namespace

passage least_of(const passage& a, const passage& b) {
  return {a.mode,  std::min(a.days, b.days), std::min(a.loss, b.loss), std::min(a.travel, b.travel),
          nullptr, a.booked || b.booked};
}

int first_day(const network& world, const door& at, bool shares_site) {
  int least = never;
  for (const passage* each : {&at.usual, &at.brief, &at.same_day, &world.next_door})
    if (each != &world.next_door || shares_site)
      least = std::min(least, first_day(world, at, *each, 0, at.not_before, 0));
  return least;
}

std::vector<bool> sites_shared(const network& world) {
  std::map<int, int> at_site;
  for (const door& one : world.doors)
    if (one.site >= 0) ++at_site[one.site];
  std::vector<bool> result;
  for (const door& one : world.doors) result.push_back(one.site >= 0 && at_site[one.site] > 1);
  return result;
}

search::search(const network& world, door_filter filter, int most, std::optional<plan> start, search* looser)
    : world_(world),
      filter_(std::move(filter)),
      count_(world.needs.size()),
      shares_site_(sites_shared(world)),
      choices_(world.needs.size(), 0),
      best_(std::move(start)),
      looser_(looser),
      weight_(total_weight(world)),
      most_(most) {
  producible_.assign(count_, 0);
  relaxed_.resize(world.doors.size());
  for (const door& one : world.doors) {
    std::vector<const service*> row(count_, nullptr);
    need_mask mask = 0;
    for (const service& each : one.services) {
      if (world.needs[each.need].lane != dimension::digital) wanted_by_others_ |= each.requires_states;
      row[each.need] = &each;
      producible_[each.need] |= each.produces;
      mask |= need_mask{1} << each.need;
      ++choices_[each.need];
    }
    bridgeable_ |= one.produces;
    service_.push_back(std::move(row));
    served_.push_back(mask);
    if (mask != 0) serving_.push_back(service_.size() - 1);
  }
  for (auto& each : bound_) each.assign(std::size_t{1} << count_, -1);
  for (const network_need& one : world.needs) {
    any_vital_ = any_vital_ || one.vital;
    all_digital_ = all_digital_ && one.lane == dimension::digital;
  }
  find_earliest_days();
}

// Days only grow along a path: a state cannot be there before the door that brings it about could be reached.
void search::find_earliest_days() {
  earliest_.assign(64, never);
  earliest_opening_ = never;
  const auto soonest = [&](state_set brought, int day) {
    for (std::size_t s = 0; s < earliest_.size(); ++s)
      if ((brought >> s & 1U) != 0) earliest_[s] = std::min(earliest_[s], day);
  };
  for (std::size_t d = 0; d < world_.doors.size(); ++d) {
    const door& one = world_.doors[d];
    const int day = first_day(world_, one, shares_site_[d]);
    soonest(one.produces, day);
    for (const service& each : one.services) {
      soonest(each.produces, day);
      if (world_.needs[each.need].lane != dimension::digital)
        earliest_opening_ = std::min(earliest_opening_, day);
    }
  }
}

// Of a door that serves these needs: what it brings about by itself, and from which day it can be asked at all.
search::outlook search::look(const bounded_door& one, need_mask needs) const {
  outlook seen;
  seen.own = one.at.produces;
  bool digital = !world_.digital_opens;
  for (std::size_t i = 0; i < count_; ++i) {
    if ((needs >> i & 1U) == 0) continue;
    seen.vital = seen.vital || world_.needs[i].vital;
    seen.own |= one.row[i]->produces;
    digital = digital && world_.needs[i].lane == dimension::digital && one.row[i]->produces == 0;
  }
  if (digital && earliest_opening_ < never) seen.base = earliest_opening_;
  return seen;
}

// The first day on which the door can be asked for one need: after the states that only other doors bring about.
int search::least_base(const outlook& seen, const service& one) const {
  if (seen.vital) return 0;
  int base = seen.base;
  for (state_set left = one.requires_states & ~seen.own; left != 0; left &= left - 1) {
    std::size_t lowest = 0;
    while ((left >> lowest & 1U) == 0) ++lowest;
    base = std::max(base, earliest_[lowest]);
  }
  return base;
}

std::size_t search::next_need(need_mask open) const {
  std::size_t best = count_;
  for (std::size_t i = 0; i < count_; ++i)
    if ((open >> i & 1U) != 0 && (best == count_ || choices_[i] < choices_[best])) best = i;
  return best;
}

// A lower bound of every passage through which the door can serve these needs, whole or in parts.
passage search::least_passage(const bounded_door& one, need_mask needs) const {
  const door& at = one.at;
  bool vital = false;
  int minutes = 0;
  int shortest = std::numeric_limits<int>::max();
  bool all_vital = true;
  for (std::size_t i = 0; i < count_; ++i) {
    if ((needs >> i & 1U) == 0) continue;
    vital = vital || world_.needs[i].vital;
    all_vital = all_vital && world_.needs[i].vital;
    minutes += one.row[i]->minutes;
    shortest = std::min(shortest, one.row[i]->minutes);
  }
  passage result = vital ? at.same_day : minutes < world_.long_minutes ? at.brief : at.usual;
  if (vital && !all_vital) result = least_of(result, at.usual);
  if (!all_vital && shortest < world_.long_minutes) result = least_of(result, at.brief);
  if (!vital && minutes >= world_.long_minutes) result = least_of(result, at.usual);
  if (one.shares_site) result = least_of(result, world_.next_door);
  return result;
}

std::int64_t search::relax(const bounded_door& one, need_mask needs) const {
  const door& at = one.at;
  const passage through = least_passage(one, needs);
  std::int64_t score = weight_ * visit_score(world_, at, through);
  if (at.counted) score += weight_ * world_.weights.actor;
  const outlook seen = look(one, needs);
  for (std::size_t i = 0; i < count_; ++i) {
    if ((needs >> i & 1U) == 0) continue;
    const service& each = *one.row[i];
    const int base = least_base(seen, each);
    if (base >= never) return unreachable;
    const int day = first_day(world_, at, through, base, each.not_before, each.minutes);
    if (day >= never) return unreachable;
    score += weight_ * each.penalty + std::int64_t{world_.weights.day} * world_.needs[i].weight * day;
  }
  return score;
}

std::int64_t search::relaxed(std::size_t which, need_mask needs) {
  std::vector<std::int64_t>& known = relaxed_[which];
  if (known.empty()) known.assign(std::size_t{1} << count_, -1);
  if (known[needs] < 0) known[needs] = relax(bounded(which), needs);
  return known[needs];
}

// False only when no plan in which the door serves these needs opens with a door not used before, this one: whatever
// comes before its first stop only brings states about by itself.
bool search::may_open(std::size_t which, need_mask needs) const {
  const int index = static_cast<int>(which);
  if (std::find(filter_.used.begin(), filter_.used.end(), index) != filter_.used.end()) return false;
  const door& at = world_.doors[which];
  state_set own = at.produces | bridgeable_ | world_.parallel_at_vital;
  bool other_than_digital = world_.digital_opens || all_digital_;
  bool vital = !any_vital_;
  for (std::size_t i = 0; i < count_; ++i) {
    if ((needs >> i & 1U) == 0) continue;
    const service& one = *service_[which][i];
    own |= one.produces;
    vital = vital || world_.needs[i].vital;
    other_than_digital = other_than_digital || world_.needs[i].lane != dimension::digital ||
                         (one.produces & wanted_by_others_) != 0;
  }
  if (!vital || !other_than_digital) return false;
  for (std::size_t i = 0; i < count_; ++i) {
    if ((needs >> i & 1U) == 0) continue;
    const service& one = *service_[which][i];
    if ((one.requires_states & ~own) == 0 && (!at.tried || (one.new_elements & bridgeable_) != 0))
      return true;
  }
  return false;
}

std::int64_t search::bound(need_mask open, bool wants_new) {
  if (open == 0) return wants_new ? unreachable : 0;
  if (looser_ != nullptr) return looser_->bound(open, wants_new);
  std::int64_t& known = bound_[wants_new ? 1 : 0][open];
  if (known >= 0) return known;
  std::int64_t best = unreachable;
  const need_mask first = need_mask{1} << next_need(open);
  for (const std::size_t d : serving_) {
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

std::int64_t search::least_score() { return bound(all_needs(), false); }

std::int64_t search::least_score_through(const door& one) {
  service_row row(count_, nullptr);
  need_mask served = 0;
  for (const service& each : one.services) {
    row[each.need] = &each;
    served |= need_mask{1} << each.need;
  }
  std::int64_t best = unreachable;
  for (need_mask part = served; part != 0; part = (part - 1) & served)
    best = std::min(best, relax({one, row, false}, part) + bound(all_needs() & ~part, false));
  return best;
}

}  // namespace aiguillage::detail
