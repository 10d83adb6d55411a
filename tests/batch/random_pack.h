#pragma once

#include <algorithm>
#include <string>

#include "batch/people.h"

/// Small packs drawn at random, with every kind of condition, rights, states and urgency rows.
namespace aiguillage::batch_test {

struct pack_maker {
  dice& roll;
  pack rules = {};

  [[nodiscard]] bool chance(std::size_t hundredths) { return below(roll, 100) < hundredths; }
  [[nodiscard]] value_set some(std::size_t end) {
    value_set result;
    for (std::size_t many = 1 + below(roll, 3); many > 0; --many) result.set(below(roll, end));
    return result;
  }
};

inline void add_fact(pack_maker& to, const std::string& id, fact_kind kind, std::size_t values) {
  fact one;
  one.id = id;
  one.kind = kind;
  one.values.resize(values);
  to.rules.facts.add(one);
}

[[nodiscard]] inline condition random_leaf(pack_maker& to) {
  condition node;
  node.fact = fact_id(below(to.roll, to.rules.facts.size()));
  const fact& about = to.rules.facts[node.fact];
  if (about.kind == fact_kind::integer || about.kind == fact_kind::number) {
    node.kind = condition_kind::range;
    const auto low = static_cast<std::int64_t>(below(to.roll, 400)) * 500;
    if (to.chance(60)) node.low = low;
    if (to.chance(60)) node.high = low + static_cast<std::int64_t>(below(to.roll, 50)) * 1000;
    return node;
  }
  node.kind = condition_kind::value;
  if (about.kind == fact_kind::set_of && to.chance(60))
    node.kind = to.chance(50) ? condition_kind::lacks : condition_kind::empty;
  if (!about.values.empty()) node.values = to.some(about.values.size());
  return node;
}

[[nodiscard]] inline condition_id random_condition(pack_maker& to, std::size_t depth) {
  condition node;
  const std::size_t kind = below(to.roll, 20);
  if (depth == 0 || kind < 8) {
    node = random_leaf(to);
  } else if (kind < 17) {
    node.kind = kind < 12 ? condition_kind::all : kind < 15 ? condition_kind::any : condition_kind::unless;
    for (std::size_t many = kind < 15 ? 1 + below(to.roll, 3) : 1; many > 0; --many)
      node.children.push_back(random_condition(to, depth - 1));
  } else if (kind == 17) {
    node.kind = condition_kind::need;
    node.values = to.some(to.rules.needs.size());
  } else {
    const condition_kind rare[] = {condition_kind::dimension, condition_kind::always, condition_kind::right,
                                   condition_kind::decided_by, condition_kind::urgency};
    node.kind = rare[below(to.roll, 5)];
    node.values = to.some(3);
  }
  return to.rules.conditions.add(node);
}

[[nodiscard]] inline condition_id maybe_condition(pack_maker& to) {
  return to.chance(40) ? condition_id{} : random_condition(to, 2);
}

inline void add_rights(pack_maker& to, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    right one;
    one.claim = to.chance(50) ? need_type_id(0) : need_type_id(below(to.roll, to.rules.needs.size()));
    if (to.chance(70)) one.decided_by = actor_type_id(std::size_t{0});
    to.rules.rights.add(one);
  }
  to.rules.right_of_request = {{0, right_id(std::size_t{1})}, {2, right_id(std::size_t{3})}};
}

inline void add_sources(pack_maker& to, need_type& type) {
  const char* const from[] = {"rights", "request_right", "other_right"};
  for (std::size_t many = below(to.roll, 3); many > 0; --many) {
    right_source one;
    one.when = maybe_condition(to);
    if (to.chance(30))
      one.fixed = right_id(below(to.roll, to.rules.rights.size()));
    else
      one.from = find_named(to.rules.facts, from[below(to.roll, 3)]);
    if (to.chance(30)) one.only = to.some(to.rules.rights.size());
    type.rights.push_back(one);
  }
  type.every_right = to.chance(50);
  type.decided = to.chance(60);
  type.decided_when = maybe_condition(to);
}

[[nodiscard]] inline need_reference random_reference(pack_maker& to) {
  need_reference result{need_type_id(below(to.roll, to.rules.needs.size())), {}};
  if (to.chance(40)) result.right = right_id(below(to.roll, to.rules.rights.size()));
  return result;
}

inline void add_state(pack_maker& to) {
  state one;
  one.missing_by_default = to.chance(50);
  (one.missing_by_default ? one.held_when : one.missing_when) = maybe_condition(to);
  one.produced_by_needs.push_back(random_reference(to));
  for (std::size_t many = 1 + below(to.roll, 2); many > 0; --many)
    (to.chance(60) ? one.required_by_needs : one.required_by_decisions).push_back(random_reference(to));
  one.produced_on_the_spot = to.chance(10);
  to.rules.states.add(one);
}

inline void add_rules(pack_maker& to) {
  for (std::size_t i = 0; i < 10; ++i) {
    need_rule one;
    one.need = need_type_id(below(to.roll, to.rules.needs.size()));
    one.when = random_condition(to, 3);
    if (to.chance(10)) one.about.valid_until = "2020-01-01";
    to.rules.need_rules.push_back(one);
  }
  std::sort(to.rules.need_rules.begin(), to.rules.need_rules.end(),
            [](const need_rule& a, const need_rule& b) { return a.need < b.need; });
  for (std::size_t i = 0; i < 4; ++i) {
    urgency_rule row;
    row.level = urgency_id(i % 3);
    row.when = random_condition(to, 2);
    to.rules.urgency_rules.push_back(row);
  }
}

// Another operator in the place of the only one: it decides all the same.
inline void add_replacement(pack_maker& to) {
  routing_rule one;
  one.effect = effect_kind::replace_operator;
  one.actors = {actor_type_id(std::size_t{0})};
  one.replacement = actor_type_id(std::size_t{1});
  one.when = maybe_condition(to);
  to.rules.routing.push_back(one);
}

[[nodiscard]] inline pack random_pack(dice& roll) {
  pack_maker to{roll};
  to.rules.reference_date = "2026-11-01";
  add_fact(to, "yes_or_no", fact_kind::boolean, 2);
  add_fact(to, "few", fact_kind::one_of, 5);
  add_fact(to, "many", fact_kind::one_of, 128);
  add_fact(to, "one", fact_kind::one_of, 1);
  add_fact(to, "whole", fact_kind::integer, 0);
  add_fact(to, "real", fact_kind::number, 0);
  add_fact(to, "rights", fact_kind::set_of, 6);
  add_fact(to, "language", fact_kind::code, 0);
  add_fact(to, "request", fact_kind::one_of, 4);
  add_fact(to, "request_right", fact_kind::one_of, 6);
  add_fact(to, "other_right", fact_kind::one_of, 6);
  for (std::size_t i = 0; i < 2; ++i) to.rules.actor_types.add({});
  for (std::size_t i = 0; i < 3; ++i) to.rules.urgencies.add({});
  for (std::size_t i = 0; i < 7; ++i) {
    need_type type;
    type.lane = static_cast<dimension>(below(roll, 3));
    to.rules.needs.add(type);
  }
  if (to.chance(80)) to.rules.default_claim = need_type_id(std::size_t{0});
  add_rights(to, 6);
  for (need_type& type : to.rules.needs) add_sources(to, type);
  add_rules(to);
  for (std::size_t i = below(roll, 5); i > 0; --i) add_state(to);
  if (to.chance(50)) add_replacement(to);
  return to.rules;
}

}  // namespace aiguillage::batch_test
