#pragma once

#include <string>
#include <utility>
#include <vector>

#include "aiguillage/diagnostic.h"
#include "lint/codes.h"
#include "lint/reason.h"

namespace aiguillage::lint {

/// One lint of one pack: what may arise under its rules, and where findings go.
struct linting {
  const pack& rules;
  std::string day;
  diagnostics& out;
  std::vector<value_set> rights;  // by need type: the rights that it may be about
  value_set needs;                // the types that may become certain
  value_set urgencies;
  value_set operators;  // that may decide
};

/// A linting that knows what may arise.
[[nodiscard]] linting start(const pack& rules, const std::string& day, diagnostics& out);

/// Every right, with its operator, that a need of this type may be about; the unknown one among them.
[[nodiscard]] std::vector<procedure> procedures_of(const linting& work, need_type_id need);
/// The operators that may decide a right, replacements among them; the unknown one when none does.
[[nodiscard]] std::vector<actor_type_id> operators_of(const pack& rules, right_id right);

/// What a condition that looks at no need meets, for one urgency rule or one routing rule.
[[nodiscard]] surroundings for_urgency(const linting& work);
[[nodiscard]] surroundings for_routing(const linting& work);
[[nodiscard]] surroundings for_competence(const linting& work, need_type_id need, actor_type_id actor);

/// A condition of the pack, whose it is, and what it may meet.
struct guard {
  condition_id when;
  const rule* whose = nullptr;
  text name;  // of the rule
  surroundings around;
};

/// Every condition of the pack but those of competences, which depend on a need.
[[nodiscard]] std::vector<guard> guards_of(const linting& work);

/// True when a finding of this code stands at this place already: it says why.
[[nodiscard]] bool reported(const linting& work, const place& at, const char* code);

void report(const linting& work, const place& at, const char* code, text message, text hint);

/// "« nom »" and "'name'".
[[nodiscard]] text quoted(const std::string& name);
/// "fichier, ligne 12".
[[nodiscard]] text said(const place& at);
[[nodiscard]] text operator+(const text& a, const text& b);
[[nodiscard]] text listed(const std::vector<std::string>& names);
/// A condition as it is written, shortened.
[[nodiscard]] std::string written(const pack& rules, condition_id which);

/// True when the rule is over on the day of the lint.
[[nodiscard]] bool expired(const linting& work, const rule& one);
/// True when `outer` is in force whenever `inner` is.
[[nodiscard]] bool outlasts(const rule& outer, const rule& inner);
/// True when a level meets a need: itself or one that it covers; `at_minimum`: for who is not autonomous.
[[nodiscard]] bool meets(const pack& rules, const need_type& need, level_id level, bool at_minimum);

/// True when a condition can hold and is small enough to be compared with others.
[[nodiscard]] bool comparable(const linting& work, condition_id when, const surroundings& around);

/// Reports `too-large` once for the rule when the answer is that; true when the answer is yes.
[[nodiscard]] bool sure(const linting& work, answer one, const rule& about);

void lint_conditions(const linting& work);
void lint_possible(const linting& work);
void lint_need_rules(const linting& work);
void lint_urgency(const linting& work);
void lint_routing(const linting& work);
void lint_competences(const linting& work);
void lint_services(const linting& work);
void lint_states(const linting& work);
void lint_facts(const linting& work);
void lint_sources(const linting& work);
void lint_dates(const linting& work);
void lint_texts(const linting& work);

}  // namespace aiguillage::lint
