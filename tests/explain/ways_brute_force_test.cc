#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "aiguillage/explain/why.h"
#include "explain/random_person.h"
#include "qualify/derive.h"

namespace aiguillage {
namespace {

constexpr std::size_t fact_count = 5;
constexpr std::size_t need_count = 3;

/// A pack of random rules over a few facts: three with values, a set and a number.
struct small_world {
  pack rules;
  dice with;

  condition_id leaf() {
    condition node;
    node.fact = fact_id(with.roll(fact_count));
    const fact& of = rules.facts[node.fact];
    node.kind = condition_kind::value;
    for (std::size_t i = 0; i < of.values.size(); ++i) node.values.set(i, with.roll(2) == 0);
    if (of.kind == fact_kind::set_of && with.roll(2) == 0)
      node.kind = with.roll(2) == 0 ? condition_kind::lacks : condition_kind::empty;
    if (of.kind == fact_kind::integer) {
      node.kind = condition_kind::range;
      node.low = 1000 * static_cast<std::int64_t>(with.roll(3));
      if (with.roll(2) == 0) node.high = node.low + 1000 * static_cast<std::int64_t>(with.roll(2));
    }
    return rules.conditions.add(node);
  }

  condition_id any_condition(std::size_t depth) {
    if (depth == 0 || with.roll(4) == 0) return leaf();
    condition node;
    const std::size_t kind = with.roll(5);
    node.kind = kind == 0 ? condition_kind::unless : kind < 3 ? condition_kind::any : condition_kind::all;
    for (std::size_t left = kind == 0 ? 1 : 1 + with.roll(3); left > 0; --left)
      node.children.push_back(any_condition(depth - 1));
    return rules.conditions.add(node);
  }

  void add_facts() {
    for (std::size_t i = 0; i < fact_count; ++i) {
      fact one;
      one.id = "fact" + std::to_string(i);
      one.question = {"Fait ?", "Fact?"};
      one.kind = i == 3 ? fact_kind::set_of : i == 4 ? fact_kind::integer : fact_kind::one_of;
      for (std::size_t v = 0; i != 4 && v < 2 + i % 2; ++v)
        one.values.push_back({"v" + std::to_string(v), {"v", "v"}, false});
      rules.facts.add(one);
    }
  }

  void add_state() {
    state one;
    one.id = "state";
    one.produced_by_needs = {{need_type_id(0), {}}};
    one.required_by_needs = {{need_type_id(1), {}}};
    one.missing_by_default = with.roll(2) == 0;
    (one.missing_by_default ? one.held_when : one.missing_when) = any_condition(1);
    rules.states.add(one);
  }

  explicit small_world(std::uint64_t seed) : with{seed} {
    add_facts();
    for (std::size_t i = 0; i < need_count; ++i) {
      need_type one;
      one.id = "need" + std::to_string(i);
      rules.needs.add(one);
      for (std::size_t left = 1 + with.roll(2); left > 0; --left) {
        need_rule rule;
        rule.need = need_type_id(i);
        rule.when = any_condition(2);
        rules.need_rules.push_back(rule);
      }
    }
    if (with.roll(2) == 0) add_state();
  }
};

/// Answers by fact; what is not there stays as it is.
using point = std::map<std::size_t, fact_value>;

std::vector<fact_value> single_answers(const fact& of) {
  std::vector<fact_value> all;
  if (of.kind == fact_kind::integer)
    for (std::int64_t one = 0; one < 5; ++one) all.push_back({true, {}, 1000 * one, ""});
  for (std::size_t i = 0; i < of.values.size(); ++i) all.push_back({true, value_set().set(i), 0, ""});
  if (of.kind == fact_kind::set_of) all.push_back({true, {}, 0, ""});
  return all;
}

bool same(const fact_value& a, const fact_value& b) {
  return a.values == b.values && a.thousandths == b.thousandths;
}

struct oracle {
  const pack& rules;
  const situation& person;
  need_type_id type;
  std::vector<point> minimal;

