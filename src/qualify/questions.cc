#include <algorithm>
#include <array>
#include <set>

#include "qualify/prospects.h"

/// Questions are ranked by what the rules could still say once they are answered: a need, a level of urgency, a missing
/// state, another operator, another way to help or to hand over. Nothing is written per fact, request or case.
namespace aiguillage::detail {
namespace {

// Facts that are known, or that a certain need stands for: one answer would have made it certain.
value_set answered(const inquiry& all) {
  value_set result;
  for (std::size_t i = 0; i < all.rules.facts.size(); ++i)
    if (all.context.person->facts[fact_id(i)].known) result.set(i);
  for (const need_rule& one : all.rules.need_rules) {
    if (!all.found.certain_needs.test(one.need.index()) || all.rules.needs[one.need].every_right) continue;
    if (one.met_by_any_support || !in_force(one.about, all.day)) continue;
    if (answers_needed(one.when, true, all.context).answers <= 1) add_told(one.when, all.context, result);
  }
  return result;
}

// Facts whose question has been answered in part: the rest of it is called for.
value_set half_told(const inquiry& all) {
  value_set result;
  const value_set told = answered(all);
  for (const question_group& group : all.rules.questions)
    if (std::any_of(group.facts.begin(), group.facts.end(),
                    [&](fact_id which) { return told.test(which.index()); }))
      for (const fact_id which : group.facts) result.set(which.index());
  return result;
}

void give_credit(inquiry& all) {
  all.credits.resize(all.rules.facts.size());
  const value_set begun = half_told(all);
  for (std::size_t i = 0; i < all.prospects.size(); ++i) {
    const prospect& one = all.prospects[i];
    for (const step& way : one.way.with) {
      const nearness near = begun.test(way.which.index()) ? nearness::called_for : one.near;
      std::int64_t value =
          one.gain * all.weights.near[static_cast<std::size_t>(near)] / 1000 * way.share / 1000;
      value /= way.answers;
      if (all.rules.facts[way.which].sensitive && near != nearness::called_for && near != nearness::theme)
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
      if (from.near == nearness::general) times = std::max(times, earlier.general);
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

bool leads_somewhere(const inquiry& all, fact_id which) {
  return !all.context.person->facts[which].known && !all.credits[which.index()].empty();
}

question ask(const inquiry& all, const std::vector<fact_id>& facts, const text& wording) {
  question one;
  one.wording = wording;
  value_set needs;
  value_set urgencies;
  for (const fact_id which : facts) {
    if (all.context.person->facts[which].known) continue;
    one.facts.push_back(which);
    one.sensitive = one.sensitive || all.rules.facts[which].sensitive;
    for (const credit& each : all.credits[which.index()]) {
      const prospect& from = all.prospects[each.from];
      if (from.kind == outcome::need) needs.set(from.which);
      if (from.kind != outcome::urgency) continue;
      const urgency_id level = all.rules.urgency_rules[from.which].level;
      if (level.known()) urgencies.set(level.index());
    }
  }
  if (one.facts.size() == 1) one.wording = all.rules.facts[one.facts.front()].question;
  for (std::size_t i = 0; i < all.rules.needs.size(); ++i)
    if (needs.test(i)) one.decides.emplace_back(i);
  for (std::size_t i = 0; i < all.rules.urgencies.size(); ++i)
    if (urgencies.test(i)) one.urgencies.emplace_back(i);
  return one;
}

std::vector<question> open_questions(const inquiry& all) {
  std::vector<question> result;
  value_set grouped;
  for (const question_group& group : all.rules.questions) {
    for (const fact_id which : group.facts) grouped.set(which.index());
    if (std::any_of(group.facts.begin(), group.facts.end(),
                    [&](fact_id which) { return leads_somewhere(all, which); }))
      result.push_back(ask(all, group.facts, group.question));
  }
  for (std::size_t i = 0; i < all.rules.facts.size(); ++i)
    if (!grouped.test(i) && leads_somewhere(all, fact_id(i))) result.push_back(ask(all, {fact_id(i)}, {}));
  std::sort(result.begin(), result.end(),
            [](const question& a, const question& b) { return a.facts.front() < b.facts.front(); });
  return result;
}

// Whether an answer could make the urgency higher than any date does.
bool about_a_stake(const inquiry& all, const question& one) {
  return std::any_of(one.urgencies.begin(), one.urgencies.end(),
                     [&](urgency_id level) { return rank_of(all.rules, level) >= 3; });
}

// The best question first; then the best of the others, given what the first ones will tell.
std::vector<question> in_order(const inquiry& all, std::vector<question> open) {
  memory earlier;
  for (auto& told : earlier.told) told.assign(value_set().size(), 0);
  std::vector<question> result;
  while (!open.empty()) {
    for (question& one : open) one.weight = weigh(all, one, earlier);
    // Nobody is referred before a stake has been asked about (Q01): it waits for three questions at most.
    const bool stake_next =
        result.size() == 3 && std::none_of(result.begin(), result.end(),
                                           [&](const question& one) { return about_a_stake(all, one); });
    const auto best = std::max_element(open.begin(), open.end(), [&](const question& a, const question& b) {
      const bool first = stake_next && about_a_stake(all, a);
      const bool second = stake_next && about_a_stake(all, b);
      return first != second ? second : a.weight < b.weight;
    });
    if (best->weight <= 0) break;
    for (const question& one : open) best->weight = std::max(best->weight, one.weight);
    remember(all, *best, earlier);
    result.push_back(std::move(*best));
    open.erase(best);
  }
  return result;
}

}  // namespace

std::vector<question> rank_questions(const pack& rules, const situation& person, const findings& now) {
  inquiry all = inquire(rules, person, now);
  give_credit(all);
  return in_order(all, open_questions(all));
}

}  // namespace aiguillage::detail
