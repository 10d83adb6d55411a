#include "referral/follow_up.h"

#include <algorithm>

#include "qualify/derive.h"

namespace aiguillage::detail {
namespace {

bool serves_one(const referral_stop& stop, const std::vector<need_type_id>& needs) {
  return std::any_of(stop.serves.begin(), stop.serves.end(),
                     [&](const served_need& one) { return contains(needs, one.which->type); });
}

// The helper who serves one of the needs; else the first one who serves any. Nobody keeps a file in self-service.
int keeper_of(const pack& rules, const referral_plan& plan, const std::vector<need_type_id>& needs) {
  const level_id alone = find_named(rules.levels, "self_service");
  int first = -1;
  for (std::size_t i = 0; i < plan.stops.size(); ++i) {
    const referral_stop& stop = plan.stops[i];
    if (stop.decides || std::all_of(stop.serves.begin(), stop.serves.end(),
                                    [&](const served_need& one) { return one.help == alone; }))
      continue;
    if (serves_one(stop, needs)) return static_cast<int>(i);
    if (first < 0) first = static_cast<int>(i);
  }
  return first;
}

}  // namespace

void set_follow_up(const build_view& view, referral_plan& plan) {
  if (first_rule(view, effect_kind::check_hand_off) != nullptr) {
    const int days = static_cast<int>(ranking_of(view.rules, "check_after_days") / 1000);
    for (referral_stop& stop : plan.stops) stop.check_on_day = stop.day + days;
  }
  if (const routing_rule* by = first_rule(view, effect_kind::next_date)) {
    plan.keeper = keeper_of(view.rules, plan, by->needs);
    if (plan.keeper >= 0) plan.kept_because = &by->about;
  }
}

}  // namespace aiguillage::detail
