#pragma once

#include <utility>
#include <vector>

#include "batch/formulas.h"

/// Needs and urgency as formulas: what `derive` finds for one person.
namespace aiguillage::batch {

struct outcomes {
  id_vector<need_type_id, literal> certain;
  id_vector<need_type_id, literal> possible;
  std::vector<std::pair<urgency_id, literal>> urgency;  // nobody is in two of these rows
};

[[nodiscard]] outcomes derive_all(formulas& all);

/// Those whose needs of this type are about one of these rights or, with `none`, about no right.
[[nodiscard]] literal about_right(formulas& all, need_type_id type, const value_set& rights, bool none);

}  // namespace aiguillage::batch
