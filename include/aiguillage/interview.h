#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "aiguillage/qualify.h"
#include "aiguillage/territory.h"

/// An interview: the best question first, until no answer can change the best plan. Nothing here writes or reads.
#pragma GCC visibility push(default)
namespace aiguillage {

/// What became of one fact that was asked.
struct reply {
  fact_id which;
  fact_value told;            // not known: "I do not know", or passed over
  std::vector<fact_id> rest;  // of the same question, still to be asked after it
};

/// One person's interview; a plain value.
struct interview {
  situation start;
  std::vector<reply> replies;   // in the order of asking, one per fact
  std::vector<fact_id> asking;  // what is left of the current question
};

/// What an interview goes on for: answers that change none of it are not asked for.
struct outlook {
  std::vector<std::pair<need_type_id, right_id>> needs;  // certain ones
  urgency_id urgency;
  std::vector<actor_id> first_stops;  // of the best plan, ascending
};

/// What stands for one person now.
[[nodiscard]] outlook outlook_of(const pack& rules, const territory& land, const situation& person);

/// The situation at the start with what was told since.
[[nodiscard]] situation told_so_far(const interview& of);

/// The best question of those whose answer may change the outlook, what brings the person before all; nullopt when no
/// answer can. What is tried: src/interview/changes.h. A fact that was asked is not asked again.
[[nodiscard]] std::optional<question> next_question(const pack& rules, const territory& land,
                                                    const interview& of);

/// Makes the facts of a question those to be answered, in its order.
void ask(interview& of, const question& which);

/// Answers the first fact of `asking`, which must not be empty; a value that is not known leaves it unknown.
void answer(interview& of, const fact_value& told);

/// Takes out of `asking` what the answers given meanwhile have made useless; it may still be asked later.
void leave_out_settled(const pack& rules, const territory& land, interview& of);

/// Leaves the rest of the current question unanswered.
void pass_over(interview& of);

/// Takes the last reply back: its fact, then what followed it in its question, are to be answered again. False when
/// nothing was answered.
bool undo(interview& of);

/// Replaces an earlier reply; the others stay.
void change(interview& of, std::size_t which, const fact_value& told);

/// A situation file that reads back as the same situation.
[[nodiscard]] std::string situation_yaml(const pack& rules, const situation& person);

/// What was typed, as an answer, or what was expected instead.
struct typed_answer {
  std::optional<fact_value> told;
  text expected;
};

/// Reads what was typed: the number of a value as listed from 1, its name, yes or no where the answers are just that, a
/// number with or without its unit or one that converts exactly, a code; for a set several numbers or names, or 0 for
/// none. "No" to a number that is counted from a day, or to one, leaves the fact unknown.
[[nodiscard]] typed_answer answer_from(const fact& of, const std::string& typed);

}  // namespace aiguillage
#pragma GCC visibility pop
