#include "judge/run.h"

#include "aiguillage/referral.h"
#include "aiguillage/territory.h"

namespace aiguillage {
namespace {

constexpr int plans_asked = 3;

// A case without `before` tells nothing of the arrival: nothing is known then.
situation on_arrival(const case_file& of) {
  if (of.before) return *of.before;
  situation nothing_known = of.facts;
  for (fact_value& one : nothing_known.facts) one = {};
  return nothing_known;
}

judged_plan judged(const pack& rules, const territory& land, const referral_plan& plan) {
  const level_id decide = find_named(rules.levels, "decide");
  judged_plan result;
  for (const referral_stop& stop : plan.stops) {
    judged_step step;
    step.type = land.actors[stop.who].type;
    for (const served_need& one : stop.serves) {
      step.levels.push_back(one.help);
      if (one.help != decide) step.helped.push_back(one.which->type);
    }
    step.after = stop.after;
    step.handoff = stop.through.mode;
    step.checked = stop.check_on_day >= 0;
    step.keeps_file = plan.keeper == static_cast<int>(result.size());
    result.push_back(std::move(step));
  }
  return result;
}

}  // namespace

qualification detail::qualify_into(judged_run& run, const pack& rules, const case_file& of) {
  for (const question& one : qualify(rules, on_arrival(of)).questions) run.questions.push_back(one.facts);
  qualification found = qualify(rules, of.facts);
  for (const need& one : found.needs)
    if (one.status == need_status::certain) run.needs.push_back(one.type);
  run.urgency = found.urgency;
  return found;
}

judged_run engine_run(const pack& rules, const case_file& of) {
  judged_run run;
  const qualification found = detail::qualify_into(run, rules, of);
  const territory land = neutral_territory(rules, absent_types(rules, of));
  const referral proposed = refer(rules, land, of.facts, found, plans_asked);
  for (const referral_plan& plan : proposed.plans) run.plans.push_back(judged(rules, land, plan));
  return run;
}

case_verdict judge_case(const pack& rules, const case_file& of) {
  return judge(rules, of, engine_run(rules, of));
}

}  // namespace aiguillage
