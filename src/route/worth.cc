#include "route/worth.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "route/timing.h"

namespace aiguillage::detail {
namespace {

// Doors of each kind among which a first plan is looked for.
constexpr std::size_t nearest = 2;

/// Doors that serve the same needs in the same way: only place and time tell them apart.
struct kind_of_door {
  std::vector<int> members;
  door best;  // as good as the best member in each respect
};

auto form(const service& one) {
  return std::make_tuple(one.need, one.quality, one.penalty, one.minutes, one.requires_states, one.produces,
                         one.not_before, one.new_elements);
}

bool alike(const door& a, const door& b) {
  return std::make_tuple(a.load, a.counted, a.tried, a.produces) ==
             std::make_tuple(b.load, b.counted, b.tried, b.produces) &&
         std::equal(a.services.begin(), a.services.end(), b.services.begin(), b.services.end(),
                    [](const service& x, const service& y) { return form(x) == form(y); });
}

passage least_of(const passage& a, const passage& b) {
  return {a.mode,  std::min(a.days, b.days), std::min(a.loss, b.loss), std::min(a.travel, b.travel),
          nullptr, a.booked || b.booked};
}

// The door through its own passages or handed over at its site, whichever is least, and open from its first day on.
door at_best(const network& world, const door& one, bool shares_site) {
  door result = one;
  result.hours = -1;
  result.site = -1;
  if (shares_site)
    for (passage* each : {&result.usual, &result.brief, &result.same_day})
      *each = least_of(*each, world.next_door);
  result.not_before = first_day(world, one, shares_site);
  for (service& each : result.services) each.not_before = std::max(each.not_before, result.not_before);
  return result;
}

void merge(door& into, const door& other) {
  into.usual = least_of(into.usual, other.usual);
  into.brief = least_of(into.brief, other.brief);
  into.same_day = least_of(into.same_day, other.same_day);
  into.not_before = std::min(into.not_before, other.not_before);
  for (std::size_t i = 0; i < into.services.size(); ++i)
    into.services[i].not_before = std::min(into.services[i].not_before, other.services[i].not_before);
}

struct sorting {
  const network& world;
  std::vector<bool> shares_site;
  std::vector<door> doors;  // each at its best
  std::vector<kind_of_door> kinds;
};

sorting sort_doors(const network& world, const std::vector<bool>& closed) {
  sorting result{world, sites_shared(world), {}, {}};
  for (std::size_t d = 0; d < world.doors.size(); ++d) {
    result.doors.push_back(at_best(world, world.doors[d], result.shares_site[d]));
    if (closed[d]) continue;
    const auto same = std::find_if(result.kinds.begin(), result.kinds.end(), [&](const kind_of_door& kind) {
      return alike(world.doors[static_cast<std::size_t>(kind.members.front())], world.doors[d]);
    });
    if (same == result.kinds.end()) {
      result.kinds.push_back({{static_cast<int>(d)}, result.doors[d]});
      continue;
    }
    same->members.push_back(static_cast<int>(d));
    merge(same->best, result.doors[d]);
  }
  return result;
}

network of_kinds(const sorting& from) {
  network result;
  result.needs = from.world.needs;
  result.weights = from.world.weights;
  result.long_minutes = from.world.long_minutes;
  result.next_door = from.world.next_door;
  result.digital_opens = from.world.digital_opens;
  result.timed = from.world.timed;
  result.starts = from.world.starts;
  result.parallel_at_vital = from.world.parallel_at_vital;
  for (const kind_of_door& kind : from.kinds) result.doors.push_back(kind.best);
  return result;
}

std::int64_t least_score(const network& world, const door& one) {
  return std::min({visit_score(world, one, one.usual), visit_score(world, one, one.brief),
                   visit_score(world, one, one.same_day)});
}

// What a visit to this door costs more than one to the best of its kind, at least.
std::int64_t dearer_by(const network& world, const door& one, const door& best) {
  return std::min({visit_score(world, one, one.usual) - visit_score(world, best, best.usual),
                   visit_score(world, one, one.brief) - visit_score(world, best, best.brief),
                   visit_score(world, one, one.same_day) - visit_score(world, best, best.same_day)});
}

// The nearest doors of each kind, and every door that brings a state about by itself.
std::vector<bool> all_but_the_nearest(const sorting& from, const std::vector<bool>& closed) {
  std::vector<bool> result(from.world.doors.size(), true);
  for (const kind_of_door& kind : from.kinds) {
    std::vector<int> order = kind.members;
    const auto cost = [&](int d) {
      const door& one = from.doors[static_cast<std::size_t>(d)];
      std::int64_t weight = 0;
      for (const service& each : one.services) weight += from.world.needs[each.need].weight;
      return std::make_pair(total_weight(from.world) * least_score(from.world, one) +
                                from.world.weights.day * weight * std::min(one.not_before, 1000),
                            d);
    };
    const std::size_t many = std::min(nearest, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(many), order.end(),
                      [&](int a, int b) { return cost(a) < cost(b); });
    for (std::size_t i = 0; i < many; ++i) result[static_cast<std::size_t>(order[i])] = false;
  }
  for (std::size_t d = 0; d < closed.size(); ++d)
    if (!closed[d] && from.world.doors[d].produces != 0) result[d] = false;
  return result;
}

}  // namespace

shortlist doors_left(const network& world, const door_filter& filter) {
  shortlist result{std::vector<bool>(world.doors.size(), false), std::nullopt};
  if (filter.kind == difference::without_doors)
    for (const int one : filter.used) result.closed[static_cast<std::size_t>(one)] = true;
  return result;
}

void drop_the_dearer(const network& world, const door_filter& filter, int most, shortlist& left) {
  const sorting sorted = sort_doors(world, left.closed);
  const bool few = std::all_of(sorted.kinds.begin(), sorted.kinds.end(),
                               [](const kind_of_door& kind) { return kind.members.size() <= nearest; });
  if (few) return;
  left.start = search(world, filter, most, all_but_the_nearest(sorted, left.closed), std::nullopt).run();
  if (!left.start) return;
  left.start->exact = true;
  left.start->gap = 0;
  const std::int64_t limit = left.start->cost.score;
  const network kinds = of_kinds(sorted);
  search loose(kinds, {}, most, std::vector<bool>(kinds.doors.size(), false), std::nullopt);
  const std::int64_t least = loose.least_score();
  const std::int64_t weight = total_weight(world);
  for (const kind_of_door& kind : sorted.kinds)
    for (const int d : kind.members) {
      const door& one = sorted.doors[static_cast<std::size_t>(d)];
      if (one.produces == 0)
        left.closed[static_cast<std::size_t>(d)] =
            least + weight * dearer_by(world, one, kind.best) > limit ||
            loose.least_score_through(one) > limit;
    }
}

}  // namespace aiguillage::detail
