#include "explain/reading.h"

#include <algorithm>

namespace aiguillage::detail {
namespace {

template <class T>
bool contains(const std::vector<T>& list, const T& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

struct reader {
  condition_context context;
  reading read;

  [[nodiscard]] const pack& rules() const { return *context.rules; }
  [[nodiscard]] const situation& person() const { return *context.person; }
};

value_set plain_values(const reader& by, fact_id which) {
  const value_set sensitive = sensitive_values(by.rules(), by.person(), which);
  return by.person().facts[which].values & ~sensitive;
}

/// Of a set, the values that were looked for and found; a set that holds none of them is told by what is plain in it.
void mark_leaf(reader& to, const condition& node) {
  fact_read& of = to.read[node.fact];
  const value_set& held = to.person().facts[node.fact].values;
  of.read = true;
  const bool whole = to.rules().facts[node.fact].kind != fact_kind::set_of;
  const bool found = node.kind == condition_kind::value && (held & node.values).any();
  of.values |= whole ? held : found ? held & node.values : plain_values(to, node.fact);
}

/// Marks the facts on which the truth of a condition rests. Under `unless` nothing is established: nothing to tell.
void mark(reader& to, condition_id which, tri truth) {
  if (!which.known() || evaluate(which, to.context) != truth) return;
  const condition& node = to.rules().conditions[which];
  if (node.fact.known()) mark_leaf(to, node);
  if (node.kind == condition_kind::unless) return;
  for (const condition_id child : node.children) mark(to, child, truth);
}

void mark_missing(reader& to, const state& one) {
  if (one.missing_by_default)
    mark(to, one.held_when, tri::no);
  else
    mark(to, one.missing_when, tri::yes);
}

/// Marks the fact that names the right; false when this source does not.
bool mark_source(reader& to, const right_source& source, right_id right) {
  if (source.when.known() && evaluate(source.when, to.context) != tri::yes) return false;
  if (!source.from.known()) {
    if (source.fixed != right) return false;
  } else if (to.person().facts[source.from].values.test(right.index())) {
    to.read[source.from].read = true;
    to.read[source.from].values.set(right.index());
  } else {
    const fact_id request = find_named(to.rules().facts, "request");
    const auto asked = request.known() ? single_value(to.person(), request) : std::nullopt;
    if (!asked || to.rules().facts[source.from].id != "request_right") return false;
    const auto said = to.rules().right_of_request.find(*asked);
    if (said == to.rules().right_of_request.end() || said->second != right) return false;
    to.read[request].read = true;
    to.read[request].values.set(*asked);
  }
  mark(to, source.when, tri::yes);
  return true;
}

void mark_right(reader& to, const need& what) {
  if (!what.right.known()) return;
  const bool claims = to.rules().rights[what.right].claim == what.type && to.rules().default_claim.known();
  const need_type& type = to.rules().needs[claims ? to.rules().default_claim : what.type];
  for (const right_source& source : type.rights)
    if (mark_source(to, source, what.right)) return;
}

void mark_need(reader& to, const need& what) {
  to.context.right = what.right;
  to.context.decided_by = what.decided_by;
  to.context.urgency = what.urgency;
  for (const need_rule& one : to.rules().need_rules)
    if (contains(what.because, &one.about)) mark(to, one.when, tri::yes);
  for (const state& one : to.rules().states)
    if (contains(what.because, &one.about)) mark_missing(to, one);
  mark_right(to, what);
}

void mark_language(reader& to, const state& one, level_id help) {
  if (!one.spoken.known() || !contains(one.required_by_levels, help)) return;
  if (state_missing(to.rules(), to.person(), one) != tri::yes) return;
  to.read[one.spoken].read = true;
  mark_missing(to, one);
}

/// What the actor asks for before it serves: who its competence is for, what it requires to be there.
void mark_actor(reader& to, const served_need& served) {
  for (const competence& one : to.rules().competences) {
    if (&one.about != served.because) continue;
    to.context.acting = one.actor;
    mark(to, one.when, tri::yes);
    for (const state& each : to.rules().states) {
      if (!contains(each.required_by_actors, one.actor)) continue;
      mark(to, each.held_when, tri::yes);
      mark(to, each.missing_when, tri::no);
    }
  }
  for (const state& one : to.rules().states) mark_language(to, one, served.help);
}

/// What an actor who is there to bring a state about has to know: why it is missing, and the language spoken.
void mark_brought(reader& to, const state& one) {
  if (one.produced_by_actors.empty()) return;
  mark_missing(to, one);
  if (one.spoken.known()) to.read[one.spoken].read = true;
}

}  // namespace

bool is_sensitive_value(const pack& rules, fact_id which, std::size_t value) {
  const fact& one = rules.facts[which];
  if (one.sensitive || one.values[value].sensitive) return true;
  if (one.id != "request") return false;
  const auto said = rules.right_of_request.find(value);
  return said != rules.right_of_request.end() && rules.rights[said->second].sensitive;
}

value_set sensitive_values(const pack& rules, const situation& person, fact_id which) {
  const value_set& held = person.facts[which].values;
  value_set sensitive;
  for (std::size_t i = 0; i < rules.facts[which].values.size(); ++i)
    if (held.test(i) && is_sensitive_value(rules, which, i)) sensitive.set(i);
  return sensitive;
}

reading reading_at(const pack& rules, const situation& person, const referral_stop& stop) {
  reader by{{}, reading(rules.facts.size())};
  by.context.rules = &rules;
  by.context.person = &person;
  for (const served_need& each : stop.serves) {
    mark_need(by, *each.which);
    mark_actor(by, each);
  }
  for (const state_id each : stop.produces) mark_brought(by, rules.states[each]);
  return by.read;
}

}  // namespace aiguillage::detail
