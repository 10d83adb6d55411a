#pragma once

#include "aiguillage/simulation/queues.h"

namespace aiguillage {

/// The same people and lines, one unit of time after the other, with nothing known in advance: slow, for small worlds. Ends
/// with the world's `to`, which must be set.
[[nodiscard]] queue_results step_by_step(const queue_world& of);

}  // namespace aiguillage
