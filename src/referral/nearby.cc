#include "referral/nearby.h"

#include <algorithm>
#include <utility>

#include "network/reach.h"

namespace aiguillage::detail {

namespace {

/// Whether some need may be served beyond reach, for want of anybody nearer.
bool gave_way(const build_view& view, const referral& made) {
  const rule* reach = &first_rule(view, effect_kind::within_reach)->about;
  if (contains<const rule*>(made.overridden, reach)) return true;
  // Whether these take a stop was decided with a network that is not kept.
  return std::any_of(view.found.needs.begin(), view.found.needs.end(), [&](const need& one) {
    return one.status == need_status::certain && view.rules.needs[one.type].needs_no_stop;
  });
}

}  // namespace

referral refer_nearby(const catchment_index& in, const catchment& near, const pack& rules,
                      const territory& land, const situation& person, const qualification& found, int count) {
  if (near.actors.empty()) return refer(rules, land, person, found, count);
  const build_view view = view_of(rules, land, person, found, near.actors);
  if (!gives_way_last(view)) return refer(rules, land, person, found, count);
  const std::vector<actor_id> actors = with_those_who_go_out(in, near, view);
  referral made = refer(rules, land, person, found, count, actors);
  if (!gave_way(view, made)) return made;
  const std::vector<actor_id> wide = widened(in, actors, rules, land, person, found);
  return wide.size() == actors.size() ? std::move(made) : refer(rules, land, person, found, count, wide);
}

}  // namespace aiguillage::detail
