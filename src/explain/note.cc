#include <algorithm>

#include "aiguillage/explain.h"
#include "explain/reading.h"

namespace aiguillage {

using detail::fact_read;
using detail::reading;
using detail::sensitive_values;

namespace {

bool is_refused(const pack& rules, const situation& person, const state& agreement) {
  const auto given = single_value(person, find_named(rules.facts, "consent"));
  return given && agreement.barred_by_consent.test(*given);
}

/// What of a fact that is read may be told; not known: nothing.
fact_value told_of(const pack& rules, const situation& person, fact_id which, const fact_read& of,
                   bool agreed) {
  fact_value told = person.facts[which];
  const fact& one = rules.facts[which];
  if (!of.read || (one.sensitive && !agreed)) return {};
  const value_set held = told.values;
  told.values &= of.values;
  if (!agreed) told.values &= ~sensitive_values(rules, person, which);
  return held.any() && told.values.none() ? fact_value{} : told;
}

/// Adds a fact to the note; true when it is sensitive and something of it is kept back.
bool settle(const pack& rules, const situation& person, fact_id which, const fact_read& of,
            handoff_note& note) {
  const fact_value told = note.refused ? fact_value{} : told_of(rules, person, which, of, note.agreed);
  const fact_value with_agreement = told_of(rules, person, which, of, true);
  if (told.known) {
    note.tell.push_back(which);
    note.told.facts[which] = told;
  }
  const bool valued = person.facts[which].values.any();
  const value_set left = sensitive_values(rules, person, which) & ~told.values;
  const bool kept = valued ? left.any() : rules.facts[which].sensitive && !told.known;
  if (!kept) return false;
  note.keep.push_back(which);
  const bool would_help = valued ? (left & with_agreement.values).any() : with_agreement.known;
  if (would_help && !note.refused) note.if_agreed.push_back(which);
  return true;
}

void collect_facts(const pack& rules, condition_id which, std::vector<bool>& into) {
  if (!which.known()) return;
  const condition& node = rules.conditions[which];
  if (node.fact.known()) into[node.fact.index()] = true;
  for (const condition_id child : node.children) collect_facts(rules, child, into);
}

/// Whether a state rests on a fact of which something is kept back.
bool shows(const pack& rules, const state& one, const std::vector<bool>& kept) {
  std::vector<bool> looked_at(rules.facts.size(), false);
  collect_facts(rules, one.missing_when, looked_at);
  collect_facts(rules, one.held_when, looked_at);
  for (std::size_t i = 0; i < kept.size(); ++i)
    if (kept[i] && looked_at[i]) return true;
  return false;
}

}  // namespace

handoff_note note_for(const pack& rules, const situation& person, const referral_stop& stop) {
  const reading read = detail::reading_at(rules, person, stop);
  handoff_note note;
  note.told = person;
  note.told.facts = id_vector<fact_id, fact_value>(rules.facts.size());
  if (const state_id agreement = find_named(rules.states, "transmission_agreed"); agreement.known()) {
    note.agreed = state_missing(rules, person, rules.states[agreement]) == tri::no;
    note.refused = is_refused(rules, person, rules.states[agreement]);
  }
  std::vector<bool> kept(rules.facts.size(), false);
  for (std::size_t i = 0; i < rules.facts.size(); ++i)
    if (const fact_id which(i); person.facts[which].known)
      kept[i] = settle(rules, person, which, read[which], note);
  for (const state_id each : stop.requires_states)
    if (std::find(stop.produces.begin(), stop.produces.end(), each) == stop.produces.end())
      (shows(rules, rules.states[each], kept) ? note.states_kept : note.states_told).push_back(each);
  return note;
}

}  // namespace aiguillage
