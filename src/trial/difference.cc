#include "aiguillage/trial/difference.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "aiguillage/referral.h"
#include "trial/fires.h"

namespace aiguillage {
namespace {

template <class Of>
std::map<std::string, Of> by_name(const std::vector<Of>& list) {
  std::map<std::string, Of> result;
  for (const Of& one : list) result.emplace(one.name, one);
  return result;
}

// A line of competence is the same wherever it stands in its file: its name may change with the lines before it.
std::set<std::uint64_t> rows_of(const std::vector<statement>& all) {
  std::set<std::uint64_t> rows;
  for (const statement& one : all)
    if (one.kind == statement_kind::competence) rows.insert(one.about->written);
  return rows;
}

void compare_rules(const pack& before, const pack& after, std::vector<rule_change>& changes) {
  const std::vector<statement> old_rules = statements_of(before);
  const std::vector<statement> new_rules = statements_of(after);
  const auto known = by_name(old_rules);
  const auto kept = by_name(new_rules);
  const std::set<std::uint64_t> old_rows = rows_of(old_rules);
  const std::set<std::uint64_t> new_rows = rows_of(new_rules);
  const auto moved = [](const statement& one, const std::set<std::uint64_t>& others) {
    return one.kind == statement_kind::competence && others.contains(one.about->written);
  };
  for (const statement& one : new_rules) {
    if (moved(one, old_rows)) continue;
    const auto old = known.find(one.name);
    if (old == known.end())
      changes.push_back({change_kind::added, one.name, one.about->where});
    else if (old->second.about->written != one.about->written || old->second.about->force != one.about->force)
      changes.push_back({change_kind::changed, one.name, one.about->where});
  }
  for (const statement& one : old_rules)
    if (!moved(one, new_rows) && !kept.contains(one.name))
      changes.push_back({change_kind::removed, one.name, one.about->where});
}

// The definitions of needs that both packs have; those of the vocabulary are in both.
void compare_definitions(const pack& before, const pack& after, std::vector<rule_change>& changes) {
  for (const need_type& one : after.needs) {
    const need_type_id old = find_named(before.needs, one.id);
    if (old.known() && before.needs[old].about.written != one.about.written)
      changes.push_back({change_kind::changed, one.id, one.about.where});
  }
}

// The order of the levels of urgency that both packs have.
std::vector<std::string> urgency_order(const pack& rules, const pack& other) {
  std::vector<std::string> order;
  for (const urgency_rule& one : rules.urgency_rules)
    if (std::any_of(other.urgency_rules.begin(), other.urgency_rules.end(),
                    [&](const urgency_rule& each) { return each.about.id == one.about.id; }))
      order.push_back(one.about.id);
  return order;
}

std::set<std::pair<std::size_t, std::string>> implied_rights(const pack& rules) {
  std::set<std::pair<std::size_t, std::string>> all;
  for (const auto& [request, which] : rules.right_of_request) all.emplace(request, rules.rights[which].id);
  return all;
}

bool same_right(const pack& before, const right& old, const pack& after, const right& one) {
  const auto decides = [](const pack& rules, const right& which) {
    return which.decided_by.known() ? rules.actor_types[which.decided_by].id : std::string();
  };
  return decides(before, old) == decides(after, one) && old.offline == one.offline &&
         before.needs[old.claim].id == after.needs[one.claim].id;
}

// What rights say of themselves (who decides, which need claims them), and the order of urgency.
void compare_tables(const pack& before, const pack& after, std::vector<rule_change>& changes) {
  for (const right& one : after.rights) {
    const right_id old = find_named(before.rights, one.id);
    if (old.known() && !same_right(before, before.rights[old], after, one))
      changes.push_back({change_kind::changed, one.id, {}});
  }
  if (implied_rights(before) != implied_rights(after))
    changes.push_back({change_kind::changed, "claims.requests", {}});
  if (urgency_order(before, after) != urgency_order(after, before))
    changes.push_back({change_kind::changed, "urgency.levels", {}});
}

void compare_figures(const pack& before, const pack& after, std::vector<rule_change>& changes) {
  for (const auto& [name, value] : after.ranking) {
    const auto old = before.ranking.find(name);
    if (old == before.ranking.end())
      changes.push_back({change_kind::added, name, {}});
    else if (old->second.thousandths != value.thousandths)
      changes.push_back({change_kind::changed, name, {}});
  }
  for (const auto& [name, value] : before.ranking)
    if (!after.ranking.contains(name)) changes.push_back({change_kind::removed, name, {}});
}

std::string stop_words(const pack& rules, const territory& land, const referral_stop& stop) {
  std::string words = rules.actor_types[land.actors[stop.who].type].id;
  if (stop.through.mode.known()) words += " by " + rules.modes[stop.through.mode].id;
  std::string served;
  for (const served_need& one : stop.serves)
    served += (served.empty() ? ": " : ", ") + need_name(rules, one.which->type, one.which->right) + " (" +
              rules.levels[one.help].id + ")";
  words += served + ", day " + std::to_string(stop.day);
  return stop.check_on_day < 0 ? words : words + ", checked on day " + std::to_string(stop.check_on_day);
}

std::set<std::string> firing(const pack& rules, const situation& person,
                             const std::vector<actor_type_id>& absent) {
  const qualification found = qualify(rules, person);
  const territory land = neutral_territory(rules, absent);
  const detail::build_view view = detail::view_of(rules, land, person, found);
  std::set<std::string> names;
  for (const statement& one : statements_of(rules))
    if (detail::fires(view, one)) names.insert(one.name);
  for (const need& one : found.needs) names.insert(rules.needs[one.type].id);
  return names;
}

std::vector<rule_change> reasons(const pack& before, const pack& after, const person_in_both& person,
                                 const std::vector<rule_change>& changes) {
  const std::set<std::string> old_ones = firing(before, person.before, person.absent_before);
  const std::set<std::string> new_ones = firing(after, person.after, person.absent_after);
  std::vector<rule_change> result;
  std::copy_if(changes.begin(), changes.end(), std::back_inserter(result), [&](const rule_change& one) {
    return one.where.file.empty() || old_ones.contains(one.name) || new_ones.contains(one.name);
  });
  return result;
}

}  // namespace

std::vector<rule_change> changes_between(const pack& before, const pack& after) {
  std::vector<rule_change> changes;
  compare_rules(before, after, changes);
  compare_definitions(before, after, changes);
  compare_tables(before, after, changes);
  compare_figures(before, after, changes);
  return changes;
}

bool operator==(const brief_answer& a, const brief_answer& b) {
  return a.needs == b.needs && a.urgency == b.urgency && a.stops == b.stops && a.unmet == b.unmet;
}

brief_answer answer_to(const pack& rules, const situation& person, const std::vector<actor_type_id>& absent) {
  brief_answer answer;
  const qualification found = qualify(rules, person);
  for (const need& one : found.needs)
    if (one.status == need_status::certain) answer.needs.push_back(need_name(rules, one.type, one.right));
  std::sort(answer.needs.begin(), answer.needs.end());
  if (found.urgency.known()) answer.urgency = rules.urgencies[found.urgency].id;
  const territory land = neutral_territory(rules, absent);
  const referral proposed = refer(rules, land, person, found, 1);
  for (const unmet_need& one : proposed.unmet)
    answer.unmet.push_back(need_name(rules, one.which->type, one.which->right));
  if (proposed.plans.empty()) return answer;
  const referral_plan& plan = proposed.plans.front();
  for (std::size_t i = 0; i < plan.stops.size(); ++i)
    answer.stops.push_back(stop_words(rules, land, plan.stops[i]) +
                           (plan.keeper == static_cast<int>(i) ? ", keeps the file" : ""));
  return answer;
}

std::optional<answer_difference> compare(const pack& before, const pack& after, const person_in_both& person,
                                         const std::vector<rule_change>& changes) {
  answer_difference result{person.file,
                           answer_to(before, person.before, person.absent_before),
                           answer_to(after, person.after, person.absent_after),
                           {}};
  if (result.before == result.after) return std::nullopt;
  result.because = reasons(before, after, person, changes);
  return result;
}

}  // namespace aiguillage
