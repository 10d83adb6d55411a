#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "aiguillage/simulation/queues.h"

namespace aiguillage {

/// A world of one actor, always open, where each person comes at a time for a service.
[[nodiscard]] queue_world one_actor(std::uint32_t servers,
                                    const std::vector<std::pair<std::int64_t, std::uint32_t>>& people);

/// The same people and lines, one unit of time after the other, with nothing known in advance: slow, for small worlds. Ends
/// with the world's `to`, which must be set.
[[nodiscard]] queue_results step_by_step(const queue_world& of);

}  // namespace aiguillage
