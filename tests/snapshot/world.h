#pragma once

#include <span>
#include <string>

#include "aiguillage/territory.h"
#include "explain/random_person.h"

/// Random territories as large as a country, with everything that a place may say of itself.
namespace aiguillage::snapshot_tests {

/// Sites from next door to 300 km away of `home()`, some without a point; actors of all types with every key of the format
/// now and then. The more `rare`, the fewer types have a place near the home.
[[nodiscard]] territory random_country(dice& with, std::size_t actors, bool rare);

/// Somebody of a commune that may be known, have sites, neither or both; or with a point, or nowhere.
[[nodiscard]] situation random_resident(dice& with);

/// Everything that the search and the pages take of a territory for one person; `among`: as in build_network.
[[nodiscard]] std::string network_of(const territory& land, const situation& person, bool along,
                                     std::span<const actor_id> among = {});

/// All that a territory holds, one thing a line.
[[nodiscard]] std::string all_of(const territory& land);

}  // namespace aiguillage::snapshot_tests
