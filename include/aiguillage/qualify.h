#pragma once

#include <string>
#include <vector>

#include "aiguillage/situation.h"

#pragma GCC visibility push(default)
namespace aiguillage {

/// `certain`: a rule holds by what is known; `possible`: one would by some answers to what is not known.
enum class need_status : std::uint8_t { certain, possible };

/// A need of one person: a type and the right it is about.
struct need {
  need_type_id type;
  right_id right;            // unknown when no right is concerned
  actor_type_id decided_by;  // the operator of the right after replacement; unknown when none
  need_status status = need_status::certain;
  level_id help;  // the level of help that fits this person
  urgency_id urgency;
  bool vital = false;
  bool any_support = false;  // made only by social checks: met by any stop at social_support
  std::vector<const rule*> because;
};

/// A question that could change the needs or the urgency.
struct question {
  std::vector<fact_id> facts;
  text wording;
  std::vector<need_type_id> decides;
  std::vector<urgency_id> urgencies;
  std::int64_t weight = 0;  // thousandths; the first question has the greatest
  bool sensitive = false;
};

/// What is found for one person: urgency (unknown when no rule gives one), needs, and what is worth asking.
struct qualification {
  urgency_id urgency;
  const rule* urgency_because = nullptr;
  std::vector<need> needs;          // certain ones first, each in the order of the vocabulary
  std::vector<question> questions;  // best first
  bool provisional = false;         // a question is open that could change the needs or the urgency
};

/// Turns facts into needs, urgency and open questions. The result points into `rules`, which must outlive it.
[[nodiscard]] qualification qualify(const pack& rules, const situation& person);

/// The same without questions, for those who ask none: a fifth of the time of a simulation.
[[nodiscard]] qualification qualify_without_questions(const pack& rules, const situation& person);

/// `first_claim:rsa`, or the type alone when no right is concerned.
[[nodiscard]] std::string need_name(const pack& rules, need_type_id type, right_id right);

/// Minutes of a helper's time that a need takes at a stop.
[[nodiscard]] int help_minutes(const pack& rules, const need& one);

/// The operator of a right for this person, after the rules that replace it; unknown when none decides.
[[nodiscard]] actor_type_id operator_for(const pack& rules, const situation& person, right_id right);

/// The operator that stands for `decided_by` for this person and right.
[[nodiscard]] actor_type_id replaced_operator(const pack& rules, const situation& person,
                                              actor_type_id decided_by, right_id right);

/// The actor type that the person named as the organism, after replacement; unknown when it is none.
[[nodiscard]] actor_type_id named_organism(const pack& rules, const situation& person);

/// Whether a state is missing for this person: yes when a fact says so, unknown when a fact could say so.
[[nodiscard]] tri state_missing(const pack& rules, const situation& person, const state& which);

/// The day whose rules apply: the date of the situation, else the reference date of the pack.
[[nodiscard]] const std::string& applicable_day(const pack& rules, const situation& person);

/// True when the rule is in force on that day (YYYY-MM-DD).
[[nodiscard]] bool in_force(const rule& which, const std::string& day);

}  // namespace aiguillage
#pragma GCC visibility pop
