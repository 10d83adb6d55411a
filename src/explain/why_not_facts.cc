#include "explain/why_not_facts.h"

#include <algorithm>

#include "explain/solve_need.h"

namespace aiguillage::detail {
namespace {

template <class Id>
bool holds(const std::vector<Id>& list, Id one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

bool is_about(const std::vector<need_reference>& list, need_type_id type) {
  return std::any_of(list.begin(), list.end(), [&](const need_reference& one) { return one.need == type; });
}

struct gathering {
  const pack& rules;
  fact_set facts;
  value_set needs;  // gathered already
  bool urgency = false;

  void add(fact_id one) {
    if (one.known()) facts.set(one.index());
  }
  void add_named(const char* name) { add(find_named(rules.facts, name)); }

  void add_right() {
    for (const char* each : {"request", "request_right", "request_organism"}) add_named(each);
    for (const routing_rule& one : rules.routing)
      if (one.effect == effect_kind::replace_operator) add(one.when);
  }

  void add_urgency() {
    if (urgency) return;
    urgency = true;
    for (const urgency_rule& one : rules.urgency_rules) add(one.when);
  }

  void add(condition_id which) {
    if (!which.known()) return;
    const condition& node = rules.conditions[which];
    add(node.fact);
    if (node.kind == condition_kind::right || node.kind == condition_kind::decided_by) add_right();
    if (node.kind == condition_kind::urgency) add_urgency();
    for (std::size_t i = 0; i < rules.needs.size(); ++i) {
      const auto lane = static_cast<std::size_t>(rules.needs[need_type_id(i)].lane);
      if ((node.kind == condition_kind::need && node.values.test(i)) ||
          (node.kind == condition_kind::dimension && node.values.test(lane)))
        add_need(need_type_id(i));
    }
    for (const condition_id child : node.children) add(child);
  }

  void add_rights_of(const need_type& type) {
    for (const right_source& source : type.rights) {
      add(source.when);
      add(source.from);
      if (source.from.known() && rules.facts[source.from].id == "request_right") add_right();
    }
  }

  void add_state(const state& one) {
    add(one.held_when);
    add(one.missing_when);
    add(one.spoken);
    add(one.covers);
  }

  /// What makes a need of this type.
  void add_need(need_type_id type) {
    if (needs.test(type.index())) return;
    needs.set(type.index());
    const bool claims = std::any_of(rules.rights.begin(), rules.rights.end(),
                                    [&](const right& one) { return one.claim == type; });
    add_rights_of(rules.needs[type]);
    if (claims && rules.default_claim.known()) add_rights_of(rules.needs[rules.default_claim]);
    for (const need_rule& one : rules.need_rules)
      if (one.need == type || (claims && one.need == rules.default_claim)) add(one.when);
    for (const state& one : rules.states)
      if (brings(rules, one, type)) add_bringing(one);
  }

  void add_bringing(const state& one) {
    add_state(one);
    for (const auto* list : {&one.required_by_needs, &one.required_by_decisions})
      for (const need_reference& each : *list) {
        add_need(each.need);
        add(rules.needs[each.need].decided_when);
        if (list == &one.required_by_decisions) add_right();
      }
  }

  [[nodiscard]] bool may_name(const routing_rule& one, actor_type_id who) const {
    return one.actors_in.known() || holds(one.actors, who) ||
           holds(one.groups, rules.actor_types[who].family);
  }

  void add_exclusion(const routing_rule& one, actor_type_id who) {
    if (!may_name(one, who)) return;
    add(one.actors_in);
    add(one.when);
    for (const exception& each : one.except) {
      if (each.actor != who) continue;
      add(each.when);
      if (each.rights.any()) add_right();
    }
  }

  void add_routing(actor_type_id who, need_type_id what) {
    for (const routing_rule& one : rules.routing) {
      const bool help = one.effect == effect_kind::prefer_help || one.effect == effect_kind::defer;
      const bool offline = one.effect == effect_kind::offline && rules.needs[what].offline;
      const bool first = one.effect == effect_kind::vital_first && rules.needs[what].vital;
      const bool again = one.effect == effect_kind::new_element && rules.needs[what].vital;
      if (one.effect == effect_kind::exclude) add_exclusion(one, who);
      if (help || offline || first || again) add(one.when);
      if (again) add(one.actors_in);
      if (offline) add_right();
    }
  }

  /// What a strong rule, or the order of vital needs, lets in only when nobody else can help.
  void add_others(actor_type_id who, need_type_id what) {
    const bool gives_way =
        rules.needs[what].vital ||
        std::any_of(rules.routing.begin(), rules.routing.end(), [&](const routing_rule& one) {
          return one.effect == effect_kind::exclude && one.about.force == strength::strong &&
                 may_name(one, who);
        });
    if (!gives_way) return;
    for (const competence& row : rules.competences) {
      if (row.actor == who || !holds(row.needs, what)) continue;
      add(row.when);
      for (const routing_rule& one : rules.routing)
        if (one.effect == effect_kind::exclude) add_exclusion(one, row.actor);
    }
  }

  void add_requirements(actor_type_id who, need_type_id what) {
    for (const state& one : rules.states)
      if (holds(one.required_by_actors, who) || !one.required_by_levels.empty() ||
          !one.required_by_levels_outside_operators.empty() || is_about(one.required_by_needs, what))
        add_state(one);
    add_named("consent");
    add_named("digital_autonomy");
    if (!rules.needs[what].vital) return;
    add(rules.needs[what].vital_when);
    add_urgency();
  }

  void add_way(hindrance kept_by) {
    if (kept_by == hindrance::none) return;
    add_named("equipment");  // some places answer by telephone
    if (kept_by == hindrance::access) add_named("access_needs");
    for (const char* each : {"can_travel", "travel_means"}) add_named(each);
    const mode_id outreach = find_named(rules.modes, "outreach");
    for (const routing_rule& one : rules.routing)
      if (one.effect == effect_kind::hand_off && one.mode == outreach) add(one.when);
  }
};

}  // namespace

value_set remit_of(const pack& rules, actor_type_id type) {
  value_set needs;
  const level_id decide = find_named(rules.levels, "decide");
  for (const competence& one : rules.competences)
    if (one.actor == type &&
        std::any_of(one.levels.begin(), one.levels.end(), [&](level_id each) { return each != decide; }))
      for (const need_type_id each : one.needs) needs.set(each.index());
  return needs;
}

fact_set facts_about(const pack& rules, actor_type_id who, need_type_id what) {
  gathering to{rules, {}, {}, false};
  to.add_need(what);
  for (const competence& one : rules.competences)
    if (one.actor == who && holds(one.needs, what)) to.add(one.when);
  if (rules.needs[what].procedure) to.add_right();
  to.add_routing(who, what);
  to.add_others(who, what);
  to.add_requirements(who, what);
  return to.facts;
}

fact_set facts_at(const build_view& view, const std::vector<actor_id>& who) {
  gathering to{view.rules, {}, {}, false};
  for (const actor_id each : who) {
    const actor& at = view.land.actors[each];
    to.add_way(way_of(view, each).kept_by);
    if (is_received(view, at) != tri::no) continue;
    for (const admission& one : at.publics)
      if (one.exclusive) to.add(view.rules.publics[one.whom].when);
  }
  return to.facts;
}

}  // namespace aiguillage::detail
