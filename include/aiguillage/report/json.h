#pragma once

#include <string>
#include <vector>

#include "aiguillage/explain/why_not.h"
#include "aiguillage/follow.h"
#include "aiguillage/referral.h"

/// The JSON of the contract: stable keys, the same bytes for the same input. Each text ends with a newline.
#pragma GCC visibility push(default)
namespace aiguillage {

/// What `qualify --json` gives: needs, urgency and open questions; with `ways` also, for each need that is not certain,
/// the smallest sets of answers that would make it so, which takes longer than all the rest.
[[nodiscard]] std::string qualification_json(const pack& rules, const situation& person,
                                             const qualification& found, language wanted, bool ways = false);

/// What `qualify --why NEED --json` gives: how the need stands, every rule that makes it with its conditions, and the
/// smallest sets of answers that would. Whatever the right when none is given.
[[nodiscard]] std::string why_json(const pack& rules, const situation& person, const qualification& found,
                                   need_type_id type, right_id right, language wanted);

/// What `route --json` gives: the qualification, the plans, what nobody can meet, the second plan against the first, why not
/// each actor asked about; `followed`, what happened so far.
[[nodiscard]] std::string referral_json(const pack& rules, const territory& land, const situation& person,
                                        const qualification& found, const referral& proposed, language wanted,
                                        const std::vector<asked_actor>& asked = {},
                                        const followed_path* path = nullptr);

}  // namespace aiguillage
#pragma GCC visibility pop
