#include <algorithm>

#include "aiguillage/explain.h"
#include "explain/reading.h"
#include "qualify/derive.h"

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

/// Adds a fact to the note: told, kept, or both when only a part of it is.
void settle(const pack& rules, const situation& person, fact_id which, const fact_read& of,
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
  if (!kept) return;
  note.keep.push_back(which);
  const bool would_help = valued ? (left & with_agreement.values).any() : with_agreement.known;
  if (would_help && !note.refused) note.if_agreed.push_back(which);
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

template <class T>
bool contains(const std::vector<T>& list, const T& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

/// The person as known without what is kept.
situation without_kept(const pack& rules, const situation& person, const handoff_note& note) {
  situation open = person;
  for (const fact_id which : note.keep) {
    const value_set kept = sensitive_values(rules, person, which) & ~note.told.facts[which].values;
    open.facts[which].values &= ~kept;
    if (open.facts[which].values.none()) open.facts[which] = {};
  }
  return open;
}

/// The needs served there that would be certain without what is kept.
std::vector<need_type_id> needs_told(const pack& rules, const situation& person, const referral_stop& stop,
                                     const handoff_note& note) {
  std::vector<need_type_id> told;
  const detail::findings found = detail::derive(rules, without_kept(rules, person, note));
  for (const served_need& each : stop.serves)
    if (!contains(told, each.which->type) && found.certain_needs.test(each.which->type.index()))
      told.push_back(each.which->type);
  return told;
}

/// Whether a state comes from a need served there that is not told.
bool comes_from_untold(const state& one, const referral_stop& stop, const handoff_note& note) {
  return std::any_of(stop.serves.begin(), stop.serves.end(), [&](const served_need& each) {
    return !contains(note.needs_told, each.which->type) &&
           detail::requires_state(one.produced_by_needs, *each.which);
  });
}

void settle_states(const pack& rules, const situation& person, const referral_stop& stop,
                   handoff_note& note) {
  std::vector<bool> kept(rules.facts.size(), false);
  for (const fact_id which : note.keep) kept[which.index()] = true;
  for (const state_id each : stop.requires_states) {
    if (contains(stop.produces, each)) continue;
    const bool told = !note.refused && !shows(rules, rules.states[each], kept);
    (told ? note.states_told : note.states_kept).push_back(each);
  }
  if (note.refused) return;
  note.needs_told = needs_told(rules, person, stop, note);
  for (const state_id each : stop.produces)
    if (!shows(rules, rules.states[each], kept) && !comes_from_untold(rules.states[each], stop, note))
      note.brings_told.push_back(each);
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
  for (std::size_t i = 0; i < rules.facts.size(); ++i)
    if (const fact_id which(i); person.facts[which].known) settle(rules, person, which, read[which], note);
  settle_states(rules, person, stop, note);
  return note;
}

}  // namespace aiguillage
