#pragma once

#include <string>

#include "aiguillage/follow.h"

#pragma GCC visibility push(default)
namespace aiguillage {

/// One page of HTML that stands alone: no script, nothing from elsewhere. The main plan in three lanes comes first, then
/// one hand-off note per stop, each on a page of its own when printed. Well-formed as XML; all words are escaped.
[[nodiscard]] std::string referral_html(const pack& rules, const territory& land, const situation& person,
                                        const qualification& found, const referral& proposed, language wanted,
                                        const followed_path* path = nullptr);

}  // namespace aiguillage
#pragma GCC visibility pop
