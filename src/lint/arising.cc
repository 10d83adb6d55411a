#include "lint/linting.h"

/// Conditions on a need, an urgency, a right or an operator that can never arise.
namespace aiguillage::lint {
namespace {

struct arising {
  const linting& work;
  const rule& whose;
  const text& name;

  template <class List>
  void look(const value_set& asked, const value_set& possible, const List& list, const text& what) const {
    std::vector<std::string> idle;
    for (std::size_t i = 0; i < list.size(); ++i)
      if (asked.test(i) && !possible.test(i)) idle.push_back(list.items[i].id);
    if (idle.empty()) return;
    report(work, whose.where, code::cannot_arise, name + text{" : ", ": "} + what + listed(idle),
           {"enlevez ce nom de la condition, ou écrivez la règle qui le fait arriver",
            "remove this name from the condition, or write the rule that makes it arise"});
  }
};

void look_inside(const arising& here, condition_id which, const value_set& carried) {
  const linting& work = here.work;
  if (!which.known()) return;
  const condition& node = work.rules.conditions[which];
  switch (node.kind) {
    case condition_kind::right:
      here.look(node.values, carried, work.rules.rights,
                {"aucun besoin ne porte ce droit : ", "no need carries this right: "});
      break;
    case condition_kind::decided_by:
      here.look(node.values, work.operators, work.rules.actor_types,
                {"aucun besoin n'a cet organisme : ", "no need has this operator: "});
      break;
    case condition_kind::urgency:
      here.look(node.values, work.urgencies, work.rules.urgencies,
                {"aucune règle ne donne cette urgence : ", "no rule gives this urgency: "});
      break;
    case condition_kind::need:
      here.look(node.values, work.needs, work.rules.needs,
                {"aucune règle ne donne ce besoin : ", "no rule gives this need: "});
      break;
    default: break;
  }
  for (const condition_id child : node.children) look_inside(here, child, carried);
}

value_set all_rights(const linting& work) {
  value_set result;
  for (std::size_t i = 0; i < work.rights.size(); ++i)
    if (work.needs.test(i)) result |= work.rights[i];
  return result;
}

}  // namespace

void lint_possible(const linting& work) {
  const value_set carried = all_rights(work);
  for (const guard& one : guards_of(work)) look_inside({work, *one.whose, one.name}, one.when, carried);
  for (const competence& row : work.rules.competences) {
    const text name = text{"la ligne de ", "the row of "} + quoted(row.about.id);
    look_inside({work, row.about, name}, row.when, carried);
  }
  for (std::size_t i = 0; i < work.rules.needs.size(); ++i) {
    const need_type& type = work.rules.needs[need_type_id(i)];
    if (work.needs.test(i)) continue;
    report(work, type.about.where, code::never_needed,
           text{"aucune règle ne donne le besoin ", "no rule gives need "} + quoted(type.id),
           {"écrivez une règle sous rules:", "write a rule under rules:"});
  }
}

}  // namespace aiguillage::lint
