#include <algorithm>

#include "aiguillage/explain.h"
#include "explain/note.h"
#include "explain/reading.h"

namespace aiguillage {

using detail::reading;

namespace {

bool looks_for_sensitive(const pack& rules, const condition& node) {
  if (rules.facts[node.fact].sensitive) return true;
  for (std::size_t i = 0; i < rules.facts[node.fact].values.size(); ++i)
    if (node.values.test(i) && !detail::is_sensitive_value(rules, node.fact, i)) return false;
  return node.kind == condition_kind::value;
}

/// Whether a sensitive answer can make a condition hold; under `unless` it only stands in the way.
bool reads_sensitive(const pack& rules, condition_id which) {
  if (!which.known()) return false;
  const condition& node = rules.conditions[which];
  if (node.kind == condition_kind::unless) return false;
  if (node.fact.known()) return looks_for_sensitive(rules, node);
  return std::any_of(node.children.begin(), node.children.end(),
                     [&](condition_id child) { return reads_sensitive(rules, child); });
}

bool is_sensitive_need(const pack& rules, need_type_id which) {
  bool made = false;
  for (const need_rule& one : rules.need_rules) {
    if (one.need != which) continue;
    if (!reads_sensitive(rules, one.when)) return false;
    made = true;
  }
  return made;
}

/// Whether all that this type of actor is there for is sensitive, or all the rights that it decides are: to have been
/// there tells why.
bool tells_by_its_remit(const pack& rules, actor_type_id type) {
  bool serves = false;
  bool in_general = false;
  for (const competence& one : rules.competences) {
    if (one.actor != type) continue;
    serves = true;
    const bool sensitive_needs = std::all_of(one.needs.begin(), one.needs.end(), [&](need_type_id each) {
      return is_sensitive_need(rules, each);
    });
    in_general |= !sensitive_needs && !reads_sensitive(rules, one.when);
  }
  if (serves && !in_general) return true;
  bool decides = false;
  for (const right& one : rules.rights.items) {
    if (one.decided_by != type) continue;
    if (!one.sensitive) return false;
    decides = true;
  }
  return decides;
}

}  // namespace

bool sender_shows_nothing(const pack& rules, const territory& land, const situation& person,
                          const referral_plan& in, const referral_stop& to) {
  return detail::sender_shows_nothing(rules, land, person, in, to, note_for(rules, person, to));
}

bool detail::sender_shows_nothing(const pack& rules, const territory& land, const situation& person,
                                  const referral_plan& in, const referral_stop& to,
                                  const handoff_note& note) {
  if (note.refused) return false;
  const actor_id from = handing_over(land, rules, person, in, to);
  if (from.known() && !note.agreed && tells_by_its_remit(rules, land.actors[from].type)) return false;
  if (to.from < 0) return true;
  const reading read = detail::reading_at(rules, person, in.stops[static_cast<std::size_t>(to.from)]);
  return std::none_of(note.keep.begin(), note.keep.end(), [&](fact_id one) {
    const value_set kept = sensitive_values(rules, person, one) & ~note.told.facts[one].values;
    return read[one].read && (person.facts[one].values.none() || (read[one].values & kept).any());
  });
}

}  // namespace aiguillage
