#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "aiguillage/condition.h"
#include "aiguillage/course.h"
#include "aiguillage/id.h"
#include "aiguillage/pack.h"

#pragma GCC visibility push(default)
namespace aiguillage {

/// What is known of one fact. Not known is not false.
struct fact_value {
  bool known = false;
  value_set values;              // booleans, enums (one value) and sets
  std::int64_t thousandths = 0;  // integers and numbers
  std::string code;              // codes
};

/// A point on earth, degrees (WGS 84).
struct point {
  double latitude = 0;
  double longitude = 0;
};

/// What is known of one person's situation; one value per fact of the pack.
struct situation {
  id_vector<fact_id, fact_value> facts;
  std::string date;  // YYYY-MM-DD or "": nothing depends on the clock
  std::string home_commune;
  std::optional<point> home;
  course so_far;  // empty for a person who starts
};

/// What conditions may look at besides the facts.
struct condition_context {
  const pack* rules = nullptr;
  const situation* person = nullptr;
  right_id right;
  actor_type_id decided_by;  // operator of the right, or the organism named when no right is
  actor_type_id acting;      // whose competence is looked at
  urgency_id urgency;
  value_set certain_needs;
  value_set certain_dimensions;
};

/// The three-valued truth of a condition. A fact that is not known gives `unknown`, except under `unless`.
[[nodiscard]] tri evaluate(condition_id which, const condition_context& context);

/// The facts that are not known and on which a condition depends, in the order of the pack, without doubles.
[[nodiscard]] std::vector<fact_id> unknown_facts(condition_id which, const condition_context& context);

/// The value of an enum fact, as an index into its values; nullopt when not known.
[[nodiscard]] std::optional<std::size_t> single_value(const situation& person, fact_id which);

}  // namespace aiguillage
#pragma GCC visibility pop
