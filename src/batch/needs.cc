#include "batch/needs.h"

#include <algorithm>

#include "qualify/derive.h"

namespace aiguillage::batch {
namespace {

/// Needs of one type that are about one of these rights or, with `none`, about no right.
struct demand {
  need_type_id type;
  value_set rights;
  bool none = false;
};

bool operator==(const demand& a, const demand& b) {
  return a.type == b.type && a.rights == b.rights && a.none == b.none;
}

/// A state that only another need can bring about, and what makes that need.
struct link {
  need_reference brings;
  verdict missing;
  std::vector<std::pair<std::size_t, literal>> wanted_by;  // index of a demand, and a condition on the person
};

struct closure {
  formulas& all;
  id_vector<need_type_id, verdict> by_rules;
  std::vector<demand> demands;  // the need types first, whatever the right
  std::vector<link> links;
};

value_set every_right() { return value_set().set(); }

void apply_rules(closure& work) {
  formulas& all = work.all;
  work.by_rules = id_vector<need_type_id, verdict>(all.rules.needs.size());
  for (const need_rule& one : all.rules.need_rules) {
    if (!in_force(one.about, all.day)) continue;
    const verdict when = formula_of(all, one.when);
    verdict& sum = work.by_rules[one.need];
    sum.yes = any_of(all.rows, {sum.yes, when.yes});
    sum.maybe = any_of(all.rows, {sum.maybe, when.maybe});
  }
}

std::size_t add_demand(closure& work, const demand& wanted) {
  const auto found = std::find(work.demands.begin(), work.demands.end(), wanted);
  if (found != work.demands.end()) return static_cast<std::size_t>(found - work.demands.begin());
  work.demands.push_back(wanted);
  return work.demands.size() - 1;
}

value_set rights_meant(const need_reference& reference) {
  return reference.right.known() ? value_set().set(reference.right.index()) : every_right();
}

// Only a right that an operator decides ends with a decision.
value_set decided_rights(const pack& rules) {
  value_set result;
  for (std::size_t i = 0; i < rules.rights.size(); ++i)
    result.set(i, rules.rights[right_id(i)].decided_by.known());
  return result;
}

verdict missing_state(formulas& all, const state& which) {
  if (!which.missing_by_default)
    return which.missing_when.known() ? formula_of(all, which.missing_when) : settled(no_one);
  if (!which.held_when.known()) return settled(everyone);
  const verdict held = formula_of(all, which.held_when);
  return {inverse(held.maybe), inverse(held.yes)};
}

void add_links(closure& work) {
  const pack& rules = work.all.rules;
  const value_set decided = decided_rights(rules);
  for (const state& which : rules.states) {
    if (!detail::only_one_need_produces(which)) continue;
    link one{which.produced_by_needs.front(), missing_state(work.all, which), {}};
    for (const need_reference& by : which.required_by_needs)
      one.wanted_by.emplace_back(add_demand(work, {by.need, rights_meant(by), !by.right.known()}), everyone);
    for (const need_reference& by : which.required_by_decisions)
      if (rules.needs[by.need].decided)
        one.wanted_by.emplace_back(add_demand(work, {by.need, rights_meant(by) & decided, false}),
                                   formula_of(work.all, rules.needs[by.need].decided_when).yes);
    work.links.push_back(std::move(one));
  }
}

// Those for whom a need said to be of this type answers the demand: a claim falls under the type of its right.
literal answers(closure& work, need_type_id said, const demand& wanted) {
  const pack& rules = work.all.rules;
  if (said != rules.default_claim)
    return said == wanted.type ? about_right(work.all, said, wanted.rights, wanted.none) : no_one;
  value_set claimed;
  for (std::size_t i = 0; i < rules.rights.size(); ++i)
    if (wanted.rights.test(i) && rules.rights[right_id(i)].claim == wanted.type) claimed.set(i);
  return about_right(work.all, said, claimed, wanted.none && said == wanted.type);
}

literal answers(closure& work, const need_reference& said, const demand& wanted) {
  if (!said.right.known()) return answers(work, said.need, wanted);
  const pack& rules = work.all.rules;
  const need_type_id type = said.need == rules.default_claim ? rules.rights[said.right].claim : said.need;
  return type == wanted.type && wanted.rights.test(said.right.index()) ? everyone : no_one;
}

verdict from_rules(closure& work, const demand& wanted) {
  graph& rows = work.all.rows;
  const need_type_id claim = work.all.rules.default_claim;
  const literal own = answers(work, wanted.type, wanted);
  const verdict& said = work.by_rules[wanted.type];
  verdict result{all_of(rows, {said.yes, own}), all_of(rows, {said.maybe, own})};
  if (!claim.known() || claim == wanted.type) return result;
  const literal claimed = answers(work, claim, wanted);
  const verdict& claims = work.by_rules[claim];
  result.yes = any_of(rows, {result.yes, all_of(rows, {claims.yes, claimed})});
  result.maybe = any_of(rows, {result.maybe, all_of(rows, {claims.maybe, claimed})});
  return result;
}

// What the states bring on top of the rules, given the demands that are certain so far.
verdict with_states(closure& work, const demand& wanted, const verdict& rules_say,
                    const std::vector<verdict>& so_far) {
  graph& rows = work.all.rows;
  std::vector<literal> yes{rules_say.yes};
  std::vector<literal> maybe{rules_say.maybe};
  for (const link& one : work.links) {
    const literal right = answers(work, one.brings, wanted);
    if (right == no_one) continue;
    std::vector<literal> wanting;
    for (const auto& [by, when] : one.wanted_by) wanting.push_back(all_of(rows, {so_far[by].yes, when}));
    const literal called = all_of(rows, {right, any_of(rows, std::move(wanting))});
    yes.push_back(all_of(rows, {called, one.missing.yes}));
    maybe.push_back(all_of(rows, {called, one.missing.maybe}));
  }
  return {any_of(rows, std::move(yes)), any_of(rows, std::move(maybe))};
}

// A chain passes each demand once at most; without a ring of states the formulas settle much earlier.
std::vector<verdict> close_over_states(closure& work) {
  std::vector<verdict> first;
  for (const demand& one : work.demands) first.push_back(from_rules(work, one));
  std::vector<verdict> now = first;
  for (std::size_t round = 0; round <= work.demands.size(); ++round) {
    std::vector<verdict> next;
    for (std::size_t i = 0; i < work.demands.size(); ++i)
      next.push_back(with_states(work, work.demands[i], first[i], now));
    const bool same =
        std::equal(now.begin(), now.end(), next.begin(),
                   [](const verdict& a, const verdict& b) { return a.yes == b.yes && a.maybe == b.maybe; });
    now = std::move(next);
    if (same) break;
  }
  return now;
}

std::vector<std::pair<urgency_id, literal>> find_urgency(formulas& all) {
  std::vector<std::pair<urgency_id, literal>> result;
  literal left = everyone;
  for (const urgency_rule& row : all.rules.urgency_rules) {
    if (!in_force(row.about, all.day)) continue;
    const literal holds = formula_of(all, row.when).yes;
    const literal here = all_of(all.rows, {left, holds});
    left = all_of(all.rows, {left, inverse(holds)});
    const auto known =
        std::find_if(result.begin(), result.end(), [&](const auto& one) { return one.first == row.level; });
    if (known == result.end())
      result.emplace_back(row.level, here);
    else
      known->second = any_of(all.rows, {known->second, here});
  }
  return result;
}

}  // namespace

outcomes derive_all(formulas& all) {
  closure work{all, {}, {}, {}};
  apply_rules(work);
  const std::size_t types = all.rules.needs.size();
  for (std::size_t i = 0; i < types; ++i) work.demands.push_back({need_type_id(i), every_right(), true});
  add_links(work);
  const std::vector<verdict> found = close_over_states(work);
  outcomes result{id_vector<need_type_id, literal>(types), id_vector<need_type_id, literal>(types), {}};
  for (std::size_t i = 0; i < types; ++i) {
    result.certain[need_type_id(i)] = found[i].yes;
    result.possible[need_type_id(i)] = all_of(all.rows, {found[i].maybe, inverse(found[i].yes)});
  }
  all.certain = result.certain;
  all.built.clear();
  result.urgency = find_urgency(all);
  return result;
}

}  // namespace aiguillage::batch
