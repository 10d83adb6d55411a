#pragma once

#include <string>
#include <vector>

#include "aiguillage/diagnostic.h"
#include "aiguillage/pack.h"

#pragma GCC visibility push(default)
namespace aiguillage {

/// Adds, as warnings, the faults of meaning of a pack on a day (YYYY-MM-DD; "": its reference date): what is never
/// true, reached, read, served or brought about, and what is out of date.
void lint_pack(const pack& rules, const std::string& day, diagnostics& out);

}  // namespace aiguillage
#pragma GCC visibility pop
