#include <algorithm>

#include "report/followed.h"

namespace aiguillage::report {
namespace {

struct writing {
  const pack& rules;
  const territory& land;
  const followed_path& path;
  const referral& proposed;
  language wanted;
};

std::string id_of(const writing& to, const need_key& one) { return need_name(to.rules, one.type, one.right); }

json ids_of(const writing& to, const std::vector<need_key>& needs) {
  json ids = json::array();
  for (const need_key& one : needs) ids.push_back(id_of(to, one));
  return ids;
}

json renounced_json(const writing& to) {
  json all = json::array();
  for (const renunciation& one : to.path.now.renounced)
    all.push_back({{"id", id_of(to, one.which)},
                   {"stage", one.stage ? json(to.rules.renunciation_stages[*one.stage].id) : json(nullptr)}});
  return all;
}

/// The day on which the main plan keeps an appointment; null when it does not.
json day_in_plan(const writing& to, const appointment& one) {
  if (to.proposed.plans.empty()) return nullptr;
  for (const referral_stop& stop : to.proposed.plans.front().stops)
    if (const kept_appointment* kept = appointment_at(to.path.now.person, stop);
        kept != nullptr && kept->who == one.kept.who && kept->needs == one.kept.needs)
      return stop.day;
  return nullptr;
}

json kept_json(const writing& to) {
  json all = json::array();
  for (const appointment& one : to.path.now.kept)
    all.push_back({{"actor", to.land.actors[one.kept.who].id},
                   {"needs", ids_of(to, one.kept.needs)},
                   {"day", one.kept.day},
                   {"time", time_or_null(one.kept.minute)},
                   {"owner", one.kept.owner.known() ? json(to.land.actors[one.kept.owner].id) : json("here")},
                   {"to_check", one.to_check},
                   {"in_plan_on_day", day_in_plan(to, one)}});
  return all;
}

json missed_json(const writing& to) {
  json all = json::array();
  for (const missed_visit& one : to.path.now.person.so_far.missed)
    all.push_back({{"actor", to.land.actors[one.who].id}, {"times", one.times}});
  return all;
}

json bounces_json(const writing& to) {
  json all = json::array();
  for (const bounce& one : to.path.now.bounces) {
    json by = json::array();
    for (const actor_id who : one.by) by.push_back(to.land.actors[who].id);
    all.push_back({{"id", id_of(to, one.which)}, {"count", one.by.size()}, {"by", by}});
  }
  return all;
}

bool one_closing(const closing& a, const closing& b) {
  return a.who == b.who && a.until == b.until && a.what == b.what && a.reason == b.reason &&
         a.about.type.known() == b.about.type.known();
}

const char* name_of(const closing& one) {
  return one.what == event_kind::refused ? reason_names[static_cast<std::size_t>(one.reason)]
                                         : event_names[static_cast<std::size_t>(one.what)];
}

/// One entry for each door, reason and day; no needs: whatever the need.
json closed_json(const writing& to) {
  const std::vector<closing>& all = to.path.now.closed;
  json result = json::array();
  for (auto one = all.begin(); one != all.end(); ++one) {
    if (std::any_of(all.begin(), one, [&](const closing& before) { return one_closing(before, *one); }))
      continue;
    json needs = json::array();
    for (auto each = one; each != all.end(); ++each)
      if (one_closing(*one, *each) && each->about.type.known()) needs.push_back(id_of(to, each->about));
    result.push_back({{"actor", to.land.actors[one->who].id},
                      {"needs", needs},
                      {"until", one->until == never_again ? json(nullptr) : json(one->until)},
                      {"reason", name_of(*one)}});
  }
  return result;
}

json ignored_json(const writing& to) {
  json all = json::array();
  for (const ignored_event& one : to.path.now.ignored)
    all.push_back({{"event", one.which + 1}, {"why", one.why.in(to.wanted)}});
  return all;
}

json stops_json(const writing& to, const std::vector<compared_stop>& stops) {
  json all = json::array();
  for (const compared_stop& one : stops)
    all.push_back(
        {{"actor", to.land.actors[one.who].id}, {"decides", one.decides}, {"needs", ids_of(to, one.needs)}});
  return all;
}

json mode_or_null(const writing& to, mode_id mode) {
  return mode.known() ? json(to.rules.modes[mode].id) : json(nullptr);
}

json altered_json(const writing& to) {
  json all = json::array();
  for (const altered_stop& one : to.path.change.altered)
    all.push_back(
        {{"actor", to.land.actors[one.after.who].id},
         {"decides", one.after.decides},
         {"needs", ids_of(to, one.after.needs)},
         {"day", {{"before", one.before.day}, {"after", one.after.day}}},
         {"mode",
          {{"before", mode_or_null(to, one.before.mode)}, {"after", mode_or_null(to, one.after.mode)}}}});
  return all;
}

}  // namespace

json time_or_null(int minute) {
  if (minute < 0) return nullptr;
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return two(minute / 60) + ":" + two(minute % 60);
}

json followed_json(const pack& rules, const territory& land, const followed_path& path,
                   const referral& proposed, language wanted) {
  const writing to{rules, land, path, proposed, wanted};
  const learnt& now = path.now;
  return {{"today", now.person.date.empty() ? json(nullptr) : json(now.person.date)},
          {"days_since_start", now.today},
          {"events", now.events},
          {"done", ids_of(to, now.done)},
          {"renounced", renounced_json(to)},
          {"kept", kept_json(to)},
          {"missed", missed_json(to)},
          {"bounces", bounces_json(to)},
          {"closed", closed_json(to)},
          {"ignored", ignored_json(to)},
          {"changes",
           {{"stays", stops_json(to, path.change.stays)},
            {"new", stops_json(to, path.change.fresh)},
            {"gone", stops_json(to, path.change.gone)},
            {"altered", altered_json(to)}}}};
}

}  // namespace aiguillage::report
