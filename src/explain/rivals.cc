#include "aiguillage/explain/rivals.h"

#include <algorithm>
#include <functional>
#include <map>

#include "aiguillage/route.h"

namespace aiguillage {
namespace {

std::size_t slot(score_part which) { return static_cast<std::size_t>(which); }

std::array<std::int64_t, 6> parts_of(const network& world, const plan& one) {
  const std::int64_t weight = total_weight(world);
  std::array<std::int64_t, 6> parts{};
  for (const planned_stop& stop : one.stops) {
    parts[slot(score_part::travel)] += weight * world.weights.travel * stop.through.travel;
    parts[slot(score_part::loss)] += weight * (world.weights.loss * stop.through.loss / 1000);
  }
  parts[slot(score_part::waiting)] = world.weights.day * one.cost.waiting;
  parts[slot(score_part::actors)] = weight * world.weights.actor * one.cost.actors;
  parts[slot(score_part::partial)] = weight * one.cost.partial;
  parts[slot(score_part::load)] = weight * one.cost.load;
  return parts;
}

bool uses(const plan& one, int door) {
  return std::any_of(one.stops.begin(), one.stops.end(),
                     [&](const planned_stop& stop) { return stop.door == door; });
}

/// The same doors for the same needs, whatever the days.
bool same_path(const plan& a, const plan& b) {
  const auto form = [](const plan& one) {
    std::vector<std::vector<int>> rows;
    for (const planned_stop& stop : one.stops) {
      std::vector<int> row{stop.door};
      for (const service* each : stop.serves) row.push_back(each->need);
      rows.push_back(std::move(row));
    }
    std::sort(rows.begin(), rows.end());
    return rows;
  };
  return form(a) == form(b);
}

int& part_of(passage& of, door_figure what) {
  return what == door_figure::days ? of.days : what == door_figure::travel ? of.travel : of.loss;
}

/// The network with one figure of one door at another value.
network with_figure(const network& world, int at, door_figure what, int now, int value) {
  network changed = world;
  door& one = changed.doors[static_cast<std::size_t>(at)];
  if (what == door_figure::load) one.load += value - now;
  if (what != door_figure::load)
    for (passage* each : {&one.usual, &one.brief, &one.same_day}) part_of(*each, what) += value - now;
  return changed;
}

network without_doors(const network& world, const std::vector<int>& closed) {
  network changed = world;
  for (const int at : closed) {
    changed.doors[static_cast<std::size_t>(at)].services.clear();
    changed.doors[static_cast<std::size_t>(at)].produces = 0;
  }
  return changed;
}

/// The doors and services of one plan, and no other.
network path_alone(const network& world, const plan& only) {
  network alone = world;
  for (std::size_t i = 0; i < alone.doors.size(); ++i) {
    door& at = alone.doors[i];
    const auto used = [&](const service& one) {
      return std::any_of(only.stops.begin(), only.stops.end(), [&](const planned_stop& stop) {
        return stop.door == static_cast<int>(i) &&
               std::any_of(stop.serves.begin(), stop.serves.end(),
                           [&](const service* each) { return each->need == one.need; });
      });
    };
    at.services.erase(std::remove_if(at.services.begin(), at.services.end(), std::not_fn(used)),
                      at.services.end());
    if (!uses(only, static_cast<int>(i))) at.produces = 0;
  }
  return alone;
}

enum class winner : std::uint8_t { first, another_there, second, another, nobody };

struct contest {
  const network& world;
  const plan& first;
  const plan& second;
  int door = 0;
  winner without = winner::nobody;  // once the door is closed
  std::int64_t without_score = 0;

  [[nodiscard]] winner of(const std::vector<plan>& best) const {
    if (best.empty()) return winner::nobody;
    if (same_path(best.front(), first)) return winner::first;
    if (same_path(best.front(), second)) return winner::second;
    return uses(best.front(), door) ? winner::another_there : winner::another;
  }
  [[nodiscard]] winner in(const network& changed) const { return of(best_plans(changed, 1)); }
};

std::int64_t visits(const contest& among) {
  return std::count_if(among.first.stops.begin(), among.first.stops.end(),
                       [&](const planned_stop& stop) { return stop.door == among.door; });
}

/// Who wins at each value of one figure; each value is searched once.
struct probe {
  const contest& among;
  door_figure what;
  int now;
  std::map<int, winner> known;

