#pragma once

#include <string>
#include <vector>

#include "aiguillage/diagnostic.h"
#include "aiguillage/pack.h"

namespace [[gnu::visibility("default")]] aiguillage {

/// Adds, as warnings, the faults of meaning of a pack on a day (YYYY-MM-DD; "": its reference date): what is never
/// true, reached, read, served or brought about, and what is out of date.
void lint_pack(const pack& rules, const std::string& day, diagnostics& out);

}  // namespace aiguillage
