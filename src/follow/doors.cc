#include <algorithm>

#include "follow/learner.h"

namespace aiguillage::detail {
namespace {

/// The place sends the need on for a reason of its own.
bool is_bounce(refusal_reason why) {
  switch (why) {
    case refusal_reason::user_unreachable:
    case refusal_reason::user_absent:
    case refusal_reason::user_declined:
    case refusal_reason::user_not_mobile:
    case refusal_reason::duplicate: return false;
    default: return true;
  }
}

void count_bounces(learner& with, const std::vector<need_key>& needs) {
  for (const need_key& which : needs) {
    auto& all = with.out.bounces;
    auto at = std::find_if(all.begin(), all.end(), [&](const bounce& one) { return one.which == which; });
    if (at == all.end()) at = all.insert(all.end(), {which, {}});
    at->by.push_back(with.where);
  }
}

bool was_open_again(learner& with) {
  if (with.now.until > with.now.day) return true;
  warn(with, "event-contradicts",
       {"« until » n'est pas après le jour de l'événement : rien n'est fermé",
        "'until' is not after the day of the event: nothing is closed"});
  return false;
}

/// Every door of the type, since each would send the person on the same way.
void wrong_organism(learner& with, const std::vector<need_key>& needs) {
  const actor_type_id type = with.land.actors[with.where].type;
  for (const need& one : with.found.needs)
    if (one.decided_by == type && holds(needs, {one.type, one.right})) {
      const text name = named(with, {one.type, one.right});
      warn(with, "event-contradicts",
           {"selon les règles c'est cet organisme qui décide « " + name.fr + " »",
            "by the rules this organism decides '" + name.en + "'"},
           {"vérifiez le régime et le droit", "check the scheme and the right"});
    }
  for (std::size_t i = 0; i < with.land.actors.size(); ++i) {
    if (with.land.actors[actor_id(i)].type != type) continue;
    for (const need_key& one : needs) close_door(with, actor_id(i), one);
    if (needs.empty()) close_door(with, actor_id(i), {});
  }
}

void missing_document(learner& with, const std::vector<need_key>& needs) {
  const std::string known = fact_value_of(with, "documents_ready");
  if (known == "all")
    warn(with, "event-contradicts",
         {"la situation disait que toutes les pièces étaient là",
          "the situation said that all papers were there"},
         {"la parole du lieu compte : il en manque", "the word of the place counts: some are missing"});
  if (known != "none") set_fact(with, "documents_ready", "some");
  if (with.now.until != never_again) close_doors(with, needs);
}

void not_mobile(learner& with, const std::vector<need_key>& needs) {
  const std::string known = fact_value_of(with, "can_travel");
  if (known.empty())
    set_fact(with, "can_travel", "no_travel");
  else if (known != "no_travel")
    warn(with, "event-contradicts",
         {"la situation dit que la personne peut se déplacer",
          "the situation says that the person can travel"},
         {"demandez-lui, et corrigez « can_travel »", "ask them, and correct 'can_travel'"});
  close_doors(with, needs);
}

void missing_mandate(learner& with, const std::vector<need_key>& needs) {
  const state_id mandate = find_named(with.rules.states, "mandate");
  if (mandate.known() && state_missing(with.rules, with.out.person, with.rules.states[mandate]) == tri::no) {
    warn(with, "event-contradicts",
         {"un mandat était dit signé : ce lieu en demande un autre",
          "a mandate was said to be signed: this place asks for another"});
    auto& held = with.out.person.so_far.held;
    held.erase(
        std::remove_if(held.begin(), held.end(), [&](const held_state& one) { return one.which == mandate; }),
        held.end());
  }
  close_doors(with, needs);
}

}  // namespace

void close_door(learner& with, actor_id who, const need_key& about) {
  const event& of = *with.now.written;
  auto& all = with.out.closed;
  const auto same = std::find_if(all.begin(), all.end(), [&](const closing& one) {
    return one.who == who && one.about == about && one.what == of.what && one.reason == of.reason;
  });
  if (same != all.end()) all.erase(same);
  all.push_back({who, about, with.now.until, of.what, of.reason});
}

void close_doors(learner& with, const std::vector<need_key>& needs) {
  if (!was_open_again(with)) return;
  if (needs.empty()) close_door(with, with.where, {});
  for (const need_key& one : needs) close_door(with, with.where, one);
}

void open_door(learner& with, actor_id who, const std::vector<need_key>& needs, bool declined_too) {
  auto& all = with.out.closed;
  all.erase(std::remove_if(all.begin(), all.end(),
                           [&](const closing& one) {
                             const bool declined = one.what == event_kind::refused &&
                                                   one.reason == refusal_reason::user_declined;
                             return one.who == who && (declined_too || !declined) &&
                                    (needs.empty() || !one.about.type.known() || holds(needs, one.about));
                           }),
            all.end());
}

void open_waiting(learner& with, const std::vector<need_key>& done) {
  const state_id mandate = find_named(with.rules.states, "mandate");
  const auto& held = with.out.person.so_far.held;
  const bool signed_now =
      mandate.known() &&
      std::any_of(held.begin(), held.end(), [&](const held_state& one) { return one.which == mandate; });
  auto& all = with.out.closed;
  all.erase(std::remove_if(all.begin(), all.end(),
                           [&](const closing& one) {
                             if (one.what != event_kind::refused) return false;
                             if (one.reason == refusal_reason::missing_mandate) return signed_now;
                             return one.reason == refusal_reason::blocking_other_need &&
                                    std::any_of(done.begin(), done.end(),
                                                [&](const need_key& each) { return !(each == one.about); });
                           }),
            all.end());
}

void miss(learner& with) {
  auto& all = with.out.person.so_far.missed;
  const auto at =
      std::find_if(all.begin(), all.end(), [&](const missed_visit& one) { return one.who == with.where; });
  if (at == all.end())
    all.push_back({with.where, 1});
  else
    ++at->times;
}

void forget_missed(learner& with) {
  auto& all = with.out.person.so_far.missed;
  all.erase(
      std::remove_if(all.begin(), all.end(), [&](const missed_visit& one) { return one.who == with.where; }),
      all.end());
}

void refuse(learner& with) {
  const refusal_reason why = with.now.written->reason;
  const std::vector<need_key> needs = needs_here(with);
  const std::vector<need_key> at_the_door =
      with.now.written->needs.empty() ? std::vector<need_key>{} : needs;  // else whatever the need
  if (is_bounce(why)) count_bounces(with, needs);
  end_appointments(with, needs);
  switch (why) {
    case refusal_reason::user_unreachable:
    case refusal_reason::user_absent: miss(with); break;
    case refusal_reason::missing_document: missing_document(with, needs); break;
    case refusal_reason::missing_mandate: missing_mandate(with, needs); break;
    case refusal_reason::user_not_mobile: not_mobile(with, needs); break;
    case refusal_reason::wrong_organism:
      if (was_open_again(with)) wrong_organism(with, needs);
      break;
    case refusal_reason::out_of_zone:
    case refusal_reason::service_closed:
    case refusal_reason::user_declined: close_doors(with, at_the_door); break;
    default: close_doors(with, needs);
  }
}

}  // namespace aiguillage::detail
