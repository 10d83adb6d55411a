#pragma once

#include <map>
#include <string>

#include "aiguillage/pack.h"
#include "batch/cells.h"
#include "batch/graph.h"

/// Conditions as formulas over bit rows.
namespace aiguillage::batch {

/// Where a condition holds for certain, and where it holds or is not known.
struct verdict {
  literal yes = no_one;
  literal maybe = no_one;
};

[[nodiscard]] constexpr verdict settled(literal yes) { return {yes, yes}; }

struct formulas {
  const pack& rules;
  std::string day;
  cell_codes codes;
  graph rows;
  std::map<condition_id, verdict> built;
  id_vector<need_type_id, literal> certain;  // empty until the needs are found
};

/// The condition, as `evaluate` sees it before any right or operator is at hand.
[[nodiscard]] verdict formula_of(formulas& all, condition_id which);

/// Those for whom the fact is known and is, or holds, one of the values.
[[nodiscard]] literal holds_one_of(formulas& all, fact_id which, const value_set& values);

/// Those for whom the fact is known.
[[nodiscard]] literal known_row(formulas& all, fact_id which);

}  // namespace aiguillage::batch
