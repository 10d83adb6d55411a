#pragma once

#include <cstdint>

#include "aiguillage/simulation/queues.h"

namespace aiguillage::simulation {

/// The windows of one actor, repeated each week.
struct opening {
  const queue_window* begin = nullptr;
  const queue_window* end = nullptr;
  std::int64_t week = 1;
};

/// The window that holds `time`, or else the next one; there must be one.
[[nodiscard]] queue_window window_at(const opening& of, std::int64_t time);

/// How long the door is open from `from` to before `to`.
[[nodiscard]] std::int64_t open_between(const opening& of, std::int64_t from, std::int64_t to);

}  // namespace aiguillage::simulation
