#pragma once

#include <string>
#include <vector>

#include "aiguillage/explain/why_not.h"
#include "aiguillage/follow.h"
#include "aiguillage/referral.h"

/// Pages for people: 100 characters wide, UTF-8, readable without colours.
#pragma GCC visibility push(default)
namespace aiguillage {

/// In which language pages are written, and whether with colours.
struct text_style {
  language wanted = language::fr;
  bool colours = false;  // terminal escape codes
};

/// What is certain, what is possible, and the questions that matter, best first.
[[nodiscard]] std::string qualification_text(const pack& rules, const situation& person,
                                             const qualification& found, const text_style& style);

/// One need: why it is there, or what would have to be known for it to be. Whatever the right when none is given.
[[nodiscard]] std::string why_text(const pack& rules, const situation& person, const qualification& found,
                                   need_type_id type, right_id right, const text_style& style);

/// The main plan in three lanes and stop by stop, the other doors, why not each actor asked about, and what stays
/// open; first what happened so far.
[[nodiscard]] std::string referral_text(const pack& rules, const territory& land, const situation& person,
                                        const qualification& found, const referral& proposed,
                                        const text_style& style, const std::vector<asked_actor>& asked = {},
                                        const followed_path* path = nullptr);

}  // namespace aiguillage
#pragma GCC visibility pop
