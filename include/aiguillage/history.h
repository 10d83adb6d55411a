#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "aiguillage/course.h"

/// What happened to one person on the way, as helpers write it down. What it changes stands in follow.h.
#pragma GCC visibility push(default)
namespace aiguillage {

/// What happened to the person, or to a place on the way; what each kind changes stands in follow.h.
enum class event_kind : std::uint8_t {
  received,   // the person was received there
  booked,     // an appointment was made there
  done,       // what the person needed was done
  refused,    // it was not done there, for a reason
  no_show,    // the person did not come
  cancelled,  // the appointment there was called off
  closed,     // the place is closed
  saturated,  // the place takes nobody more for now
  reopened,   // the place receives again
  renounced,  // the person gave up
};
/// The kinds as files and JSON name them, in the order of `event_kind`.
inline constexpr std::array<const char*, 10> event_names = {"received", "booked",    "done",   "refused",
                                                            "no_show",  "cancelled", "closed", "saturated",
                                                            "reopened", "renounced"};

/// Why what was asked was not done; `other` when no reason is written. What each closes, and until when: follow.h.
enum class refusal_reason : std::uint8_t {
  other,
  capacity_full,
  waitlist_only,
  not_eligible,
  out_of_zone,
  wrong_organism,
  missing_document,
  missing_mandate,
  user_unreachable,
  user_absent,
  user_declined,
  user_not_mobile,
  blocking_other_need,
  duplicate,
  service_closed,
  wrong_information,
};
/// The reasons as files and JSON name them, in the order of `refusal_reason`.
inline constexpr std::array<const char*, 16> reason_names = {"other",
                                                             "capacity_full",
                                                             "waitlist_only",
                                                             "not_eligible",
                                                             "out_of_zone",
                                                             "wrong_organism",
                                                             "missing_document",
                                                             "missing_mandate",
                                                             "user_unreachable",
                                                             "user_absent",
                                                             "user_declined",
                                                             "user_not_mobile",
                                                             "blocking_other_need",
                                                             "duplicate",
                                                             "service_closed",
                                                             "wrong_information"};

/// A day as written: a date, or days since the start.
struct written_day {
  std::string date;  // YYYY-MM-DD, or ""
  int day = -1;      // since the day of the situation; -1: none

  /// True when something is written.
  [[nodiscard]] bool given() const { return !date.empty() || day >= 0; }
};

/// One event. What does not go with its kind is empty.
struct event {
  std::string file;  // where it stands, for findings
  int line = 0;
  written_day on;
  std::string actor;  // id in the territory; "": nobody's place, for done and renounced only
  event_kind what = event_kind::received;
  std::vector<need_key> needs;  // right unknown: whatever the right; none: see follow.h
  refusal_reason reason = refusal_reason::other;
  written_day until;                              // first day on which the place may be asked again
  written_day when;                               // of the appointment
  int minute = -1;                                // of that day; -1: not said
  std::string owner;                              // id of the actor that checks that the person was received
  std::optional<std::size_t> stage;               // index into pack::renunciation_stages
  std::optional<std::vector<state_id>> produced;  // not given: what the needs done bring about
};

/// Events in the order in which they were written down.
using history = std::vector<event>;

}  // namespace aiguillage
#pragma GCC visibility pop
