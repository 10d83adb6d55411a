#pragma once

#include "aiguillage/pack.h"
#include "report/json_value.h"

namespace aiguillage::engines {

/// {fact, type, text, unit, pattern, sensitive, values: [{id, text, sensitive}]}: how a fact is asked for.
[[nodiscard]] report::json fact_json(const fact& of, language wanted);

}  // namespace aiguillage::engines
