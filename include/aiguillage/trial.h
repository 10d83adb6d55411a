#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "aiguillage/judge.h"
#include "aiguillage/progress.h"

/// How well the cases try the rules of a pack: which rules they use (coverage), and which they would miss (mutation).
#pragma GCC visibility push(default)
namespace aiguillage {

/// The list of a pack that holds a rule: need_rules, competences, states, urgency_rules, routing.
enum class statement_kind : std::uint8_t { need_rule, competence, state, urgency_rule, routing_rule };

/// One rule of a pack: what coverage counts, and what mutation switches off.
struct statement {
  statement_kind kind = statement_kind::need_rule;
  std::size_t index = 0;  // into the list of the pack that holds the kind
  std::string
      name;  // its id; for a line of competence `actor/first_need`, `#2` and on when there are several
  const rule* about = nullptr;
};

/// Every rule of the pack, by kind, then in the order of the pack. Points into it.
[[nodiscard]] std::vector<statement> statements_of(const pack& rules);

/// The pack without one of its rules.
[[nodiscard]] pack without(const pack& rules, const statement& which);

/// One condition on one fact, right, operator, need, dimension or urgency, over all cases.
struct condition_sight {
  condition_id which;
  const rule* of = nullptr;
  std::string words;  // as it would be written: `rent_arrears_months: {at_least: 1}`
  bool seen_true = false;
  bool seen_false = false;
};

/// Which cases use each rule, and which sides of each condition they show. Points into the pack.
struct coverage {
  std::vector<statement> rules;
  std::vector<std::vector<std::size_t>> fired;  // by rule: the cases, by index, in which its condition is met
  std::vector<condition_sight>
      conditions;  // each condition of the rules and of the definitions of needs once
};

/// What the situations of the cases make of every rule. A line of competence fires when a person has one of its needs,
/// meets its condition, and such an actor exists there; a state, when it is missing or may be.
[[nodiscard]] coverage cover(const pack& rules, const std::vector<case_file>& cases);

/// What became of the cases when one rule was switched off.
struct mutant {
  statement without;
  std::string killed_by;  // the first case found that fails without the rule; empty: the rule survives
  std::string check;      // the first check that fails there
};

/// Switches off each rule in turn, or one in `every` of them, and looks for a case that passes with it and fails
/// without it. Cases in which the rule does not fire are not tried: it makes no difference there. Tells how many are done.
[[nodiscard]] std::vector<mutant> mutate(const pack& rules, const std::vector<case_file>& cases,
                                         std::size_t every, const progress& tell);

}  // namespace aiguillage
#pragma GCC visibility pop
