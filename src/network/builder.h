#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "aiguillage/calendar.h"
#include "aiguillage/person_network.h"
#include "network/look_up.h"

namespace aiguillage::detail {

/// How the person gets about, as far as it is known.
struct traveller {
  commune_id commune;  // of the home, when the territory knows it
  std::string code;    // of that commune today; else as it is written
  std::optional<point>
      from;  // home, else the first site of its commune, else the commune; the centre when none is said
  std::vector<travel_means> means;  // none: not known, or none at all (then stays_home)
  bool home_known = false;
  bool stays_home = false;
  bool limited = false;
  bool needs_step_free = false;
};

/// What every step of the building looks at.
struct build_view {
  const pack& rules;
  const territory& land;
  const situation& person;
  const qualification& found;
  std::span<const actor_id> among;  // the actors looked at, ascending; none: all
  condition_context context;  // urgency, certain needs and dimensions; right and actor are set per question
  traveller going;
  mutable std::size_t last_seat = 0;  // that was asked for: actors are asked about again and again
  actor_id place;  // the actor where the person is; unknown when not said, or when no such actor exists
  looked_up known;
};

[[nodiscard]] build_view view_of(const pack& rules, const territory& land, const situation& person,
                                 const qualification& found, std::span<const actor_id> among = {});

/// How many actors are looked at, and each of them by its seat, from 0.
[[nodiscard]] inline std::size_t seats(const build_view& view) {
  return view.among.empty() ? view.land.actors.size() : view.among.size();
}
[[nodiscard]] inline actor_id actor_at(const build_view& view, std::size_t seat) {
  return view.among.empty() ? actor_id(seat) : view.among[seat];
}
/// The seat of an actor; `seats` when it is not looked at.
[[nodiscard]] inline std::size_t seat_of(const build_view& view, actor_id who) {
  if (view.among.empty()) return who.index();
  if (view.among[view.last_seat] == who) return view.last_seat;
  if (view.last_seat + 1 < view.among.size() && view.among[view.last_seat + 1] == who)
    return ++view.last_seat;
  const auto at = std::lower_bound(view.among.begin(), view.among.end(), who);
  if (at == view.among.end() || !(*at == who)) return view.among.size();
  return view.last_seat = static_cast<std::size_t>(at - view.among.begin());
}

/// The context for a need looked at by an actor type.
[[nodiscard]] condition_context context_for(const build_view& view, const need& what, actor_type_id acting);

[[nodiscard]] bool applies(const build_view& view, const routing_rule& one);

/// True when the need is vital and a rule puts the vital first.
[[nodiscard]] bool comes_first(const build_view& view, const need& one);

/// Whether this rule excludes the actor type from this need at this level.
[[nodiscard]] bool excludes(const build_view& view, const routing_rule& one, actor_type_id type,
                            const need& what, level_id level);

/// The first exclusion of strength `force` that keeps this actor type from this need at this level.
/// `deciding`: only the rules that also bar the deciding step.
[[nodiscard]] const rule* excluded_by(const build_view& view, actor_type_id type, const need& what,
                                      level_id level, strength force, bool deciding);

/// How an actor would serve a need.
struct offer {
  level_id level;
  grade quality = grade::competent;
  const rule* because = nullptr;
  const rule* despite = nullptr;  // a strong rule that speaks against it
};

/// The best offer of an actor for a need, or why there is none.
struct offer_result {
  std::optional<offer> made;
  const rule* against = nullptr;
  hindrance kept_by = hindrance::none;  // when no rule does
};
[[nodiscard]] offer_result offer_of(const build_view& view, actor_id at, const need& what);

/// The same when nothing stands between this person and the place: by its type, and by the mandates that it signs.
[[nodiscard]] offer_result offer_by(const build_view& view, const actor& who, const need& what);

/// Whether an actor may give one level of help for a need, the conditions of its competences apart.
struct level_check {
  bool fits = false;
  const rule* against = nullptr;
  hindrance kept_by = hindrance::none;  // when no rule does
};
[[nodiscard]] level_check check_level(const build_view& view, const actor& who, const need& what,
                                      level_id level);

/// The grade of a competence for a need: in procedures it depends on the operator.
[[nodiscard]] grade grade_of(const build_view& view, const competence& row, const need& what);

/// What the place says of itself, or the path so far, against serving this need. Of travel only what no rule gives way on.
[[nodiscard]] hindrance hindrance_of(const build_view& view, actor_id who, const need& what);
/// The same whatever the need.
[[nodiscard]] hindrance hindrance_at(const build_view& view, actor_id who);
/// The strong rule against a place that is out of reach; nullptr within reach, or when no such rule applies.
[[nodiscard]] const rule* out_of_reach(const build_view& view, actor_id who);

[[nodiscard]] way_to way_of(const build_view& view, actor_id who);
/// Whether the person goes there from a commune that has neither a site here nor a measured way to the place.
[[nodiscard]] bool way_unknown(const build_view& view, actor_id who);

/// What the place says of whom it receives: by residence, and by its publics. Unknown keeps nobody out.
[[nodiscard]] tri lives_in_zone(const build_view& view, const actor& who);
[[nodiscard]] tri belongs_to(const condition_context& told, public_id whom);
[[nodiscard]] tri is_received(const build_view& view, const actor& who);
[[nodiscard]] bool is_preferred(const build_view& view, const actor& who);
[[nodiscard]] bool receives_in_person(const actor& who);
[[nodiscard]] bool needs_access(const build_view& view, const char* what);
/// Whether the person has what it takes to use a channel; what is not known is taken to be there.
[[nodiscard]] bool may_use(const build_view& view, channel by);
/// True when the place takes appointments only by channels that the person cannot use.
[[nodiscard]] bool cannot_ask(const build_view& view, const actor& who);
/// Whether helpers of this type go out to anybody; whether one of this place goes out to the person.
[[nodiscard]] bool may_go_out(const pack& rules, actor_type_id type);
[[nodiscard]] bool goes_out_to(const build_view& view, const actor& who);
/// The first rule of an effect that applies; nullptr when none does.
[[nodiscard]] const routing_rule* first_rule(const build_view& view, effect_kind effect);
/// Whether a place can have the mandate signed that a level of help takes.
[[nodiscard]] bool signs_for(const build_view& view, const actor& who, level_id level);

/// Done on the way, or given up: it asks for no stop any more.
[[nodiscard]] bool is_settled(const build_view& view, const need& one);

/// The first day on which an actor takes this person at all, and for one need; never_again when it does not.
[[nodiscard]] int first_day_at(const build_view& view, actor_id who);
[[nodiscard]] int first_day_of(const build_view& view, actor_id who, const need& what);

/// The first day on which what happened lets an actor be asked about a need; 0 when nothing closed it.
[[nodiscard]] int closed_until(const build_view& view, actor_id who, const need& what);

/// The appointment that stands for a need, or at a door; nullptr when none does.
[[nodiscard]] const kept_appointment* kept_for(const build_view& view, const need& what);
[[nodiscard]] const kept_appointment* kept_at(const build_view& view, actor_id who);

/// The missing states of this person that the plan has to deal with, as bits.
struct state_table {
  std::vector<state_bit> bits;
  value_set missing;  // by state id
};
[[nodiscard]] state_table missing_states(const build_view& view, const std::vector<const need*>& needs);

/// A state that must be there from the start: nothing in one plan brings it about.
[[nodiscard]] bool only_a_fact(const state& one);

/// Whether helpers of this type are salaried professionals: those who are competent to do what takes a mandate (L06).
[[nodiscard]] bool is_professional(const build_view& view, actor_type_id type);

/// Whether a bit is about this need: it holds for every operator, or for the operator of the need.
[[nodiscard]] bool same_operator(const build_view& view, const state_bit& one, const need& what);

/// The bits that serving a need at a level requires, and brings about.
struct state_effects {
  state_set requires_states = 0;
  state_set produces = 0;
};
[[nodiscard]] state_effects effects_of(const build_view& view, const state_table& table, const need& what,
                                       level_id level, const actor& who);
[[nodiscard]] state_set produced_by_type(const build_view& view, const state_table& table,
                                         actor_type_id type);
[[nodiscard]] state_set new_elements_for(const build_view& view, const state_table& table, const need& what);
[[nodiscard]] state_set parallel_states(const build_view& view, const state_table& table);
/// True when a state that the actor type requires for itself is missing and nobody can bring it about.
[[nodiscard]] const rule* barred_by_state(const build_view& view, actor_type_id type);
/// True when a state is missing that the level requires on the spot and that the person's consent bars.
[[nodiscard]] bool barred_by_consent(const build_view& view, level_id level, actor_type_id type);

/// What it takes to get to an actor when the hand-off is made in this mode.
[[nodiscard]] passage passage_by(const build_view& view, actor_id who, mode_id mode);
/// Fills the passages of a door.
void set_passages(const build_view& view, const actor& who, door& target);
[[nodiscard]] traveller traveller_of(const build_view& view);
[[nodiscard]] actor_id place_of_person(const build_view& view);
[[nodiscard]] passage side_passage(const build_view& view);
/// Minutes from the person to an actor, by the least of their means; none to one that receives nobody in person.
[[nodiscard]] int minutes_to(const build_view& view, const actor& who);

/// The opening hours of an actor; assumed ones when they are not known.
[[nodiscard]] const opening_hours& hours_of(const territory& land, const actor& who);

/// By day from the first one on: whether it is a public holiday.
[[nodiscard]] std::vector<bool> holidays_of(civil_date first, int days, holiday_zone zone);

/// When hours open over so many days; not on public holidays unless they say so, or hold day and night (assumed).
[[nodiscard]] timetable openings_of(const opening_hours& hours, civil_date first, int days,
                                    holiday_zone zone);
[[nodiscard]] timetable openings_of(const opening_hours& hours, civil_date first, int days, holiday_zone zone,
                                    const std::vector<bool>& holidays);

/// True when a place does not open in the three months to come, by its hours.
[[nodiscard]] bool never_opens(const build_view& view, actor_id which);

/// Gives each door its openings over the months to come when the network is timed; one that never opens does nothing.
void set_timetables(const build_view& view, std::vector<door>& doors, network& world);

/// Where nobody signs on the spot the mandate that a service takes, an earlier stop does that can.
void add_signers(const build_view& view, const state_table& table, std::vector<door>& doors);
/// What is brought about only by doors out of reach is brought about there: the rule gives way, and is returned.
[[nodiscard]] const rule* keep_within_reach(const build_view& view, std::vector<door>& doors);

/// Fills the doors of the network with what they do for the needs wanted, in that order.
void add_doors(const build_view& view, const std::vector<const need*>& wanted, person_network& result);

/// The first hard rule that keeps an actor type away whatever the need.
[[nodiscard]] const rule* barred_everywhere(const build_view& view, actor_type_id type);

[[nodiscard]] std::vector<decision> decisions_of(const build_view& view, std::vector<unmet_need>& unmet);

template <class Id>
[[nodiscard]] bool contains(const std::vector<Id>& list, Id one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

}  // namespace aiguillage::detail
