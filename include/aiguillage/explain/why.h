#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "aiguillage/qualify.h"

/// Why a need is there, or what would have to be known for it to be there. Spoken to the helper; never a refusal.
#pragma GCC visibility push(default)
namespace aiguillage {

/// One line of the condition of a rule, in the order of writing, as it stands for one person.
struct condition_line {
  fact_id fact;        // unknown: the line heads those below it, or looks at something else than a fact
  condition_id which;  // unknown: `words` say it
  text words;          // empty when a condition of the pack says it
  tri holds = tri::unknown;
  int depth = 0;  // how many heads it stands under
};

/// One rule that makes needs of one type.
struct rule_account {
  const rule* by = nullptr;
  tri holds = tri::unknown;  // yes: a need is certain by it; unknown: possible
  std::vector<condition_line> conditions;
};

/// What the rule says when it holds; else its title, since what it says is not established.
[[nodiscard]] const text& account_words(const rule_account& one);

/// Every rule in force that makes a need of this type, about this right when one is given, in the order of the pack;
/// then the states that only such a need brings about, once for each certain need of `found` that requires one.
[[nodiscard]] std::vector<rule_account> accounts_of(const pack& rules, const situation& person,
                                                    const qualification& found, need_type_id type,
                                                    right_id right = {});

/// A line in words, made when they are asked for.
[[nodiscard]] text line_words(const pack& rules, const condition_line& one);

/// How a need stands, the best first.
enum class need_standing : std::uint8_t { certain, possible, not_derived };

/// How needs of this type stand, about this right when one is given.
[[nodiscard]] need_standing standing_of(const qualification& found, need_type_id type, right_id right = {});

/// The same said to the helper; that nothing brings a need up is no refusal.
[[nodiscard]] text standing_words(need_standing which);

/// Answers to one question, each of which does.
struct wanted_answer {
  fact_id fact;
  value_set values;      // one of these; of a set, this one alone
  bool none = false;     // a set: nothing does as well
  std::int64_t low = 0;  // numbers, thousandths
  std::int64_t high = std::numeric_limits<std::int64_t>::max();
  bool another = false;  // something else is known of this fact: it would take another answer
  text words;
};

/// Answers that together make a need certain, whatever is chosen among them; no part of them is enough.
struct way_to_need {
  const rule* by = nullptr;            // the rule, or the state, that makes it
  std::vector<wanted_answer> answers;  // in the order of the facts of the pack
};

/// @{
/// At most this many ways, of at most this many answers each; within that, all are found.
inline constexpr std::size_t most_ways = 5;
inline constexpr std::size_t most_answers = 4;
/// @}

/// The smallest ways: those of open questions only first, then by length, then in the order of the pack.
struct ways_to_need {
  std::vector<way_to_need> ways;
  bool more = false;  // there are others
};

/// What would make a need of this type certain, about this right when one is given, all else staying as it is known;
/// none when it is certain already.
[[nodiscard]] ways_to_need ways_to(const pack& rules, const situation& person, need_type_id type,
                                   right_id right = {});

/// A question as it is asked, without what is said to the helper around it.
[[nodiscard]] text asked_words(const pack& rules, fact_id which);

/// What a condition without children asks for: the question, then the answers that do.
[[nodiscard]] text condition_words(const pack& rules, condition_id which);

/// How sure the ground of a rule is.
[[nodiscard]] text evidence_words(evidence grade);

}  // namespace aiguillage
#pragma GCC visibility pop
