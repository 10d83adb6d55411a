#pragma once

#include <string>
#include <utility>
#include <vector>

#include "aiguillage/qualify.h"

/// Inside qualification: needs and urgency without the questions.
namespace aiguillage::detail {

/// Needs and urgency as they stand.
struct findings {
  urgency_id urgency;
  const rule* urgency_because = nullptr;
  std::vector<need> needs;
  value_set certain_needs;
  value_set certain_dimensions;
};

[[nodiscard]] findings derive(const pack& rules, const situation& person);

/// The rights that a need of this type is about for this person; empty when none is known.
[[nodiscard]] std::vector<right_id> rights_of(const pack& rules, const situation& person,
                                              const need_type& type);

/// The level of help that fits this person for a need of this type.
[[nodiscard]] level_id fitting_level(const pack& rules, const condition_context& context,
                                     const need_type& type);

/// True when the level, or one that it covers, meets the need for some people; for this person.
[[nodiscard]] bool level_may_meet(const pack& rules, const need_type& type, level_id level);
[[nodiscard]] bool level_meets(const pack& rules, const condition_context& context, const need_type& type,
                               level_id level);

[[nodiscard]] std::vector<question> rank_questions(const pack& rules, const situation& person,
                                                   const findings& now);

/// A figure of the ranking, thousandths; 0 when the pack does not say.
[[nodiscard]] std::int64_t ranking_of(const pack& rules, const std::string& name);

/// Weight of the waiting of a need, tenths.
[[nodiscard]] int waiting_weight(const pack& rules, const need& one, urgency_id overall);

/// Every state that a need, or the deciding of it, requires.
enum class required_for { need, decision };
[[nodiscard]] bool requires_state(const std::vector<need_reference>& list, const need& one);

/// Whether a state comes from needs of one type and from nothing else.
[[nodiscard]] bool only_one_need_produces(const state& which);

/// Whether a need, or the deciding of it, requires the state; `context` is the person.
[[nodiscard]] bool is_required(const state& which, const condition_context& context, const need& by);

}  // namespace aiguillage::detail
