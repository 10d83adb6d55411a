#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>

#include "qualify/belief.h"

/// Questions are ranked by what the rules could still say once they are answered: a need, a level of urgency, a missing
/// state, another operator, another way to help or to hand over. Nothing is written per fact, request or case.
namespace aiguillage::detail {
namespace {

/// How a prospect stands to what the person came for.
enum class nearness : std::uint8_t { general, theme, close, called_for };

enum class outcome : std::uint8_t { need, urgency, state, right, path };

/// Something that the rules could still say. `gain` in thousandths of a need.
struct prospect {
  std::int64_t gain = 0;
  nearness near = nearness::general;
  outcome kind = outcome::path;
  std::size_t which = 0;  // index of the need, level, state or fact
  distance way;
};

/// One prospect seen from one fact.
struct credit {
  std::size_t from = 0;
  std::int64_t value = 0;
};

struct figures {
  std::array<std::int64_t, 4> near{};
  std::int64_t sensitive = 0, level = 0, path = 0, again = 0, rest = 0, same = 0, kin = 0;
};

struct inquiry {
  const pack& rules;
  condition_context context;
  const findings& found;
  std::string day;
  fact_id request;
  figures weights;
  value_set served;  // needs that the organism named, or the operator of the right, itself serves
  value_set kin;     // needs that those who are competent for a certain need serve as well
  std::vector<prospect> prospects;
  std::vector<std::vector<credit>> credits;  // by fact
};

bool has(const std::vector<level_id>& list, level_id which) {
  return std::find(list.begin(), list.end(), which) != list.end();
}

void add(inquiry& all, prospect one) {
  if (one.gain > 0 && !one.way.with.empty()) all.prospects.push_back(std::move(one));
}

// The facts by which the right of a need of this type is found.
bool about_the_request(const inquiry& all, const need_type& type) {
  const situation& person = *all.context.person;
  return std::any_of(type.rights.begin(), type.rights.end(), [&](const right_source& source) {
    if (!source.from.known() || !person.facts[source.from].known) return false;
    return source.only.none() || (source.only & person.facts[source.from].values).any();
  });
}

nearness near_need(const inquiry& all, need_type_id which, bool called_for) {
  if (called_for) return nearness::called_for;
  if (about_the_request(all, all.rules.needs[which])) return nearness::close;
  if (all.served.test(which.index()) || all.kin.test(which.index())) return nearness::theme;
  return nearness::general;
}

// A rule that has not applied yet, one that another answer would undo, or one that says more of a certain need.
void add_need(inquiry& all, const need_rule& rule_) {
  const bool certain = all.found.certain_needs.test(rule_.need.index());
  const bool holds = evaluate(rule_.when, all.context) == tri::yes;
  prospect one;
  one.way = answers_needed(rule_.when, !holds, all.context);
  one.gain = certain && !holds ? all.weights.same : 1000;
  one.near = near_need(all, rule_.need, certain || touched(rule_.when, all.context, all.request));
  if (one.near < nearness::close && touched(rule_.when, all.context, {})) one.near = nearness::close;
  one.kind = outcome::need;
  one.which = rule_.need.index();
  add(all, std::move(one));
}

int rank_of(const pack& rules, urgency_id level) { return level.known() ? rules.urgencies[level].rank : 0; }

nearness nearest_need(const inquiry& all, const distance& way) {
  nearness best = nearness::general;
  for (const prospect& one : all.prospects)
    for (const auto& fact_ : one.way.with)
      if (one.kind == outcome::need && one.near > best && fact_.answers == 1 &&
          std::any_of(way.with.begin(), way.with.end(),
                      [&](const auto& w) { return w.which == fact_.which; }))
        best = one.near;
  return best;
}

void add_urgency(inquiry& all, const urgency_rule& row) {
  if (row.level == all.found.urgency) return;
  const int up = rank_of(all.rules, row.level) - rank_of(all.rules, all.found.urgency);
  prospect one;
  one.way = answers_needed(row.when, true, all.context);
  const bool called_for = touched(row.when, all.context, all.request);
  if (up < 0 && !called_for) return;
  one.near = called_for ? nearness::called_for : nearest_need(all, one.way);
  one.gain = all.weights.level * std::max(1, std::abs(up));
  one.kind = outcome::urgency;
  one.which = row.level.index();
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
    one.gain = how == 0 ? all.weights.path : 500 * how;
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
std::int64_t moved_doors(const inquiry& all, const routing_rule& rule_) {
  const actor_type_id named = named_organism(all.rules, *all.context.person);
  const auto from = [&](actor_type_id who) {
    return who.known() && std::find(rule_.actors.begin(), rule_.actors.end(), who) != rule_.actors.end();
  };
  const auto needs = std::count_if(all.found.needs.begin(), all.found.needs.end(), [&](const need& one) {
    return one.status == need_status::certain && from(one.decided_by) &&
           (rule_.rights.none() || rule_.rights.test(one.right.index()));
  });
  return needs + (from(named) ? 1 : 0);
}

void add_path(inquiry& all, std::size_t index) {
  const routing_rule& rule_ = all.rules.routing[index];
  prospect one;
  one.way = answers_needed(rule_.when, true, all.context);
  one.near = nearness::close;
  one.which = index;
  if (rule_.actors_in.known() && !all.context.person->facts[rule_.actors_in].known) {
    one.way.with.push_back({rule_.actors_in});
    one.gain = 1000;
  }
  const fact_id date = find_named(all.rules.facts, "days_until_deadline");
  if (rule_.effect == effect_kind::hand_off_in_time && date.known() && !all.context.person->facts[date].known) {
    one.way.with.push_back({date});
    one.gain = 1000;
  }
  if (rule_.effect == effect_kind::hand_off) one.gain = all.weights.path;
  if (rule_.effect == effect_kind::prefer_help) one.gain = all.weights.path;
  if (rule_.effect == effect_kind::replace_operator) one.gain = 1000 * moved_doors(all, rule_);
  add(all, std::move(one));
}

value_set served_by(const inquiry& all, actor_type_id who) {
  value_set result;
  condition_context context = all.context;
  context.acting = who;
  for (const competence& one : all.rules.competences)
    if (one.actor == who && evaluate(one.when, context) != tri::no)
      for (const need_type_id which : one.needs) result.set(which.index());
  return result;
}

std::int64_t shared(const value_set& a, const value_set& b) {
  return (a | b).none() ? 0 : static_cast<std::int64_t>(1000 * (a & b).count() / (a | b).count());
}

void find_kin(inquiry& all) {
  std::vector<value_set> helpers(all.rules.needs.size());
  for (const competence& one : all.rules.competences)
    if (one.quality == grade::competent)
      for (const need_type_id which : one.needs) helpers[which.index()].set(one.actor.index());
  for (const need& one : all.found.needs)
    if (one.status == need_status::certain)
      for (std::size_t i = 0; i < helpers.size(); ++i)
        if (shared(helpers[one.type.index()], helpers[i]) >= all.weights.kin) all.kin.set(i);
}

void find_theme(inquiry& all) {
  find_kin(all);
  const actor_type_id named = named_organism(all.rules, *all.context.person);
  if (named.known()) all.served |= served_by(all, named);
  for (const need& one : all.found.needs)
    if (one.status == need_status::certain && one.decided_by.known() && one.decided_by != named)
      all.served |= served_by(all, one.decided_by);
}

void give_credit(inquiry& all) {
  all.credits.resize(all.rules.facts.size());
  for (std::size_t i = 0; i < all.prospects.size(); ++i) {
    const prospect& one = all.prospects[i];
    for (const step& way : one.way.with) {
      std::int64_t value = one.gain * all.weights.near[static_cast<std::size_t>(one.near)] / 1000 * way.share / 1000;
      value /= way.answers;
      if (all.rules.facts[way.which].sensitive && one.near != nearness::called_for)
        value = value * all.weights.sensitive / 1000;
      all.credits[way.which.index()].push_back({i, value});
    }
  }
}

/// How often an earlier question bears on the same outcome.
struct memory {
  std::array<std::vector<int>, 5> told;
  int general = 0;
};

std::int64_t shrunk(std::int64_t value, std::int64_t factor, int times) {
  for (; times > 0; --times) value = value * factor / 1000;
  return value;
}

std::int64_t weigh(const inquiry& all, const question& one, const memory& earlier) {
  std::int64_t most = 0;
  std::int64_t sum = 0;
  for (const fact_id which : one.facts) {
    std::int64_t weight = 0;
    for (const credit& each : all.credits[which.index()]) {
      const prospect& from = all.prospects[each.from];
      int times = earlier.told[static_cast<std::size_t>(from.kind)][from.which];
      if (from.near == nearness::general) times += earlier.general;
      weight += shrunk(each.value, all.weights.again, times);
    }
    most = std::max(most, weight);
    sum += weight;
  }
  return most + (sum - most) * all.weights.rest / 1000;
}

void remember(const inquiry& all, const question& asked, memory& earlier) {
  nearness best = nearness::general;
  std::set<std::pair<std::size_t, std::size_t>> outcomes;
  for (const fact_id which : asked.facts)
    for (const credit& each : all.credits[which.index()]) {
      const prospect& from = all.prospects[each.from];
      outcomes.emplace(static_cast<std::size_t>(from.kind), from.which);
      best = std::max(best, from.near);
    }
  for (const auto& one : outcomes) ++earlier.told[one.first][one.second];
  earlier.general += best == nearness::general ? 1 : 0;
}

question ask(const inquiry& all, const std::vector<fact_id>& facts, const text& wording) {
  question one;
  one.wording = wording;
  std::set<need_type_id> needs;
  std::set<urgency_id> urgencies;
  for (const fact_id which : facts) {
    if (all.context.person->facts[which].known) continue;
    one.facts.push_back(which);
    one.sensitive = one.sensitive || all.rules.facts[which].sensitive;
    for (const credit& each : all.credits[which.index()]) {
      const prospect& from = all.prospects[each.from];
      if (from.kind == outcome::need) needs.insert(need_type_id(from.which));
      if (from.kind == outcome::urgency) urgencies.insert(urgency_id(from.which));
    }
  }
  if (one.facts.size() == 1) one.wording = all.rules.facts[one.facts.front()].question;
  one.decides.assign(needs.begin(), needs.end());
  one.urgencies.assign(urgencies.begin(), urgencies.end());
  return one;
}

std::vector<question> open_questions(const inquiry& all) {
  std::vector<question> result;
  value_set grouped;
  for (const question_group& group : all.rules.questions) {
    for (const fact_id which : group.facts) grouped.set(which.index());
    result.push_back(ask(all, group.facts, group.question));
  }
  for (std::size_t i = 0; i < all.rules.facts.size(); ++i)
    if (!grouped.test(i)) result.push_back(ask(all, {fact_id(i)}, {}));
  result.erase(std::remove_if(result.begin(), result.end(),
                              [&](const question& one) {
                                return std::all_of(one.facts.begin(), one.facts.end(), [&](fact_id which) {
                                  return all.credits[which.index()].empty();
                                });
                              }),
               result.end());
  std::sort(result.begin(), result.end(),
            [](const question& a, const question& b) { return a.facts.front() < b.facts.front(); });
  return result;
}

// The best question first; then the best of the others, given what the first ones will tell.
std::vector<question> in_order(const inquiry& all, std::vector<question> open) {
  memory earlier;
  for (auto& told : earlier.told) told.assign(value_set().size(), 0);
  std::vector<question> result;
  while (!open.empty()) {
    for (question& one : open) one.weight = weigh(all, one, earlier);
    const auto best = std::max_element(
        open.begin(), open.end(), [](const question& a, const question& b) { return a.weight < b.weight; });
    if (best->weight <= 0) break;
    remember(all, *best, earlier);
    result.push_back(std::move(*best));
    open.erase(best);
  }
  return result;
}

}  // namespace

std::vector<question> rank_questions(const pack& rules, const situation& person, const findings& now) {
  inquiry all{rules, {}, now, applicable_day(rules, person), find_named(rules.facts, "request"), {}, {}, {}, {}, {}};
  all.context.rules = &rules;
  all.context.person = &person;
  all.context.urgency = now.urgency;
  all.context.certain_needs = now.certain_needs;
  all.context.certain_dimensions = now.certain_dimensions;
  all.weights.near = {1000, ranking_of(rules, "question_theme"), ranking_of(rules, "question_close"),
                      ranking_of(rules, "question_called_for")};
  all.weights.sensitive = ranking_of(rules, "question_sensitive");
  all.weights.level = ranking_of(rules, "question_level");
  all.weights.path = ranking_of(rules, "question_path");
  all.weights.again = ranking_of(rules, "question_again");
  all.weights.rest = ranking_of(rules, "question_rest");
  all.weights.same = ranking_of(rules, "question_same");
  all.weights.kin = ranking_of(rules, "question_kin");
  find_theme(all);
  for (const need_rule& one : rules.need_rules)
    if (in_force(one.about, all.day)) add_need(all, one);
  for (const urgency_rule& one : rules.urgency_rules)
    if (in_force(one.about, all.day)) add_urgency(all, one);
  add_states(all);
  add_rights(all);
  for (std::size_t i = 0; i < rules.routing.size(); ++i)
    if (in_force(rules.routing[i].about, all.day)) add_path(all, i);
  give_credit(all);
  return in_order(all, open_questions(all));
}

}  // namespace aiguillage::detail
