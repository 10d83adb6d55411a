#include <array>

#include "lint/engine_facts.h"
#include "lint/linting.h"

/// Facts that nothing reads.
namespace aiguillage::lint {
namespace {

void add_read(const pack& rules, condition_id which, value_set& read) {
  if (!which.known()) return;
  const condition& node = rules.conditions[which];
  if (node.fact.known()) read.set(node.fact.index());
  for (const condition_id child : node.children) add_read(rules, child, read);
}

value_set facts_read(const linting& work) {
  const pack& rules = work.rules;
  value_set read;
  const auto add = [&](fact_id which) {
    if (which.known()) read.set(which.index());
  };
  for (const char* name : engine_facts) add(find_named(rules.facts, name));
  for (const guard& one : guards_of(work)) add_read(rules, one.when, read);
  for (const competence& row : rules.competences) add_read(rules, row.when, read);
  for (const need_type& one : rules.needs)
    for (const right_source& source : one.rights) add(source.from);
  for (const state& one : rules.states) {
    add(one.covers);
    add(one.spoken);
  }
  for (const routing_rule& one : rules.routing) add(one.actors_in);
  return read;
}

}  // namespace

void lint_facts(const linting& work) {
  const value_set read = facts_read(work);
  for (std::size_t i = 0; i < work.rules.facts.size(); ++i) {
    const fact& one = work.rules.facts[fact_id(i)];
    if (read.test(i)) continue;
    report(
        work, one.where, code::unread_fact,
        text{"aucune règle ne lit le fait ", "no rule reads fact "} + quoted(one.id),
        {"écrivez une condition qui le lit, ou effacez-le", "write a condition that reads it, or delete it"});
  }
}

}  // namespace aiguillage::lint
