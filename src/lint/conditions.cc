#include <algorithm>
#include <limits>

#include "lint/linting.h"

/// Conditions that no situation, or every situation, meets.
namespace aiguillage::lint {
namespace {

struct looking {
  const linting& work;
  const guard& at;

  [[nodiscard]] answer ask(const std::vector<demand>& all) const {
    return satisfiable(work.rules, at.around, all);
  }
  void say(const char* code, const text& message, const text& hint) const {
    report(work, at.whose->where, code, at.name + text{" : ", ": "} + message, hint);
  }
};

text shown(const linting& work, condition_id which) {
  const std::string words = written(work.rules, which);
  return {words, words};
}

/// `{at_least: 0}` is how a rule asks for a number that is known: there is a date, there was a release.
bool asks_for_a_number(const pack& rules, condition_id which) {
  const condition& node = rules.conditions[which];
  if (node.kind == condition_kind::range && node.low == 0 &&
      node.high == std::numeric_limits<std::int64_t>::max())
    return true;
  return std::any_of(node.children.begin(), node.children.end(),
                     [&](condition_id child) { return asks_for_a_number(rules, child); });
}

/// True when the whole condition is at fault, so that nothing is left to say of its parts.
bool whole_at_fault(const looking& here) {
  const condition_id when = here.at.when;
  const answer holds = here.ask({{when, is_yes}});
  if (holds == answer::no) {
    if (reported(here.work, here.at.whose->where, code::cannot_arise)) return true;
    here.say(code::never_true,
             text{"aucune situation ne remplit ", "no situation meets "} + shown(here.work, when),
             {"enlevez ce qui se contredit, ou la règle", "remove what contradicts itself, or the rule"});
    return true;
  }
  if (!sure(here.work, holds, *here.at.whose)) return true;
  if (here.ask({{when, not_yes}}) == answer::no) {
    here.say(
        code::always_true, shown(here.work, when) + text{" est toujours vrai", " always holds"},
        {"écrivez always: true, ou resserrez la condition", "write always: true, or narrow the condition"});
    return true;
  }
  if (asks_for_a_number(here.work.rules, when) || here.ask({{when, is_no}}) != answer::no) return false;
  here.say(code::only_known,
           shown(here.work, when) + text{" est vrai dès que le fait est connu, quelle que soit la réponse",
                                         " holds as soon as the fact is known, whatever the answer"},
           {"écrivez always: true si tous sont concernés, ou enlevez des valeurs",
            "write always: true when everyone is concerned, or remove values"});
  return true;
}

std::vector<demand> with(std::vector<demand> all, condition_id one) {
  all.push_back({one, is_yes});
  return all;
}

/// `beside`: what must hold beside this part for the whole to hold by it.
void look_inside(const looking& here, condition_id which, const std::vector<demand>& beside) {
  const condition& node = here.work.rules.conditions[which];
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const condition_id child = node.children[i];
    std::vector<demand> around = beside;
    if (node.kind == condition_kind::all)
      for (const condition_id other : node.children)
        if (other != child) around.push_back({other, is_yes});
    const bool part = node.kind == condition_kind::any || node.kind == condition_kind::unless;
    if (!part || here.ask(with(around, child)) != answer::no) {
      look_inside(here, child, around);
      continue;
    }
    if (node.kind == condition_kind::any)
      here.say(code::dead_branch,
               text{"la branche ", "branch "} + text{std::to_string(i + 1), std::to_string(i + 1)} +
                   text{" de any n'est jamais vraie ici : ", " of any never holds here: "} +
                   shown(here.work, child),
               {"effacez cette branche, ou corrigez ce qui la contredit",
                "delete this branch, or correct what contradicts it"});
    else
      here.say(
          code::idle_exception,
          text{"l'exception n'est jamais établie ici : unless: ",
               "the exception is never established here: unless: "} +
              shown(here.work, child),
          {"effacez unless, ou écrivez l'exception voulue", "delete unless, or write the exception meant"});
  }
}

bool is_always(const pack& rules, condition_id which) {
  return !which.known() || rules.conditions[which].kind == condition_kind::always;
}

}  // namespace

void lint_conditions(const linting& work) {
  for (const guard& one : guards_of(work)) {
    const looking here{work, one};
    if (!is_always(work.rules, one.when) && !whole_at_fault(here)) look_inside(here, one.when, {});
  }
  for (const competence& row : work.rules.competences) {
    if (is_always(work.rules, row.when)) continue;
    guard at{row.when, &row.about, text{"la ligne de ", "the row of "} + quoted(row.about.id), {}};
    at.around.acting = row.actor;
    at.around.procedures.clear();
    for (const need_type_id need : row.needs)
      for (const procedure& one : procedures_of(work, need)) at.around.procedures.push_back(one);
    const looking here{work, at};
    if (!whole_at_fault(here)) look_inside(here, row.when, {});
  }
}

}  // namespace aiguillage::lint
