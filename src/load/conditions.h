#pragma once

#include "load/loading.h"

namespace aiguillage::load {

/// What a condition may look at besides the facts of the person.
struct condition_scope {
  bool of_a_need = false;      // right, operator
  bool urgency = false;        // urgency
  bool certain_needs = false;  // need, dimension
};

inline constexpr condition_scope facts_only{};
inline constexpr condition_scope for_a_need{true, false, false};
inline constexpr condition_scope for_urgency{false, false, true};
inline constexpr condition_scope for_routing{false, true, true};

/// Reads a condition into the pool of the pack; `always` stands in for what is wrong.
[[nodiscard]] condition_id read_condition(const yaml::node& node, const condition_scope& scope, loading& into,
                                          const sink& to);

/// `when` and `unless` of a mapping in one condition; `always` when there is neither.
[[nodiscard]] condition_id read_guard(const yaml::node& mapping, const condition_scope& scope, loading& into,
                                      const sink& to);

/// True when a condition of this scope may look at this key of condition_keys().
[[nodiscard]] bool may_stand(const std::string& key, const condition_scope& scope);

/// All of them must hold.
[[nodiscard]] condition_id all_of(loading& into, const std::vector<condition_id>& parts);

/// A condition that holds for everyone, and one that holds for nobody.
[[nodiscard]] condition_id always(loading& into);
[[nodiscard]] condition_id never(loading& into);

}  // namespace aiguillage::load
