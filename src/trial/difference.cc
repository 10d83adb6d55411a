#include "aiguillage/trial/difference.h"

#include <algorithm>
#include <map>
#include <set>

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

void compare_rules(const pack& before, const pack& after, std::vector<rule_change>& changes) {
  const std::vector<statement> old_rules = statements_of(before);
  const std::vector<statement> new_rules = statements_of(after);
  const auto known = by_name(old_rules);
  const auto kept = by_name(new_rules);
  for (const statement& one : new_rules) {
    const auto old = known.find(one.name);
    if (old == known.end())
      changes.push_back({change_kind::added, one.name, one.about->where});
    else if (old->second.about->written != one.about->written || old->second.about->force != one.about->force)
      changes.push_back({change_kind::changed, one.name, one.about->where});
  }
  for (const statement& one : old_rules)
    if (kept.count(one.name) == 0) changes.push_back({change_kind::removed, one.name, one.about->where});
}

// The definitions of needs that both packs have; those of the vocabulary are in both.
void compare_definitions(const pack& before, const pack& after, std::vector<rule_change>& changes) {
  for (const need_type& one : after.needs) {
    const need_type_id old = find_named(before.needs, one.id);
    if (old.known() && before.needs[old].about.written != one.about.written)
      changes.push_back({change_kind::changed, one.id, one.about.where});
  }
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
    if (after.ranking.count(name) == 0) changes.push_back({change_kind::removed, name, {}});
}

std::string stop_words(const pack& rules, const territory& land, const referral_stop& stop) {
  std::string words = rules.actor_types[land.actors[stop.who].type].id;
  if (stop.through.mode.known()) words += " by " + rules.modes[stop.through.mode].id;
  std::string served;
  for (const served_need& one : stop.serves)
    served += (served.empty() ? ": " : ", ") + need_name(rules, one.which->type, one.which->right) + " (" +
              rules.levels[one.help].id + ")";
  return words + served;
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
  for (const rule_change& one : changes)
    if (old_ones.count(one.name) != 0 || new_ones.count(one.name) != 0) result.push_back(one);
  if (!result.empty()) return result;
  std::copy_if(changes.begin(), changes.end(), std::back_inserter(result),
               [](const rule_change& one) { return one.where.file.empty(); });
  return result;
}

}  // namespace

std::vector<rule_change> changes_between(const pack& before, const pack& after) {
  std::vector<rule_change> changes;
  compare_rules(before, after, changes);
  compare_definitions(before, after, changes);
  compare_figures(before, after, changes);
  return changes;
}

bool operator==(const brief_answer& a, const brief_answer& b) {
  return a.needs == b.needs && a.urgency == b.urgency && a.stops == b.stops;
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
  if (proposed.plans.empty()) return answer;
  for (const referral_stop& stop : proposed.plans.front().stops)
    answer.stops.push_back(stop_words(rules, land, stop));
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
