#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>
#include <utility>

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

first_days::first_days(const network& world) {
  for (const door& one : world.doors) {
    int least = never;
    for (const passage* each : {&one.usual, &one.brief, &one.same_day})
      least = std::min(least, first_day(world, one, *each, 0, one.not_before, 0));
    own.push_back(least);
    beside.push_back(one.site < 0 ? never : first_day(world, one, world.next_door, 0, one.not_before, 0));
  }
}

std::vector<int> every_door(const network& world) {
  std::vector<int> doors(world.doors.size());
  std::iota(doors.begin(), doors.end(), 0);
  return doors;
}

std::vector<bool> sites_shared(const network& world, const std::vector<int>& doors) {
  const auto site = [&](int d) { return world.doors[static_cast<std::size_t>(d)].site; };
  std::vector<int> sites;
  for (const int d : doors)
    if (site(d) >= 0) sites.push_back(site(d));
  std::sort(sites.begin(), sites.end());
  std::vector<bool> result(world.doors.size(), false);
  for (const int d : doors) {
    const auto same = std::equal_range(sites.begin(), sites.end(), site(d));
    result[static_cast<std::size_t>(d)] = same.second - same.first > 1;
  }
  return result;
}

search::search(const network& world, const first_days& days, std::vector<int> doors, door_filter filter,
               int most, std::optional<plan> start, search* looser)
    : world_(world),
      doors_(std::move(doors)),
      filter_(std::move(filter)),
      count_(world.needs.size()),
      index_(world),
      served_(world.doors.size(), 0),
      shares_site_(sites_shared(world, doors_)),
      choices_(world.needs.size(), 0),
      producible_(world.needs.size(), 0),
      best_(std::move(start)),
      looser_(looser),
      relaxed_(world.doors.size()),
      known_(world.doors.size()),
      most_(most) {
  for (const int d : doors_) {
    const door& one = world.doors[static_cast<std::size_t>(d)];
    need_mask mask = 0;
    for (const service& each : one.services) {
      if (world.needs[each.need].lane != dimension::digital) wanted_by_others_ |= each.requires_states;
      producible_[each.need] |= each.produces;
      mask |= need_mask{1} << each.need;
      ++choices_[each.need];
    }
    bridgeable_ |= one.produces;
    served_[static_cast<std::size_t>(d)] = mask;
    if (mask != 0) serving_.push_back(static_cast<std::size_t>(d));
  }
  if (looser == nullptr)
    for (auto& each : bound_) each.assign(std::size_t{1} << count_, -1);
  any_vital_ = index_.vital != 0;
  all_digital_ = index_.digital == all_needs();
  find_earliest_days(days);
}

// Days only grow along a path: a state cannot be there before the door that brings it about could be reached.
void search::find_earliest_days(const first_days& days) {
  earliest_.fill(never);
  earliest_opening_ = never;
  const auto soonest = [&](state_set brought, int day) {
    for (; brought != 0; brought &= brought - 1) {
      int& known = earliest_[static_cast<std::size_t>(std::countr_zero(brought))];
      known = std::min(known, day);
    }
  };
  for (const int d : doors_) {
    const auto index = static_cast<std::size_t>(d);
    const door& one = world_.doors[index];
    const int day = days.of(index, shares_site_[index]);
    soonest(one.produces, day);
    for (const service& each : one.services) {
      soonest(each.produces, day);
      if (world_.needs[each.need].lane != dimension::digital)
        earliest_opening_ = std::min(earliest_opening_, day);
    }
  }
}

// Of a door that serves these needs: what it brings about by itself, from which day it can be asked at all, and how it is
// reached.
search::outlook search::look(const bounded_door& one, need_mask needs) const {
  outlook seen;
  seen.own = one.at.produces;
  state_set brought = 0;
  int minutes = 0;
  int shortest = std::numeric_limits<int>::max();
  each_need(needs, [&](std::size_t i) {
    const service& each = *one.row[i];
    brought |= each.produces;
    minutes += each.minutes;
    shortest = std::min(shortest, each.minutes);
  });
  seen.own |= brought;
  const bool digital = !world_.digital_opens && (needs & ~index_.digital) == 0 && brought == 0;
  if (digital && earliest_opening_ < never) seen.base = earliest_opening_;
  seen.way = ((needs & index_.vital) != 0 ? 1U : 0U) | ((needs & ~index_.vital) == 0 ? 2U : 0U) |
             (minutes >= world_.long_minutes ? 4U : 0U) | (shortest >= world_.long_minutes ? 8U : 0U);
  return seen;
}

