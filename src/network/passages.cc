#include <algorithm>
#include <limits>
#include <string>

#include "network/builder.h"
#include "qualify/derive.h"

namespace aiguillage::detail {
namespace {

// Made once: they are looked up for each place.
const std::string deadline = "days_until_deadline";
const std::string booking = "booked_appointment";
const std::string loss_of_booking = "loss_booked_appointment";
const std::string delay_vital = "delay_vital_stop";

int thousandths(const build_view& view, const std::string& name) {
  return static_cast<int>(ranking_of(view.rules, name));
}

const std::string& mode_name(const build_view& view, mode_id mode) { return view.rules.modes[mode].id; }

struct delay_names {
  std::string booked;
  std::string called;
};

const delay_names& delays_of(const build_view& view, actor_type_id type) {
  static const delay_names social_work{"delay_social_work_booked_appointment", "delay_social_work_warm_call"};
  static const delay_names operators{"delay_operator_booked_appointment", "delay_operator_warm_call"};
  static const delay_names defence{"delay_defence_booked_appointment", "delay_defence_warm_call"};
  static const delay_names proximity{"delay_proximity_booked_appointment", "delay_proximity_warm_call"};
  switch (view.rules.actor_types[type].family) {
    case group::social_work: return social_work;
    case group::operators: return operators;
    case group::defence: return defence;
    default: return proximity;
  }
}

// A place that books answers later than a place that is called with the person present (ranking.yaml, delay_*).
int declared_days(const build_view& view, const actor& who, mode_id mode) {
  const std::string& name = mode_name(view, mode);
  if (name == "tell") return thousandths(view, "delay_tell") / 1000;
  if (who.appointment_days) return *who.appointment_days;
  const bool booked = name == "booked_appointment" || name == "written_note";
  const delay_names& delays = delays_of(view, who.type);
  return thousandths(view, booked ? delays.booked : delays.called) / 1000;
}

int days_of(const build_view& view, const actor& who, mode_id mode) {
  return std::max(declared_days(view, who, mode), who.waiting_days);
}

struct chosen_mode {
  mode_id mode;
  const rule* because = nullptr;
};

chosen_mode usual_mode(const build_view& view, actor_type_id type) {
  for (const routing_rule& one : view.rules.routing) {
    if (one.effect != effect_kind::hand_off || mode_barred(view, one.mode) || !applies(view, one)) continue;
    if (mode_name(view, one.mode) == "outreach" && !may_go_out(view.rules, type)) continue;
    return {one.mode, &one.about};
  }
  return {find_named(view.rules.modes, "tell"), nullptr};
}

// After a hand-off that was lost, the next one is at least a call with the person present (assumed).
chosen_mode after_missed(const build_view& view, actor_id who, const chosen_mode& usual) {
  const auto& missed = view.person.so_far.missed;
  const mode_id call = find_named(view.rules.modes, "warm_call");
  if (std::none_of(missed.begin(), missed.end(), [&](const missed_visit& m) { return m.who == who; }) ||
      mode_barred(view, call) || view.rules.modes[usual.mode].rank >= view.rules.modes[call].rank)
    return usual;
  return {call, usual.because};
}

// The helper asks with the person, who has no means to, or whom the place does not take requests from.
chosen_mode asked_for(const build_view& view, const actor& who, const chosen_mode& usual) {
  if (!cannot_ask(view, who)) return usual;
  const routing_rule* by = first_rule(view, effect_kind::book_for);
  if (by == nullptr || mode_barred(view, by->mode) ||
      view.rules.modes[usual.mode].rank >= view.rules.modes[by->mode].rank)
    return usual;
  return {by->mode, &by->about};
}

// When the date comes before the next appointment, another mode is taken.
chosen_mode in_time(const build_view& view, const actor& who, const chosen_mode& usual) {
  const fact_id which = find_named(view.rules.facts, deadline);
  if (!which.known() || mode_name(view, usual.mode) != "booked_appointment") return usual;
  const fact_value& days = view.person.facts[which];
  if (!days.known) return usual;
  if (std::int64_t{1000} * days_of(view, who, usual.mode) < days.thousandths) return usual;
  for (const routing_rule& one : view.rules.routing)
    if (one.effect == effect_kind::hand_off_in_time && !mode_barred(view, one.mode) && applies(view, one))
      return {one.mode, &one.about};
  return usual;
}

passage by(const build_view& view, const actor& who, const chosen_mode& how, int travel) {
  const std::string& mode = mode_name(view, how.mode);
  return {how.mode, days_of(view, who, how.mode), thousandths(view, "loss_" + mode),
          mode == "outreach" ? 0 : travel, how.because};  // the helper travels, not the person
}

// Whether the competence of the operator says that it decides this need.
bool has_the_say(const build_view& view, const need& one) {
  const level_id decide = find_named(view.rules.levels, "decide");
  const std::string& day = applicable_day(view.rules, view.person);
  const bool as_claim = view.rules.needs[one.type].decided_with_claim && one.right.known();
  const need_type_id what = as_claim ? view.rules.rights[one.right].claim : one.type;
  const auto& rows = view.rules.competences;
  return std::any_of(rows.begin(), rows.end(), [&](const competence& row) {
    return row.actor == one.decided_by && contains(row.needs, what) && contains(row.levels, decide) &&
           in_force(row.about, day) && evaluate(row.when, context_for(view, one, row.actor)) == tri::yes;
  });
}

}  // namespace

// Only social work goes out to people (assumed).
bool may_go_out(const pack& rules, actor_type_id type) {
  return rules.actor_types[type].family == group::social_work;
}

bool goes_out_to(const build_view& view, const actor& who) {
  return mode_name(view, usual_mode(view, who.type).mode) == "outreach";
}

actor_id place_of_person(const build_view& view) {
  const fact_id which = find_named(view.rules.facts, "asked_at");
  const auto type = single_value(view.person, which);
  actor_id nearest;
  int least = std::numeric_limits<int>::max();
  for (std::size_t i = 0; type && i < seats(view); ++i) {
    const actor& who = view.land.actors[actor_at(view, i)];
    if (who.type.index() != *type) continue;
    const int minutes = minutes_to(view, who);
    if (minutes >= least) continue;
    nearest = actor_at(view, i);
    least = minutes;
  }
  return nearest;
}

passage side_passage(const build_view& view) {
  const mode_id escort = find_named(view.rules.modes, "escort");
  return {escort, 0, thousandths(view, "loss_escort"), 0, nullptr};
}

passage passage_by(const build_view& view, actor_id who, mode_id mode) {
  return by(view, view.land.actors[who], {mode, nullptr}, way_of(view, who).minutes);
}

void set_passages(const build_view& view, const actor& who, door& target) {
  const actor_id place = view.place;
  if (kept_at(view, target.actor) != nullptr) {
    target.usual = target.brief =
        target.same_day = {target.here ? mode_id{} : find_named(view.rules.modes, booking), 0,
                           thousandths(view, loss_of_booking), way_of(view, target.actor).minutes, nullptr};
    return;
  }
  if (target.here) {
    target.usual = target.brief =
        target.same_day = {mode_id{}, 0, thousandths(view, "loss_here"), 0, nullptr};
    return;
  }
  if (place.known() && who.at.known() && view.land.actors[place].at == who.at) {
    target.usual = target.brief = target.same_day = side_passage(view);
    return;
  }
  const int travel = way_of(view, target.actor).minutes;
  const chosen_mode usual =
      asked_for(view, who, after_missed(view, target.actor, usual_mode(view, who.type)));
  const mode_id call = find_named(view.rules.modes, "warm_call");
  const bool told = mode_name(view, usual.mode) == "tell";
  const chosen_mode booked{find_named(view.rules.modes, booking), usual.because};
  target.brief = by(view, who, told ? usual : in_time(view, who, usual), travel);
  target.usual = by(view, who, in_time(view, who, told ? booked : usual), travel);
  const bool weak = view.rules.modes[usual.mode].rank < view.rules.modes[call].rank;
  target.same_day =
      by(view, who, weak && !mode_barred(view, call) ? chosen_mode{call, usual.because} : usual, travel);
  target.same_day.days = thousandths(view, delay_vital) / 1000;
}

namespace {

struct decider {
  actor_id who;
  hindrance kept_by = hindrance::absent;  // when there is none
};

// The nearest operator of this type that says it receives the person.
decider decider_of(const build_view& view, const need& what) {
  decider best;
  for (std::size_t i = 0; i < seats(view); ++i) {
    const actor_id at = actor_at(view, i);
    const actor& one = view.land.actors[at];
    if (one.type != what.decided_by) continue;
    if (closed_until(view, at, what) >= never_again)
      best.kept_by = hindrance::closed;
    else if (lives_in_zone(view, one) == tri::no || is_received(view, one) == tri::no)
      best.kept_by = lives_in_zone(view, one) == tri::no ? hindrance::zone : hindrance::publics;
    else if (!best.who.known() || minutes_to(view, one) < minutes_to(view, view.land.actors[best.who]))
      best.who = at;
  }
  return best;
}

}  // namespace

std::vector<decision> decisions_of(const build_view& view, std::vector<unmet_need>& unmet) {
  std::vector<decision> result;
  for (const need& one : view.found.needs) {
    const need_type& type = view.rules.needs[one.type];
    if (one.status != need_status::certain || !type.decided || !one.decided_by.known()) continue;
    if (is_settled(view, one)) continue;
    if (evaluate(type.decided_when, context_for(view, one, {})) != tri::yes || !has_the_say(view, one))
      continue;
    const rule* against = excluded_by(view, one.decided_by, one, {}, strength::hard, true);
    const auto [who, absence] = decider_of(view, one);
    if (against != nullptr || !who.known()) {
      const hindrance kept_by = against == nullptr ? absence : hindrance::none;
      unmet.push_back({&one, {{one.decided_by, against, kept_by}}});
      continue;
    }
    const auto same =
        std::find_if(result.begin(), result.end(), [by = who](const decision& d) { return d.by == by; });
    if (same == result.end())
      result.push_back({who, one.decided_by, {&one}});
    else
      same->needs.push_back(&one);
  }
  return result;
}

}  // namespace aiguillage::detail
