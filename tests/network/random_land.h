#pragma once

#include "aiguillage/territory.h"
#include "explain/random_person.h"

/// Random places that say a lot of themselves, and people around them.
namespace aiguillage::network_tests {

/// So many places around Rennes: areas, channels, publics, access, mandates, days when they are full.
[[nodiscard]] territory random_land(dice& with, std::size_t actors);

/// Anybody, at home in Rennes or far from it; half of the time on 2026-12-15.
[[nodiscard]] situation random_resident(dice& with);

}  // namespace aiguillage::network_tests
