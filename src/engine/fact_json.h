#pragma once

#include "aiguillage/pack.h"
#include "report/json_writer.h"

namespace aiguillage::engines {

/// {fact, type, text, unit, pattern, sensitive, values: [{id, text, sensitive}]}: how a fact is asked for.
void write_fact(report::json_writer& to, const fact& of, language wanted);

}  // namespace aiguillage::engines
