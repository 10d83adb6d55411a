#include <algorithm>
#include <set>

#include "lint/linting.h"

/// States that nothing can bring about.
namespace aiguillage::lint {
namespace {

using state_ids = std::set<state_id>;

/// What one actor does for one need in one way: the states that this brings about, and those that it waits for.
struct service {
  state_ids brings;
  state_ids waits;
};

template <class T>
bool has(const std::vector<T>& list, const T& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

/// Only a fact can bring it about: the engine then looks at the actors that it bars, and at nothing else.
bool only_a_fact(const state& one) {
  return one.produced_by_needs.empty() && one.produced_by_levels.empty() && one.produced_by_actors.empty() &&
         one.produced_by_modes.empty() && !one.produced_on_the_spot;
}

/// A state that a plan waits for: not one of the hand-offs, nor one that a place may hold by itself.
bool waited_for(const state& one) {
  return !only_a_fact(one) && one.produced_by_modes.empty() && !one.spoken.known();
}

bool brings(const state& one, need_type_id need, level_id level) {
  const auto named = [&](const need_reference& each) { return each.need == need; };
  return one.produced_on_the_spot || has(one.produced_by_levels, level) ||
         std::any_of(one.produced_by_needs.begin(), one.produced_by_needs.end(), named);
}

bool waits(const pack& rules, const state& one, need_type_id need, level_id level, actor_type_id who) {
  const auto named = [&](const need_reference& each) { return each.need == need && !each.right.known(); };
  return has(one.required_by_levels, level) ||
         (has(one.required_by_levels_outside_operators, level) &&
          rules.actor_types[who].family != group::operators) ||
         std::any_of(one.required_by_needs.begin(), one.required_by_needs.end(), named);
}

service service_of(const pack& rules, const competence& row, need_type_id need, level_id level) {
  service result;
  for (std::size_t i = 0; i < rules.states.size(); ++i) {
    const state& one = rules.states[state_id(i)];
    if (brings(one, need, level))
      result.brings.emplace(i);
    else if (waited_for(one) && waits(rules, one, need, level, row.actor))
      result.waits.emplace(i);
  }
  return result;
}

/// The services of each actor type: one stop may give several of them.
std::vector<std::vector<service>> stops_of(const linting& work) {
  const pack& rules = work.rules;
  std::vector<std::vector<service>> stops(rules.actor_types.size());
  for (const competence& row : rules.competences)
    for (const need_type_id need : row.needs) {
      const surroundings around = for_competence(work, need, row.actor);
      if (satisfiable(rules, around, {{row.when, is_yes}}) == answer::no) continue;
      for (const level_id level : row.levels)
        if (rules.levels[level].id != "decide" && meets(rules, rules.needs[need], level, false))
          stops[row.actor.index()].push_back(service_of(rules, row, need, level));
    }
  return stops;
}

/// What one stop brings about, one service after the other, each once all that it waits for is there.
void add_stop(const std::vector<service>& together, state_ids& there) {
  for (std::size_t before = there.size() + 1; before != there.size();) {
    before = there.size();
    for (const service& one : together)
      if (std::includes(there.begin(), there.end(), one.waits.begin(), one.waits.end()))
        there.insert(one.brings.begin(), one.brings.end());
  }
}

state_ids within_reach(const linting& work, const std::vector<std::vector<service>>& stops) {
  state_ids there;
  for (std::size_t i = 0; i < work.rules.states.size(); ++i)
    if (!work.rules.states[state_id(i)].produced_by_actors.empty()) there.emplace(i);
  for (std::size_t before = there.size() + 1; before != there.size();) {
    before = there.size();
    for (const std::vector<service>& one : stops) add_stop(one, there);
  }
  return there;
}

/// A state out of reach that bringing this one about waits for; unknown when nothing ever brings it about.
state_id next_wait(state_id which, const std::vector<std::vector<service>>& stops, const state_ids& there) {
  for (const std::vector<service>& stop : stops)
    for (const service& one : stop) {
      if (!one.brings.contains(which)) continue;
      for (const state_id each : one.waits)
        if (!there.contains(each)) return each;
    }
  return {};
}

bool is_required(const state& one) {
  return !one.required_by_needs.empty() || !one.required_by_levels.empty() ||
         !one.required_by_levels_outside_operators.empty();
}

void say_unproduced(const linting& work, const state& one, const text& why) {
  report(work, one.about.where, code::unproduced_state, text{"l'état ", "state "} + quoted(one.id) + why,
         {"écrivez dans produced_by un besoin, une forme d'aide ou un acteur qui existe",
          "write in produced_by a need, a level of help or an actor that exists"});
}

void say_cycle(const linting& work, const std::vector<state_id>& path) {
  std::vector<std::string> names;
  for (const state_id one : path) names.push_back(work.rules.states[one].id);
  names.push_back(names.front());
  std::string chain;
  for (const std::string& one : names) chain += (chain.empty() ? "" : " → ") + one;
  report(work, work.rules.states[path.front()].about.where, code::state_cycle,
         text{"ces états s'attendent l'un l'autre, aucun ne peut venir : ",
              "these states wait for each other, none can come: "} +
             text{chain, chain},
         {"enlevez une demande de required_by, ou ajoutez une autre façon dans produced_by",
          "remove one requirement of required_by, or add another way in produced_by"});
}

/// Follows the waits from a state until one comes again; the states from there on are the cycle.
void follow(const linting& work, state_id from, const std::vector<std::vector<service>>& stops,
            const state_ids& there, state_ids& told) {
  std::vector<state_id> path;
  for (state_id at = from; at.known(); at = next_wait(at, stops, there)) {
    if (told.contains(at)) return;
    const auto again = std::find(path.begin(), path.end(), at);
    if (again == path.end()) {
      path.push_back(at);
      continue;
    }
    path.erase(path.begin(), again);
    std::rotate(path.begin(), std::min_element(path.begin(), path.end()), path.end());
    told.insert(path.begin(), path.end());
    say_cycle(work, path);
    return;
  }
}

}  // namespace

void lint_states(const linting& work) {
  const std::vector<std::vector<service>> stops = stops_of(work);
  const state_ids there = within_reach(work, stops);
  state_ids told;
  for (std::size_t i = 0; i < work.rules.states.size(); ++i) {
    const state_id which(i);
    const state& one = work.rules.states[which];
    if (only_a_fact(one) && is_required(one))
      say_unproduced(work, one,
                     {" est demandé, et rien ne l'amène : cette demande reste sans effet",
                      " is required, and nothing brings it about: the requirement has no effect"});
    if (!waited_for(one) || one.produced_on_the_spot || there.contains(which)) continue;
    if (next_wait(which, stops, there).known())
      follow(work, which, stops, there, told);
    else
      say_unproduced(work, one,
                     {" ne peut pas venir : aucun acteur ne sert ce qui l'amène",
                      " cannot come: no actor serves what brings it about"});
  }
}

}  // namespace aiguillage::lint
