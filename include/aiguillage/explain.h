#pragma once

#include <string>
#include <vector>

#include "aiguillage/referral.h"

/// Plans in words: why this stop, what is said to whom, what stands in the way. Never "not eligible".
#pragma GCC visibility push(default)
namespace aiguillage {

/// What the receiving place is told about a person, in the order of the facts of the pack.
struct handoff_note {
  std::vector<fact_id> tell;  // what the rules behind the stop read, and nothing more
  situation told;             // the answers of `tell`: of a set, only the values that are read
  std::vector<fact_id>
      keep;  // sensitive and known: stays where it was said; of a set, what is not told of it
  std::vector<fact_id> if_agreed;        // of `keep`: would help there, once the person agrees in writing
  std::vector<state_id> states_told;     // of what the stop requires of earlier ones: may be said there
  std::vector<state_id> states_kept;     // the others: naming them would show something of `keep`
  std::vector<state_id> brings_told;     // of what the stop brings about: may be said there
  std::vector<need_type_id> needs_told;  // of those served there: would be found without `keep`
  bool agreed = false;                   // the person agreed in writing that it is passed on
  bool refused = false;                  // the person refused that anything is
};

/// The hand-off note of one stop. Told is what the rules behind the needs served there rest on, and what the actor is
/// there for or asks for itself: who it is competent for, the language. A sensitive answer is told only where it is
/// needed and with a written agreement; a need that would not be found without what is kept is not named. Nothing is told
/// once the person refused.
[[nodiscard]] handoff_note note_for(const pack& rules, const situation& person, const referral_stop& stop);

/// A question with what the note tells of its answer.
[[nodiscard]] text told_words(const pack& rules, const handoff_note& note, fact_id which);

/// Whether the place that hands over may be named at the next one. Never after a refusal; without a written agreement
/// not when its remit alone tells a sensitive matter; nor when a need served there rests on a sensitive answer that is
/// kept back from the next.
[[nodiscard]] bool sender_shows_nothing(const pack& rules, const territory& land, const situation& person,
                                        const referral_plan& in, const referral_stop& to);

/// Papers to take to a stop, as far as the answers told there and the states of its needs say: assumed, no pack holds
/// a list of papers.
[[nodiscard]] std::vector<text> papers_for(const pack& rules, const situation& person,
                                           const referral_stop& stop);

/// One reason in words; `by` is the rule that it comes from.
struct reason {
  const rule* by = nullptr;
  text words;
};

/// What a rule says to the helper, else its title.
[[nodiscard]] const text& said_by(const rule& one);

/// Why there is this need.
[[nodiscard]] std::vector<reason> reasons_for(const pack& rules, const need& what);

/// Why there is this stop, here and by this hand-off.
[[nodiscard]] std::vector<reason> reasons_for(const pack& rules, const territory& land,
                                              const referral_stop& stop);

/// What keeps a place from helping, in a few words, when no rule of the pack says it.
[[nodiscard]] text hindrance_words(hindrance which);

/// What keeps one type of actor from a need: who else is for, or what would have to be there.
[[nodiscard]] text obstacle_words(const pack& rules, const obstacle& what);

/// What a helper can do about a need that nobody can meet here.
[[nodiscard]] text unmet_words(const pack& rules, const unmet_need& what);

/// The need as people call it, with the right that it is about.
[[nodiscard]] text need_words(const pack& rules, const need& what);

/// The need as a stop may hear it: in neutral words when the note does not tell it; a sensitive right is left out without
/// a written agreement. The organism that decides a right hears of it, but for a refusal.
[[nodiscard]] text need_words_at(const pack& rules, const need& what, const handoff_note& note,
                                 actor_type_id at);

/// What a level of help is, said to whoever sends the person.
[[nodiscard]] text help_words(const pack& rules, level_id level);

/// What is known of a fact, as people say it; empty when it is not known.
[[nodiscard]] text value_words(const pack& rules, const situation& person, fact_id which);

/// Agreements that a hand-off asks of the person and that are not given yet.
[[nodiscard]] std::vector<state_id> agreements_for(const pack& rules, const situation& person, mode_id mode);

/// Who hands the person over to a stop of this plan: an actor; unknown when the place where the person is has no actor.
[[nodiscard]] actor_id handing_over(const territory& land, const pack& rules, const situation& person,
                                    const referral_plan& in, const referral_stop& to);

/// The ids of a list of sources, separated by spaces.
[[nodiscard]] std::string joined_sources(const std::vector<std::string>& sources);

}  // namespace aiguillage
#pragma GCC visibility pop
