#pragma once

#include <vector>

#include "aiguillage/explain/why_not.h"
#include "network/builder.h"

/// Which facts bear on a place. Inside the search for ways in.
namespace aiguillage::detail {

/// Facts, one bit each.
using fact_set = value_set;

/// The needs of which the actor type has a competence other than deciding.
[[nodiscard]] value_set remit_of(const pack& rules, actor_type_id type);

/// The facts that bear on whether there is such a need, and on whether this actor type serves it: those that its rules,
/// its rights and the states about it read, its competence, and the rules on the actor type and on levels of help.
[[nodiscard]] fact_set facts_about(const pack& rules, actor_type_id who, need_type_id what);

/// The facts that bear on what keeps the person from one of these places whatever the need: whom it receives, the way
/// there and its entrance; but for where the person is now.
[[nodiscard]] fact_set facts_at(const build_view& view, const std::vector<actor_id>& who);

}  // namespace aiguillage::detail
