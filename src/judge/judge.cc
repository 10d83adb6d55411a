#include "aiguillage/judge.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace aiguillage {
namespace {

using names = std::vector<std::string>;

struct hearing {
  const pack& rules;
  const case_file& of;
  const judged_run& run;
  judged_plan route;  // the main one
  judged_plan first_stops;
  case_verdict verdict;
};

template <class Id>
bool holds(const std::vector<Id>& list, Id one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

template <class Id>
bool share_one(const std::vector<Id>& a, const std::vector<Id>& b) {
  return std::any_of(a.begin(), a.end(), [&](Id one) { return holds(b, one); });
}

template <class Id, class T>
names names_of(const id_vector<Id, T>& table, const std::vector<Id>& list) {
  names result;
  for (const Id one : list) result.push_back(table[one].id);
  return result;
}

template <class Id>
std::vector<Id> members(const value_set& set) {
  std::vector<Id> result;
  for (std::size_t i = 0; i < set.size(); ++i)
    if (set.test(i)) result.push_back(Id(i));
  return result;
}

template <class Id>
value_set set_of(const std::vector<Id>& list) {
  value_set result;
  for (const Id one : list) result.set(one.index());
  return result;
}

std::vector<actor_type_id> types_of(const judged_plan& plan) {
  value_set seen;
  for (const judged_step& one : plan) seen.set(one.type.index());
  return members<actor_type_id>(seen);
}

value_set types_anywhere(const judged_run& run) {
  value_set seen;
  for (const judged_plan& plan : run.plans) seen |= set_of(types_of(plan));
  return seen;
}

const fact_value* known_fact(const hearing& at, const char* name) {
  const fact_id which = find_named(at.rules.facts, name);
  return which.known() && at.of.facts.facts[which].known ? &at.of.facts.facts[which] : nullptr;
}

void report(hearing& at, const char* check, bool pass, names expected, names got) {
  at.verdict.checks.push_back({check, pass, std::move(expected), std::move(got)});
}

std::vector<fact_id> facts_asked(const judged_run& run, std::size_t questions) {
  std::vector<fact_id> asked;
  for (std::size_t i = 0; i < run.questions.size() && i < questions; ++i)
    asked.insert(asked.end(), run.questions[i].begin(), run.questions[i].end());
  return asked;
}

int recall(const hearing& at, std::size_t questions) {
  const std::vector<fact_id> asked = facts_asked(at.run, questions);
  const std::vector<fact_id>& wanted = at.of.expect.questions;
  return static_cast<int>(
      std::count_if(wanted.begin(), wanted.end(), [&](fact_id one) { return holds(asked, one); }));
}

void check_questions(hearing& at) {
  const std::vector<fact_id>& wanted = at.of.expect.questions;
  at.verdict.questions_expected = static_cast<int>(wanted.size());
  at.verdict.recall_at_3 = recall(at, 3);
  at.verdict.recall_at_5 = recall(at, 5);
  if (wanted.empty()) return;
  report(at, "questions", 2 * at.verdict.recall_at_5 >= at.verdict.questions_expected,
         names_of(at.rules.facts, wanted), names_of(at.rules.facts, facts_asked(at.run, 5)));
}

void check_needs(hearing& at) {
  const value_set got = set_of(at.run.needs);
  const auto include = set_of(at.of.expect.needs_included);
  const auto exclude = set_of(at.of.expect.needs_excluded);
  const auto named = [&](const value_set& set) {
    return names_of(at.rules.needs, members<need_type_id>(set));
  };
  if (include.any()) report(at, "needs.include", (include & ~got).none(), named(include), named(got));
  if (exclude.any())
    report(at, "needs.exclude", (exclude & got).none(), named(exclude), named(exclude & got));
}

void check_urgency(hearing& at) {
  const urgency_id wanted = at.of.expect.urgency;
  if (!wanted.known()) return;
  names got;
  if (at.run.urgency.known()) got.push_back(at.rules.urgencies[at.run.urgency].id);
  report(at, "urgency", at.run.urgency == wanted, {at.rules.urgencies[wanted].id}, got);
}

void check_first_stops(hearing& at) {
  const case_expectations& expect = at.of.expect;
  const std::vector<actor_type_id> first = types_of(at.first_stops);
  const names got = names_of(at.rules.actor_types, first);
  if (!expect.first_any.empty())
    report(at, "route.first_any", share_one(first, expect.first_any),
           names_of(at.rules.actor_types, expect.first_any), got);
  if (!expect.first_never.empty())
    report(at, "route.first_never", !share_one(first, expect.first_never),
           names_of(at.rules.actor_types, expect.first_never), got);
}

void check_reach(hearing& at) {
  if (at.of.expect.reach.empty()) return;
  const std::vector<actor_type_id> reached = types_of(at.route);
  bool pass = true;
  names groups;
  for (const std::vector<actor_type_id>& group : at.of.expect.reach) {
    pass = pass && share_one(group, reached);
    std::string joined;
    for (const std::string& name : names_of(at.rules.actor_types, group))
      joined += (joined.empty() ? "" : "|") + name;
    groups.push_back(std::move(joined));
  }
  report(at, "route.reach", pass, std::move(groups), names_of(at.rules.actor_types, reached));
}

value_set refused_types(const hearing& at) {
  value_set refused = set_of(at.of.expect.never);
  for (std::size_t i = 0; i < at.rules.actor_types.size(); ++i)
    if (at.rules.actor_types.items[i].family == group::forbidden) refused.set(i);
  const fact_value* refuses = known_fact(at, "refuses");
  return refuses == nullptr ? refused : refused | refuses->values;
}

void check_barred(hearing& at, const char* check, const value_set& barred) {
  const auto named = [&](const value_set& set) {
    return names_of(at.rules.actor_types, members<actor_type_id>(set));
  };
  const value_set offenders = barred & types_anywhere(at.run);
  report(at, check, offenders.none(), named(barred), named(offenders));
}

// The first stops whose hand-off counts: with several, those that satisfy `first_any`.
judged_plan counted_first_stops(const hearing& at) {
  const std::vector<actor_type_id>& any = at.of.expect.first_any;
  judged_plan counted = at.first_stops;
  if (counted.size() > 1 && !any.empty())
    counted.erase(std::remove_if(counted.begin(), counted.end(),
                                 [&](const judged_step& one) { return !holds(any, one.type); }),
                  counted.end());
  return counted;
}

bool on_the_spot(const hearing& at, const judged_step& one) {
  const fact_value* asked_at = known_fact(at, "asked_at");
  return !one.handoff.known() && asked_at != nullptr && asked_at->values.test(one.type.index());
}

void check_handoff(hearing& at) {
  const mode_id least = at.of.expect.handoff_at_least;
  if (!least.known()) return;
  bool pass = false;
  names got;
  for (const judged_step& one : counted_first_stops(at)) {
    const bool here = on_the_spot(at, one);
    const bool strong = one.handoff.known() && at.rules.modes[one.handoff].rank >= at.rules.modes[least].rank;
    pass = pass || here || strong;
    got.push_back(one.handoff.known() ? at.rules.modes[one.handoff].id : here ? "on_the_spot" : "none");
  }
  report(at, "route.handoff_at_least", pass, {at.rules.modes[least].id}, std::move(got));
}

void check_help(hearing& at) {
  const std::vector<level_id>& wanted = at.of.expect.help;
  if (wanted.empty()) return;
  value_set given;
  for (const judged_step& step : at.route)
    for (const level_id level : step.levels) {
      given.set(level.index());
      given |= set_of(at.rules.levels[level].covers);
    }
  report(at, "route.help", (set_of(wanted) & ~given).none(), names_of(at.rules.levels, wanted),
         names_of(at.rules.levels, members<level_id>(given)));
}

void check_stops(hearing& at) {
  if (!at.of.expect.stops_at_most) return;
  const level_id decide = find_named(at.rules.levels, "decide");
  value_set stops;
  for (const judged_step& step : at.route) {
    const bool only_decides =
        !step.levels.empty() &&
        std::all_of(step.levels.begin(), step.levels.end(), [&](level_id one) { return one == decide; });
    if (!only_decides) stops.set(step.type.index());
  }
  const int most = *at.of.expect.stops_at_most;
  report(at, "route.stops_at_most", static_cast<int>(stops.count()) <= most, {std::to_string(most)},
         {std::to_string(stops.count())});
}

void check_serves(hearing& at) {
  bool pass = true;
  names wanted;
  for (const auto& [actor, needs] : at.of.expect.serves) {
    value_set helped;
    for (const judged_step& step : at.route)
      if (step.type == actor) helped |= set_of(step.helped);
    pass = pass && (set_of(needs) & ~helped).none();
    for (const std::string& need : names_of(at.rules.needs, needs))
      wanted.push_back(at.rules.actor_types[actor].id + ":" + need);
  }
  names got;
  for (const judged_step& step : at.route)
    for (const std::string& need : names_of(at.rules.needs, step.helped))
      got.push_back(at.rules.actor_types[step.type].id + ":" + need);
  if (!wanted.empty()) report(at, "route.serves", pass, std::move(wanted), std::move(got));
}

void check_follow_up(hearing& at) {
  const case_expectations& expect = at.of.expect;
  if (expect.handoffs_checked) {
    names unchecked;
    for (const judged_step& step : at.route)
      if (step.handoff.known() && !step.checked) unchecked.push_back(at.rules.actor_types[step.type].id);
    const bool pass = unchecked.empty();
    report(at, "route.handoffs_checked", pass, {"true"}, pass ? names{"true"} : std::move(unchecked));
  }
  if (expect.next_date_with.empty()) return;
  value_set keepers;
  for (const judged_step& step : at.route)
    if (step.keeps_file) keepers.set(step.type.index());
  report(at, "route.next_date_with", (keepers & set_of(expect.next_date_with)).any(),
         names_of(at.rules.actor_types, expect.next_date_with),
         names_of(at.rules.actor_types, members<actor_type_id>(keepers)));
}

}  // namespace

case_verdict judge(const pack& rules, const case_file& of, const judged_run& run) {
  hearing at{rules, of, run, {}, {}, {}};
  at.verdict.id = of.id;
  at.verdict.file = of.file;
  if (!run.plans.empty()) at.route = run.plans.front();
  std::copy_if(at.route.begin(), at.route.end(), std::back_inserter(at.first_stops),
               [](const judged_step& one) { return one.after.empty(); });
  check_questions(at);
  check_needs(at);
  check_urgency(at);
  check_first_stops(at);
  check_reach(at);
  check_barred(at, "route.never", refused_types(at));
  check_barred(at, "route.territory", set_of(absent_types(rules, of)));
  check_handoff(at);
  check_help(at);
  check_stops(at);
  check_serves(at);
  check_follow_up(at);
  at.verdict.passed = std::all_of(at.verdict.checks.begin(), at.verdict.checks.end(),
                                  [](const check_result& one) { return one.pass; });
  return at.verdict;
}

}  // namespace aiguillage
