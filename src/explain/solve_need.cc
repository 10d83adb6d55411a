#include "explain/solve_need.h"

#include <algorithm>

#include "qualify/derive.h"

namespace aiguillage::detail {
namespace {

struct search {
  const pack& rules;
  condition_context context;
  std::string day;
  std::vector<need_type_id> under;  // goals that this one is sought for

  [[nodiscard]] const fact_value& known(fact_id which) const { return context.person->facts[which]; }
};

boxes of_side(const side& one, const pack& rules) {
  return one.as_is || !is_empty(one, rules) ? boxes{{one}} : boxes{};
}

boxes answer_in(const search& in, fact_id which, const value_set& values) {
  side one;
  one.fact = which;
  one.values = values;
  one.as_is = in.known(which).known && (in.known(which).values & values).any();
  return of_side(one, in.rules);
}

/// Anything but these; with `or_open`, not known does as well.
boxes answer_outside(const search& in, fact_id which, const value_set& values, bool or_open) {
  const fact& of = in.rules.facts[which];
  side one;
  one.fact = which;
  for (std::size_t i = 0; i < of.values.size(); ++i) one.values.set(i, !values.test(i));
  one.none = of.kind == fact_kind::set_of;
  one.as_is = in.known(which).known ? (in.known(which).values & values).none() : or_open;
  return of_side(one, in.rules);
}

boxes stays_open(const search& in, fact_id which) {
  side one;
  one.fact = which;
  one.as_is = !in.known(which).known;
  return of_side(one, in.rules);
}

/// The requests that say one of these rights by themselves.
value_set requests_for(const pack& rules, const value_set& rights) {
  value_set requests;
  for (const auto& [request, right] : rules.right_of_request)
    if (rights.test(right.index())) requests.set(request);
  return requests;
}

bool from_request(const pack& rules, const right_source& source) {
  return rules.facts[source.from].id == "request_right" && find_named(rules.facts, "request").known();
}

value_set counted(const right_source& source) { return source.only.any() ? source.only : value_set().set(); }

/// One of these rights is on the table by this source.
boxes named_by(const search& in, const right_source& source, const value_set& rights) {
  const boxes when = solve(source.when, aim::yes, in.context);
  if (!source.from.known()) return rights.test(source.fixed.index()) ? when : boxes{};
  value_set values = counted(source) & rights;
  for (std::size_t i = in.rules.rights.size(); i < values.size(); ++i) values.reset(i);
  boxes named = answer_in(in, source.from, values);
  if (from_request(in.rules, source)) {
    const fact_id request = find_named(in.rules.facts, "request");
    named = either(named, both(stays_open(in, source.from),
                               answer_in(in, request, requests_for(in.rules, values)), in.rules));
  }
  return both(when, named, in.rules);
}

/// No right is on the table by this source.
boxes unnamed_by(const search& in, const right_source& source) {
  boxes off = solve(source.when, aim::not_yes, in.context);
  if (!source.from.known()) return off;
  const value_set values = counted(source);
  if (!from_request(in.rules, source)) return either(off, answer_outside(in, source.from, values, true));
  const fact_id request = find_named(in.rules.facts, "request");
  const boxes open = both(stays_open(in, source.from),
                          answer_outside(in, request, requests_for(in.rules, values), true), in.rules);
  return either(off, either(open, answer_outside(in, source.from, values, false)));
}

boxes named(const search& in, need_type_id type, const value_set& rights) {
  boxes all;
  for (const right_source& source : in.rules.needs[type].rights)
    all = either(std::move(all), named_by(in, source, rights));
  return all;
}

boxes unnamed(const search& in, need_type_id type) {
  boxes all = {box{}};
  for (const right_source& source : in.rules.needs[type].rights)
    all = both(all, unnamed_by(in, source), in.rules);
  return all;
}

/// What a need that claims rights has to have on the table to be of the type sought.
boxes claimed(const search& in, const goal& of) {
  value_set rights;
  for (std::size_t i = 0; i < in.rules.rights.size(); ++i)
    if (in.rules.rights[right_id(i)].claim == of.type && (of.rights.none() || of.rights.test(i)))
      rights.set(i);
  boxes all = named(in, in.rules.default_claim, rights);
  if (of.type == in.rules.default_claim && of.rights.none())
    all = either(std::move(all), unnamed(in, of.type));
  return all;
}

void add(std::vector<sought>& to, const boxes& ways, const rule& by, bool certain) {
  for (const box& one : ways) to.push_back({one, &by, certain});
}

std::vector<sought> by_rules(const search& in, const goal& of) {
  std::vector<sought> all;
  const bool claims = in.rules.default_claim.known();
  const boxes on_the_table = claims ? claimed(in, of) : boxes{};
  for (const need_rule& one : in.rules.need_rules) {
    if (!in_force(one.about, in.day)) continue;
    const bool claim = claims && one.need == in.rules.default_claim;
    if (!claim && one.need != of.type) continue;
    boxes ways = solve(one.when, aim::yes, in.context);
    if (claim) ways = both(ways, on_the_table, in.rules);
    if (!claim && of.rights.any()) ways = both(ways, named(in, of.type, of.rights), in.rules);
    add(all, ways, one.about, !claim && of.rights.none());
  }
  return all;
}

boxes missing(const search& in, const state& which) {
  if (!which.missing_by_default)
    return which.missing_when.known() ? solve(which.missing_when, aim::yes, in.context) : boxes{};
  return which.held_when.known() ? solve(which.held_when, aim::no, in.context) : boxes{box{}};
}

std::vector<sought> solve_goal(search& in, const goal& of);

boxes certain(search& in, const goal& of) {
  boxes all;
  for (const sought& one : solve_goal(in, of)) all.push_back(one.answers);
  return all;
}

value_set decided_rights(const pack& rules) {
  value_set rights;
  for (std::size_t i = 0; i < rules.rights.size(); ++i)
    if (rules.rights[right_id(i)].decided_by.known()) rights.set(i);
  return rights;
}

/// A need that requires the state, or whose decision does.
boxes required(search& in, const state& which) {
  boxes all;
  const auto only = [](const need_reference& one) {
    return one.right.known() ? value_set().set(one.right.index()) : value_set();
  };
  for (const need_reference& one : which.required_by_needs)
    all = either(std::move(all), certain(in, {one.need, only(one)}));
  for (const need_reference& one : which.required_by_decisions) {
    const need_type& type = in.rules.needs[one.need];
    if (!type.decided) continue;
    value_set rights = decided_rights(in.rules);
    if (one.right.known()) rights &= only(one);
    if (rights.any())
      all = either(std::move(all), both(certain(in, {one.need, rights}),
                                        solve(type.decided_when, aim::yes, in.context), in.rules));
  }
  return all;
}

/// Of these, what the rules alone do not make already.
boxes beyond(const search& in, boxes all, const std::vector<sought>& by_rule) {
  for (const sought& one : by_rule) {
    const box enough = asked_for(one.answers);
    if (!one.certain || enough.empty()) continue;
    boxes left;
    for (const box& each : all)
      if (asked_for(each).empty())
        left.push_back(each);
      else
        left = either(std::move(left), without(each, enough, in.rules));
    all = std::move(left);
  }
  return all;
}

std::vector<sought> solve_goal(search& in, const goal& of) {
  constexpr std::size_t deepest = 3;
  if (std::find(in.under.begin(), in.under.end(), of.type) != in.under.end() || in.under.size() == deepest)
    return {};
  std::vector<sought> all = by_rules(in, of);
  const std::vector<sought> by_rule = all;
  in.under.push_back(of.type);
  for (const state& which : in.rules.states) {
    if (!brings(in.rules, which, of.type)) continue;
    boxes ways = beyond(in, missing(in, which), by_rule);
    if (ways.empty()) continue;
    ways = both(ways, required(in, which), in.rules);
    if (of.rights.any()) ways = both(ways, named(in, of.type, of.rights), in.rules);
    add(all, ways, which.about, false);
  }
  in.under.pop_back();
  return all;
}

}  // namespace

bool brings(const pack& rules, const state& which, need_type_id type) {
  if (!only_one_need_produces(which)) return false;
  const need_reference& from = which.produced_by_needs.front();
  if (from.need == rules.default_claim && from.right.known()) return rules.rights[from.right].claim == type;
  return from.need == type;
}

std::vector<sought> solve_need(const pack& rules, const situation& person, const goal& of) {
  search in{rules, {}, applicable_day(rules, person), {}};
  in.context.rules = &rules;
  in.context.person = &person;
  std::vector<sought> all = solve_goal(in, of);
  for (sought& one : all) one.answers = asked_for(one.answers);
  return all;
}

}  // namespace aiguillage::detail
