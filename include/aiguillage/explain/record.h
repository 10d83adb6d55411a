#pragma once

#include <optional>
#include <string>

#include "aiguillage/territory.h"

/// How old what is known of a place is.
#pragma GCC visibility push(default)
namespace aiguillage {

/// Who says what is known of a place, since when, and how old that is.
struct actor_record {
  std::string producer;         // who says so; "" when nobody is named
  std::string vintage;          // YYYY-MM-DD of the statement, or ""
  std::optional<int> age_days;  // on the day of the situation, else of the pack; never negative
  bool stale = false;           // older than stale_after_days of the ranking
};

/// The record of one actor on the day whose rules apply.
[[nodiscard]] actor_record record_of(const pack& rules, const situation& person, const actor& who);

/// The record in words, with a warning when it is old; empty when nothing is said of the place.
[[nodiscard]] text record_words(const actor_record& one);

}  // namespace aiguillage
#pragma GCC visibility pop
