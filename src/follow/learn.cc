#include <algorithm>
#include <tuple>

#include "aiguillage/date.h"
#include "aiguillage/explain.h"
#include "aiguillage/explain/place.h"
#include "follow/learner.h"

namespace aiguillage {
namespace detail {

void warn(learner& with, const char* code, text message, text hint) {
  const event* of = with.now.written;
  with.out.found.push_back({severity::warning, code, of == nullptr ? "" : of->file,
                            of == nullptr ? 0 : of->line, 0, std::move(message), std::move(hint)});
}

void ignore(learner& with, const text& why) {
  with.out.ignored.push_back({with.position, why});
  warn(with, "event-ignored", {"événement sans effet : " + why.fr, "event without effect: " + why.en});
}

text named(const learner& with, const need_key& which) {
  need what;
  what.type = which.type;
  what.right = which.right;
  return need_words(with.rules, what);
}

text named(const learner& with, actor_id who) { return place_name(with.rules, with.land.actors[who]); }

namespace {

/// `done` and `renounced` end needs: they are written, or those of the appointment there.
std::vector<need_key> needs_to_settle(learner& with) {
  return with.now.written->needs.empty() ? booked_needs(with) : written_needs(with);
}

void hold(learner& with, const held_state& one) {
  auto& held = with.out.person.so_far.held;
  const bool known = std::any_of(held.begin(), held.end(), [&](const held_state& each) {
    return each.which == one.which && each.decided_by == one.decided_by;
  });
  if (!known) held.push_back(one);
}

/// The operator for which a state that holds for one operator only is held.
actor_type_id operator_of(const learner& with, const need_key& done) {
  if (done.right.known()) return operator_for(with.rules, with.out.person, done.right);
  return named_organism(with.rules, with.out.person);
}

void hold_states(learner& with, const std::vector<need_key>& done) {
  const auto& written = with.now.written->produced;
  for (std::size_t i = 0; i < with.rules.states.size(); ++i) {
    const state& one = with.rules.states[state_id(i)];
    for (const need_key& each : done) {
      const bool brought =
          written ? std::find(written->begin(), written->end(), state_id(i)) != written->end()
                  : std::any_of(
                        one.produced_by_needs.begin(), one.produced_by_needs.end(),
                        [&](const need_reference& from) { return same_need({from.need, from.right}, each); });
      const actor_type_id decided_by = one.per_need ? operator_of(with, each) : actor_type_id{};
      if (brought && (!one.per_need || decided_by.known())) hold(with, {state_id(i), decided_by});
    }
  }
}

void settle(learner& with, bool is_done) {
  const std::vector<need_key> needs = needs_to_settle(with);
  if (needs.empty()) {
    ignore(with, {"ni « needs », ni rendez-vous à ce lieu : on ne sait pas quel besoin est réglé",
                  "neither 'needs' nor an appointment at this place: which need is settled is not known"});
    return;
  }
  release(with, needs);
  for (const need_key& one : needs) {
    if (holds(with.out.person.so_far.settled, one)) continue;
    with.out.person.so_far.settled.push_back(one);
    if (is_done)
      with.out.done.push_back(one);
    else
      with.out.renounced.push_back({one, with.now.written->stage});
  }
  if (is_done) hold_states(with, needs);
  with.found = qualify(with.rules, with.out.person);
  if (is_done) open_waiting(with, needs);
}

std::vector<need_key> needs_if_written(learner& with) {
  return with.now.written->needs.empty() ? std::vector<need_key>{} : written_needs(with);
}

void cancel(learner& with) {
  const std::vector<need_key> needs = needs_if_written(with);
  if (!end_appointments(with, needs))
    ignore(with, {"aucun rendez-vous ne tient à ce lieu", "no appointment stands at this place"});
}

/// Appointments before the door opens again fall.
void shut(learner& with) {
  const std::vector<need_key> needs = needs_if_written(with);
  close_doors(with, needs);
  if (with.now.written->what != event_kind::closed) return;
  std::vector<need_key> falling;
  for (const appointment& one : with.out.kept)
    if (one.kept.who == with.where && one.kept.day >= with.now.day && one.kept.day < with.now.until)
      for (const need_key& each : one.kept.needs)
        if (needs.empty() || holds(needs, each)) falling.push_back(each);
  if (falling.empty()) return;
  end_appointments(with, falling);
  const text who = named(with, with.where);
  warn(with, "appointment-falls",
       {"le rendez-vous à « " + who.fr + " » tombe : le lieu est fermé ce jour-là",
        "the appointment at '" + who.en + "' falls: the place is closed that day"});
}

/// The place of the event; false when it names none of this territory.
bool find_place(learner& with) {
  const std::string& name = with.now.written->actor;
  with.where = find_named(with.land.actors, name);
  const event_kind what = with.now.written->what;
  if (with.where.known()) return true;
  if (name.empty() && (what == event_kind::done || what == event_kind::renounced)) return true;
  std::vector<std::string> known;
  for (const actor& one : with.land.actors) known.push_back(one.id);
  const std::string near = nearest_name(name, known);
  with.out.ignored.push_back({with.position,
                              {"« " + name + " » n'est pas un acteur de ce territoire",
                               "'" + name + "' is no actor of this territory"}});
  warn(with, "unknown-actor", with.out.ignored.back().why,
       near.empty()
           ? text{"donnez l'id d'un acteur du territoire", "give the id of an actor of the territory"}
           : text{"vouliez-vous dire « " + near + " » ?", "did you mean '" + near + "'?"});
  return false;
}

void apply(learner& with) {
  switch (with.now.written->what) {
    case event_kind::received:
      end_due(with);
      forget_missed(with);
      break;
    case event_kind::booked: book(with); break;
    case event_kind::done: settle(with, true); break;
    case event_kind::refused: refuse(with); break;
    case event_kind::no_show:
      end_due(with);
      miss(with);
      break;
    case event_kind::cancelled: cancel(with); break;
    case event_kind::closed:
    case event_kind::saturated: shut(with); break;
    case event_kind::reopened: open_door(with, with.where, needs_if_written(with), false); break;
    case event_kind::renounced: settle(with, false); break;
  }
}

/// Days from the start become days from today.
void count_from_today(learner& with) {
  learnt& out = with.out;
  course& so_far = out.person.so_far;
  std::vector<closing> closed;
  for (closing one : out.closed) {
    if (one.until != never_again) one.until -= out.today;
    if (one.until > 0) closed.push_back(one);
  }
  out.closed = std::move(closed);
  for (const closing& one : out.closed) so_far.closed.push_back({one.who, one.about, one.until});
  // No two appointments share a need.
  const auto order = [](const appointment& one) {
    const need_key& first = one.kept.needs.front();
    return std::make_tuple(one.kept.day, one.kept.who, first.type, first.right);
  };
  std::sort(out.kept.begin(), out.kept.end(),
            [&](const appointment& a, const appointment& b) { return order(a) < order(b); });
  for (appointment& one : out.kept) {
    one.kept.day -= out.today;
    one.to_check = one.kept.day < 0;
    so_far.kept.push_back(one.kept);
    if (!one.to_check) continue;
    kept_appointment& check = so_far.kept.back();
    check.days_ago = -one.kept.day;
    check.day = 0;
    check.minute = -1;
    const text who = named(with, one.kept.who);
    warn(with, "appointment-to-check",
         {"le rendez-vous à « " + who.fr + " » est passé sans nouvelles : vérifiez s'il a eu lieu",
          "the appointment at '" + who.en + "' has passed without news: check whether it took place"});
  }
}

int day_of_today(learner& with, const calendar_of_events& days, const std::string& given) {
  const int last = days.events.empty() ? 0 : std::max(0, days.events.back().day);
  const std::optional<civil_date> told = parse_date(given);
  if (!told || !days.start) return last;
  const int wanted = day_number(*told) - *days.start;
  if (wanted >= last) return wanted;
  warn(with, "date-before",
       {"--date est avant le dernier événement : le jour est celui de cet événement",
        "--date is before the last event: today is the day of that event"});
  return last;
}

}  // namespace
}  // namespace detail

learnt learn(const pack& rules, const territory& land, const situation& person, const history& events,
             const std::string& today) {
  using namespace detail;
  calendar_of_events days = in_order(person, events);
  learner with{rules, land, {}, {}, {}, 0, {}};
  with.out.person = person;
  with.out.person.so_far = {};
  with.out.found = std::move(days.found);
  with.found = qualify(rules, with.out.person);
  for (const dated_event& one : days.events) {
    with.now = one;
    if (find_place(with)) apply(with);
    ++with.position;
  }
  with.out.events = static_cast<int>(days.events.size());
  with.out.today = day_of_today(with, days, today);
  let_time_pass(with, with.out.today);
  with.out.person.date = days.start ? to_string(date_at(*days.start + with.out.today)) : today;
  count_from_today(with);
  return with.out;
}

history without_last(const situation& person, const history& events) {
  const detail::calendar_of_events days = detail::in_order(person, events);
  history result;
  if (days.events.empty()) return result;
  for (const event& one : events)
    if (&one != days.events.back().written) result.push_back(one);
  return result;
}

}  // namespace aiguillage