  winner at(int value) {
    const auto found = known.find(value);
    if (found != known.end()) return found->second;
    return known[value] = among.in(with_figure(among.world, among.door, what, now, value));
  }
  /// Whether the first plan is not best there; a plan dearer than the best one without the door is not, and a search among
  /// its own doors tells, much faster than one among all.
  [[nodiscard]] bool lost_far(int value) {
    const network alone = path_alone(among.world, among.first);
    const std::vector<plan> same = best_plans(with_figure(alone, among.door, what, now, value), 1);
    return (!same.empty() && same.front().cost.score > among.without_score) || at(value) != winner::first;
  }
};

/// The least value of (low, high] at which it holds, where it holds from some value on, and at `high`.
template <class Holds>
int least(int low, int high, Holds holds) {
  if (high - 1 > low && !holds(high - 1)) return high;
  while (high - low > 1) {
    const int middle = low + (high - low) / 2;
    (holds(middle) ? high : low) = middle;
  }
  return high;
}

/// What one more of a figure, but days, adds to the score of the first plan, thousandths.
std::int64_t step_of(const contest& among, door_figure what) {
  const network_weights& w = among.world.weights;
  const int each = what == door_figure::travel ? 1000 * w.travel : what == door_figure::loss ? w.loss : 1000;
  return total_weight(among.world) * visits(among) * each;
}

/// The value from which the first plan is dearer than the best one that does without the door.
int behind_at(const contest& among, door_figure what, int now) {
  const std::int64_t behind = 1000 * (among.without_score - among.first.cost.score);
  const std::int64_t steps = behind / std::max<std::int64_t>(1, step_of(among, what)) + 1;
  return now + static_cast<int>(std::min<std::int64_t>(steps, most_load_tried + 1));
}

/// Whether a figure adds to the score alone, and to no other plan through the door less than to the first: then the first
/// plan stays best until it is dearer than the best one that does without the door. A tie is left to the search.
bool only_adds(const contest& among, door_figure what) {
  const network& world = among.world;
  const std::int64_t step = step_of(among, what);
  const std::int64_t behind = 1000 * (among.without_score - among.first.cost.score);
  if (visits(among) != 1 || step == 0 || behind % step == 0) return false;
  if (what == door_figure::load) return true;
  const int site = world.doors[static_cast<std::size_t>(among.door)].site;
  const auto beside = [&](const door& one) { return site >= 0 && one.site == site; };
  const bool adds = what == door_figure::loss     ? world.weights.loss % 1000 == 0
                    : what == door_figure::travel ? !world.timed
                                                  : false;
  return adds && std::count_if(world.doors.begin(), world.doors.end(), beside) <= 1;
}

int limit_of(door_figure what) {
  switch (what) {
    case door_figure::days: return most_days_tried;
    case door_figure::travel: return most_minutes_tried;
    case door_figure::loss: return most_loss_tried;
    default: return most_load_tried;
  }
}

/// Travel, loss and load add to the score in proportion: the first plan is best up to one value, and never again.
/// Days do not: each is looked at.
std::optional<int> lost_from(probe& tried, int limit) {
  const auto lost = [&](int value) { return tried.at(value) != winner::first; };
  if (tried.what == door_figure::days) {
    if (!tried.lost_far(limit)) return std::nullopt;
    int from = tried.now + 1;
    while (!lost(from)) ++from;
    return from;
  }
  int high = std::min(limit, behind_at(tried.among, tried.what, tried.now));
  if (!lost(high)) high = limit;
  if (!lost(high)) return std::nullopt;
  return least(tried.now, high, lost);
}

/// The plans through a door only get dearer, and the others stay: once none of them is best, none is again.
std::optional<tipping_point> tip_of(const contest& among, actor_id who, door_figure what, int now) {
  const int limit = limit_of(what);
  if (now >= limit) return std::nullopt;
  if (only_adds(among, what)) {
    const int passed = behind_at(among, what, now);
    if (passed > limit) return std::nullopt;
    return tipping_point{who, what, now, passed, among.without == winner::second ? passed : -1};
  }
  probe tried{among, what, now, {}};
  const std::optional<int> from = lost_from(tried, limit);
  if (!from) return std::nullopt;
  const auto left = [&](int value) {
    return tried.at(value) != winner::first && tried.at(value) != winner::another_there;
  };
  tipping_point tip{who, what, now, *from, -1};
  if (among.without != winner::second) return tip;
  if (left(*from))
    tip.second_from = *from;
  else if (left(limit))
    tip.second_from = least(*from, limit, left);
  return tip;
}

void add_tips(contest& among, const planned_stop& stop, std::vector<tipping_point>& tips) {
  const door& at = among.world.doors[static_cast<std::size_t>(among.door)];
  const network without = without_doors(among.world, {among.door});
  const std::vector<plan> best = best_plans(without, 1);
  if (best.empty()) return;
  among.without = among.of(best);
  among.without_score = best.front().cost.score;
  const auto add = [&](door_figure what, int now) {
    if (const auto one = tip_of(among, at.actor, what, now)) tips.push_back(*one);
  };
  if (!stop.next_door) add(door_figure::days, stop.through.days);
  if (stop.through.mode.known() && !stop.next_door) {
    add(door_figure::travel, stop.through.travel);
    add(door_figure::loss, stop.through.loss);
  }
  add(door_figure::load, at.load);
  tips.push_back({at.actor, door_figure::closed, 0, 1, among.without == winner::second ? 1 : -1});
}

}  // namespace

std::optional<rivalry> rivals_of(const referral& proposed, bool tips) {
  if (proposed.plans.size() < 2) return std::nullopt;
  const network& world = proposed.world;
  const std::vector<plan> plans = best_plans(world, 2);
  if (plans.size() < 2 || !plans[0].exact || !plans[1].exact) return std::nullopt;
  rivalry result;
  result.weight = total_weight(world);
  result.difference = plans[1].cost.score - plans[0].cost.score;
  result.by = parts_of(world, plans[1]);
  const std::array<std::int64_t, 6> first = parts_of(world, plans[0]);
  for (std::size_t i = 0; i < first.size(); ++i) result.by[i] -= first[i];
  if (!tips) return result;
  std::vector<int> seen;
  for (const planned_stop& stop : plans[0].stops) {
    if (uses(plans[1], stop.door) || std::find(seen.begin(), seen.end(), stop.door) != seen.end()) continue;
    seen.push_back(stop.door);
    contest among{world, plans[0], plans[1], stop.door};
    add_tips(among, stop, result.tips);
  }
  const contest among{world, plans[0], plans[1]};
  result.second_if_all_closed = !seen.empty() && among.in(without_doors(world, seen)) == winner::second;
  return result;
}

}  // namespace aiguillage
