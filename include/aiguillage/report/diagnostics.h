#pragma once

#include <string>

#include "aiguillage/diagnostic.h"

#pragma GCC visibility push(default)
namespace aiguillage {

/// {"format", "findings": [{"severity", "code", "file", "line", "column", "message", "hint"}], "checked", "errors", "warnings"}
[[nodiscard]] std::string diagnostics_json(const diagnostics& all, int checked, language wanted);

/// One line: what was checked, and how many errors and warnings there are.
[[nodiscard]] std::string diagnostics_count(const diagnostics& all, int checked, language wanted);

}  // namespace aiguillage
#pragma GCC visibility pop
