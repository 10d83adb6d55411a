#pragma once

#include <cstdint>
#include <string>

#include "aiguillage/network.h"
#include "aiguillage/route.h"

namespace aiguillage {

/// A small network that mixes the rules of planning; the same for a seed with every compiler.
[[nodiscard]] network random_network(std::uint64_t seed);

/// A small timed network: opening hours, appointments, doors and needs that wait for a day. All times are multiples of
/// five minutes.
[[nodiscard]] network random_timed_network(std::uint64_t seed);

/// The same with many doors alike, here and there, with hours or without.
[[nodiscard]] network random_crowded_network(std::uint64_t seed);

/// All the figures of a network, one line for each need, door and service.
[[nodiscard]] std::string describe(const network& world);

/// All that a plan says, one line for each stop and one for its costs.
[[nodiscard]] std::string describe(const network& world, const plan& what);

/// The stops alone, joined by bars: `door[needs]@day`, then `after` and `from` when there are predecessors.
[[nodiscard]] std::string outline(const plan& what);

}  // namespace aiguillage
