#include <utility>

#include "aiguillage/explain/place.h"
#include "report/dates.h"
#include "report/followed.h"
#include "report/json_parts.h"
#include "report/why_not_parts.h"

namespace aiguillage {
namespace {

using report::fixed;
using report::id_or_null;
using report::json;

struct writing {
  const pack& rules;
  const territory& land;
  const situation& person;
  language wanted;
};

std::string name_of(const writing& to, const need& one) { return need_name(to.rules, one.type, one.right); }

std::string stop_name(int index) { return "s" + std::to_string(index + 1); }

json stop_names(const std::vector<int>& stops) {
  json names = json::array();
  for (const int one : stops) names.push_back(stop_name(one));
  return names;
}

json fact_names(const writing& to, const std::vector<fact_id>& facts) {
  json names = json::array();
  for (const fact_id one : facts) names.push_back(to.rules.facts[one].id);
  return names;
}

json state_names(const writing& to, const std::vector<state_id>& states) {
  json names = json::array();
  for (const state_id one : states) names.push_back(to.rules.states[one].id);
  return names;
}

json told_json(const writing& to, const handoff_note& note) {
  json told = json::array();
  for (const fact_id one : note.tell)
    told.push_back(
        {{"fact", to.rules.facts[one].id}, {"words", told_words(to.rules, note, one).in(to.wanted)}});
  return told;
}

json note_json(const writing& to, const handoff_note& note) {
  return {{"tell", fact_names(to, note.tell)},
          {"keep", fact_names(to, note.keep)},
          {"if_agreed", fact_names(to, note.if_agreed)},
          {"told", told_json(to, note)},
          {"agreed", note.agreed},
          {"refused", note.refused}};
}

json handoff_json(const writing& to, const referral_plan& plan, const referral_stop& stop) {
  if (!stop.through.mode.known()) return nullptr;
  const actor_id from = handing_over(to.land, to.rules, to.person, plan, stop);
  const json sender = from.known() ? json(to.land.actors[from].id) : json("here");
  const kept_appointment* kept = appointment_at(to.person, stop);
  const bool owned = kept != nullptr && kept->owner.known();
  return {{"mode", to.rules.modes[stop.through.mode].id},
          {"from", sender},
          {"from_stop", stop.from < 0 ? json(nullptr) : json(stop_name(stop.from))},
          {"owner", owned ? json(to.land.actors[kept->owner].id) : sender},
          {"check_on_day", stop.check_on_day < 0 ? json(nullptr) : json(stop.check_on_day)},
          {"days", stop.through.days},
          {"travel_minutes", stop.through.travel},
          {"loss_risk", fixed(stop.through.loss, 3)},
          {"agreements", state_names(to, agreements_for(to.rules, to.person, stop.through.mode))},
          {"note", note_json(to, note_for(to.rules, to.person, stop))}};
}

/// An appointment that stands, with who checks that the person was received.
json appointment_json(const writing& to, const referral_stop& stop) {
  const kept_appointment* kept = appointment_at(to.person, stop);
  if (kept == nullptr) return nullptr;
  return {{"day", kept->day},
          {"days_ago", kept->days_ago},
          {"time", report::time_or_null(kept->minute)},
          {"owner", kept->owner.known() ? json(to.land.actors[kept->owner].id) : json("here")},
          {"check_on_day", stop.check_on_day < 0 ? json(nullptr) : json(stop.check_on_day)}};
}

json serves_json(const writing& to, const referral_stop& stop) {
  json serves = json::array();
  for (const served_need& one : stop.serves)
    serves.push_back({{"id", name_of(to, *one.which)},
                      {"help", id_or_null(to.rules.levels, one.help)},
                      {"grade", one.quality == grade::competent ? "competent" : "partial"}});
  return serves;
}

json hours_json(const writing& to, const actor& who) {
  return {{"as_written", report::name_or_null(who.hours)},
          {"known", who.opening.has_value()},
          {"assumed", is_timed(to.land, to.person) && !who.opening}};
}

json to_check_json(const writing& to, actor_id who) {
  json checks = json::array();
  for (const text& one : to_check(to.rules, to.land, to.person, who)) checks.push_back(one.in(to.wanted));
  return checks;
}

json stop_json(const writing& to, const referral_plan& plan, std::size_t index) {
  const referral_stop& stop = plan.stops[index];
  const actor& who = to.land.actors[stop.who];
  json because = json::array();
  for (const reason& one : reasons_for(to.rules, to.land, stop))
    because.push_back(report::rule_json(one, to.wanted));
  return {{"id", stop_name(static_cast<int>(index))},
          {"after", stop_names(stop.after)},
          {"actor", who.id},
          {"type", id_or_null(to.rules.actor_types, who.type)},
          {"name", who.name},
          {"day", stop.day},
          {"serves", serves_json(to, stop)},
          {"requires", state_names(to, stop.requires_states)},
          {"produces", state_names(to, stop.produces)},
          {"handoff", handoff_json(to, plan, stop)},
          {"time", stop.minute < 0 ? json(nullptr) : json(report::clock_time(stop.minute))},
          {"hours", hours_json(to, who)},
          {"record", report::record_json(to.rules, to.person, who)},
          {"appointment", appointment_json(to, stop)},
          {"decides", stop.decides},
          {"to_check", to_check_json(to, stop.who)},
          {"because", std::move(because)}};
}

json cost_json(const plan_cost& cost) {
  return {{"days", cost.days},
          {"travel_minutes", cost.travel_minutes},
          {"handoffs", cost.handoffs},
          {"loss_risk", fixed(cost.loss, 3)},
          {"waiting", fixed(cost.waiting, 1)},
          {"partial", fixed(cost.partial, 3)},
          {"partial_services", cost.partial_services},
          {"load", fixed(cost.load, 3)},
          {"actors", cost.actors}};
}

json next_date_json(const writing& to, const referral_plan& plan) {
  if (plan.keeper < 0) return nullptr;
  const referral_stop& stop = plan.stops[static_cast<std::size_t>(plan.keeper)];
  return {{"stop", stop_name(plan.keeper)},
          {"owner", to.land.actors[stop.who].id},
          {"because", report::rule_json({plan.kept_because, plan.kept_because->because}, to.wanted)}};
}

json deadline_json(const referral_plan& plan) {
  if (plan.deadline < 0) return nullptr;
  return {{"day", plan.deadline},
          {"passed_days", plan.deadline_passed},
          {"later_stops", stop_names(plan.after_deadline)}};
}

json plan_json(const writing& to, const referral_plan& plan) {
  json stops = json::array();
  for (std::size_t i = 0; i < plan.stops.size(); ++i) stops.push_back(stop_json(to, plan, i));
  json lanes = json::object();
  for (std::size_t i = 0; i < dimension_names.size(); ++i)
    lanes[dimension_names[i]] = stop_names(plan.lanes[i]);
  json later = json::array();
  for (const need* one : plan.offered_afterwards) later.push_back(name_of(to, *one));
  return {{"cost", cost_json(plan.cost)},
          {"stops", std::move(stops)},
          {"lanes", std::move(lanes)},
          {"deadline", deadline_json(plan)},
          {"offered_afterwards", std::move(later)},
          {"next_date", next_date_json(to, plan)},
          {"exact", plan.exact}};
}

json unmet_json(const writing& to, const unmet_need& one) {
  json why = json::array();
  for (const obstacle& each : one.why)
    why.push_back({{"actor_type", id_or_null(to.rules.actor_types, each.type)},
                   {"rule", each.by == nullptr ? json(nullptr) : json(each.by->id)},
                   {"text", obstacle_words(to.rules, each).in(to.wanted)}});
  return {{"id", name_of(to, *one.which)},
          {"why", std::move(why)},
          {"text", unmet_words(to.rules, one).in(to.wanted)}};
}

}  // namespace

namespace report {

json referral_value(const pack& rules, const territory& land, const situation& person,
                    const qualification& found, const referral& proposed, language wanted,
                    const std::vector<asked_actor>& asked, const followed_path* path) {
  const writing to{rules, land, person, wanted};
  json all = report::head_json(rules, &land, person, found, wanted, false);
  all["plans"] = json::array();
  for (const referral_plan& one : proposed.plans) all["plans"].push_back(plan_json(to, one));
  all["unmet"] = json::array();
  for (const unmet_need& one : proposed.unmet) all["unmet"].push_back(unmet_json(to, one));
  all["waived"] = json::array();
  for (const waived_need& one : proposed.waived)
    all["waived"].push_back(
        {{"id", name_of(to, *one.which)}, {"by", one.by == nullptr ? json(nullptr) : json(one.by->id)}});
  if (path != nullptr) all["followed"] = report::followed_json(rules, land, *path, proposed, wanted);
  all["why_not"] = json::array();
  for (const asked_actor& one : asked)
    all["why_not"].push_back(report::why_not_json(
        rules, land, person, why_not_there(rules, land, person, found, proposed, one), wanted));
  all["overridden"] = json::array();
  for (const rule* one : proposed.overridden)
    all["overridden"].push_back(report::rule_json({one, one->because}, wanted));
  all["second"] = report::second_json(land, proposed, wanted);
  return all;
}

}  // namespace report

std::string referral_json(const pack& rules, const territory& land, const situation& person,
                          const qualification& found, const referral& proposed, language wanted,
                          const std::vector<asked_actor>& asked, const followed_path* path) {
  return report::written(report::referral_value(rules, land, person, found, proposed, wanted, asked, path));
}

}  // namespace aiguillage
