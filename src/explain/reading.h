#pragma once

#include <vector>

#include "aiguillage/referral.h"

/// What the rules behind a stop read of a person. Inside hand-off notes.
namespace aiguillage::detail {

/// What is read of one fact: nothing, or, of a fact with values, some of them.
struct fact_read {
  bool read = false;
  value_set values;
};

using reading = id_vector<fact_id, fact_read>;

/// What the rules behind the needs served there rest on, what the actor is there for, and what it asks for itself:
/// the conditions of its competence, the states that it requires, the language in which its help is given.
[[nodiscard]] reading reading_at(const pack& rules, const situation& person, const referral_stop& stop);

/// Whether an answer is sensitive: its fact is, it is itself, or it asks for a right that is.
[[nodiscard]] bool is_sensitive_value(const pack& rules, fact_id which, std::size_t value);

/// The values of a fact that are held and sensitive; all that are held when the fact itself is.
[[nodiscard]] value_set sensitive_values(const pack& rules, const situation& person, fact_id which);

}  // namespace aiguillage::detail
