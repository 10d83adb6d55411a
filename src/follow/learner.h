#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aiguillage/follow.h"

/// How events are applied, one after the other. All days count from the start until the end.
namespace aiguillage::detail {

/// An event with its days counted from the start.
struct dated_event {
  const event* written = nullptr;
  int day = 0;
  int until = never_again;
  int when = 0;  // of the appointment
};

/// The events in the order of their days, and how days are counted.
struct calendar_of_events {
  std::optional<int> start;  // a day number; nullopt: days have no date
  std::vector<dated_event> events;
  diagnostics found;
};
[[nodiscard]] calendar_of_events in_order(const situation& person, const history& events);

/// What is known while events are applied.
struct learner {
  const pack& rules;
  const territory& land;
  learnt out;
  qualification found;       // of out.person
  dated_event now;           // the event that is applied
  std::size_t position = 0;  // among the events
  actor_id where;            // of the event
};

void warn(learner& with, const char* code, text message, text hint = {});
/// The event changes nothing, for this reason.
void ignore(learner& with, const text& why);

/// The words for a need and for an actor, in messages.
[[nodiscard]] text named(const learner& with, const need_key& which);
[[nodiscard]] text named(const learner& with, actor_id who);

// needs.cc
[[nodiscard]] bool same_need(const need_key& written, const need_key& which);
[[nodiscard]] bool holds(const std::vector<need_key>& list, const need_key& one);
/// The needs that the event names; nothing when it names none.
[[nodiscard]] std::vector<need_key> written_needs(learner& with);
/// The needs of the appointments that stand at the place of the event.
[[nodiscard]] std::vector<need_key> booked_needs(const learner& with);
/// What the event is about: the needs written; else those booked at the place; else every certain need, neither
/// settled nor booked elsewhere, that the place could serve by the rules or decides.
[[nodiscard]] std::vector<need_key> needs_here(learner& with);
/// Whether the place serves a certain need by the rules or decides it, whatever the path so far.
[[nodiscard]] bool could_serve(const learner& with, const need& what);

// appointments.cc
/// Ends the appointments at the place for these needs, for all when there is none; false when none stood.
bool end_appointments(learner& with, const std::vector<need_key>& needs);
/// The same for those that the event is about: the needs written, else the appointments whose day has come.
void end_due(learner& with);
/// Ends what stands anywhere for these needs, and says so.
void release(learner& with, const std::vector<need_key>& needs);
void book(learner& with);

// doors.cc
void close_door(learner& with, actor_id who, const need_key& about);
void close_doors(learner& with, const std::vector<need_key>& needs);
/// Drops the closings of the place about these needs, of all when there is none.
void open_door(learner& with, actor_id who, const std::vector<need_key>& needs, bool declined_too);
/// Drops the closings that waited for something that is there now.
void open_waiting(learner& with, const std::vector<need_key>& done);
void refuse(learner& with);
void miss(learner& with);
void forget_missed(learner& with);

// facts.cc
/// Sets a fact to one value; false when the pack has no such fact or value.
bool set_fact(learner& with, const char* name, const char* wanted);
/// The value of an enum fact, "" when it is not known.
[[nodiscard]] std::string fact_value_of(const learner& with, const char* name);
/// Facts that count days, `days` later.
void let_time_pass(learner& with, int days);

}  // namespace aiguillage::detail
