#pragma once

#include <cstdint>
#include <optional>

#include "aiguillage/population.h"
#include "aiguillage/referral.h"
#include "aiguillage/simulation/run.h"
#include "simulation/catchments.h"
#include "simulation/diaries.h"

/// What the ways of going through a territory share.
namespace aiguillage::detail {

/// One replication while it runs.
struct running {
  const pack& rules;
  territory land;  // with the waits that routes see today
  const population& people;
  const scenario& told;
  std::uint32_t stream = 0;
  diaries open;
  home_catchments homes;
  replication sums;
  first_sites sites;
  std::optional<point> from;  // of the person who is on the way
};

/// Somebody who comes on a day.
struct arrival {
  std::size_t day = 0;
  std::uint64_t number = 0;
};

/// What is found for somebody who comes: nothing that those before them did on that day changes it.
struct prepared {
  synthetic_person drawn;
  qualification found;
  bool in_need = false;             // some need is certain
  std::optional<referral> planned;  // in need, and by the engine; points into `found`
  bool checked = false;             // planned in the whole territory as well
  bool differs = false;             // which gave another plan
};

/// Plans for somebody who is drawn and qualified, in the waits of today. May be called side by side.
void plan(running& in, std::uint64_t number, prepared& person);

[[nodiscard]] person_number number_of(const running& in, std::uint64_t number);

/// A hand-off to one place.
struct handed_over {
  actor_id from;  // unknown: from where the person came
  actor_id to;
  passage through;         // mode unknown: none to make
  std::uint32_t turn = 0;  // of this person, from 0
};

/// Makes the hand-off; false when the person does not arrive.
[[nodiscard]] bool hand_over(running& in, const arrival& who, const handed_over& made, person_result& so_far);

/// Takes the first day with so many minutes from `earliest` on; nullopt when that is after the last one simulated.
[[nodiscard]] std::optional<std::size_t> arrive(running& in, const handed_over& after, std::size_t earliest,
                                                int minutes, person_result& so_far);

/// What became of a certain need.
struct need_fate {
  bool reached = false;
  bool unmet = false;  // nobody here can meet it
};
void count_need(running& in, const need& one, const need_fate& fate, person_result& so_far);

/// Counts the person by what keeps places from the needs that nobody here can meet; nothing when there are none.
void count_exclusions(running& in, const std::vector<unmet_need>& unmet);

/// Sends a person along the plan of the engine.
[[nodiscard]] person_result follow_plan(running& in, const arrival& who, const qualification& found,
                                        const referral& proposed);

/// Sends a person from door to door, as habit has it or to the nearest one.
[[nodiscard]] person_result go_from_door_to_door(running& in, const arrival& who, const situation& person,
                                                 const qualification& found);

}  // namespace aiguillage::detail
