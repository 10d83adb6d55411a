#include <algorithm>
#include <cstdlib>

#include "follow/learner.h"

namespace aiguillage::detail {
namespace {

/// Takes needs out of an appointment; true when some were in it.
bool take_out(appointment& from, const std::vector<need_key>& needs) {
  std::vector<need_key>& list = from.kept.needs;
  const std::size_t before = list.size();
  list.erase(std::remove_if(list.begin(), list.end(), [&](const need_key& one) { return holds(needs, one); }),
             list.end());
  return list.size() < before;
}

/// Ends appointments that are left without a need.
void drop_empty(learner& with) {
  auto& kept = with.out.kept;
  kept.erase(
      std::remove_if(kept.begin(), kept.end(), [](const appointment& one) { return one.kept.needs.empty(); }),
      kept.end());
}

/// The needs that the door cannot serve by the rules stay free, and it is said.
std::vector<need_key> served_there(learner& with, const std::vector<need_key>& asked) {
  std::vector<need_key> result;
  for (const need_key& key : asked) {
    const auto at = std::find_if(with.found.needs.begin(), with.found.needs.end(), [&](const need& one) {
      return one.status == need_status::certain && need_key{one.type, one.right} == key;
    });
    if (at == with.found.needs.end() || could_serve(with, *at)) {
      result.push_back(key);
      continue;
    }
    const text what = named(with, key);
    const text who = named(with, with.where);
    warn(with, "event-contradicts",
         {who.fr + " ne peut pas servir « " + what.fr + " » selon les règles : ce besoin reste au parcours",
          who.en + " cannot serve '" + what.en + "' by the rules: this need stays on the path"},
         {"vérifiez le lieu et le besoin", "check the place and the need"});
  }
  return result;
}

actor_id owner_of(learner& with) {
  const std::string& name = with.now.written->owner;
  if (name.empty()) return {};
  const actor_id found = find_named(with.land.actors, name);
  if (!found.known())
    warn(with, "unknown-owner",
         {"« " + name + " » n'est pas un acteur de ce territoire : personne ne vérifie ce rendez-vous",
          "'" + name + "' is no actor of this territory: nobody checks this appointment"});
  return found;
}

/// A need comes back when an appointment is made for it.
void take_up_again(learner& with, const std::vector<need_key>& needs) {
  learnt& out = with.out;
  for (const need_key& one : needs) {
    if (!holds(out.person.so_far.settled, one)) continue;
    const text name = named(with, one);
    warn(with, "need-comes-back",
         {"« " + name.fr + " » était réglé ; un rendez-vous le rouvre",
          "'" + name.en + "' was settled; an appointment opens it again"});
    auto& settled = out.person.so_far.settled;
    settled.erase(std::find(settled.begin(), settled.end(), one));
    out.done.erase(std::remove(out.done.begin(), out.done.end(), one), out.done.end());
    out.renounced.erase(std::remove_if(out.renounced.begin(), out.renounced.end(),
                                       [&](const renunciation& each) { return each.which == one; }),
                        out.renounced.end());
    with.found = qualify(with.rules, out.person);
  }
}

/// How near two appointments at two places are too near (assumed).
constexpr int too_near = 30;  // minutes

void check_overlap(learner& with, const kept_appointment& fresh) {
  for (const appointment& one : with.out.kept) {
    if (one.kept.who == fresh.who || fresh.minute < 0 || one.kept.minute < 0) continue;
    const int apart = 24 * 60 * (one.kept.day - fresh.day) + one.kept.minute - fresh.minute;
    if (std::abs(apart) > too_near) continue;
    const text a = named(with, one.kept.who);
    const text b = named(with, fresh.who);
    warn(with, "appointments-overlap",
         {"les rendez-vous à « " + a.fr + " » et à « " + b.fr + " » tombent presque à la même heure",
          "the appointments at '" + a.en + "' and at '" + b.en + "' fall at nearly the same time"},
         {"vérifiez les heures, ou faites déplacer l'un des deux",
          "check the times, or have one of them moved"});
  }
}

}  // namespace

bool end_appointments(learner& with, const std::vector<need_key>& needs) {
  bool any = false;
  for (appointment& one : with.out.kept) {
    if (!(one.kept.who == with.where)) continue;
    any = take_out(one, needs.empty() ? std::vector<need_key>(one.kept.needs) : needs) || any;
  }
  drop_empty(with);
  return any;
}

void end_due(learner& with) {
  if (!with.now.written->needs.empty()) {
    end_appointments(with, written_needs(with));
    return;
  }
  auto& kept = with.out.kept;
  kept.erase(std::remove_if(kept.begin(), kept.end(),
                            [&](const appointment& one) {
                              return one.kept.who == with.where && one.kept.day <= with.now.day;
                            }),
             kept.end());
}

void release(learner& with, const std::vector<need_key>& needs) {
  for (appointment& one : with.out.kept) {
    if (!take_out(one, needs) || one.kept.who == with.where) continue;
    const text who = named(with, one.kept.who);
    warn(with, "appointment-falls",
         {"le rendez-vous à « " + who.fr + " » n'a plus cet objet : prévenez ce lieu",
          "the appointment at '" + who.en + "' has lost this purpose: tell this place"});
  }
  drop_empty(with);
}

void book(learner& with) {
  const event& of = *with.now.written;
  std::vector<need_key> needs = needs_here(with);
  take_up_again(with, needs);
  needs = served_there(with, needs);
  if (needs.empty()) {
    ignore(with, {"aucun besoin sûr ne peut être servi à ce rendez-vous",
                  "no certain need can be served at this appointment"});
    return;
  }
  if (with.now.when < with.now.day)
    warn(with, "event-contradicts",
         {"le rendez-vous est avant le jour où il a été pris",
          "the appointment is before the day it was made"});
  release(with, needs);
  open_door(with, with.where, needs, true);
  appointment fresh;
  fresh.kept = {with.where, needs, with.now.when, of.minute, owner_of(with)};
  check_overlap(with, fresh.kept);
  with.out.kept.push_back(std::move(fresh));
}

}  // namespace aiguillage::detail
