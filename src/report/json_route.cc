#include <algorithm>

#include "aiguillage/explain/place.h"
#include "explain/note.h"
#include "report/dates.h"
#include "report/followed.h"
#include "report/json_parts.h"
#include "report/stop_words.h"
#include "report/why_not_parts.h"

namespace aiguillage {
namespace {

using report::decimal;
using report::id_or_null;
using report::write_ids;

struct writing {
  report::json_writer& out;
  const pack& rules;
  const territory& land;
  const situation& person;
  language wanted;
};

std::string name_of(const writing& to, const need& one) { return need_name(to.rules, one.type, one.right); }

std::string stop_name(int index) { return "s" + std::to_string(index + 1); }

void stops_field(const writing& to, const char* name, const std::vector<int>& stops) {
  to.out.key(name);
  to.out.row(stops, [&](int one) { to.out.value(stop_name(one)); });
}

template <class Id, class T>
void ids_field(const writing& to, const char* name, const id_vector<Id, T>& list,
               const std::vector<Id>& some) {
  to.out.key(name);
  write_ids(to.out, list, some);
}

void labels_field(const writing& to, const char* name, const std::vector<state_id>& states) {
  to.out.key(name);
  to.out.row(states, [&](state_id one) { to.out.value(to.rules.states[one].label.in(to.wanted)); });
}

/// The needs as the place may hear of them: those that may not be told are one talk.
void write_needs_told(const writing& to, const referral_stop& stop, const handoff_note& note) {
  std::vector<std::string> said;
  to.out.list(stop.serves, [&](const served_need& one) {
    const bool told = report::is_told(note, one.which->type);
    std::string words =
        need_words_at(to.rules, *one.which, note, to.land.actors[stop.who].type).in(to.wanted);
    if (!told && std::find(said.begin(), said.end(), words) != said.end()) return;
    to.out.object([&] {
      to.out.field("words", words);
      to.out.field("help", told && !stop.decides ? id_or_null(to.rules.levels, one.help) : nullptr);
    });
    said.push_back(std::move(words));
  });
}

void write_note(const writing& to, const referral_plan& plan, const referral_stop& stop) {
  const handoff_note note = note_for(to.rules, to.person, stop);
  to.out.object([&] {
    ids_field(to, "tell", to.rules.facts, note.tell);
    ids_field(to, "keep", to.rules.facts, note.keep);
    ids_field(to, "if_agreed", to.rules.facts, note.if_agreed);
    to.out.key("told");
    to.out.list(note.tell, [&](fact_id one) {
      to.out.object([&] {
        to.out.field("fact", to.rules.facts[one].id);
        to.out.field("words", told_words(to.rules, note, one).in(to.wanted));
      });
    });
    to.out.field("agreed", note.agreed);
    to.out.field("refused", note.refused);
    to.out.key("needs");
    write_needs_told(to, stop, note);
    labels_field(to, "before", note.states_told);
    labels_field(to, "brings", note.brings_told);
    to.out.key("papers");
    to.out.row(detail::papers_for(to.rules, to.person, stop, note),
               [&](const text& one) { to.out.value(one.in(to.wanted)); });
    to.out.field("names_sender",
                 detail::sender_shows_nothing(to.rules, to.land, to.person, plan, stop, note));
  });
}

const std::string& place_name(const writing& to, actor_id who) {
  static const std::string here = "here";
  return who.known() ? to.land.actors[who].id : here;
}

std::optional<int> day_or_null(int day) { return day < 0 ? std::nullopt : std::optional(day); }

void write_handoff(const writing& to, const referral_plan& plan, const referral_stop& stop) {
  if (!stop.through.mode.known()) return to.out.value(nullptr);
  const std::string& sender = place_name(to, handing_over(to.land, to.rules, to.person, plan, stop));
  const kept_appointment* kept = appointment_at(to.person, stop);
  const bool owned = kept != nullptr && kept->owner.known();
  to.out.object([&] {
    to.out.field("mode", to.rules.modes[stop.through.mode].id);
    to.out.field("from", sender);
    to.out.field("from_stop", stop.from < 0 ? std::nullopt : std::optional(stop_name(stop.from)));
    to.out.field("owner", owned ? to.land.actors[kept->owner].id : sender);
    to.out.field("check_on_day", day_or_null(stop.check_on_day));
    to.out.field("days", stop.through.days);
    to.out.field("travel_minutes", stop.through.travel);
    to.out.field("loss_risk", decimal{stop.through.loss, 3});
    ids_field(to, "agreements", to.rules.states, agreements_for(to.rules, to.person, stop.through.mode));
    to.out.key("note");
    write_note(to, plan, stop);
  });
}

/// An appointment that stands, with who checks that the person was received.
void write_appointment(const writing& to, const referral_stop& stop) {
  const kept_appointment* kept = appointment_at(to.person, stop);
  if (kept == nullptr) return to.out.value(nullptr);
  to.out.object([&] {
    to.out.field("day", kept->day);
    to.out.field("days_ago", kept->days_ago);
    to.out.field("time", report::time_or_null(kept->minute));
    to.out.field("owner", place_name(to, kept->owner));
    to.out.field("check_on_day", day_or_null(stop.check_on_day));
  });
}

void write_serves(const writing& to, const referral_stop& stop) {
  to.out.list(stop.serves, [&](const served_need& one) {
    to.out.object([&] {
      to.out.field("id", name_of(to, *one.which));
      to.out.field("help", id_or_null(to.rules.levels, one.help));
      to.out.field("grade", one.quality == grade::competent ? "competent" : "partial");
    });
  });
}

void write_hours(const writing& to, const actor& who) {
  to.out.object([&] {
    to.out.field("as_written", report::name_or_null(who.hours));
    to.out.field("known", who.opening.has_value());
    to.out.field("assumed", is_timed(to.land, to.person) && !who.opening);
  });
}

void write_stop(const writing& to, const referral_plan& plan, std::size_t index) {
  const referral_stop& stop = plan.stops[index];
  const actor& who = to.land.actors[stop.who];
  to.out.object([&] {
    to.out.field("id", stop_name(static_cast<int>(index)));
    stops_field(to, "after", stop.after);
    to.out.field("actor", who.id);
    to.out.field("type", id_or_null(to.rules.actor_types, who.type));
    to.out.field("name", who.name);
    to.out.field("day", stop.day);
    to.out.key("serves");
    write_serves(to, stop);
    ids_field(to, "requires", to.rules.states, stop.requires_states);
    ids_field(to, "produces", to.rules.states, stop.produces);
    to.out.key("handoff");
    write_handoff(to, plan, stop);
    to.out.field("time", stop.minute < 0 ? std::nullopt : std::optional(report::clock_time(stop.minute)));
    to.out.key("hours");
    write_hours(to, who);
    to.out.key("record");
    report::write_record(to.out, to.rules, to.person, who);
    to.out.key("appointment");
    write_appointment(to, stop);
    to.out.field("decides", stop.decides);
    to.out.key("to_check");
    to.out.row(to_check(to.rules, to.land, to.person, stop.who),
               [&](const text& one) { to.out.value(one.in(to.wanted)); });
    to.out.key("because");
    to.out.list(reasons_for(to.rules, to.land, stop),
                [&](const reason& one) { report::write_rule(to.out, one, to.wanted); });
  });
}

void write_cost(const writing& to, const plan_cost& cost) {
  to.out.object([&] {
    to.out.field("days", cost.days);
    to.out.field("travel_minutes", cost.travel_minutes);
    to.out.field("handoffs", cost.handoffs);
    to.out.field("loss_risk", decimal{cost.loss, 3});
    to.out.field("waiting", decimal{cost.waiting, 1});
    to.out.field("partial", decimal{cost.partial, 3});
    to.out.field("partial_services", cost.partial_services);
    to.out.field("load", decimal{cost.load, 3});
    to.out.field("actors", cost.actors);
  });
}

void write_next_date(const writing& to, const referral_plan& plan) {
  if (plan.keeper < 0) return to.out.value(nullptr);
  const referral_stop& stop = plan.stops[static_cast<std::size_t>(plan.keeper)];
  to.out.object([&] {
    to.out.field("stop", stop_name(plan.keeper));
    to.out.field("owner", to.land.actors[stop.who].id);
    to.out.key("because");
    report::write_rule(to.out, {plan.kept_because, plan.kept_because->because}, to.wanted);
  });
}

void write_deadline(const writing& to, const referral_plan& plan) {
  if (plan.deadline < 0) return to.out.value(nullptr);
  to.out.object([&] {
    to.out.field("day", plan.deadline);
    to.out.field("passed_days", plan.deadline_passed);
    stops_field(to, "later_stops", plan.after_deadline);
  });
}

void write_plan(const writing& to, const referral_plan& plan) {
  to.out.object([&] {
    to.out.key("cost");
    write_cost(to, plan.cost);
    to.out.key("stops");
    std::size_t index = 0;
    to.out.list(plan.stops, [&](const referral_stop&) { write_stop(to, plan, index++); });
    to.out.key("lanes");
    to.out.object([&] {
      for (std::size_t i = 0; i < dimension_names.size(); ++i)
        stops_field(to, dimension_names[i], plan.lanes[i]);
    });
    to.out.key("deadline");
    write_deadline(to, plan);
    to.out.key("offered_afterwards");
    to.out.row(plan.offered_afterwards, [&](const need* one) { to.out.value(name_of(to, *one)); });
    to.out.key("next_date");
    write_next_date(to, plan);
    to.out.field("exact", plan.exact);
  });
}

void write_unmet(const writing& to, const unmet_need& one) {
  to.out.object([&] {
    to.out.field("id", name_of(to, *one.which));
    to.out.key("why");
    to.out.list(one.why, [&](const obstacle& each) {
      to.out.object([&] {
        to.out.field("actor_type", id_or_null(to.rules.actor_types, each.type));
        to.out.field("rule", each.by == nullptr ? nullptr : &each.by->id);
        to.out.field("text", obstacle_words(to.rules, each).in(to.wanted));
      });
    });
    to.out.field("text", unmet_words(to.rules, one).in(to.wanted));
  });
}

void write_waived(const writing& to, const waived_need& one) {
  to.out.object([&] {
    to.out.field("id", name_of(to, *one.which));
    to.out.field("by", one.by == nullptr ? nullptr : &one.by->id);
    to.out.field("text", one.by == nullptr ? nullptr : &one.by->because.in(to.wanted));
  });
}

}  // namespace

namespace report {

void referral_fields(json_writer& out, const pack& rules, const territory& land, const situation& person,
                     const qualification& found, const referral& proposed, language wanted,
                     const std::vector<asked_actor>& asked, const followed_path* path,
                     const condition_texts* said) {
  const writing to{out, rules, land, person, wanted};
  head_fields(out, rules, &land, person, found, wanted, false, said);
  out.key("plans");
  out.list(proposed.plans, [&](const referral_plan& one) { write_plan(to, one); });
  out.key("unmet");
  out.list(proposed.unmet, [&](const unmet_need& one) { write_unmet(to, one); });
  out.key("waived");
  out.list(proposed.waived, [&](const waived_need& one) { write_waived(to, one); });
  if (path != nullptr) {
    out.key("followed");
    write_followed(out, rules, land, *path, proposed, wanted);
  }
  out.key("why_not");
  out.list(asked, [&](const asked_actor& one) {
    write_why_not(out, rules, land, person, why_not_there(rules, land, person, found, proposed, one), wanted);
  });
  out.key("overridden");
  out.list(proposed.overridden, [&](const rule* one) { write_rule(out, {one, one->because}, wanted); });
  out.key("second");
  write_second(out, land, proposed, wanted);
}

}  // namespace report

std::string referral_json(const pack& rules, const territory& land, const situation& person,
                          const qualification& found, const referral& proposed, language wanted,
                          const std::vector<asked_actor>& asked, const followed_path* path) {
  return report::json_object([&](report::json_writer& to) {
    report::referral_fields(to, rules, land, person, found, proposed, wanted, asked, path);
  });
}

}  // namespace aiguillage
