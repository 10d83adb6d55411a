#include <algorithm>

#include "lint/linting.h"

/// What may arise under the rules of a pack: rights of needs, needs, urgencies, operators. Never too little.
namespace aiguillage::lint {
namespace {

value_set rights_named(const pack& rules, const need_type& type) {
  value_set result;
  for (const right_source& source : type.rights)
    for (std::size_t i = 0; i < rules.rights.size(); ++i)
      if (source.from.known() ? source.only.none() || source.only.test(i) : source.fixed == right_id(i))
        result.set(i);
  return result;
}

/// A state that one need alone brings about makes that need arise.
std::vector<need_reference> brought_by_one_need(const pack& rules) {
  std::vector<need_reference> result;
  for (const state& one : rules.states)
    if (one.produced_by_needs.size() == 1 &&
        (!one.required_by_needs.empty() || !one.required_by_decisions.empty()))
      result.push_back(one.produced_by_needs.front());
  return result;
}

/// The claim of a right goes under the need of that right.
void add_claims(linting& work) {
  const pack& rules = work.rules;
  if (!rules.default_claim.known() || !work.needs.test(rules.default_claim.index())) return;
  value_set& claimed = work.rights[rules.default_claim.index()];
  const value_set all = claimed;
  for (std::size_t i = 0; i < rules.rights.size(); ++i) {
    const need_type_id claim = rules.rights[right_id(i)].claim;
    if (!all.test(i) || !claim.known() || claim == rules.default_claim) continue;
    claimed.reset(i);
    work.rights[claim.index()].set(i);
    work.needs.set(claim.index());
  }
}

void find_needs(linting& work) {
  const pack& rules = work.rules;
  for (const need_type& type : rules.needs) work.rights.push_back(rights_named(rules, type));
  for (const need_rule& one : rules.need_rules) work.needs.set(one.need.index());
  for (const need_reference& one : brought_by_one_need(rules)) {
    work.needs.set(one.need.index());
    if (one.right.known()) work.rights[one.need.index()].set(one.right.index());
  }
  add_claims(work);
}

void add_operator(const pack& rules, actor_type_id one, right_id right, std::vector<actor_type_id>& to) {
  const auto add = [&](actor_type_id who) {
    if (std::find(to.begin(), to.end(), who) == to.end()) to.push_back(who);
  };
  add(one);
  for (const routing_rule& row : rules.routing) {
    if (row.effect != effect_kind::replace_operator) continue;
    if (row.rights.any() && !(right.known() && row.rights.test(right.index()))) continue;
    if (std::find(row.actors.begin(), row.actors.end(), one) != row.actors.end()) add(row.replacement);
  }
}

/// Without a right, the organism that the person names stands for the operator.
std::vector<actor_type_id> organisms(const pack& rules) {
  std::vector<actor_type_id> result(1);
  const fact_id named = find_named(rules.facts, "request_organism");
  if (!named.known()) return result;
  for (const value& one : rules.facts[named].values)
    if (const actor_type_id type = find_named(rules.actor_types, one.id); type.known())
      add_operator(rules, type, {}, result);
  return result;
}

std::vector<urgency_id> urgencies_of(const linting& work) {
  std::vector<urgency_id> result(1);
  for (std::size_t i = 0; i < work.rules.urgencies.size(); ++i)
    if (work.urgencies.test(i)) result.emplace_back(i);
  return result;
}

text of_part(const text& part, const std::string& id) { return part + quoted(id); }

void add_need_guards(const linting& work, const need_type& type, std::vector<guard>& all) {
  const text definition = of_part({"le besoin ", "need "}, type.id);
  surroundings decision;
  decision.procedures = procedures_of(work, find_named(work.rules.needs, type.id));
  if (type.decided)
    all.push_back({type.decided_when, &type.about, definition + text{", decided", ", decided"}, decision});
  if (type.vital) all.push_back({type.vital_when, &type.about, definition + text{", vital", ", vital"}, {}});
  for (const right_source& source : type.rights)
    all.push_back({source.when, &type.about, definition + text{", right_from", ", right_from"}, {}});
}

/// A `held_when` that is not written stands as "never" in the pack.
bool is_never(const pack& rules, condition_id which) {
  const condition& node = rules.conditions[which];
  return node.kind == condition_kind::unless &&
         rules.conditions[node.children.front()].kind == condition_kind::always;
}

void add_state_guards(const pack& rules, const state& one, std::vector<guard>& all) {
  const text name = of_part({"l'état ", "state "}, one.id);
  if (!one.missing_by_default)
    all.push_back({one.missing_when, &one.about, name + text{", missing_when", ", missing_when"}, {}});
  else if (!is_never(rules, one.held_when))
    all.push_back({one.held_when, &one.about, name + text{", held_when", ", held_when"}, {}});
}

}  // namespace

linting start(const pack& rules, const std::string& day, diagnostics& out) {
  linting work{rules, day.empty() ? rules.reference_date : day, out, {}, {}, {}, {}};
  find_needs(work);
  for (const urgency_rule& one : rules.urgency_rules) work.urgencies.set(one.level.index());
  for (std::size_t i = 0; i < rules.needs.size(); ++i)
    if (work.needs.test(i))
      for (const procedure& one : procedures_of(work, need_type_id(i)))
        if (one.decided_by.known()) work.operators.set(one.decided_by.index());
  return work;
}

std::vector<actor_type_id> operators_of(const pack& rules, right_id right) {
  std::vector<actor_type_id> result;
  add_operator(rules, rules.rights[right].decided_by, right, result);
  return result;
}

std::vector<procedure> procedures_of(const linting& work, need_type_id need) {
  std::vector<procedure> result;
  for (const actor_type_id one : organisms(work.rules)) result.push_back({{}, one});
  for (std::size_t i = 0; i < work.rules.rights.size(); ++i)
    if (work.rights[need.index()].test(i))
      for (const actor_type_id one : operators_of(work.rules, right_id(i)))
        result.push_back({right_id(i), one});
  return result;
}

surroundings for_urgency(const linting& work) {
  surroundings around;
  around.needs = work.needs;
  return around;
}

surroundings for_routing(const linting& work) {
  surroundings around;
  around.needs = work.needs;
  around.urgencies = urgencies_of(work);
  return around;
}

surroundings for_competence(const linting& work, need_type_id need, actor_type_id actor) {
  surroundings around;
  around.procedures = procedures_of(work, need);
  around.acting = actor;
  return around;
}

std::vector<guard> guards_of(const linting& work) {
  const pack& rules = work.rules;
  const auto rule_name = [](const rule& one) { return of_part({"la règle ", "rule "}, one.id); };
  std::vector<guard> all;
  for (const need_rule& one : rules.need_rules)
    all.push_back({one.when, &one.about, rule_name(one.about), {}});
  for (const need_type& one : rules.needs) add_need_guards(work, one, all);
  for (const urgency_rule& one : rules.urgency_rules)
    all.push_back({one.when, &one.about, rule_name(one.about), for_urgency(work)});
  for (const routing_rule& one : rules.routing) {
    all.push_back({one.when, &one.about, rule_name(one.about), for_routing(work)});
    for (const exception& each : one.except)
      all.push_back(
          {each.when, &one.about, rule_name(one.about) + text{", except", ", except"}, for_routing(work)});
  }
  for (const state& one : rules.states) add_state_guards(rules, one, all);
  return all;
}

}  // namespace aiguillage::lint
