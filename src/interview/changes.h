#pragma once

#include <vector>

#include "aiguillage/interview.h"

/// Which answers can still change the needs, the urgency or the first stop.
///
/// 1. `could_say`: by logic, over all open facts together. A rule may come to hold, or cease to, when some answers to
///    the facts that were not asked yet would make it so; two conditions on one fact count as independent, so that at
///    worst a question too many is asked. A fact that the person could not answer stays unknown.
/// 2. `tells_apart`: by trial, for what the rules do not say by themselves: the rights that needs are about, the states
///    that bring needs about, and the first stop. Every answer of `telling_answers` is given to each open fact of a
///    question, alone, and to all of them together when that makes at most `most_together` situations. Answers to
///    several questions at once are not tried.
namespace aiguillage::detail {

inline constexpr std::size_t most_together = 60;

/// For each fact: every value of a yes/no or of a list; no element, then each element alone, of a set; the numbers on
/// both sides of each bound that a rule sets, and 0. Nothing for a code.
[[nodiscard]] std::vector<std::vector<fact_value>> telling_answers(const pack& rules);

/// The open facts whose answers, together with others, may change a certain need or the urgency.
[[nodiscard]] value_set could_say(const pack& rules, const situation& person, const value_set& open);

}  // namespace aiguillage::detail
