#pragma once

#include <string>

#include "aiguillage/survey.h"

#pragma GCC visibility push(default)
namespace aiguillage {

/// One page of HTML that stands alone, no script, nothing from elsewhere: a map of the places, what was found (`all`: of
/// the reading and of the survey), who serves each need and decides each right, how the network holds, and a directory
/// of the actors to print. Well-formed as XML; all words are escaped.
[[nodiscard]] std::string survey_html(const pack& rules, const territory& land, const survey& seen,
                                      const diagnostics& all, language wanted);

}  // namespace aiguillage
#pragma GCC visibility pop