  [[nodiscard]] bool gives(const point& answers) const {
    situation tried = person;
    for (const auto& [which, answer] : answers) tried.facts[fact_id(which)] = answer;
    return detail::derive(rules, tried).certain_needs.test(type.index());
  }

  [[nodiscard]] bool covers_smaller(const point& answers) const {
    return std::any_of(minimal.begin(), minimal.end(), [&](const point& one) {
      return std::all_of(one.begin(), one.end(), [&](const auto& each) {
        const auto at = answers.find(each.first);
        return at != answers.end() && same(at->second, each.second);
      });
    });
  }

  void look(std::size_t from, std::size_t size, point& answers) {
    if (answers.size() == size) {
      if (!covers_smaller(answers) && gives(answers)) minimal.push_back(answers);
      return;
    }
    for (std::size_t f = from; f < fact_count; ++f)
      for (const fact_value& one : single_answers(rules.facts[fact_id(f)])) {
        answers[f] = one;
        look(f + 1, size, answers);
        answers.erase(f);
      }
  }
};

bool accepts(const wanted_answer& one, const fact_value& answer, const fact& of) {
  if (of.kind == fact_kind::integer) return answer.thousandths >= one.low && answer.thousandths <= one.high;
  return answer.values.none() ? one.none : (answer.values & one.values).any();
}

bool takes(const way_to_need& way, const point& answers, const pack& rules) {
  return way.answers.size() == answers.size() &&
         std::all_of(way.answers.begin(), way.answers.end(), [&](const wanted_answer& one) {
           const auto at = answers.find(one.fact.index());
           return at != answers.end() && accepts(one, at->second, rules.facts[one.fact]);
         });
}

std::string said(const point& answers) {
  std::string words;
  for (const auto& [which, one] : answers)
    words += std::to_string(which) + "=" + one.values.to_string().substr(120) + "/" +
             std::to_string(one.thousandths) + " ";
  return words;
}

/// The answers of a way that lie among those that were tried one by one.
std::size_t points_of(const way_to_need& way, const pack& rules) {
  std::size_t count = 1;
  for (const wanted_answer& one : way.answers) {
    const std::vector<fact_value> all = single_answers(rules.facts[one.fact]);
    count *= static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const fact_value& answer) {
      return accepts(one, answer, rules.facts[one.fact]);
    }));
  }
  return count;
}

TEST(ways, are_those_that_brute_force_finds) {
  std::size_t complete = 0;
  std::size_t with_ways = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    small_world world(seed);
    const situation person = random_person(world.rules, world.with, 30 * (seed % 3));
    for (std::size_t t = 0; t < need_count; ++t) {
      const ways_to_need all = ways_to(world.rules, person, need_type_id(t));
      oracle by_force{world.rules, person, need_type_id(t), {}};
      point none;
      if (by_force.gives(none)) {
        EXPECT_TRUE(all.ways.empty());
        continue;
      }
      for (std::size_t size = 1; size <= most_answers; ++size) by_force.look(0, size, none);
      std::size_t points = 0;
      for (const way_to_need& way : all.ways) points += points_of(way, world.rules);
      std::size_t taken = 0;
      for (const point& one : by_force.minimal) {
        const bool listed = std::any_of(all.ways.begin(), all.ways.end(),
                                        [&](const way_to_need& way) { return takes(way, one, world.rules); });
        EXPECT_TRUE(listed || all.more) << "seed " << seed << " need " << t << ": " << said(one);
        taken += listed ? 1 : 0;
      }
      EXPECT_EQ(taken, points) << "seed " << seed << " need " << t << ": a way that is not minimal, or twice";
      complete += all.more ? 0 : 1;
      with_ways += all.ways.empty() ? 0 : 1;
    }
  }
  EXPECT_GT(complete, 150U);
  EXPECT_GT(with_ways, 150U);
}

}  // namespace
}  // namespace aiguillage
