#pragma once

#include <bitset>
#include <cstdint>
#include <limits>
#include <vector>

#include "aiguillage/id.h"

#pragma GCC visibility push(default)
namespace aiguillage {

/// Three-valued truth; the order makes `all` a minimum and `any` a maximum (Kleene's strong logic).
enum class tri : std::uint8_t { no = 0, unknown = 1, yes = 2 };

/// A set of value indices of one value list (at most 128 values).
using value_set = std::bitset<128>;

/// The closed set of condition kinds.
enum class condition_kind : std::uint8_t {
  always,      // yes
  all,         // children
  any,         // children
  unless,      // one child: no when the child is established (yes), else yes
  value,       // the fact is, or holds, one of `values`
  lacks,       // the set fact is known and holds none of `values`
  empty,       // the set fact is known and is empty
  range,       // the number fact lies in [low, high], thousandths
  right,       // the right of the need is one of `values`
  decided_by,  // the operator of the need's right is one of `values`
  urgency,     // the urgency is one of `values`
  need,        // a need of one of these types is certain
  dimension,   // a certain need lies in one of these dimensions
};

/// One node of a condition; children are held by the pool of the pack.
struct condition {
  condition_kind kind = condition_kind::always;
  fact_id fact;
  value_set values;
  std::int64_t low = std::numeric_limits<std::int64_t>::min();
  std::int64_t high = std::numeric_limits<std::int64_t>::max();
  std::vector<condition_id> children;
};

/// The conditions of a pack; children are ids into the pool of their parent.
using condition_pool = id_vector<condition_id, condition>;

}  // namespace aiguillage
#pragma GCC visibility pop
