#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "aiguillage/qualify.h"
#include "aiguillage/territory.h"

/// The territory as one person sees it: which door may serve which need, at what cost, and in what order.
/// A network is plain numbers: the search (route.h) knows no pack. It models Boost.Graph concepts (network_graph.h).
#pragma GCC visibility push(default)
namespace aiguillage {

/// A set of states, one bit each.
using state_set = std::uint64_t;

/// Minutes of a day.
inline constexpr int minutes_a_day = 1440;

/// A time when a door receives, in minutes since midnight of day 0, local time.
struct opening {
  int from = 0;
  int to = 0;
  bool booked_only = false;  // by appointment
};

/// The openings of a door, ascending and disjoint. There is none after the last one.
using timetable = std::vector<opening>;

/// What it takes to pass through a door.
struct passage {
  mode_id mode;                   // unknown: the person is already there, there is no hand-off to make
  int days = 0;                   // from the day the door may be asked to the day of the stop
  int loss = 0;                   // probability that the person does not arrive, thousandths
  int travel = 0;                 // minutes
  const rule* because = nullptr;  // what set the mode
  bool booked = false;            // an appointment is made: openings by appointment serve too
};

/// One way to serve one need at one door.
struct service {
  std::uint8_t need = 0;  // index into network::needs
  level_id level;
  grade quality = grade::competent;
  int penalty = 0;                // score, thousandths: dearer when partial
  int minutes = 0;                // the helper's time
  state_set requires_states = 0;  // missing states only; met by the same stop or by an earlier one
  state_set produces = 0;
  int not_before = 0;  // first day on which the door serves this need, never earlier than door::not_before
  state_set new_elements = 0;  // at a door already tried: one of these must come from an earlier stop
  const rule* because = nullptr;
};

/// A local actor that this person may be sent to.
struct door {
  actor_id actor;
  passage usual;           // a stop that serves no vital need
  passage brief;           // the same when the stop takes less than network::long_minutes
  passage same_day;        // a stop that serves a vital need
  int load = 0;            // score, thousandths, per stop
  bool counted = true;     // one more distinct actor costs network::weights.actor (an interpreter does not)
  bool here = false;       // the person is there
  bool tried = false;      // already sent the person on: every service needs a new element
  int hours = -1;          // index into network::timetables; -1: always open
  int site = -1;           // doors with the same site ≥ 0 hand over on the spot
  int not_before = 0;      // first day on which the door takes this person
  state_set produces = 0;  // by the stop itself, whatever it serves (interpreter, guardian)
  std::vector<service> services;  // at most one per need, in the order of needs
};

/// One need that the plan must meet.
struct network_need {
  need_type_id type;
  right_id right;
  dimension lane = dimension::digital;
  int weight = 10;     // of its waiting, tenths
  bool vital = false;  // its stops come before every other stop
};

/// What each unit of cost adds to the score of a plan; set by the ranking of the pack.
struct network_weights {
  int actor = 700;  // score per distinct counted actor, thousandths
  int day = 100;    // score per day of mean weighted waiting, thousandths
  int loss = 2000;  // score per expected loss, thousandths
  int travel = 2;   // score per minute of travel, thousandths
};

/// Most needs that one search takes.
inline constexpr std::size_t most_needs = 12;

/// All that the search for plans reads of one person and the places around.
struct network {
  std::vector<network_need> needs;  // at most most_needs
  std::vector<door> doors;          // in the order of ties
  network_weights weights;
  int long_minutes = 45;      // a stop this long takes `usual`, never `brief`
  passage next_door;          // between two doors of one site
  bool digital_opens = true;  // false: a stop that serves only digital needs is not a first stop (H09)
  bool timed = false;  // a date is known: visits have a time of day, one after another, within the openings
  int starts = 0;      // minute of the day from which the person sets out
  std::vector<timetable> timetables;
  state_set parallel_at_vital = 0;  // states (a language bridged) that a vital stop may get in parallel
};

}  // namespace aiguillage
#pragma GCC visibility pop
