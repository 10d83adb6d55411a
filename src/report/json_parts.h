#pragma once

#include <string>

#include "aiguillage/explain.h"
#include "aiguillage/explain/why.h"
#include "aiguillage/report/json.h"
#include "report/json_value.h"

/// Parts of the JSON of the contract that several verbs share.
namespace aiguillage::report {

[[nodiscard]] json name_or_null(const std::string& name);

template <class Id, class T>
[[nodiscard]] json id_or_null(const id_vector<Id, T>& list, Id which) {
  return which.known() ? json(list[which].id) : json(nullptr);
}

/// {rule, source, text}
[[nodiscard]] json rule_json(const reason& one, language wanted);

/// {rule, file, line, source, text, evidence, holds, conditions: [{fact, words, holds, depth}]}
[[nodiscard]] json account_json(const pack& rules, const rule_account& one, const text& words,
                                language wanted);

/// [[{fact, words, values | at_least, at_most, another_answer}]]
[[nodiscard]] json ways_json(const pack& rules, const ways_to_need& all, language wanted);

/// [{need, ways, more}] for each type of which no need is certain or possible.
[[nodiscard]] json not_derived_json(const pack& rules, const situation& person, const qualification& found,
                                    language wanted);

[[nodiscard]] json pack_json(const pack& rules);

/// {date, rules_in_force_on, hours_evaluated, text}; `land` is nullptr when no plan is asked for.
[[nodiscard]] json clock_json(const pack& rules, const territory* land, const situation& person,
                              language wanted);

/// Everything that `qualify` and `route` have in common; the territory is left out when there is none.
[[nodiscard]] json head_json(const pack& rules, const territory* land, const situation& person,
                             const qualification& found, language wanted, bool ways);

/// One open question of a qualification.
[[nodiscard]] json question_json(const pack& rules, const question& one, language wanted);

/// What `referral_json` writes.
[[nodiscard]] json referral_value(const pack& rules, const territory& land, const situation& person,
                                  const qualification& found, const referral& proposed, language wanted,
                                  const std::vector<asked_actor>& asked, const followed_path* path);

}  // namespace aiguillage::report
