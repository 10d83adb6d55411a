#pragma once

#include <vector>

#include "aiguillage/situation.h"
#include "aiguillage/territory.h"
#include "aiguillage/text.h"

#pragma GCC visibility push(default)
namespace aiguillage {

/// The name of a place; one that has only the name of its type, in both languages.
[[nodiscard]] text place_name(const pack& rules, const actor& who);

/// What to ask before someone is sent to a place: what it says of whom it receives and when, as far as it bears on this
/// person and is not settled by what is known of them. Empty when there is nothing to ask.
[[nodiscard]] std::vector<text> to_check(const pack& rules, const territory& land, const situation& person,
                                         actor_id who);

}  // namespace aiguillage
#pragma GCC visibility pop
