#include "report/followed.h"

#include <algorithm>

#include "aiguillage/explain/event_words.h"
#include "report/dates.h"
#include "report/stop_words.h"

namespace aiguillage::report {
namespace {

std::string need_name_of(const referral_page& to, const need_key& which) {
  need what;
  what.type = which.type;
  what.right = which.right;
  return to.on.say(need_words(to.rules, what));
}

std::string names_of(const referral_page& to, const std::vector<need_key>& needs) {
  std::string words;
  for (const need_key& one : needs) append(words, need_name_of(to, one), ", ");
  return words;
}

text closing_words(const closing& one) {
  if (one.what == event_kind::closed) return {"fermé", "closed"};
  if (one.what == event_kind::saturated)
    return {"ne prend plus personne pour l'instant", "takes nobody for now"};
  return reason_words(one.reason);
}

std::string until_words(const referral_page& to, int until) {
  if (until == never_again) return to.on.say({"pour ce parcours", "for this path"});
  return to.on.say({"jusqu'à : ", "until: "}) + to.when(until);
}

bool said_together(const closing& a, const closing& b) {
  return a.who == b.who && a.until == b.until && a.what == b.what && a.reason == b.reason &&
         a.about.type.known() == b.about.type.known();
}

void closed_lines(const referral_page& to, std::vector<std::string>& lines) {
  const std::vector<closing>& all = to.path->now.closed;
  for (auto one = all.begin(); one != all.end(); ++one) {
    if (std::any_of(all.begin(), one, [&](const closing& each) { return said_together(each, *one); }))
      continue;
    std::vector<need_key> needs;
    for (auto each = one; each != all.end(); ++each)
      if (said_together(*one, *each)) needs.push_back(each->about);
    const std::string what = one->about.type.known()
                                 ? names_of(to, needs)
                                 : to.on.say({"quel que soit le besoin", "whatever the need"});
    lines.push_back(to.on.say({"On ne redemande pas à ", "Not asked again: "}) +
                    to.name_of(to.land.actors[one->who]) + " (" + what + ")" + to.on.say({" : ", ": "}) +
                    to.on.say(closing_words(*one)) + ", " + until_words(to, one->until) + ".");
  }
}

void settled_lines(const referral_page& to, std::vector<std::string>& lines) {
  const learnt& now = to.path->now;
  if (!now.done.empty()) lines.push_back(to.on.say({"Fait : ", "Done: "}) + names_of(to, now.done) + ".");
  for (const renunciation& one : now.renounced) {
    const std::string stage = one.stage ? to.on.say({" ; étape : ", "; stage: "}) +
                                              to.on.say(to.rules.renunciation_stages[*one.stage].label)
                                        : "";
    lines.push_back(to.on.say({"La personne a renoncé : ", "The person gave up: "}) +
                    need_name_of(to, one.which) + stage + ".");
  }
}

void kept_lines(const referral_page& to, std::vector<std::string>& lines) {
  for (const appointment& one : to.path->now.kept) {
    kept_appointment told = one.kept;
    if (one.to_check) told.days_ago = -told.day;
    std::string line = to.name_of(to.land.actors[one.kept.who]) + " (" + names_of(to, one.kept.needs) + ")" +
                       to.on.say({" : ", ": "}) + appointment_words(to, told);
    if (one.kept.owner.known())
      line += to.on.say({" ; qui vérifie : ", "; who checks: "}) + to.name_of(to.land.actors[one.kept.owner]);
    lines.push_back(line + ".");
  }
}

void missed_lines(const referral_page& to, std::vector<std::string>& lines) {
  for (const missed_visit& one : to.path->now.person.so_far.missed) {
    const std::string times = std::to_string(one.times);
    const text missed = one.times == 1 ? text{"la personne n'a pas été vue", "the person was not seen"}
                                       : text{"la personne n'a pas été vue, " + times + " fois",
                                              "the person was not seen, " + times + " times"};
    lines.push_back(to.name_of(to.land.actors[one.who]) + to.on.say({" : ", ": "}) + to.on.say(missed) +
                    to.on.say({" ; le relais suivant y est au moins un appel fait avec elle.",
                               "; the next hand-off there is at least a call made with them."}));
  }
}

/// Needs that the same places sent on are told together.
void bounce_lines(const referral_page& to, std::vector<std::string>& lines) {
  const std::vector<bounce>& all = to.path->now.bounces;
  for (auto one = all.begin(); one != all.end(); ++one) {
    const auto same = [&](const bounce& each) { return each.by == one->by; };
    if (std::any_of(all.begin(), one, same)) continue;
    std::vector<need_key> needs;
    for (const bounce& each : all)
      if (same(each)) needs.push_back(each.which);
    std::string by;
    for (const actor_id who : one->by) append(by, to.name_of(to.land.actors[who]), ", ");
    const std::string times = std::to_string(one->by.size());
    const text sent = one->by.size() == 1
                          ? text{" : renvoyé une fois, par ", ": sent on once, by "}
                          : text{" : renvoyé " + times + " fois, par ", ": sent on " + times + " times, by "};
    lines.push_back(names_of(to, needs) + to.on.say(sent) + by + ".");
  }
}

std::string stop_names(const referral_page& to, const std::vector<compared_stop>& stops) {
  std::string words;
  for (const compared_stop& one : stops)
    append(words,
           to.name_of(to.land.actors[one.who]) + (one.decides ? to.on.say({" (décide)", " (decides)"}) : ""),
           ", ");
  return words;
}

std::string days_ago_words(const referral_page& to, int days) {
  const std::string count = std::to_string(days);
  return to.on.say(
      {"il y a " + count + (days == 1 ? " jour" : " jours"), count + (days == 1 ? " day ago" : " days ago")});
}

std::string day_words(const referral_page& to, int day) {
  return day < 0 ? days_ago_words(to, -day) : to.when(day);
}

std::string mode_words(const referral_page& to, mode_id mode) {
  return to.on.say(mode.known() ? to.rules.modes[mode].label : text{"aucun", "none"});
}

std::string altered_words(const referral_page& to, const altered_stop& one) {
  std::string words;
  if (one.before.day != one.after.day)
    append(words, day_words(to, one.before.day) + " → " + day_words(to, one.after.day));
  if (one.before.mode != one.after.mode)
    append(words, to.on.say({"passage de relais : ", "hand-off: "}) + mode_words(to, one.before.mode) +
                      " → " + mode_words(to, one.after.mode));
  return stop_names(to, {one.after}) + to.on.say({" change : ", " changes: "}) + words + ".";
}

}  // namespace

std::string appointment_words(const referral_page& to, const kept_appointment& kept) {
  if (kept.days_ago > 0)
    return to.on.say({"à vérifier aujourd'hui, le rendez-vous (", "to check today, the appointment ("}) +
           days_ago_words(to, kept.days_ago) +
           to.on.say({") est passé sans nouvelles : appelez pour savoir s'il a eu lieu, et l'écrire",
                      ") has passed without news: call to know whether it took place, and write it down"});
  std::string words = to.on.say({"rendez-vous pris, ", "appointment made, "}) + to.when(kept.day);
  if (kept.minute < 0) return words;
  const std::string minutes = (kept.minute % 60 < 10 ? "0" : "") + std::to_string(kept.minute % 60);
  const std::string hour = std::to_string(kept.minute / 60);
  return words + to.on.say({" à " + hour + "\u00a0h\u00a0" + minutes, " at " + hour + ":" + minutes});
}

std::vector<std::string> happened_words(const referral_page& to) {
  std::vector<std::string> lines;
  settled_lines(to, lines);
  kept_lines(to, lines);
  missed_lines(to, lines);
  bounce_lines(to, lines);
  closed_lines(to, lines);
  for (const ignored_event& one : to.path->now.ignored)
    lines.push_back(to.on.say({"Événement ", "Event "}) + std::to_string(one.which + 1) +
                    to.on.say({" sans effet : ", " without effect: "}) + to.on.say(one.why) + ".");
  for (std::string& one : lines) one = sentence(one);
  if (lines.empty())
    lines.push_back(to.on.say({"Rien qui change le parcours.", "Nothing that changes the path."}));
  return lines;
}

std::vector<std::string> changed_words(const referral_page& to) {
  const plan_change& change = to.path->change;
  std::vector<std::string> lines;
  const auto add = [&](const text& label, const std::vector<compared_stop>& stops) {
    if (!stops.empty()) lines.push_back(to.on.say(label) + stop_names(to, stops) + ".");
  };
  add({"Restent : ", "Stay: "}, change.stays);
  add({"Nouveaux : ", "New: "}, change.fresh);
  add({"N'y sont plus : ", "No longer there: "}, change.gone);
  for (const altered_stop& one : change.altered) lines.push_back(altered_words(to, one));
  return lines;
}

}  // namespace aiguillage::report
