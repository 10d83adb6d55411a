#include <algorithm>

#include "aiguillage/explain.h"

namespace aiguillage {
namespace {

using marks = std::vector<bool>;

/// Marks the facts on which a condition that holds rests. Under `unless` nothing is established: nothing to tell.
void mark_support(condition_id which, const condition_context& context, marks& read) {
  if (evaluate(which, context) != tri::yes) return;
  const condition& node = context.rules->conditions[which];
  if (node.fact.known()) read[node.fact.index()] = true;
  if (node.kind == condition_kind::unless) return;
  for (const condition_id child : node.children) mark_support(child, context, read);
}

void mark_need(const pack& rules, const situation& person, const need& what, marks& read) {
  condition_context context;
  context.rules = &rules;
  context.person = &person;
  context.right = what.right;
  context.decided_by = what.decided_by;
  context.urgency = what.urgency;
  for (const need_rule& one : rules.need_rules)
    if (std::find(what.because.begin(), what.because.end(), &one.about) != what.because.end() &&
        one.when.known())
      mark_support(one.when, context, read);
  if (!what.right.known()) return;
  for (const right_source& source : rules.needs[what.type].rights)
    if (source.from.known() && person.facts[source.from].values.test(what.right.index()))
      read[source.from.index()] = true;
}

bool agreed_in_writing(const pack& rules, const situation& person) {
  const state_id agreed = find_named(rules.states, "transmission_agreed");
  return agreed.known() && state_missing(rules, person, rules.states[agreed]) == tri::no;
}

}  // namespace

bool is_sensitive(const pack& rules, const situation& person, fact_id which) {
  const fact& one = rules.facts[which];
  if (one.sensitive) return true;
  for (std::size_t i = 0; i < one.values.size(); ++i)
    if (one.values[i].sensitive && person.facts[which].values.test(i)) return true;
  return false;
}

handoff_note note_for(const pack& rules, const situation& person, const referral_stop& stop) {
  marks read(rules.facts.size(), false);
  for (const served_need& each : stop.serves) mark_need(rules, person, *each.which, read);
  const bool agreed = agreed_in_writing(rules, person);
  handoff_note note;
  for (std::size_t i = 0; i < rules.facts.size(); ++i) {
    const fact_id which(i);
    if (!person.facts[which].known) continue;
    const bool sensitive = is_sensitive(rules, person, which);
    if (read[i] && (!sensitive || agreed)) {
      note.tell.push_back(which);
    } else if (sensitive) {
      note.keep.push_back(which);
      if (read[i]) note.if_agreed.push_back(which);
    }
  }
  return note;
}

}  // namespace aiguillage
