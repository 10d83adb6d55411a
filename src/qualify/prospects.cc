#include "qualify/prospects.h"

#include <algorithm>
#include <cstdlib>

namespace aiguillage::detail {

int rank_of(const pack& rules, urgency_id level) { return level.known() ? rules.urgencies[level].rank : 0; }

namespace {

bool has(const std::vector<level_id>& list, level_id which) {
  return std::find(list.begin(), list.end(), which) != list.end();
}

void add(inquiry& all, prospect one) {
  if (one.gain > 0 && !one.way.with.empty()) all.prospects.push_back(std::move(one));
}

bool any_right(const pack& rules, const right_source& source) {
  return source.from.known() && source.only.count() >= rules.rights.size();
}

// A need that may be about any right: it says nothing of what the person lives through.
bool is_procedural(const pack& rules, const need_type& type) {
  return std::any_of(type.rights.begin(), type.rights.end(),
                     [&](const right_source& source) { return any_right(rules, source); });
}

bool meet(const distance& a, const distance& b) {
  return std::any_of(a.with.begin(), a.with.end(), [&](const step& one) {
    return std::any_of(b.with.begin(), b.with.end(),
                       [&](const step& other) { return one.which == other.which; });
  });
}

// How the right on the table stands to the need that this rule gives: named there, or one of any.
nearness from_the_right(const inquiry& all, const need_rule& row, const distance& way) {
  const need_type& type = all.rules.needs[row.need];
  for (const right_source& source : type.rights) {
    if (source.fixed.known() && all.rights.test(source.fixed.index()) &&
        meet(way, answers_needed(source.when, true, all.context)))
      return nearness::called_for;
    if (!source.from.known() || type.every_right) continue;
    const fact_value& named = all.context.person->facts[source.from];
    const bool any = any_right(all.rules, source);
    if (named.known && (source.only & named.values).any())
      return any ? nearness::close : nearness::called_for;
    if (any) return nearness::general;  // the answer could name another right
  }
  return nearness::general;
}

nearness near_need(const inquiry& all, const need_rule& row, const distance& way) {
  const bool certain = all.found.certain_needs.test(row.need.index());
  const bool known_need = certain && !is_procedural(all.rules, all.rules.needs[row.need]);
  if (known_need || touched(row.when, all.context, all.request)) return nearness::called_for;
  const nearness right = from_the_right(all, row, way);
  if (right != nearness::general) return right;
  if (touched(row.when, all.context, {})) return nearness::close;
  return all.themes.test(row.need.index()) ? nearness::theme : nearness::general;
}

// The ways in which a rule comes to hold: its alternatives, if that is what its condition is made of.
std::vector<condition_id> ways_of(const pack& rules, condition_id when) {
  if (when.known() && rules.conditions[when].kind == condition_kind::any)
    return rules.conditions[when].children;
  return {when};
}

// A way that has not applied yet, one that another answer would undo, or one that says more of a certain need.
void add_need(inquiry& all, const need_rule& row) {
  const bool certain = all.found.certain_needs.test(row.need.index());
  const need_type& type = all.rules.needs[row.need];
  for (const condition_id when : ways_of(all.rules, row.when)) {
    const bool holds = evaluate(when, all.context) == tri::yes;
    prospect one;
    one.way = answers_needed(when, !holds, all.context);
    one.gain = 1000;
    if (certain && !holds && !is_procedural(all.rules, type))
      one.gain = row.met_by_any_support ? 0 : all.weights.same;
    // A need weighs the helper's time that it takes, up to a full appointment.
    one.gain = one.gain * std::min<std::int64_t>(type.minutes, all.weights.minutes) / all.weights.minutes;
    one.near = near_need(all, row, one.way);
    if (one.near == nearness::general && type.waiting == waiting_class::digital)
      one.gain = one.gain * ranking_of(all.rules, "urg_digital") / 1000;
    one.kind = outcome::need;
    one.which = row.need.index();
    add(all, std::move(one));
  }
}

nearness nearest_need(const inquiry& all, const distance& way) {
  nearness best = nearness::general;
  for (const prospect& one : all.prospects)
    for (const auto& asked : one.way.with)
      if (one.kind == outcome::need && one.near > best && asked.answers == 1 &&
          std::any_of(way.with.begin(), way.with.end(),
                      [&](const auto& w) { return w.which == asked.which; }))
        best = one.near;
  return best;
}

void add_urgency(inquiry& all, std::size_t index) {
  const urgency_rule& row = all.rules.urgency_rules[index];
  if (row.level == all.found.urgency) return;
  const int up = rank_of(all.rules, row.level) - rank_of(all.rules, all.found.urgency);
  prospect one;
  one.way = answers_needed(row.when, true, all.context);
  const bool called_for = touched(row.when, all.context, all.request);
  if (up < 0 && !called_for) return;
  one.near = called_for ? nearness::called_for : nearest_need(all, one.way);
  one.gain = all.weights.level * std::max(1, std::abs(up));
  one.kind = outcome::urgency;
  one.which = index;
  add(all, std::move(one));
}

// 2: a certain need or its decision requires the state; 1: a need that is one answer away; 0: nothing here.
int wanted(const inquiry& all, const state& which) {
  int most = 0;
  for (const need& one : all.found.needs) {
    if (!requires_state(which.required_by_needs, one) && !requires_state(which.required_by_decisions, one))
      continue;
    if (one.status == need_status::certain) return 2;
    for (const prospect& near : all.prospects)
      if (near.kind == outcome::need && near.which == one.type.index() && near.near == nearness::called_for)
        most = 1;
  }
  return most;
}

void add_states(inquiry& all) {
  for (std::size_t i = 0; i < all.rules.states.size(); ++i) {
    const state& which = all.rules.states.items[i];
    const int how = wanted(all, which);
    const bool for_help = std::any_of(all.found.needs.begin(), all.found.needs.end(), [&](const need& one) {
      return one.status == need_status::certain && has(which.required_by_levels, one.help);
    });
    if (how == 0 && !for_help) continue;
    const condition_id when = which.missing_by_default ? which.held_when : which.missing_when;
    prospect one;
    if (when.known()) one.way = answers_needed(when, true, all.context);
    one.gain = how == 0 ? all.weights.path : std::int64_t{500} * how;
    one.near = how == 0 ? nearness::general : nearness::close;
    one.kind = outcome::state;
    one.which = i;
    add(all, std::move(one));
  }
}

void add_rights(inquiry& all) {
  for (const need& one : all.found.needs) {
    if (one.status != need_status::certain || one.right.known()) continue;
    for (const right_source& source : all.rules.needs[one.type].rights) {
      prospect next;
      if (!source.from.known() || all.context.person->facts[source.from].known) continue;
      next.way.with.push_back({source.from});
      next.gain = all.weights.path;
      next.near = nearness::close;
      next.kind = outcome::right;
      add(all, std::move(next));
    }
  }
}

// How many of the doors on the table the rule moves elsewhere.
std::int64_t moved_doors(const inquiry& all, const routing_rule& row) {
  const actor_type_id named = named_organism(all.rules, *all.context.person);
  const auto from = [&](actor_type_id who) {
    return who.known() && std::find(row.actors.begin(), row.actors.end(), who) != row.actors.end();
  };
  const auto needs = std::count_if(all.found.needs.begin(), all.found.needs.end(), [&](const need& one) {
    return one.status == need_status::certain && from(one.decided_by) &&
           (row.rights.none() || row.rights.test(one.right.index()));
  });
  return needs + (from(named) ? 1 : 0);
}

void add_path(inquiry& all, std::size_t index) {
  const routing_rule& row = all.rules.routing[index];
  prospect one;
  one.way = answers_needed(row.when, true, all.context);
  one.near = nearness::close;
  one.which = index;
  if (row.actors_in.known() && !all.context.person->facts[row.actors_in].known) {
    const bool decisive = row.effect != effect_kind::same_helper;  // which only tells equals apart
    one.way.with.push_back({row.actors_in});
    one.gain = decisive ? all.weights.plan : all.weights.path;
    one.near = decisive ? nearness::called_for : nearness::close;
  }
  const fact_id date = find_named(all.rules.facts, "days_until_deadline");
  if (row.effect == effect_kind::hand_off_in_time && date.known() && !all.context.person->facts[date].known) {
    one.way.with.push_back({date});
    one.gain = all.weights.plan;
    one.near = nearness::called_for;
  }
  if (row.effect == effect_kind::hand_off) one.gain = all.weights.path;
  if (row.effect == effect_kind::prefer_help) one.gain = all.weights.path;
  if (row.effect == effect_kind::replace_operator) one.gain = 2000 * moved_doors(all, row);
  add(all, std::move(one));
}

// The needs that an actor type serves, those that may be about any right apart.
value_set served_by(const inquiry& all, actor_type_id who) {
  value_set result;
  for (const competence& one : all.rules.competences)
    if (one.actor == who)
      for (const need_type_id which : one.needs)
        if (!is_procedural(all.rules, all.rules.needs[which])) result.set(which.index());
  return result;
}

value_set specialists(const inquiry& all) {
  value_set result;
  for (const competence& one : all.rules.competences)
    if (one.quality == grade::competent)
      for (const need_type_id which : one.needs)
        if (all.found.certain_needs.test(which.index()) && !is_procedural(all.rules, all.rules.needs[which]))
          result.set(one.actor.index());
  return result;
}

void find_themes(inquiry& all) {
  value_set organisms;
  const auto on_the_table = [&](actor_type_id who) {
    if (who.known()) organisms.set(who.index());
  };
  on_the_table(named_organism(all.rules, *all.context.person));
  const auto named = single_value(*all.context.person, find_named(all.rules.facts, "request_right"));
  if (named) all.rights.set(*named);
  for (const need& one : all.found.needs)
    if (one.status == need_status::certain && one.right.known()) all.rights.set(one.right.index());
  for (std::size_t i = 0; i < all.rules.rights.size(); ++i)
    if (all.rights.test(i)) on_the_table(operator_for(all.rules, *all.context.person, right_id(i)));
  const value_set helpers = specialists(all);
  for (std::size_t i = 0; i < all.rules.actor_types.size(); ++i) {
    if (!organisms.test(i) && !helpers.test(i)) continue;
    const value_set needs = served_by(all, actor_type_id(i));
    if (static_cast<std::int64_t>(1000 * needs.count()) <= all.weights.specialist) all.themes |= needs;
  }
}

figures read_figures(const pack& rules) {
  figures read;
  read.near = {ranking_of(rules, "question_general"), ranking_of(rules, "question_theme"),
               ranking_of(rules, "question_close"), ranking_of(rules, "question_called_for")};
  read.sensitive = ranking_of(rules, "question_sensitive");
  read.level = ranking_of(rules, "question_level");
  read.path = ranking_of(rules, "question_path");
  read.again = ranking_of(rules, "question_again");
  read.rest = ranking_of(rules, "question_rest");
  read.same = ranking_of(rules, "question_same");
  read.plan = ranking_of(rules, "question_plan");
  read.minutes = std::max<std::int64_t>(1, ranking_of(rules, "question_minutes") / 1000);
  read.specialist = ranking_of(rules, "question_specialist");
  return read;
}

}  // namespace

inquiry inquire(const pack& rules, const situation& person, const findings& now) {
  inquiry all{rules, {}, now, applicable_day(rules, person), find_named(rules.facts, "request"), {}, {},
              {},    {}, {}};
  all.context.rules = &rules;
  all.context.person = &person;
  all.context.urgency = now.urgency;
  all.context.certain_needs = now.certain_needs;
  all.context.certain_dimensions = now.certain_dimensions;
  all.weights = read_figures(rules);
  find_themes(all);
  for (const need_rule& one : rules.need_rules)
    if (in_force(one.about, all.day)) add_need(all, one);
  for (std::size_t i = 0; i < rules.urgency_rules.size(); ++i)
    if (in_force(rules.urgency_rules[i].about, all.day)) add_urgency(all, i);
  add_states(all);
  add_rights(all);
  for (std::size_t i = 0; i < rules.routing.size(); ++i)
    if (in_force(rules.routing[i].about, all.day)) add_path(all, i);
  return all;
}

}  // namespace aiguillage::detail
