#pragma once

#include <span>
#include <vector>

#include "aiguillage/person_network.h"
#include "aiguillage/route.h"

/// The plans of one person, in the terms of the pack and the territory.
#pragma GCC visibility push(default)
namespace aiguillage {

/// A need that a stop serves, at which level of help, how well, and by which rule.
struct served_need {
  const need* which = nullptr;
  level_id help;
  grade quality = grade::competent;
  const rule* because = nullptr;
};

/// One stop or deciding step of a plan; days count from today, day 0.
struct referral_stop {
  std::vector<int> after;  // indices of stops of the same plan
  actor_id who;
  int day = 0;
  int minute = -1;  // of the day, when it begins; -1: the plan has no times of day (is_timed)
  std::vector<served_need> serves;
  std::vector<state_id>
      requires_states;  // missing at the start, brought about by an earlier stop or by this one
  std::vector<state_id> produces;
  passage through;        // mode unknown: no hand-off to make
  int from = -1;          // index of the stop that hands over; -1: the place where the person is
  int check_on_day = -1;  // when whoever hands over asks whether the person was received; -1: no rule says so
  bool decides = false;   // a deciding step of an operator: no hand-off cost, no stop
};

/// One path for the person, with what it costs and what is to be watched on the way.
struct referral_plan {
  plan_cost cost;
  bool exact = true;  // see plan::exact
  std::int64_t gap = 0;
  std::vector<referral_stop> stops;  // a topological order, deciding steps last
  std::vector<int> lanes[3];         // stops by dimension
  int deadline = -1;                 // day of the date that the person has to keep; -1: none is known
  int deadline_passed = 0;           // days since that date; 0: it has not passed
  std::vector<int> after_deadline;   // stops that come later than that date
  std::vector<const need*>
      offered_afterwards;  // needs that no stop of this plan can serve and that ask for none
  int keeper = -1;  // the stop that keeps the file and sets the next date with the person; -1: none has to
  const rule* kept_because = nullptr;
};

/// What is proposed to one person. Points into the qualification, the pack and the territory.
struct referral {
  std::vector<referral_plan> plans;  // the main plan first
  std::vector<unmet_need> unmet;
  std::vector<waived_need> waived;
  std::vector<const rule*> overridden;
  network world;                   // what the plans were searched in, without the needs given up
  std::vector<const need*> needs;  // of world.needs, by index
};

/// The best plans of one person, at most `count`, each opening with another door. When the needs cannot all be met,
/// the lightest ones are given up, and said in `unmet`. With `among`, only these actors are looked at, ascending.
[[nodiscard]] referral refer(const pack& rules, const territory& land, const situation& person,
                             const qualification& found, int count, std::span<const actor_id> among = {});

}  // namespace aiguillage
#pragma GCC visibility pop
