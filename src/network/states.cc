#include <algorithm>

#include "network/builder.h"
#include "qualify/derive.h"

namespace aiguillage::detail {
namespace {

state_set bit(std::size_t index) { return state_set{1} << index; }

bool missing(const build_view& view, const state& one) {
  const tri known =
      missing_in(view, state_id(static_cast<std::size_t>(&one - view.rules.states.items.data())));
  return known == tri::yes || (known == tri::unknown && one.missing_by_default);
}

// Aidants Connect: a mandate is for the families that it lists, and for no other (L07, L08).
bool outside_mandate(const build_view& view, const state& one, const need& what) {
  if (!one.covers.known() || !view.person.facts[one.covers].known || !what.right.known()) return false;
  const fact_id agreed = find_named(view.rules.facts, "consent");
  const auto consent = single_value(view.person, agreed);
  if (!consent || view.rules.facts[agreed].values[*consent].id != "aidants_connect_mandate") return false;
  const std::string& family = view.rules.rights[what.right].family;
  const std::vector<value>& families = view.rules.facts[one.covers].values;
  for (std::size_t i = 0; i < families.size(); ++i)
    if (families[i].id == family) return !view.person.facts[one.covers].values.test(i);
  return false;
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

bool only_a_fact(const state& one) {
  return one.produced_by_needs.empty() && one.produced_by_levels.empty() && one.produced_by_actors.empty() &&
         one.produced_by_modes.empty() && !one.produced_on_the_spot;
}

bool same_operator(const build_view& view, const state_bit& one, const need& what) {
  if (!one.decided_by.known()) return true;
  return context_for(view, what, one.decided_by).decided_by == one.decided_by;
}

state_table missing_states(const build_view& view, const std::vector<const need*>& needs) {
  state_table table;
  for (std::size_t i = 0; i < view.rules.states.size(); ++i) {
    const state_id which(i);
    const state& one = view.rules.states[which];
    const bool lacked = missing(view, one) || std::any_of(needs.begin(), needs.end(), [&](const need* each) {
                          return outside_mandate(view, one, *each);
                        });
    if (!lacked) continue;
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
    if (one.covers.known() && !missing(view, one) && !outside_mandate(view, one, what)) continue;
    const bool on_the_spot =
        one.produced_on_the_spot && wanted && (!one.covers.known() || signs_for(view, who, level));
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

bool signs_for(const build_view& view, const actor& who, level_id level) {
  if (!who.mandates) return false;
  // To act for the person it takes a mandate to act (L08, L23); to ask about a file, one to ask (L10, L23).
  const bool acts = level.known() && view.rules.levels[level].id == "do_for_mandated";
  const mandate_kind not_enough = acts ? mandate_kind::aplus : mandate_kind::aidants_connect;
  return who.signs.empty() ||
         std::any_of(who.signs.begin(), who.signs.end(), [&](mandate_kind one) { return one != not_enough; });
}

namespace {

// A salaried professional signs: one whose competence is to do what takes the mandate (L06).
bool is_of_the_trade(const build_view& view, const state& mandate, actor_type_id type) {
  return std::any_of(
      view.rules.competences.begin(), view.rules.competences.end(), [&](const competence& row) {
        return row.actor == type && std::any_of(row.levels.begin(), row.levels.end(), [&](level_id level) {
                 return level_requires(view, mandate, level, type);
               });
      });
}

bool may_sign(const build_view& view, const state& mandate, const door& at) {
  const actor& who = view.land.actors[at.actor];
  return !at.tried && signs_for(view, who, level_id{}) && !is_operator(view, who.type) &&
         is_of_the_trade(view, mandate, who.type) && hindrance_at(view, at.actor) == hindrance::none &&
         out_of_reach(view, at.actor) == nullptr && barred_everywhere(view, who.type) == nullptr;
}

}  // namespace

bool is_professional(const build_view& view, actor_type_id type) {
  const auto& states = view.rules.states;
  return std::any_of(states.begin(), states.end(), [&](const state& one) {
    return one.covers.known() && is_of_the_trade(view, one, type);
  });
}

void add_signers(const build_view& view, const state_table& table, std::vector<door>& doors) {
  for (std::size_t i = 0; i < table.bits.size(); ++i) {
    const state& mandate = view.rules.states[table.bits[i].which];
    if (!mandate.covers.known()) continue;
    const auto requires_it = [&](const door& one) {
      return std::any_of(one.services.begin(), one.services.end(),
                         [&](const service& s) { return (s.requires_states & bit(i)) != 0; });
    };
    if (std::none_of(doors.begin(), doors.end(), requires_it)) continue;
    const bool on_the_way = std::any_of(doors.begin(), doors.end(), [&](const door& one) {
      return !one.services.empty() && may_sign(view, mandate, one);
    });
    for (door& one : doors)
      if ((!on_the_way || !one.services.empty()) && may_sign(view, mandate, one)) one.produces |= bit(i);
  }
}

const rule* keep_within_reach(const build_view& view, std::vector<door>& doors) {
  state_set near = 0;
  state_set wanted = 0;
  for (const door& one : doors) {
    if (out_of_reach(view, one.actor) == nullptr) near |= one.produces;
    for (const service& each : one.services) {
      near |= each.produces;
      wanted |= each.requires_states;
    }
  }
  const rule* given_way = nullptr;
  for (door& one : doors) {
    const rule* against = one.produces == 0 ? nullptr : out_of_reach(view, one.actor);
    if (against == nullptr) continue;
    one.produces &= ~near;
    if ((one.produces & wanted) != 0) given_way = against;
  }
  return given_way;
}

state_set produced_by_type(const build_view& view, const state_table& table, actor_type_id type) {
  state_set result = 0;
  for (std::size_t i = 0; i < table.bits.size(); ++i)
    if (contains(view.rules.states[table.bits[i].which].produced_by_actors, type)) result |= bit(i);
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

std::vector<const state*> facts_lacked(const build_view& view) {
  std::vector<const state*> found;
  for (const state& one : view.rules.states)
    if (only_a_fact(one) && missing(view, one)) found.push_back(&one);
  return found;
}

std::vector<const state*> barred_states(const build_view& view) {
  std::vector<const state*> found;
  const auto consent = single_value(view.person, find_named(view.rules.facts, "consent"));
  if (!consent) return found;
  for (const state& one : view.rules.states)
    if (one.barred_by_consent.test(*consent) && missing(view, one)) found.push_back(&one);
  return found;
}

const rule* barred_by_state(const build_view& view, actor_type_id type) {
  std::vector<const state*> now;
  if (!view.known.states) now = facts_lacked(view);
  for (const state* one : view.known.states ? view.known.facts_lacked : now)
    if (contains(one->required_by_actors, type)) return &one->about;
  return nullptr;
}

bool barred_by_consent(const build_view& view, level_id level, actor_type_id type) {
  std::vector<const state*> now;
  if (!view.known.states) now = barred_states(view);
  const std::vector<const state*>& barred = view.known.states ? view.known.consent_bars : now;
  return std::any_of(barred.begin(), barred.end(),
                     [&](const state* one) { return level_requires(view, *one, level, type); });
}

}  // namespace aiguillage::detail
