#pragma once

#include <limits>

#include "aiguillage/network.h"

/// Inside routing: when a visit can take place. Times are minutes since midnight of day 0 in a timed network, and days
/// in any other.
namespace aiguillage::detail {

/// A visit that never comes.
inline constexpr int no_time = std::numeric_limits<int>::max() / 4;

struct visit_time {
  int begin = no_time;
  int end = no_time;
};

/// The first time at or after `from` when a visit of `length` minutes fits into the openings of a door. A visit longer
/// than an opening begins with it.
[[nodiscard]] int first_opening(const network& world, const door& at, int from, int length, bool booked);

/// The earliest visit through a passage, asked for at `asked`, by a person who is free from `free` on.
/// `not_before`: the first day on which the door takes the person; `length`: minutes at the door.
[[nodiscard]] visit_time earliest_visit(const network& world, const door& at, const passage& through,
                                        int asked, int free, int not_before, int length);

/// The day of a time.
[[nodiscard]] inline int day_of(const network& world, int time) {
  return world.timed ? time / minutes_a_day : time;
}

/// The first time of a day.
[[nodiscard]] inline int start_of(const network& world, int day) {
  return world.timed ? day * minutes_a_day : day;
}

}  // namespace aiguillage::detail
