#include "lint/linting.h"

/// Rules that another rule of the same kind makes useless.
namespace aiguillage::lint {
namespace {

bool same_consequence(const need_rule& narrow, const need_rule& wide) {
  return narrow.need == wide.need && (narrow.met_by_any_support || !wide.met_by_any_support);
}

bool never_adds(const linting& work, const need_rule& narrow, const need_rule& wide) {
  return same_consequence(narrow, wide) && outlasts(wide.about, narrow.about) &&
         comparable(work, wide.when, {}) &&
         sure(work, never_truer(work.rules, {}, narrow.when, wide.when), narrow.about);
}

}  // namespace

void lint_need_rules(const linting& work) {
  const std::vector<need_rule>& all = work.rules.need_rules;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (expired(work, all[i].about) || !comparable(work, all[i].when, {})) continue;
    for (std::size_t j = 0; j < all.size(); ++j) {
      if (i == j || !never_adds(work, all[i], all[j])) continue;
      if (j > i && never_adds(work, all[j], all[i])) continue;  // the later of two alike is one too many
      report(work, all[i].about.where, code::subsumed_rule,
             quoted(all[i].about.id) + text{" ne donne rien de plus que ", " gives nothing more than "} +
                 quoted(all[j].about.id) + text{" (", " ("} + said(all[j].about.where) +
                 text{") : même besoin, condition plus étroite", "): same need, narrower condition"},
             {"effacez l'une des deux, ou corrigez sa condition",
              "delete one of the two, or correct its condition"});
      break;
    }
  }
}

void lint_urgency(const linting& work) {
  const std::vector<urgency_rule>& all = work.rules.urgency_rules;
  const surroundings around = for_urgency(work);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (expired(work, all[i].about) || !comparable(work, all[i].when, around)) continue;
    std::vector<condition_id> before;
    const rule* last = nullptr;
    for (std::size_t j = 0; j < i; ++j) {
      if (!outlasts(all[j].about, all[i].about) || !comparable(work, all[j].when, around)) continue;
      before.push_back(all[j].when);
      last = &all[j].about;
      if (!sure(work, implies(work.rules, around, all[i].when, before), all[i].about)) continue;
      report(work, all[i].about.where, code::shadowed_rule,
             quoted(all[i].about.id) +
                 text{" ne donne jamais l'urgence d'ensemble : les lignes d'avant l'emportent, jusqu'à ",
                      " never gives the overall urgency: the rows before win, up to "} +
                 quoted(last->id) + text{" (", " ("} + said(last->where) + text{")", ")"},
             {"mettez-la avant, ou changez sa condition", "put it before, or change its condition"});
      break;
    }
  }
}

}  // namespace aiguillage::lint
