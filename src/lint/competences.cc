#include <algorithm>

#include "lint/linting.h"

/// Rows of competence that never serve.
namespace aiguillage::lint {
namespace {

/// The forms of help of a row that count for a need: those that meet it, and the decision where there is one.
std::vector<level_id> useful_levels(const pack& rules, const competence& row, need_type_id need) {
  std::vector<level_id> result;
  for (const level_id one : row.levels)
    if (rules.levels[one].id == "decide" ? rules.needs[need].decided
                                         : meets(rules, rules.needs[need], one, false))
      result.push_back(one);
  return result;
}

bool serves(const competence& row, need_type_id need) {
  return std::find(row.needs.begin(), row.needs.end(), need) != row.needs.end();
}

/// The rows before this one, of the same actor and for the same need, that give all its help.
std::vector<const competence*> rows_before(const pack& rules, std::size_t index, need_type_id need,
                                           const std::vector<level_id>& levels) {
  std::vector<const competence*> result;
  const competence& row = rules.competences[index];
  for (std::size_t i = 0; i < index; ++i) {
    const competence& other = rules.competences[i];
    const auto given = [&](level_id one) {
      return std::find(other.levels.begin(), other.levels.end(), one) != other.levels.end();
    };
    if (other.actor == row.actor && serves(other, need) && std::all_of(levels.begin(), levels.end(), given))
      result.push_back(&other);
  }
  return result;
}

struct row_for_need {
  const linting& work;
  const competence& row;
  need_type_id need;

  void say(const char* code, const text& why, const text& hint) const {
    report(work, row.about.where, code,
           quoted(row.about.id) + text{", besoin ", ", need "} + quoted(work.rules.needs[need].id) +
               text{" : ", ": "} + why,
           hint);
  }
};

void check_shadow(const row_for_need& here, std::size_t index, const std::vector<level_id>& levels) {
  const linting& work = here.work;
  const surroundings around = for_competence(work, here.need, here.row.actor);
  std::vector<condition_id> covering;
  if (!comparable(work, here.row.when, around)) return;
  for (const competence* other : rows_before(work.rules, index, here.need, levels)) {
    if (!comparable(work, other->when, around)) continue;
    covering.push_back(other->when);
    if (!sure(work, implies(work.rules, around, here.row.when, covering), here.row.about)) continue;
    here.say(code::shadowed_row,
             text{"cette ligne n'est jamais atteinte : la première qui convient l'emporte, ligne ",
                  "this row is never reached: the first that fits wins, line "} +
                 text{std::to_string(other->about.where.line), std::to_string(other->about.where.line)},
             {"mettez la ligne la plus étroite d'abord, ou effacez-la",
              "put the narrower row first, or delete it"});
    return;
  }
}

void check_row(const linting& work, std::size_t index) {
  const competence& row = work.rules.competences[index];
  std::vector<need_type_id> never;
  for (const need_type_id need : row.needs)
    if (satisfiable(work.rules, for_competence(work, need, row.actor), {{row.when, is_yes}}) == answer::no)
      never.push_back(need);
  for (const need_type_id need : row.needs) {
    const row_for_need here{work, row, need};
    if (std::find(never.begin(), never.end(), need) != never.end()) {
      if (never.size() < row.needs.size())
        here.say(code::never_serves,
                 {"la condition de la ligne n'est jamais remplie pour ce besoin",
                  "the condition of the row is never met for this need"},
                 {"enlevez ce besoin de la ligne, ou élargissez la condition",
                  "remove this need from the row, or widen the condition"});
      continue;
    }
    const std::vector<level_id> levels = useful_levels(work.rules, row, need);
    if (levels.empty())
      here.say(code::idle_help,
               {"aucune de ces formes d'aide n'y répond", "none of these levels of help meets it"},
               {"écrivez dans help une forme de son met_by", "write in help a level of its met_by"});
    else
      check_shadow(here, index, levels);
  }
}

}  // namespace

void lint_competences(const linting& work) {
  for (std::size_t i = 0; i < work.rules.competences.size(); ++i) check_row(work, i);
}

}  // namespace aiguillage::lint
