#pragma once

#include <string>
#include <vector>

#include "aiguillage/referral.h"

/// Plans in words: why this stop, what is said to whom, what stands in the way. Never "not eligible".
namespace aiguillage {

/// What the receiving place is told about a person, in the order of the facts of the pack.
struct handoff_note {
  std::vector<fact_id> tell;       // what the rules behind the needs served there read, and nothing more
  std::vector<fact_id> keep;       // sensitive and known: stays where it was said
  std::vector<fact_id> if_agreed;  // of `keep`: would help there, once the person agrees in writing
};

/// The hand-off note of one stop. A sensitive fact is told only where it is needed and with a written agreement.
[[nodiscard]] handoff_note note_for(const pack& rules, const situation& person, const referral_stop& stop);

/// True when the fact, or a value that it holds, is sensitive.
[[nodiscard]] bool is_sensitive(const pack& rules, const situation& person, fact_id which);

/// One reason in words; `by` is the rule that it comes from.
struct reason {
  const rule* by = nullptr;
  text words;
};

/// Why there is this need.
[[nodiscard]] std::vector<reason> reasons_for(const pack& rules, const need& what);

/// Why there is this stop, here and by this hand-off.
[[nodiscard]] std::vector<reason> reasons_for(const pack& rules, const territory& land,
                                              const referral_stop& stop);

/// What keeps one type of actor from a need: who else is for, or what would have to be there.
[[nodiscard]] text obstacle_words(const pack& rules, const obstacle& what);

/// What a helper can do about a need that nobody can meet here.
[[nodiscard]] text unmet_words(const pack& rules, const unmet_need& what);

/// The need as people call it, with the right that it is about.
[[nodiscard]] text need_words(const pack& rules, const need& what);

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
