#include <algorithm>

#include "network/builder.h"
#include "qualify/derive.h"

namespace aiguillage::detail {
namespace {

state_set bit(std::size_t index) { return state_set{1} << index; }

// A state that must be there from the start: nothing in one plan brings it about.
bool only_a_fact(const state& one) {
  return one.produced_by_needs.empty() && one.produced_by_levels.empty() && one.produced_by_actors.empty() &&
         one.produced_by_modes.empty() && !one.produced_on_the_spot;
}

bool missing(const build_view& view, const state& one) {
  const tri known = state_missing(view.rules, view.person, one);
  return known == tri::yes || (known == tri::unknown && one.missing_by_default);
}

bool is_operator(const build_view& view, actor_type_id type) {
  return view.rules.actor_types[type].family == group::operators;
}

bool level_requires(const build_view& view, const state& one, level_id level, actor_type_id type) {
  return contains(one.required_by_levels, level) ||
         (contains(one.required_by_levels_outside_operators, level) && !is_operator(view, type));
}

// The place speaks the language that the fact names: the state is held there.
bool spoken_at(const build_view& view, const state& one, const actor& who) {
  if (!one.spoken.known() || !view.person.facts[one.spoken].known) return false;
  const std::string& code = view.person.facts[one.spoken].code;
  return std::find(who.languages.begin(), who.languages.end(), code) != who.languages.end();
}

void add_bits(const build_view& view, state_table& table, state_id which,
              const std::vector<const need*>& needs) {
  if (!view.rules.states[which].per_need) {
    table.bits.push_back({which, {}});
    return;
  }
  for (const need* one : needs) {
    const state_bit fresh{which, context_for(view, *one, {}).decided_by};
    const auto& held = view.person.so_far.held;
    if (std::any_of(held.begin(), held.end(), [&](const held_state& h) {
          return h.which == which && h.decided_by == fresh.decided_by;
        }))
      continue;
    const auto same = [&](const state_bit& known) {
      return known.which == fresh.which && known.decided_by == fresh.decided_by;
    };
    if (std::none_of(table.bits.begin(), table.bits.end(), same)) table.bits.push_back(fresh);
  }
}

}  // namespace

bool same_operator(const build_view& view, const state_bit& one, const need& what) {
  if (!one.decided_by.known()) return true;
  return context_for(view, what, one.decided_by).decided_by == one.decided_by;
}

state_table missing_states(const build_view& view, const std::vector<const need*>& needs) {
  state_table table;
  for (std::size_t i = 0; i < view.rules.states.size(); ++i) {
    const state_id which(i);
    const state& one = view.rules.states[which];
    if (!missing(view, one)) continue;
    table.missing.set(i);
    if (one.produced_by_modes.empty() && !only_a_fact(one)) add_bits(view, table, which, needs);
  }
  if (table.bits.size() > 64) table.bits.resize(64);
  return table;
}

state_effects effects_of(const build_view& view, const state_table& table, const need& what, level_id level,
                         const actor& who) {
  state_effects result;
  for (std::size_t i = 0; i < table.bits.size(); ++i) {
    const state& one = view.rules.states[table.bits[i].which];
    const bool wanted =
        requires_state(one.required_by_needs, what) || level_requires(view, one, level, who.type);
    if (spoken_at(view, one, who)) continue;
    const bool on_the_spot = one.produced_on_the_spot && wanted;
    const bool brought =
        (requires_state(one.produced_by_needs, what) || contains(one.produced_by_levels, level)) &&
        same_operator(view, table.bits[i], what);
    if (brought || on_the_spot)
      result.produces |= bit(i);
    else if (wanted)
      result.requires_states |= bit(i);
  }
  return result;
}

state_set produced_by_actor(const build_view& view, const state_table& table, const actor& who) {
  state_set result = 0;
  for (std::size_t i = 0; i < table.bits.size(); ++i)
    if (contains(view.rules.states[table.bits[i].which].produced_by_actors, who.type)) result |= bit(i);
  return result;
}

state_set new_elements_for(const build_view& view, const state_table& table, const need& what) {
  state_set result = 0;
  for (std::size_t i = 0; i < table.bits.size(); ++i)
    if (view.rules.states[table.bits[i].which].new_element && same_operator(view, table.bits[i], what))
      result |= bit(i);
  return result;
}

state_set parallel_states(const build_view& view, const state_table& table) {
  state_set result = 0;
  for (std::size_t i = 0; i < table.bits.size(); ++i)
    if (const state& one = view.rules.states[table.bits[i].which];
        !one.produced_by_actors.empty() && one.about.force != strength::hard)
      result |= bit(i);
  return result;
}

const rule* barred_by_state(const build_view& view, actor_type_id type) {
  for (const state& one : view.rules.states)
    if (contains(one.required_by_actors, type) && only_a_fact(one) && missing(view, one)) return &one.about;
  return nullptr;
}

bool barred_by_consent(const build_view& view, level_id level, actor_type_id type) {
  const auto consent = single_value(view.person, find_named(view.rules.facts, "consent"));
  if (!consent) return false;
  return std::any_of(view.rules.states.begin(), view.rules.states.end(), [&](const state& one) {
    return level_requires(view, one, level, type) && one.barred_by_consent.test(*consent) &&
           missing(view, one);
  });
}

}  // namespace aiguillage::detail
