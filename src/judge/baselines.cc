#include <algorithm>

#include "judge/run.h"
#include "network/builder.h"

namespace aiguillage {
namespace {

using detail::build_view;

// The highest level in the order and the levels outside the order that the type offers for one need, `decide` apart.
std::vector<level_id> levels_for(const build_view& view, actor_type_id type, const need& what) {
  const pack& rules = view.rules;
  std::vector<level_id> result;
  level_id highest;
  for (const competence& row : rules.competences) {
    if (row.actor != type || !detail::contains(row.needs, what.type)) continue;
    if (!in_force(row.about, applicable_day(rules, view.person))) continue;
    if (evaluate(row.when, detail::context_for(view, what, type)) != tri::yes) continue;
    for (const level_id level : row.levels) {
      const int rank = rules.levels[level].rank;
      if (rules.levels[level].id == "decide") continue;
      if (rank < 0)
        result.push_back(level);
      else if (!highest.known() || rank > rules.levels[highest].rank)
        highest = level;
    }
  }
  if (highest.known()) result.push_back(highest);
  return result;
}

// Adds what the type offers for each certain need; for a need outside its mandate, it informs.
void offer(const build_view& view, judged_step& step) {
  const auto add = [&](level_id one) {
    if (!detail::contains(step.levels, one)) step.levels.push_back(one);
  };
  const level_id inform = find_named(view.rules.levels, "inform");
  for (const need& one : view.found.needs) {
    if (one.status != need_status::certain) continue;
    const std::vector<level_id> levels = levels_for(view, step.type, one);
    for (const level_id level : levels) add(level);
    if (levels.empty())
      add(inform);
    else
      step.helped.push_back(one.type);
  }
  if (step.levels.empty()) add(inform);
}

actor_type_id operator_asked_for(const build_view& view) {
  const auto right = single_value(view.person, find_named(view.rules.facts, "request_right"));
  const actor_type_id by = right ? operator_for(view.rules, view.person, right_id(*right)) : actor_type_id{};
  return by.known() ? by : named_organism(view.rules, view.person);
}

std::vector<actor_type_id> operators_of(const build_view& view) {
  std::vector<actor_type_id> result;
  for (const need& one : view.found.needs) {
    const need_type& type = view.rules.needs[one.type];
    if (one.status != need_status::certain || !type.decided || !one.decided_by.known()) continue;
    if (evaluate(type.decided_when, detail::context_for(view, one, {})) != tri::yes) continue;
    if (!detail::contains(result, one.decided_by)) result.push_back(one.decided_by);
  }
  if (!result.empty()) return result;
  const actor_type_id asked_for = operator_asked_for(view);
  if (asked_for.known()) result.push_back(asked_for);
  return result;
}

judged_step step_at(const build_view& view, actor_type_id type) {
  judged_step step;
  step.type = type;
  const auto here = single_value(view.person, find_named(view.rules.facts, "asked_at"));
  if (!here || *here != type.index()) step.handoff = find_named(view.rules.modes, "booked_appointment");
  return step;
}

const char* door_of(baseline which) {
  switch (which) {
    case baseline::ccas: return "ccas";
    case baseline::france_services: return "france_services";
    case baseline::social_service: return "departmental_social_service";
    default: return "";
  }
}

baseline_tally tally_of(baseline which) {
  switch (which) {
    case baseline::ccas:
      return {"ccas_then_operator",
              {"tout le monde au CCAS, puis à l'organisme", "everyone to the CCAS, then to the operator"}};
    case baseline::france_services:
      return {"france_services_then_operator",
              {"tout le monde à France services, puis à l'organisme",
               "everyone to France services, then to the operator"}};
    case baseline::social_service:
      return {"social_service_then_operator",
              {"tout le monde au service social départemental, puis à l'organisme",
               "everyone to the departmental social service, then to the operator"}};
    default:
      return {"operator_alone", {"tout le monde à l'organisme seul", "everyone to the operator alone"}};
  }
}

judged_plan route_of(const build_view& view, baseline which) {
  const auto exists = [&](actor_type_id type) {
    return std::any_of(view.land.actors.begin(), view.land.actors.end(),
                       [&](const actor& one) { return one.type == type; });
  };
  const level_id decide = find_named(view.rules.levels, "decide");
  const actor_type_id door = find_named(view.rules.actor_types, door_of(which));
  judged_plan route;
  if (door.known() && exists(door)) {
    route.push_back(step_at(view, door));
    offer(view, route.back());
  }
  const std::size_t doors = route.size();
  for (const actor_type_id one : operators_of(view)) {
    if (!exists(one)) continue;
    judged_step step = step_at(view, one);
    if (which == baseline::operator_alone) offer(view, step);
    step.levels.push_back(decide);
    if (doors != 0) step.after.push_back(0);
    route.push_back(std::move(step));
  }
  return route;
}

}  // namespace

judged_run baseline_run(const pack& rules, const case_file& of, baseline which) {
  judged_run run;
  const qualification found = detail::qualify_into(run, rules, of);
  const territory land = neutral_territory(rules, absent_types(rules, of));
  const judged_plan route = route_of(detail::view_of(rules, land, of.facts, found), which);
  if (!route.empty()) run.plans.push_back(route);
  return run;
}

std::vector<baseline_tally> tally_baselines(const pack& rules, const std::vector<case_file>& cases) {
  std::vector<baseline_tally> result;
  for (const baseline which : all_baselines) {
    baseline_tally tally = tally_of(which);
    for (const case_file& one : cases)
      ++(judge(rules, one, baseline_run(rules, one, which)).passed ? tally.passed : tally.failed);
    result.push_back(std::move(tally));
  }
  return result;
}

}  // namespace aiguillage
