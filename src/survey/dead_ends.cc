#include <algorithm>
#include <iterator>

#include "explain/phrases.h"
#include "survey/surveying.h"

/// Actors and sites that lead nowhere, and those to which nothing leads.
namespace aiguillage::surveying {
namespace {

using detail::build_view;

bool decides(const work& on, actor_type_id type) {
  return std::any_of(on.into.rights.begin(), on.into.rights.end(),
                     [&](const right_survey& one) { return detail::contains(one.operators, type); });
}

void check_idle(work& on) {
  for (const kind& one : on.kinds) {
    if (!one.effects.empty() || one.produces != 0 || decides(on, one.type)) continue;
    const bool all_without = one.without.any();
    for (const actor_id who : one.actors)
      report(on, severity::warning, code::idle_actor, who,
             {"ne sert aucun besoin, n'amène aucun état et ne décide rien",
              "serves no need, brings about no state and decides nothing"},
             all_without ? text{"relisez without", "read without again"}
                         : text{"changez son type, ou retirez-le", "change its type, or remove it"});
  }
}

void check_sites(work& on) {
  std::vector<bool> used(on.land.sites.size());
  for (const actor& one : on.land.actors)
    if (one.at.known()) used[one.at.index()] = true;
  for (std::size_t i = 0; i < on.land.sites.size(); ++i)
    if (const site& one = on.land.sites[site_id(i)]; !used[i])
      report(on, severity::warning, code::empty_site, one.written,
             text{"aucun acteur dans le lieu ", "no actor at site "} + quoted(one.id),
             {"ajoutez l'acteur qui y reçoit, ou retirez le lieu",
              "add the actor that receives there, or remove the site"});
}

state_set hard_states(const work& on) {
  state_set hard = 0;
  for (std::size_t i = 0; i < on.states.bits.size(); ++i)
    if (on.rules.states[on.states.bits[i].which].about.force == strength::hard) hard |= state_set{1} << i;
  return hard;
}

/// The states that even a person of whom nothing is known is taken to lack.
state_set lacked_by_default(const work& on) {
  const detail::state_table lacked = detail::missing_states(on.view(), {});
  state_set result = 0;
  for (std::size_t i = 0; i < on.states.bits.size(); ++i)
    if (lacked.missing.test(on.states.bits[i].which.index())) result |= state_set{1} << i;
  return result;
}

/// Every state that someone here brings about, one after the other; what holds up is hard, and lacked by everyone.
state_set brought_about(const work& on, state_set held_up_by) {
  state_set there = 0;
  for (const kind& one : on.kinds) there |= one.produces;
  for (state_set before = ~there; before != there;) {
    before = there;
    for (const kind& one : on.kinds)
      for (const effect& each : one.effects)
        if ((each.requires_states & held_up_by & ~there) == 0) there |= each.produces;
  }
  return there;
}

void check_states(work& on) {
  const state_set holding = hard_states(on) & lacked_by_default(on);
  const state_set absent = ~brought_about(on, holding);
  for (std::size_t i = 0; i < on.states.bits.size(); ++i) {
    if ((absent >> i & 1U) == 0) continue;
    std::vector<actor_id> asking;
    for (const kind& one : on.kinds)
      if (std::any_of(one.effects.begin(), one.effects.end(),
                      [&](const effect& each) { return (each.requires_states >> i & 1U) != 0; }))
        asking.insert(asking.end(), one.actors.begin(), one.actors.end());
    if (asking.empty()) continue;
    std::sort(asking.begin(), asking.end());
    const state& which = on.rules.states[on.states.bits[i].which];
    report(on, severity::note, code::missing_state,
           text{"personne ici n'amène l'état ", "nobody here brings about state "} + quoted(which.id) +
               text{", que des services demandent : ", ", which services require: "} +
               listed(ids_of(on, asking)),
           {"ajoutez un acteur qui l'amène, si ce n'est pas la personne qui vient avec",
            "add an actor that brings it about, unless the person comes with it"});
  }
  const state_set blocked = absent & holding;
  for (const kind& one : on.kinds) {
    if (one.effects.empty() || one.produces != 0) continue;
    if (std::all_of(one.effects.begin(), one.effects.end(),
                    [&](const effect& each) { return (each.requires_states & blocked) != 0; }))
      for (const actor_id who : one.actors)
        report(on, severity::warning, code::unreachable_actor, who,
               {"n'aide qu'après une étape que personne ici ne peut faire",
                "helps only after a step that nobody here can take"},
               {"ajoutez un acteur qui amène ce qu'il demande",
                "add an actor that brings about what it asks for"});
  }
}

/// Whoever may send someone on: salaried professionals to whom a person may come alone.
std::vector<actor_id> senders(const work& on, const build_view& view) {
  std::vector<actor_id> all;
  for (const kind& one : on.kinds)
    if (detail::is_professional(view, one.type))
      std::copy_if(one.actors.begin(), one.actors.end(), std::back_inserter(all),
                   [&](actor_id who) { return !only_by_professionals(view, on.land.actors[who]); });
  return all;
}

void check_professionals(work& on) {
  const build_view view = on.view();
  const std::vector<actor_id> from = senders(on, view);
  for (std::size_t i = 0; i < on.land.actors.size(); ++i) {
    const actor& to = on.land.actors[actor_id(i)];
    if (!opens(on, actor_id(i)) || !only_by_professionals(view, to)) continue;
    if (std::none_of(from.begin(), from.end(),
                     [&](actor_id who) { return zones_meet(on, on.land.actors[who], to); }))
      report(on, severity::warning, code::professionals_only, actor_id(i),
             {"seul un professionnel peut y adresser quelqu'un, et aucun ne reçoit ici ceux qu'il sert",
              "only a professional may send someone there, and none here receives the people it serves"},
             {"ajoutez un professionnel qui reçoit, ou une autre façon de venir",
              "add a professional who receives people, or another way to come"});
  }
}

bool shares_commune(const build_view& view, situation& resident, const actor& a, const actor& b) {
  return std::any_of(a.areas.begin(), a.areas.end(), [&](const area& one) {
    if (one.kind != area_kind::commune) return false;
    resident.home_commune = one.code;
    return detail::lives_in_zone(view, b) != tri::no;
  });
}

}  // namespace

bool only_by_professionals(const build_view& view, const actor& who) {
  const bool no_channel =
      !who.channels.empty() && std::none_of(who.channels.begin(), who.channels.end(),
                                            [&](channel by) { return detail::may_use(view, by); });
  return no_channel || detail::cannot_ask(view, who);
}

bool zones_meet(const work& on, const actor& a, const actor& b) {
  // Which communes an EPCI or a region holds is not known here: it may meet any zone.
  const auto wide = [](const actor& one) {
    return std::any_of(one.areas.begin(), one.areas.end(), [](const area& each) {
      return each.kind != area_kind::commune && each.kind != area_kind::department;
    });
  };
  if (a.areas.empty() || b.areas.empty() || wide(a) || wide(b)) return true;
  situation resident = on.anyone;
  const build_view view = detail::view_of(on.rules, on.land, resident, on.nothing);
  return shares_commune(view, resident, a, b) || shares_commune(view, resident, b, a) ||
         std::any_of(a.areas.begin(), a.areas.end(), [&](const area& one) {
           return std::find(b.areas.begin(), b.areas.end(), one) != b.areas.end();
         });
}

void check_dead_ends(work& on) {
  check_idle(on);
  check_sites(on);
  check_states(on);
  check_professionals(on);
}

}  // namespace aiguillage::surveying
