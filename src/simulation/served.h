#pragma once

#include <bitset>

#include "aiguillage/pack.h"
#include "aiguillage/territory.h"

/// What a place may serve whoever comes: conditions on the person left open.
namespace aiguillage::detail {

/// By dimension.
using lanes = std::bitset<dimension_names.size()>;

/// The needs that each type of place may meet by the pack, at a level that meets them.
using lanes_by_type = id_vector<actor_type_id, std::vector<bool>>;

[[nodiscard]] lanes_by_type lanes_of(const pack& rules);

/// The dimensions of those that this place does not say it leaves out.
[[nodiscard]] lanes lanes_at(const pack& rules, const lanes_by_type& by_type, const actor& who);

}  // namespace aiguillage::detail
