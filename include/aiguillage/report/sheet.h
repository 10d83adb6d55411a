#pragma once

#include <string>

#include "aiguillage/cases.h"
#include "aiguillage/report/text.h"

#pragma GCC visibility push(default)
namespace aiguillage {

/// One page for professionals who review a case: who it is about, the path proposed with its reasons, what the case
/// expects and why, and room for their opinion. Ends with a form feed, so that each case prints on a page of its own.
[[nodiscard]] std::string case_sheet(const pack& rules, const case_file& of, const text_style& style);

}  // namespace aiguillage
#pragma GCC visibility pop
