#pragma once

#include <cstdint>
#include <vector>

#include "aiguillage/network.h"

#pragma GCC visibility push(default)
namespace aiguillage {

/// One visit to one door.
struct planned_stop {
  int door = 0;  // index into network::doors
  std::vector<const service*>
      serves;  // in the order of needs; empty for a door that only brings about a state
  passage through;
  int from = -1;           // index of the stop that hands over; -1: where the person is
  std::vector<int> after;  // indices of the stops that must end before, ascending
  int day = 0;
  int minute = -1;         // of the day, when the visit begins; -1: the network is not timed
  bool next_door = false;  // handed over on the spot by a stop at the same site
};

/// Costs of a plan. Days and minutes are whole; risks and scores are thousandths.
struct plan_cost {
  int days = 0;  // the day of the last stop
  int travel_minutes = 0;
  int handoffs = 0;
  int loss = 0;              // summed over hand-offs
  std::int64_t waiting = 0;  // sum over needs of weight (tenths) × day
  int partial = 0;           // summed penalties of partial services
  int load = 0;
  int actors = 0;  // distinct counted actors
  int partial_services = 0;
  std::int64_t score = 0;  // thousandths × total weight of the needs, so that it is whole (ranking.yaml)
};

/// One way to meet all the needs of a network. Points into it.
struct plan {
  std::vector<planned_stop>
      stops;  // sorted by day, then by number of stops before, then by door; a topological order
  plan_cost cost;
  bool exact = true;     // false: the search was cut short, the best score may be lower by at most `gap`
  std::int64_t gap = 0;  // in units of plan_cost::score
  std::vector<int>
      first_doors;  // doors of the first stops, or of those after when only states are brought about first
};

/// How many ways to visit doors one search may look at before it stops; a count, so that results do not depend on time.
inline constexpr int most_schedules = 30000;

/// How far a search for plans goes.
struct plan_limits {
  int schedules = most_schedules;
  bool every_door = false;  // keeps the doors that a proved bound drops; the plans are the same
};

/// The order of plans: least score, then fewer distinct actors, fewer partial services, fewer stops, less
/// waiting, more needs met where the person is, then the doors and needs of each stop in the order of the network (more
/// needs first), then who hands over.
[[nodiscard]] bool better(const network& world, const plan& a, const plan& b);

/// The best plan, then the best one that does without the doors with which the earlier ones open, and so on, at most
/// `count`; where there is none, the best one that opens with at least one other door. Exact, unless the search takes
/// more than `limits.schedules` schedules, which a plan then says. Empty when no plan meets all the needs.
/// In a timed network visits are placed one after another, each time the one that can begin first: the person is at
/// one door at a time, and takes the travel of a visit before it.
[[nodiscard]] std::vector<plan> best_plans(const network& world, int count, const plan_limits& limits = {});

/// Sum of the weights of the needs, tenths; at least 1.
[[nodiscard]] std::int64_t total_weight(const network& world);

}  // namespace aiguillage
#pragma GCC visibility pop
