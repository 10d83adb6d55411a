#include "network/reach.h"

#include <map>

namespace aiguillage::detail {
namespace {

constexpr double margin = 10;  // metres: more than what rounding takes away

bool has(const actor& who, channel one) { return contains(who.channels, one); }

}  // namespace

double greatest_reach(const travel_model& model) {
  const auto path = [&](std::int64_t most, std::int64_t wait, std::int64_t speed) {
    return static_cast<double>(std::max(std::int64_t{0}, std::max(most, model.limited_minutes) - wait + 1) *
                               speed);
  };
  const double longest = std::max(
      {path(std::max(model.most_minutes[0], model.walk_limit_minutes), 0, model.walk_metres_per_minute),
       path(model.most_minutes[1], model.transit_wait_minutes, model.transit_metres_per_minute),
       path(model.most_minutes[2], model.car_wait_minutes, model.car_metres_per_minute)});
  return longest * 1000 / static_cast<double>(model.detour_thousandths) + margin;
}

double metres_in_a_minute(const travel_model& model) {
  const std::int64_t fastest =
      std::max({model.walk_metres_per_minute, model.transit_metres_per_minute, model.car_metres_per_minute});
  return static_cast<double>(fastest) * 1000 / static_cast<double>(model.detour_thousandths) + margin;
}

bool may_come(const actor& who) {
  return !receives_in_person(who) || has(who, channel::phone) || has(who, channel::home_visit) ||
         has(who, channel::itinerant);
}

bool gives_way_last(const build_view& view) {
  const routing_rule* by = first_rule(view, effect_kind::within_reach);
  return by != nullptr && by->about.force != strength::soft;
}

namespace {

/// What the actors looked at do for one need.
struct offered {
  bool within_reach = false;          // somebody serves it, and no rule speaks against it
  std::vector<std::uint32_t> groups;  // that serve it, whatever the distance
};

offered offers_for(const build_view& view, const std::vector<std::uint32_t>& group_of, const need& what) {
  offered result;
  std::map<std::uint32_t, offer_result> known;
  for (std::size_t i = 0; i < seats(view); ++i) {
    const actor_id who = actor_at(view, i);
    if (hindrance_of(view, who, what) != hindrance::none) continue;
    auto at = known.find(group_of[i]);
    if (at == known.end()) {
      at = known.emplace(group_of[i], offer_by(view, view.land.actors[who], what)).first;
      if (at->second.made) result.groups.push_back(group_of[i]);
    }
    const auto& made = at->second.made;
    result.within_reach = made && made->despite == nullptr && out_of_reach(view, who) == nullptr;
    if (result.within_reach) return result;
  }
  return result;
}

/// The types of actors that bring about a state by being there, and that nobody looked at is of within reach.
std::vector<bool> types_missing(const build_view& view) {
  std::vector<bool> missing(view.rules.actor_types.size(), false);
  for (const state& one : view.rules.states)
    for (const actor_type_id type : one.produced_by_actors) missing[type.index()] = true;
  for (std::size_t i = 0; i < seats(view); ++i) {
    const actor_id who = actor_at(view, i);
    const std::size_t type = view.land.actors[who].type.index();
    if (missing[type] && hindrance_at(view, who) == hindrance::none && out_of_reach(view, who) == nullptr)
      missing[type] = false;
  }
  return missing;
}

}  // namespace

left_beyond left_beyond_reach(const build_view& view, const std::vector<std::uint32_t>& group_of) {
  left_beyond result{{}, types_missing(view)};
  for (const need& one : view.found.needs) {
    if (one.status != need_status::certain) continue;
    const offered found = offers_for(view, group_of, one);
    if (found.within_reach) continue;
    result.groups.insert(result.groups.end(), found.groups.begin(), found.groups.end());
  }
  std::sort(result.groups.begin(), result.groups.end());
  result.groups.erase(std::unique(result.groups.begin(), result.groups.end()), result.groups.end());
  return result;
}

}  // namespace aiguillage::detail
