#pragma once

#include <string>

#include "aiguillage/explain/why_not.h"
#include "explain/random_person.h"

/// A small pack and three places, written in the test or drawn from a seed.
namespace aiguillage::why_not_world {

inline constexpr std::size_t type_count = 3;

/// Facts f0 (two values), f1 (three), f2 (two), a set, a number; needs n0, n1, n2; types t0, t1, t2, one place each.
struct world {
  pack rules;
  territory land;
  dice with;

  explicit world(std::uint64_t seed);

  condition_id value(std::size_t which, std::size_t one);
  condition_id leaf();
  condition_id any_condition(std::size_t depth);
  /// A rule that makes a need; a competence of a type for it; a hard rule that excludes the type.
  void add_need_rule(std::size_t need, condition_id when);
  void add_competence(std::size_t type, std::size_t need, condition_id when);
  void exclude(std::size_t type, condition_id when, strength force = strength::hard);
  void fill_at_random();
};

[[nodiscard]] situation nothing_known(const pack& rules);

}  // namespace aiguillage::why_not_world
