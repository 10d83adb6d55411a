#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

/// The waiting lines of a territory: people go from actor to actor and wait at each, first come, first served. Whole numbers
/// throughout, in any one unit of time (a minute, a millisecond): the same input gives the same answer everywhere.
#pragma GCC visibility push(default)
namespace aiguillage {

/// A visit to an actor: how long the way there takes, from home or from the end of the stop before, and the service.
struct queue_stop {
  std::uint32_t actor = 0;
  std::uint32_t travel = 0;
  std::uint32_t service = 0;
};

/// An actor is open from `from` to before `to`, counted from the start of the week.
struct queue_window {
  std::int64_t from = 0;
  std::int64_t to = 0;
};

/// The `to` of a period that lasts until the last service has ended.
inline constexpr std::int64_t queue_no_end = std::numeric_limits<std::int64_t>::max();

/// Actors, people and when doors are open. Weeks follow each other from time 0 on.
struct queue_world {
  std::vector<std::uint32_t> servers;       // of each actor: how many people it serves at a time; may be none
  std::vector<std::int64_t> sets_out;       // of each person: when they leave for their first stop
  std::vector<std::uint32_t> first_stop;    // of each person, then the number of stops
  std::vector<queue_stop> stops;            // of all people, in the order in which each makes them
  std::vector<std::uint32_t> first_window;  // of each actor, then the number of windows; empty: always open
  std::vector<queue_window> windows;  // of all actors, each actor's in order and apart; none: never open
  std::int64_t week = 10080;          // its length: of minutes unless it is set
  std::int64_t from = 0;              // nobody sets out before
  std::int64_t to = queue_no_end;     // nothing begins from then on
};

/// The start and the wait of a stop where nobody was served.
inline constexpr std::int64_t queue_never = -1;

/// What an actor did. Sums of waits stay at the greatest number when they would pass it.
struct queue_load {
  std::int64_t served = 0;
  std::int64_t unserved = 0;        // came before `to` and were not served: they wait on and go nowhere else
  std::int64_t busy = 0;            // service of those served, summed over the servers, to its end
  std::int64_t open = 0;            // how long the door was open; the load is busy / (open × servers)
  std::int64_t wait = 0;            // of those served; the mean is wait / served
  std::int64_t longest_wait = 0;    // of those served
  std::int64_t greatest_queue = 0;  // the most people who had come and not begun, at any one time

  /// Field by field.
  friend bool operator==(const queue_load& a, const queue_load& b) {
    return a.served == b.served && a.unserved == b.unserved && a.busy == b.busy && a.open == b.open &&
           a.wait == b.wait && a.longest_wait == b.longest_wait && a.greatest_queue == b.greatest_queue;
  }
};

/// When each stop began and how long the person had waited there, closed hours included; then what each actor did.
struct queue_results {
  std::vector<std::int64_t> start;  // of each stop; the service ends `service` later
  std::vector<std::int64_t> wait;   // of each stop
  std::vector<queue_load> actors;
  std::int64_t end = 0;  // `to` or, without one, when the last service ends: `open` is counted up to there
};

/// Somebody who comes to a stop at a time, and where their stops end.
struct queue_arrival {
  std::int64_t time = 0;
  std::uint32_t stop = 0;
  std::uint32_t end = 0;
};

/// The line of one actor while it runs.
struct queue_line {
  std::int64_t open_from = 0;  // the window last looked at
  std::int64_t open_to = 0;
  std::uint32_t first_server = 0;
  std::uint32_t servers = 0;
  std::uint32_t first_waiting = 0;  // stops, those who wait linked by `behind`
  std::uint32_t last_waiting = 0;
  std::uint32_t waiting = 0;
};

/// Memory that one run leaves to the next; what it holds means nothing between runs. One for each thread.
struct queue_workspace {
  std::vector<queue_line> lines;
  std::vector<std::int64_t> free_from;    // of each server
  std::vector<std::uint32_t> behind;      // of each stop that waits: who came next
  std::vector<queue_arrival> first_come;  // the first stop of each person
  std::vector<queue_arrival> on_the_way;  // a heap of the later ones
};

/// True when indices and windows are within bounds and in order, 0 ≤ from ≤ sets_out, and no time can pass 2^62.
[[nodiscard]] bool can_run_queues(const queue_world& of);

/// Lets everyone go through their stops; expects can_run_queues(of). Those who come at the same time are in the order of
/// person, then stop, at any actor; a server who is free at that time serves. A service begins within an open window and is
/// then finished, past closing if need be (assumed); those who wait at closing, or come to a closed door, keep their place for
/// the next opening (assumed). Where the line does not move before `to`, who stands in it is unserved; stops that nobody
/// comes to before `to` are in no actor's figures. Allocates nothing that an earlier, larger run has left.
void run_queues(const queue_world& of, queue_results& into, queue_workspace& with);

/// The same with memory of its own.
[[nodiscard]] queue_results run_queues(const queue_world& of);

}  // namespace aiguillage
#pragma GCC visibility pop