// The first day on which the door can be asked for one need: after the states that only other doors bring about.
int search::least_base(const outlook& seen, const service& one) const {
  if ((seen.way & 1U) != 0) return 0;
  int base = seen.base;
  for (state_set left = one.requires_states & ~seen.own; left != 0; left &= left - 1)
    base = std::max(base, earliest_[static_cast<std::size_t>(std::countr_zero(left))]);
  return base;
}

std::size_t search::next_need(need_mask open) const {
  std::size_t best = count_;
  each_need(open, [&](std::size_t i) {
    if (best == count_ || choices_[i] < choices_[best]) best = i;
  });
  return best;
}

// A lower bound of every passage through which the door can serve needs in this way, whole or in parts.
passage search::least_passage(const bounded_door& one, unsigned way) const {
  const door& at = one.at;
  const bool vital = (way & 1U) != 0;
  const bool all_vital = (way & 2U) != 0;
  const bool together_long = (way & 4U) != 0;
  const bool each_long = (way & 8U) != 0;
  passage result = vital ? at.same_day : !together_long ? at.brief : at.usual;
  if (vital && !all_vital) result = least_of(result, at.usual);
  if (!all_vital && !each_long) result = least_of(result, at.brief);
  if (!vital && together_long) result = least_of(result, at.usual);
  if (one.shares_site) result = least_of(result, world_.next_door);
  return result;
}

door_bounds::way& search::way_of(const bounded_door& one, unsigned which) const {
  door_bounds::way& way = one.known.ways[which];
  if (way.known) return way;
  way.known = true;
  way.through = least_passage(one, which);
  way.score = index_.weight * visit_score(world_, one.at, way.through);
  if (one.at.counted) way.score += index_.weight * world_.weights.actor;
  return way;
}

// Of one service asked for from a day on, and of the waiting for it.
std::int64_t search::service_score(const door& at, const passage& through, const service& one,
                                   int base) const {
  const int day = first_day(world_, at, through, base, one.not_before, one.minutes);
  if (day >= never) return unreachable;
  return index_.weight * one.penalty + std::int64_t{world_.weights.day} * world_.needs[one.need].weight * day;
}

std::int64_t search::relax(const bounded_door& one, need_mask needs) const {
  const outlook seen = look(one, needs);
  door_bounds::way& way = way_of(one, seen.way);
  std::int64_t score = way.score;
  for (; needs != 0; needs &= needs - 1) {
    const auto i = static_cast<std::size_t>(std::countr_zero(needs));
    const service& each = *one.row[i];
    const int base = least_base(seen, each);
    if (base >= never) return unreachable;
    door_bounds::first_visit& first = way.first[i];
    if (first.base != base) first = {base, service_score(one.at, way.through, each, base)};
    if (first.score >= unreachable) return unreachable;
    score += first.score;
  }
  return score;
}

std::int64_t search::relaxed(std::size_t which, need_mask needs) {
  std::vector<std::int64_t>& known = relaxed_[which];
  if (known.empty()) {
    known.assign(std::size_t{1} << count_, -1);
    known_[which] = std::make_unique<door_bounds>();
  }
  if (known[needs] < 0)
    known[needs] =
        relax({world_.doors[which], index_.rows[which], *known_[which], shares_site_[which]}, needs);
  return known[needs];
}

// False only when no plan in which the door serves these needs opens with a door not used before, this one: whatever
// comes before its first stop only brings states about by itself.
bool search::may_open(std::size_t which, need_mask needs) const {
  const int index = static_cast<int>(which);
  if (std::find(filter_.used.begin(), filter_.used.end(), index) != filter_.used.end()) return false;
  const door& at = world_.doors[which];
  state_set own = at.produces | bridgeable_ | world_.parallel_at_vital;
  const service_row& row = index_.rows[which];
  state_set brought = 0;
  each_need(needs, [&](std::size_t i) { brought |= row[i]->produces; });
  own |= brought;
  const bool vital = !any_vital_ || (needs & index_.vital) != 0;
  const bool other_than_digital = world_.digital_opens || all_digital_ || (needs & ~index_.digital) != 0 ||
                                  (brought & wanted_by_others_) != 0;
  if (!vital || !other_than_digital) return false;
  bool opens = false;
  each_need(needs, [&](std::size_t i) {
    const service& one = *row[i];
    opens =
        opens || ((one.requires_states & ~own) == 0 && (!at.tried || (one.new_elements & bridgeable_) != 0));
  });
  return opens;
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

bool search::may_serve_within(std::int64_t limit, const door& one) {
  service_row row{};
  need_mask served = 0;
  for (const service& each : one.services) {
    row[each.need] = &each;
    served |= need_mask{1} << each.need;
  }
  door_bounds known;
  for (need_mask part = served; part != 0; part = (part - 1) & served)
    if (relax({one, row, known, false}, part) + bound(all_needs() & ~part, false) <= limit) return true;
  return false;
}

}  // namespace aiguillage::detail
