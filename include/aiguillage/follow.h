#pragma once

#include <string>
#include <utility>
#include <vector>

#include "aiguillage/diagnostic.h"
#include "aiguillage/history.h"
#include "aiguillage/referral.h"

/// What events teach. The rest of the path is a path like any other:
/// `refer(rules, land, learnt.person, qualify(rules, learnt.person), k)`.
///
/// Needs. An event without `needs` is about the needs of the appointment that stands at that door; else `done`,
/// `renounced`, `received`, `no_show` and `cancelled` are about none, and the others about every certain need, not
/// settled nor booked elsewhere, that this door could serve by the rules or decides. A need written without its right
/// stands for every certain need of its type.
///
/// | event | what it changes | how long |
/// |---|---|---|
/// | received | ends the appointments there whose day has come; forgets missed visits there | |
/// | booked | these needs are met there, on that day, and nowhere else; the door is open for them again | until done, refused, received, no_show, cancelled or closed there, renounced, or booked elsewhere |
/// | done | these needs ask for no stop; the states they bring about, or those of `produced`, are held | for good, unless booked again |
/// | no_show | ends the appointments whose day has come; the next hand-off to this door is at least a call with the person present | until received there |
/// | cancelled | ends the appointment | |
/// | closed | the door; ends the appointments there before it opens again | until `until`, reopened or booked there |
/// | saturated | the door, but for appointments | the same |
/// | reopened | ends what the place said; what the person refused stays refused | |
/// | renounced | these needs ask for no stop; the stage is kept | unless booked again |
/// | refused, capacity_full, waitlist_only | the door for these needs | until `until`, reopened or booked there |
/// | … not_eligible, duplicate, wrong_information, other | the same | the same |
/// | … out_of_zone, service_closed | the door, whatever the need unless needs are written | the same |
/// | … wrong_organism | every door of this type for these needs; no deciding step of this type for them | the same |
/// | … missing_document | `documents_ready: some` unless it was none: documents are gathered first | with `until`, also the door for these needs |
/// | … missing_mandate | the door for these needs | until the mandate is held, `until`, reopened or booked there |
/// | … user_unreachable, user_absent | as no_show | |
/// | … user_declined | the door, whatever the need unless needs are written; other doors of its type stay | until booked there |
/// | … user_not_mobile | `can_travel: no_travel` when it was not known; the door for these needs | until `until`, reopened or booked there |
/// | … blocking_other_need | the door for these needs | until another need is done, `until`, reopened or booked there |
///
/// A refusal for a reason of the place counts as a bounce of each of its needs; a reason of the person, or a duplicate,
/// does not. Time passes: days since a letter or a release grow, days until a deadline and days of food shrink to 0, and
/// it is said; a deadline that has passed makes every stop late. Days of events within 36,500 of the start are taken.
#pragma GCC visibility push(default)
namespace aiguillage {

/// A door that does not take this person for now, and why.
struct closing {
  actor_id who;
  need_key about;                                 // type unknown: whatever the need
  int until = never_again;                        // days from today
  event_kind what = event_kind::closed;           // closed, saturated or refused
  refusal_reason reason = refusal_reason::other;  // of refused
};

/// An appointment as it was made.
struct appointment {
  kept_appointment kept;  // its day counts from today, and may be past
  bool to_check = false;  // its day has passed without news: the plan keeps it today
};

/// A need that was sent on, once by each of these places, in order.
struct bounce {
  need_key which;
  std::vector<actor_id> by;
};

/// A need that the person gave up, and at which stage, when that was written.
struct renunciation {
  need_key which;
  std::optional<std::size_t> stage;  // index into pack::renunciation_stages
};

/// An event that changed nothing; events count from 0 in the order of their days.
struct ignored_event {
  std::size_t which = 0;
  text why;
};

/// What is known after some events.
struct learnt {
  situation person;  // of today: its date, its facts, and its course
  int today = 0;     // days since the start
  int events = 0;
  std::vector<need_key> done;
  std::vector<renunciation> renounced;
  std::vector<bounce> bounces;
  std::vector<closing> closed;
  std::vector<appointment> kept;
  std::vector<ignored_event> ignored;
  diagnostics found;  // what contradicts the situation or another event, what to check
};

/// Applies events in the order of their days; what came before in `person.so_far` is replaced. Today is the day of the
/// last event, or `today` (YYYY-MM-DD) when later. The same events give the same result however they are cut into files.
[[nodiscard]] learnt learn(const pack& rules, const territory& land, const situation& person,
                           const history& events, const std::string& today = {});

/// All events but the last in the order of their days.
[[nodiscard]] history without_last(const situation& person, const history& events);

/// A stop of one of two plans that are compared.
struct compared_stop {
  actor_id who;
  bool decides = false;
  std::vector<need_key> needs;
  int day = 0;   // from today
  mode_id mode;  // unknown: no hand-off to make
};

/// A stop that stays, but on another day or by another hand-off.
struct altered_stop {
  compared_stop before;  // its day may be past
  compared_stop after;
};

/// How the main plan changed.
struct plan_change {
  std::vector<compared_stop> stays;  // the same actor for at least one same need, as the new plan has it
  std::vector<compared_stop> fresh;
  std::vector<compared_stop> gone;
  std::vector<altered_stop> altered;  // of those that stay
};

/// Compares the main plans of two referrals over one territory, the second made some days after the first.
[[nodiscard]] plan_change change_of(const referral& before, const referral& after, int days_between = 0);

/// What a page says of the path so far.
struct followed_path {
  learnt now;
  plan_change change;
};

/// The appointment that a stop keeps; nullptr when it keeps none.
[[nodiscard]] const kept_appointment* appointment_at(const situation& person, const referral_stop& stop);

}  // namespace aiguillage
#pragma GCC visibility pop
