#pragma once

#include "aiguillage/follow.h"
#include "report/text_parts.h"

namespace aiguillage::report {

/// One page of a referral: what every part of it looks at.
struct referral_page {
  page on;
  const pack& rules;
  const territory& land;
  const situation& person;
  const qualification& found;
  const referral& proposed;
  const followed_path* path = nullptr;  // what happened so far; nullptr: nothing did

  [[nodiscard]] const actor& actor_of(const referral_stop& stop) const { return land.actors[stop.who]; }
  /// The name of a place, in the language asked for when it has only that of its type.
  [[nodiscard]] std::string name_of(const actor& who) const;
  /// A day, with its date when there is one; of a stop: with its time of day when there is one.
  [[nodiscard]] std::string when(int day) const;
  [[nodiscard]] std::string when(const referral_stop& stop) const;
  /// The place that hands over to a stop, in words.
  [[nodiscard]] std::string sender(const referral_plan& in, const referral_stop& to) const;
};

/// The three lanes side by side, with every stop of the plan.
void lanes_part(referral_page& to, const referral_plan& plan);

/// Each stop: who, what, how to get there, what to say, and why.
void stops_part(referral_page& to, const referral_plan& plan);

}  // namespace aiguillage::report
