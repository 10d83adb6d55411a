#include "route/worth.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "route/timing.h"

namespace aiguillage::detail {
namespace {

// Doors of each kind among which a first plan is looked for.
constexpr std::size_t nearest = 2;

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

// The door through its own passages or handed over at its site, whichever is least, and open from its first day on.
door at_best(const network& world, const door& one, bool shares_site, int first) {
  door result = one;
  result.hours = -1;
  result.site = -1;
  if (shares_site)
    for (passage* each : {&result.usual, &result.brief, &result.same_day})
      *each = least_of(*each, world.next_door);
  result.not_before = first;
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

std::int64_t least_visit(const network& world, const door& one) {
  return std::min({visit_score(world, one, one.usual), visit_score(world, one, one.brief),
                   visit_score(world, one, one.same_day)});
}

// What a visit to this door costs more than one to the best of its kind, at least.
std::int64_t dearer_by(const network& world, const door& one, const door& best) {
  return std::min({visit_score(world, one, one.usual) - visit_score(world, best, best.usual),
                   visit_score(world, one, one.brief) - visit_score(world, best, best.brief),
                   visit_score(world, one, one.same_day) - visit_score(world, best, best.same_day)});
}

// What a door adds to a plan in which it only brings a state about.
std::int64_t bridge_score(const network& world, const door& one) {
  return visit_score(world, one, one.usual) + (one.counted ? world.weights.actor : 0);
}

network without_doors(const network& world) {
  network result;
  result.needs = world.needs;
  result.weights = world.weights;
  result.long_minutes = world.long_minutes;
  result.next_door = world.next_door;
  result.digital_opens = world.digital_opens;
  result.timed = world.timed;
  result.starts = world.starts;
  result.parallel_at_vital = world.parallel_at_vital;
  return result;
}

// Where each door of the whole network stands in a list of some, -1 when it does not.
std::vector<int> places_in(const std::vector<int>& doors, std::size_t count) {
  std::vector<int> result(count, -1);
  for (std::size_t i = 0; i < doors.size(); ++i)
    result[static_cast<std::size_t>(doors[i])] = static_cast<int>(i);
  return result;
}

// The filter in terms of kinds.
door_filter among(const std::vector<kind_of_door>& kinds, const door_filter& filter) {
  door_filter result{filter.opens_elsewhere, {}};
  for (std::size_t k = 0; k < kinds.size(); ++k)
    if (kinds[k].used) result.used.push_back(static_cast<int>(k));
  return result;
}

std::vector<int> open_doors(const network& world, const std::vector<int>& closed) {
  std::vector<int> doors;
  for (int d = 0; d < static_cast<int>(world.doors.size()); ++d)
    if (std::find(closed.begin(), closed.end(), d) == closed.end()) doors.push_back(d);
  return doors;
}

}  // namespace

kinds_search::kinds_search(network of, door_filter filter, int most)
    : kinds(std::move(of)), work(kinds, first_days(kinds), every_door(kinds), std::move(filter), most) {}

planning::planning(const network& world, const plan_limits& limits)
    : world_(world), limits_(limits), days_(world), weight_(total_weight(world)) {
  if (limits.every_door) return;
  const std::vector<bool> shares_site = sites_shared(world, every_door(world));
  at_best_.reserve(world.doors.size());
  for (std::size_t d = 0; d < world.doors.size(); ++d) {
    at_best_.push_back(at_best(world, world.doors[d], shares_site[d], days_.of(d, shares_site[d])));
    const auto same = std::find_if(kinds_.begin(), kinds_.end(), [&](const kind_of_door& kind) {
      return alike(world.doors[static_cast<std::size_t>(kind.members.front())], world.doors[d]);
    });
    if (same == kinds_.end())
      kinds_.push_back({{static_cast<int>(d)}, {}});
    else
      same->members.push_back(static_cast<int>(d));
  }
}

std::vector<kind_of_door> planning::kinds_among(const std::vector<int>& doors,
                                                const std::vector<int>& used) const {
  const std::vector<int> place = places_in(doors, world_.doors.size());
  const std::vector<int> opened = places_in(used, world_.doors.size());
  std::vector<kind_of_door> result;
  for (const kind_of_door& kind : kinds_)
    for (const bool before : {false, true}) {
      kind_of_door left;
      left.used = before;
      for (const int d : kind.members) {
        const auto index = static_cast<std::size_t>(d);
        if (place[index] < 0 || (opened[index] >= 0) != before) continue;
        if (left.members.empty())
          left.best = at_best_[index];
        else
          merge(left.best, at_best_[index]);
        left.members.push_back(d);
      }
      if (!left.members.empty()) result.push_back(std::move(left));
    }
  return result;
}

network planning::of_kinds(const std::vector<kind_of_door>& kinds) const {
  network result = without_doors(world_);
  for (const kind_of_door& kind : kinds) result.doors.push_back(kind.best);
  return result;
}

// The nearest doors of each kind.
std::vector<int> planning::nearest_of(const std::vector<kind_of_door>& kinds) const {
  std::vector<int> result;
  for (const kind_of_door& kind : kinds) {
    std::int64_t weight = 0;
    for (const service& each : kind.best.services) weight += world_.needs[each.need].weight;
    const auto cost = [&](int d) {
      const door& one = at_best_[static_cast<std::size_t>(d)];
      return std::make_pair(
          weight_ * least_visit(world_, one) + world_.weights.day * weight * std::min(one.not_before, 1000),
          d);
    };
    std::vector<int> order = kind.members;
    const auto many = static_cast<std::ptrdiff_t>(std::min(nearest, order.size()));
    std::partial_sort(order.begin(), order.begin() + many, order.end(),
                      [&](int a, int b) { return cost(a) < cost(b); });
    result.insert(result.end(), order.begin(), order.begin() + many);
  }
  std::sort(result.begin(), result.end());
  return result;
}

std::optional<plan> planning::search_among(const std::vector<int>& doors, const door_filter& filter,
                                           std::optional<plan> start, search* looser) const {
  return search(world_, days_, doors, filter, limits_.schedules, std::move(start), looser).run();
}

planning::shortlist planning::drop_the_dearer(std::vector<int> doors, const door_filter& filter) {
  shortlist result;
  const std::vector<kind_of_door> kinds = kinds_among(doors, filter.used);
  const std::vector<int> few = nearest_of(kinds);
  result.doors = std::move(doors);
  if (few.size() == result.doors.size()) return result;
  result.loose = std::make_unique<kinds_search>(of_kinds(kinds), among(kinds, filter), limits_.schedules);
  search& loose = result.loose->work;
  result.start = search_among(few, filter, std::nullopt, &loose);
  if (!result.start) return result;
  result.start->exact = true;
  result.start->gap = 0;
  const std::int64_t limit = result.start->cost.score;
  const std::int64_t least = loose.least_score();
  result.doors.clear();
  for (const kind_of_door& kind : kinds)
    for (const int d : kind.members) {
      const door& one = at_best_[static_cast<std::size_t>(d)];
      const bool serves =
          least + weight_ * dearer_by(world_, one, kind.best) <= limit && loose.may_serve_within(limit, one);
      const bool bridges = one.produces != 0 && least + weight_ * bridge_score(world_, one) <= limit;
      if (serves || bridges) result.doors.push_back(d);
    }
  std::sort(result.doors.begin(), result.doors.end());
  return result;
}

std::vector<int> planning::doors_left(const std::vector<int>& closed) {
  std::vector<int> doors = open_doors(world_, closed);
  return limits_.every_door ? doors : drop_the_dearer(std::move(doors), {}).doors;
}

std::optional<plan> planning::best(const std::vector<int>& closed, const door_filter& filter) {
  std::vector<int> doors = open_doors(world_, closed);
  if (limits_.every_door) return search_among(doors, filter, std::nullopt, nullptr);
  shortlist left = drop_the_dearer(std::move(doors), filter);
  if (left.loose == nullptr) return search_among(left.doors, filter, std::nullopt, nullptr);
  return search_among(left.doors, filter, std::move(left.start), &left.loose->work);
}

std::optional<plan> planning::best_without(const std::vector<int>& closed) { return best(closed, {}); }

std::optional<plan> planning::best_opening_elsewhere(const std::vector<int>& used) {
  return best({}, {true, used});
}

}  // namespace aiguillage::detail
