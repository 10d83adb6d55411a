#include <algorithm>
#include <map>

#include "lint/linting.h"

/// Needs that nobody serves, and decisions that nobody takes.
namespace aiguillage::lint {
namespace {

enum class service_found { none, below_minimum, full };

bool holds(const linting& work, const competence& row, const surroundings& around) {
  return satisfiable(work.rules, around, {{row.when, is_yes}}) != answer::no;
}

bool serves(const competence& row, need_type_id need) {
  return std::find(row.needs.begin(), row.needs.end(), need) != row.needs.end();
}

service_found best_service(const linting& work, need_type_id need) {
  service_found best = service_found::none;
  for (const competence& row : work.rules.competences) {
    if (!serves(row, need) || !holds(work, row, for_competence(work, need, row.actor))) continue;
    for (const level_id level : row.levels) {
      if (work.rules.levels[level].id == "decide" || !meets(work.rules, work.rules.needs[need], level, false))
        continue;
      if (meets(work.rules, work.rules.needs[need], level, true)) return service_found::full;
      best = service_found::below_minimum;
    }
  }
  return best;
}

void check_served(const linting& work, need_type_id need) {
  const need_type& type = work.rules.needs[need];
  const service_found best = best_service(work, need);
  if (best == service_found::none)
    report(work, type.about.where, code::unserved_need,
           text{"aucun acteur ne sert le besoin ", "no actor serves need "} + quoted(type.id),
           {"ajoutez-le dans competence/ avec une forme d'aide de son met_by",
            "add it in competence/ with a level of help of its met_by"});
  if (best == service_found::below_minimum)
    report(work, type.about.where, code::unserved_minimum,
           text{"aucun acteur ne sert le besoin ", "no actor serves need "} + quoted(type.id) +
               text{" à son minimum pour qui n'est pas autonome : ",
                    " at its minimum for who is not autonomous: "} +
               quoted(work.rules.levels[type.floor].id),
           {"baissez at_least, ou ajoutez cette forme d'aide à un acteur",
            "lower at_least, or give this level of help to an actor"});
}

bool decides(const linting& work, need_type_id need, const procedure& what) {
  surroundings around;
  around.procedures.assign(1, what);
  around.acting = what.decided_by;
  return std::any_of(
      work.rules.competences.begin(), work.rules.competences.end(), [&](const competence& row) {
        const auto decision = [&](level_id one) { return work.rules.levels[one].id == "decide"; };
        return row.actor == what.decided_by && serves(row, need) &&
               std::any_of(row.levels.begin(), row.levels.end(), decision) && holds(work, row, around);
      });
}

/// The rights that nobody decides, by operator.
std::map<actor_type_id, std::vector<std::string>> undecided(const linting& work, need_type_id need) {
  std::map<actor_type_id, std::vector<std::string>> result;
  const need_type& type = work.rules.needs[need];
  for (const procedure& one : procedures_of(work, need)) {
    if (!type.decided || !one.right.known() || !one.decided_by.known()) continue;
    surroundings around;
    around.procedures.assign(1, one);
    if (satisfiable(work.rules, around, {{type.decided_when, is_yes}}) == answer::no) continue;
    if (!decides(work, type.decided_with_claim ? work.rules.rights[one.right].claim : need, one))
      result[one.decided_by].push_back(work.rules.rights[one.right].id);
  }
  return result;
}

void check_decided(const linting& work, need_type_id need) {
  std::vector<std::string> all;
  for (const auto& [who, rights] : undecided(work, need))
    all.push_back(work.rules.actor_types[who].id + " (" + listed(rights).fr + ")");
  if (all.empty()) return;
  const need_type& type = work.rules.needs[need];
  report(work, type.about.where, code::undecided_right,
         quoted(type.id) +
             text{" se décide chez des acteurs qui n'ont pas de ligne decide : ",
                  " is decided by actors that have no decide row: "} +
             listed(all),
         {"ajoutez decide à help dans leur fichier de competence/, pour ce besoin",
          "add decide to help in their file of competence/, for this need"});
}

}  // namespace

void lint_services(const linting& work) {
  for (std::size_t i = 0; i < work.rules.needs.size(); ++i) {
    if (!work.needs.test(i)) continue;
    check_served(work, need_type_id(i));
    check_decided(work, need_type_id(i));
  }
}

}  // namespace aiguillage::lint
