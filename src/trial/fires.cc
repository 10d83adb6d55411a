#include "trial/fires.h"

#include <algorithm>

namespace aiguillage::detail {
namespace {

bool exists(const build_view& view, actor_type_id type) {
  return std::any_of(view.land.actors.begin(), view.land.actors.end(),
                     [&](const actor& one) { return one.type == type; });
}

bool competence_fires(const build_view& view, const competence& row) {
  return exists(view, row.actor) &&
         std::any_of(view.found.needs.begin(), view.found.needs.end(), [&](const need& one) {
           return one.status == need_status::certain && contains(row.needs, one.type) &&
                  evaluate(row.when, context_for(view, one, row.actor)) == tri::yes;
         });
}

}  // namespace

bool fires(const build_view& view, const statement& which) {
  const pack& rules = view.rules;
  if (!in_force(*which.about, applicable_day(rules, view.person))) return false;
  switch (which.kind) {
    case statement_kind::need_rule:
      return evaluate(rules.need_rules[which.index].when, view.context) == tri::yes;
    case statement_kind::competence: return competence_fires(view, rules.competences[which.index]);
    case statement_kind::state: {
      const state& one = rules.states.items[which.index];
      const tri missing = state_missing(rules, view.person, one);
      return missing == tri::yes || (missing == tri::unknown && one.missing_by_default);
    }
    case statement_kind::urgency_rule: return view.found.urgency_because == which.about;
    case statement_kind::routing_rule: return applies(view, rules.routing[which.index]);
  }
  return false;
}

}  // namespace aiguillage::detail
