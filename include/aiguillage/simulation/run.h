#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
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
  sent_round,  // went from door to door, and a need is left that somebody here could meet; never with the engine's plans
  partly,  // nobody here can meet some of the needs; the others are met
  reached  // every certain need was met, was waived or asks for no stop
};

/// The outcomes as JSON names them, in the order of `outcome`.
inline constexpr std::array<const char*, 7> outcome_names = {"no_need",    "no_path", "renounced", "waiting",
                                                             "sent_round", "partly",  "reached"};

/// How many people ended in each way, by outcome.
using outcome_counts = std::array<std::int64_t, outcome_names.size()>;

/// What became of one person. Whole numbers: sums over people do not depend on any order.
struct person_result {
  std::uint32_t area = 0;  // of the population
  outcome end = outcome::no_need;
  bool with_path = false;           // they set off: with a plan, or from door to door
  std::int32_t stops = 0;           // where they arrived
  std::int32_t bounces = 0;         // of these, where nobody could help
  std::int32_t handoffs = 0;        // that were made
  std::int32_t travel_minutes = 0;  // to the stops where they arrived
  std::int32_t travel_metres = 0;   // the same as the crow flies, each from home, one way
  std::int32_t days = 0;            // to the last of them
  std::int32_t needs = 0;           // certain ones, but those that ask for no stop
  std::int32_t reached = 0;         // of these
  std::int32_t lost_at = 0;         // the first stop that was not reached after a hand-off, from 1; 0: none

  /// Field by field.
  friend bool operator==(const person_result&, const person_result&) = default;
};

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

/// What kept places from a need that nobody here can meet, when no routing rule and no state did: by `hindrance`, the first for a
/// need that is not in what a type of place does for this person.
inline constexpr std::array<const char*, 11> exclusion_names = {"trade",   "absent", "closed",  "without",
                                                                "mandate", "zone",   "publics", "access",
                                                                "travel",  "hours",  "order"};

/// The people of one replication, and sums over them.
struct replication {
  std::vector<person_result>
      persons;                // by number: the same number is the same person, whatever the scenario does
  outcome_counts outcomes{};  // by outcome
  std::vector<outcome_counts> outcomes_by_area;  // of the population
  std::map<std::vector<public_id>, outcome_counts>
      outcomes_by_publics;  // of those who are, by what they told, of exactly these publics, ascending
  std::array<need_count, 3> needs{};  // by dimension
  std::map<std::vector<std::string>, std::int64_t>
      unmet_by_reasons;  // people with a need that nobody here can meet, by what kept places from it (sorted, each once):
                         // ids of rules, and exclusion_names
  std::int64_t with_path = 0;  // people
  std::int64_t stops = 0;
  std::int64_t bounces = 0;
  std::int64_t handoffs = 0;
  std::int64_t travel_minutes = 0;
  std::int64_t travel_metres = 0;
  std::int64_t unmeasured = 0;  // stops to which people travelled, from where or to where is not known
  std::int64_t days = 0;
  std::vector<std::int64_t> lost_by_mode;  // hand-offs after which somebody did not arrive
  id_vector<actor_id, place_count> places;
  std::map<std::pair<actor_id, actor_id>, std::int64_t>
      sent;                          // visits after a hand-off; the first unknown: from where they came
  std::int64_t plans_checked = 0;    // people who were routed in the whole territory as well
  std::int64_t plans_different = 0;  // of these: something is wrong with the engine

  /// How many came.
  [[nodiscard]] std::int64_t people() const { return static_cast<std::int64_t>(persons.size()); }
};

/// How many people have one whose plan is looked for twice, where a territory is looked at in parts.
inline constexpr std::uint64_t plans_checked_one_in = 4096;

/// The last day of a simulation after its last week: for appointments that were booked in it.
inline constexpr int simulated_days_after = 182;

/// Calls the second for each number below the first, in any order, side by side if it will.
using work_sharing = std::function<void(std::size_t, const std::function<void(std::size_t)>&)>;

/// Simulates one replication, from 0. The same arguments give the same sums, however `share` goes about it; without one, the
/// people come one after another. In a large territory a plan looks at what may matter to the home of the person; one person in
/// `plans_checked_one_in` is routed in the whole as well, and what differs is counted.
/// Assumed: people come on working days, each alike; a plan is made once, when the person comes; a hand-off is lost with the
/// probability of its mode, and what comes after it in the plan is lost with it; the others of the same plan go on.
/// Without plans (`told.policy`) people go where `told.habits` says, to no place twice, and whoever they meet helps as the rules
/// of the pack allow.
[[nodiscard]] replication simulate(const pack& rules, const territory& land, const population& people,
                                   const scenario& told, int which, const work_sharing& share = {});

}  // namespace aiguillage
#pragma GCC visibility pop
