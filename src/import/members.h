#pragma once

#include <vector>

#include "aiguillage/listing.h"

namespace aiguillage::import {

/// What services say of the places that give them: lists grow, and what is said once already is a remark that names the
/// service. A limit that not every service has is none of the place: a public is received first, the rest are remarks.
void take_in(listing& place, const std::vector<const listing*>& members);

}  // namespace aiguillage::import
