#pragma once

#include <limits>
#include <vector>

#include "aiguillage/id.h"

/// What the path taken so far leaves of the next one. Days count from today, day 0.
#pragma GCC visibility push(default)
namespace aiguillage {

/// What identifies a need: its type, and its right when one is concerned.
struct need_key {
  need_type_id type;
  right_id right;  // unknown: none is concerned

  /// The same type and the same right; two unknown rights are the same.
  friend bool operator==(const need_key& a, const need_key& b) {
    return a.type == b.type && a.right == b.right;
  }
};

/// A day that does not come on this path.
inline constexpr int never_again = std::numeric_limits<int>::max() / 8;

/// A door that does not take this person for now.
struct closed_door {
  actor_id who;
  need_key about;           // type unknown: whatever the need
  int until = never_again;  // first day on which it may be asked again
};

/// A state brought about on the way.
struct held_state {
  state_id which;
  actor_type_id decided_by;  // unknown: it holds for every operator
};

/// An appointment that stands: the needs are met there on that day and nowhere else.
struct kept_appointment {
  actor_id who;
  std::vector<need_key> needs;
  int day = 0;
  int minute = -1;   // of the day; -1: not said
  actor_id owner;    // who checks that the person was received; unknown: nobody yet
  int days_ago = 0;  // it has passed without news, so many days ago: its day is then 0, to check
};

/// A hand-off that was lost: the next one to this door is stronger.
struct missed_visit {
  actor_id who;
  int times = 1;
};

/// What the path so far leaves: doors closed, needs settled, states held, appointments kept; made by `learn` (follow.h).
struct course {
  std::vector<closed_door> closed;
  std::vector<need_key> settled;  // done, or renounced: they ask for no stop any more
  std::vector<held_state> held;
  std::vector<kept_appointment> kept;
  std::vector<missed_visit> missed;
  int deadline_passed = 0;  // days since the date that the person had to keep; 0: it has not passed
};

}  // namespace aiguillage
#pragma GCC visibility pop
