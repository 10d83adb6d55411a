#include <algorithm>

#include "report/followed.h"

namespace aiguillage::report {
namespace {

struct writing {
  json_writer& out;
  const pack& rules;
  const territory& land;
  const followed_path& path;
  const referral& proposed;
  language wanted;
};

void ids_field(const writing& to, const char* name, const std::vector<need_key>& needs) {
  to.out.key(name);
  to.out.row(needs, [&](const need_key& one) { to.out.value(need_name(to.rules, one.type, one.right)); });
}

void actor_field(const writing& to, const char* name, actor_id who) {
  to.out.field(name, who.known() ? to.land.actors[who].id : "here");
}

void write_renounced(const writing& to) {
  to.out.list(to.path.now.renounced, [&](const renunciation& one) {
    to.out.object([&] {
      to.out.field("id", need_name(to.rules, one.which.type, one.which.right));
      to.out.field("stage", one.stage ? &to.rules.renunciation_stages[*one.stage].id : nullptr);
    });
  });
}

/// The day on which the main plan keeps an appointment; nullopt when it does not.
std::optional<int> day_in_plan(const writing& to, const appointment& one) {
  if (to.proposed.plans.empty()) return std::nullopt;
  for (const referral_stop& stop : to.proposed.plans.front().stops)
    if (const kept_appointment* kept = appointment_at(to.path.now.person, stop);
        kept != nullptr && kept->who == one.kept.who && kept->needs == one.kept.needs)
      return stop.day;
  return std::nullopt;
}

void write_kept(const writing& to) {
  to.out.list(to.path.now.kept, [&](const appointment& one) {
    to.out.object([&] {
      actor_field(to, "actor", one.kept.who);
      ids_field(to, "needs", one.kept.needs);
      to.out.field("day", one.kept.day);
      to.out.field("time", time_or_null(one.kept.minute));
      actor_field(to, "owner", one.kept.owner);
      to.out.field("to_check", one.to_check);
      to.out.field("in_plan_on_day", day_in_plan(to, one));
    });
  });
}

void write_missed(const writing& to) {
  to.out.list(to.path.now.person.so_far.missed, [&](const missed_visit& one) {
    to.out.object([&] {
      actor_field(to, "actor", one.who);
      to.out.field("times", one.times);
    });
  });
}

void write_bounces(const writing& to) {
  to.out.list(to.path.now.bounces, [&](const bounce& one) {
    to.out.object([&] {
      to.out.field("id", need_name(to.rules, one.which.type, one.which.right));
      to.out.field("count", one.by.size());
      to.out.key("by");
      to.out.row(one.by, [&](actor_id who) { to.out.value(to.land.actors[who].id); });
    });
  });
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
void write_closed(const writing& to) {
  const std::vector<closing>& all = to.path.now.closed;
  std::vector<const closing*> doors;
  for (const closing& one : all)
    if (std::none_of(doors.begin(), doors.end(),
                     [&](const closing* before) { return one_closing(*before, one); }))
      doors.push_back(&one);
  to.out.list(doors, [&](const closing* one) {
    std::vector<need_key> needs;
    for (const closing& each : all)
      if (one_closing(*one, each) && each.about.type.known()) needs.push_back(each.about);
    to.out.object([&] {
      actor_field(to, "actor", one->who);
      ids_field(to, "needs", needs);
      to.out.field("until", one->until == never_again ? std::nullopt : std::optional(one->until));
      to.out.field("reason", name_of(*one));
    });
  });
}

void write_ignored(const writing& to) {
  to.out.list(to.path.now.ignored, [&](const ignored_event& one) {
    to.out.object([&] {
      to.out.field("event", one.which + 1);
      to.out.field("why", one.why.in(to.wanted));
    });
  });
}

void stop_fields(const writing& to, const compared_stop& one) {
  actor_field(to, "actor", one.who);
  to.out.field("decides", one.decides);
  ids_field(to, "needs", one.needs);
}

void stops_field(const writing& to, const char* name, const std::vector<compared_stop>& stops) {
  to.out.key(name);
  to.out.list(stops, [&](const compared_stop& one) { to.out.object([&] { stop_fields(to, one); }); });
}

const std::string* mode_or_null(const writing& to, mode_id mode) {
  return mode.known() ? &to.rules.modes[mode].id : nullptr;
}

void write_altered(const writing& to) {
  to.out.list(to.path.change.altered, [&](const altered_stop& one) {
    to.out.object([&] {
      stop_fields(to, one.after);
      to.out.key("day");
      to.out.object([&] {
        to.out.field("before", one.before.day);
        to.out.field("after", one.after.day);
      });
      to.out.key("mode");
      to.out.object([&] {
        to.out.field("before", mode_or_null(to, one.before.mode));
        to.out.field("after", mode_or_null(to, one.after.mode));
      });
    });
  });
}

void write_changes(const writing& to) {
  to.out.object([&] {
    stops_field(to, "stays", to.path.change.stays);
    stops_field(to, "new", to.path.change.fresh);
    stops_field(to, "gone", to.path.change.gone);
    to.out.key("altered");
    write_altered(to);
  });
}

}  // namespace

std::optional<std::string> time_or_null(int minute) {
  if (minute < 0) return std::nullopt;
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return two(minute / 60) + ":" + two(minute % 60);
}

void write_followed(json_writer& out, const pack& rules, const territory& land, const followed_path& path,
                    const referral& proposed, language wanted) {
  const writing to{out, rules, land, path, proposed, wanted};
  const learnt& now = path.now;
  const auto part = [&](const char* name, void (*write)(const writing&)) {
    out.key(name);
    write(to);
  };
  out.object([&] {
    out.field("today", name_or_null(now.person.date));
    out.field("days_since_start", now.today);
    out.field("events", now.events);
    ids_field(to, "done", now.done);
    part("renounced", write_renounced);
    part("kept", write_kept);
    part("missed", write_missed);
    part("bounces", write_bounces);
    part("closed", write_closed);
    part("ignored", write_ignored);
    part("changes", write_changes);
  });
}

}  // namespace aiguillage::report
