#pragma once

#include <iostream>
#include <string>
#include <vector>

#include "aiguillage/batch.h"
#include "france.h"

/// What each person is answered, by the single form and by the batch form.
namespace aiguillage::batch_test {

/// Needs by type, and the urgency.
struct answer {
  value_set certain;
  value_set possible;
  urgency_id urgency;
};

[[nodiscard]] inline bool operator==(const answer& a, const answer& b) {
  return a.certain == b.certain && a.possible == b.possible && a.urgency == b.urgency;
}

/// One person as the single form answers, without the questions.
[[nodiscard]] answer alone(const pack& rules, const situation& person);

/// The rules of the reference date of the pack; when they cannot be compiled, they answer for nobody.
[[nodiscard]] inline batch_rules compiled(const pack& rules) {
  return compile_batch(rules, "").value_or(batch_rules{});
}

/// Everybody as the batch form answers; nobody when the columns do not fit.
[[nodiscard]] std::vector<answer> together(const batch_rules& rules, const people& all);
[[nodiscard]] std::vector<answer> together(const batch_rules& rules, const pack& from,
                                           const std::vector<situation>& all);

/// How the two answers differ, in the names of the pack; "" when they do not.
[[nodiscard]] std::string difference(const pack& rules, const answer& single, const answer& batch);

/// A hundred thousand situations, or what AIGUILLAGE_SITUATIONS says; a share of them for what would take minutes in a
/// build that is not optimised, which is then said.
[[nodiscard]] std::size_t situations_to_try(std::size_t share_when_slow = 1);

/// How many situations are tried at a time.
inline constexpr std::size_t at_once = 1000;

}  // namespace aiguillage::batch_test
