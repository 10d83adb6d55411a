#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aiguillage/cases.h"

/// Two packs side by side: what is written differently, and for whom the answer changes.
#pragma GCC visibility push(default)
namespace aiguillage {

/// Whether only the second pack has it, only the first, or both, written differently.
enum class change_kind : std::uint8_t { added, removed, changed };

/// A rule, the definition of a need or of a right, or a figure of the ranking that is not the same in both packs.
struct rule_change {
  change_kind kind = change_kind::changed;
  std::string name;  // as in statements_of; for a definition or a figure, its id
  place where;  // in the second pack; in the first when it was removed. A right, a table or a figure has none
};

/// What the second pack adds, removes or writes otherwise: rules, definitions of needs, rights and tables, figures.
[[nodiscard]] std::vector<rule_change> changes_between(const pack& before, const pack& after);

/// An answer in ids, so that those of two packs compare.
struct brief_answer {
  std::vector<std::string> needs;  // certain needs, sorted: `first_claim:rsa`
  std::string urgency;
  std::vector<std::string> stops;  // of the main plan: `ccas by warm_call: rights_review (explain), day 2`
  std::vector<std::string> unmet;  // needs that nobody can meet
};

/// The same in every list, order included.
[[nodiscard]] bool operator==(const brief_answer& a, const brief_answer& b);

/// What a pack answers to one person in its neutral territory without the types in `absent`; no stops when there is no plan.
[[nodiscard]] brief_answer answer_to(const pack& rules, const situation& person,
                                     const std::vector<actor_type_id>& absent);

/// A person whose answer changes.
struct answer_difference {
  std::string file;
  brief_answer before;
  brief_answer after;
  std::vector<rule_change>
      because;  // those that apply to this person, and every table or figure that changed
};

/// One person as each of the two packs reads them, with the actor types that do not exist there.
struct person_in_both {
  std::string file;
  situation before;
  situation after;
  std::vector<actor_type_id> absent_before;
  std::vector<actor_type_id> absent_after;
};

/// What changes for one person; nullopt when nothing does.
[[nodiscard]] std::optional<answer_difference> compare(const pack& before, const pack& after,
                                                       const person_in_both& person,
                                                       const std::vector<rule_change>& changes);

}  // namespace aiguillage
#pragma GCC visibility pop
