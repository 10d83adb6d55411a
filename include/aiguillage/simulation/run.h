#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "aiguillage/pack.h"
#include "aiguillage/population.h"
#include "aiguillage/scenario.h"
#include "aiguillage/territory.h"

/// A territory over some weeks: people come, are qualified and routed as one person is (qualify.h, referral.h), book, and
/// arrive or not. Replications share nothing that changes: any number may run side by side.
#pragma GCC visibility push(default)
namespace aiguillage {

/// How it ended for a person: exactly one of these, the first that is true.
enum class outcome : std::uint8_t {
  no_need,    // no rule makes a need certain
  no_path,    // nobody here can meet any of the needs
  renounced,  // did not arrive after a hand-off, so that a need is left
  waiting,    // an appointment lies beyond the last day that was simulated
  partly,     // nobody here can meet some of the needs; the others are met
  reached     // every certain need was met, was waived or asks for no stop
};

/// The outcomes as JSON names them, in the order of `outcome`.
inline constexpr std::array<const char*, 6> outcome_names = {"no_need", "no_path", "renounced",
                                                             "waiting", "partly",  "reached"};

/// Needs of one dimension: how many were certain, and what became of them.
struct need_count {
  std::int64_t certain = 0;
  std::int64_t reached = 0;  // by a stop where the person arrived; those waived are not counted at all
  std::int64_t unmet = 0;    // nobody here can meet them

  /// Field by field.
  friend bool operator==(const need_count& a, const need_count& b) {
    return a.certain == b.certain && a.reached == b.reached && a.unmet == b.unmet;
  }
};

/// What a place did.
struct place_count {
  std::int64_t visits = 0;
  std::int64_t minutes = 0;      // of help, booked within the weeks and after
  std::int64_t waited_days = 0;  // over all visits, beyond the day asked for

  /// Field by field.
  friend bool operator==(const place_count& a, const place_count& b) {
    return a.visits == b.visits && a.minutes == b.minutes && a.waited_days == b.waited_days;
  }
};

/// Sums over the people of one replication: whole numbers, so that they do not depend on any order.
struct replication {
  std::int64_t people = 0;
  std::array<std::int64_t, 6> outcomes{};                     // by outcome
  std::vector<std::array<std::int64_t, 6>> outcomes_by_area;  // of the population
  std::array<need_count, 3> needs{};                          // by dimension
  std::int64_t with_path = 0;                                 // people who were given a plan
  std::int64_t stops = 0;                                     // where they arrived
  std::int64_t handoffs = 0;                                  // that were made
  std::int64_t travel_minutes = 0;                            // to the stops where they arrived
  std::int64_t days = 0;                                      // to their last stop
  std::vector<std::int64_t> lost_by_mode;                     // hand-offs after which somebody did not arrive
  id_vector<actor_id, place_count> places;
};

/// The last day of a simulation after its last week: for appointments that were booked in it.
inline constexpr int simulated_days_after = 182;

/// Simulates one replication, from 0. The same arguments give the same sums.
/// Assumed: people come on working days, each alike; a plan is made once, when the person comes; a hand-off is lost with the
/// probability of the plan, and what comes after it in the plan is lost with it; the others of the same plan go on.
[[nodiscard]] replication simulate(const pack& rules, const territory& land, const population& people,
                                   const scenario& told, int which);

}  // namespace aiguillage
#pragma GCC visibility pop
