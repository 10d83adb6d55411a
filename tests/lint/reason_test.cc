#include "lint/reason.h"

#include <functional>
#include <random>

#include <gtest/gtest.h>

#include "aiguillage/situation.h"

/// The reasoner against brute force: every situation of a small pack, evaluated by the engine itself.
namespace aiguillage::lint_tests {
namespace {

using namespace lint;

fact fact_of(const char* id, fact_kind kind, std::size_t values) {
  fact one;
  one.id = id;
  one.kind = kind;
  for (std::size_t i = 0; i < values; ++i) one.values.push_back({"v" + std::to_string(i), {}, false});
  return one;
}

pack small_pack() {
  pack rules;
  rules.facts.add(fact_of("boolean", fact_kind::boolean, 2));
  rules.facts.add(fact_of("one", fact_kind::one_of, 3));
  rules.facts.add(fact_of("integer", fact_kind::integer, 0));
  rules.facts.add(fact_of("number", fact_kind::number, 0));
  rules.facts.add(fact_of("set", fact_kind::set_of, 3));
  for (const char* id : {"r0", "r1"}) rules.rights.add({id, {}, "", "", actor_type_id(0), {}, false, false});
  for (const char* id : {"a0", "a1"}) rules.actor_types.add({id, {}, group::proximity, false});
  for (const char* id : {"u0", "u1"}) rules.urgencies.add({id, {}, {}, 0});
  for (const dimension lane : {dimension::digital, dimension::digital, dimension::social}) {
    need_type type;
    type.lane = lane;
    rules.needs.add(type);
  }
  return rules;
}

/// Random conditions; either over the facts, or over everything but numbers and sets.
struct generator {
  pack& rules;
  std::mt19937& random;
  bool facts_only;

  [[nodiscard]] std::size_t below(std::size_t count) const {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
  }
  [[nodiscard]] value_set some(std::size_t count) const { return {1 + below((std::size_t{1} << count) - 1)}; }

  [[nodiscard]] condition leaf() const {
    condition node;
    if (facts_only || below(3) == 0) {
      node.fact = fact_id(below(facts_only ? 5 : 2));
      const fact& of = rules.facts[node.fact];
      node.kind = condition_kind::value;
      if (of.values.empty()) {
        node.kind = condition_kind::range;
        if (below(3) != 0) node.low = static_cast<std::int64_t>(500 * below(7));
        if (node.low < 0 || below(2) == 0)
          node.high = std::max<std::int64_t>(node.low, 0) + static_cast<std::int64_t>(500 * below(5));
        return node;
      }
      node.values = some(of.values.size());
      if (of.kind == fact_kind::set_of && below(2) == 0)
        node.kind = below(2) == 0 ? condition_kind::lacks : condition_kind::empty;
      return node;
    }
    constexpr condition_kind special[] = {condition_kind::right, condition_kind::decided_by,
                                          condition_kind::urgency, condition_kind::need,
                                          condition_kind::dimension};
    node.kind = special[below(5)];
    node.values = some(node.kind == condition_kind::need || node.kind == condition_kind::dimension ? 3 : 2);
    return node;
  }

  [[nodiscard]] condition_id make(int depth) const {
    if (depth == 0 || below(4) == 0) return rules.conditions.add(leaf());
    condition node;
    const std::size_t kind = below(5);
    node.kind = kind == 0 ? condition_kind::unless : kind < 3 ? condition_kind::all : condition_kind::any;
    const std::size_t count = kind == 0 ? 1 : 1 + below(3);
    for (std::size_t i = 0; i < count; ++i) node.children.push_back(make(depth - 1));
    return rules.conditions.add(std::move(node));
  }
};

surroundings everything() {
  surroundings around;
  around.procedures = {{{}, {}}, {right_id(0), actor_type_id(0)}, {right_id(1), {}}, {{}, actor_type_id(1)}};
  around.acting = actor_type_id(1);
  around.urgencies = {{}, urgency_id(0), urgency_id(1)};
  around.needs = value_set(7);
  return around;
}

using look = std::function<void(const condition_context&)>;

/// Every value of the facts from this one on; numbers by halves, which no bound of the generator can pass between.
void each_fact(const pack& rules, situation& person, std::size_t which, std::size_t end, const look& then,
               const condition_context& context) {
  if (which == end) {
    then(context);
    return;
  }
  const fact& of = rules.facts.items[which];
  fact_value& now = person.facts.items[which];
  const auto next = [&] { each_fact(rules, person, which + 1, end, then, context); };
  now = {};
  next();
  now.known = true;
  if (of.values.empty()) {
    const int step = of.kind == fact_kind::integer ? 1000 : 250;
    for (now.thousandths = 0; now.thousandths <= 6000; now.thousandths += step) next();
  } else {
    const std::size_t sets = std::size_t{1} << of.values.size();
    for (std::size_t i = 0; i < sets; ++i) {
      now.values = value_set(i);
      if (of.kind == fact_kind::set_of || now.values.count() == 1) next();
    }
  }
  now = {};
}

void each_situation(const pack& rules, bool facts_only, const look& then) {
  situation person;
  person.facts = id_vector<fact_id, fact_value>(rules.facts.size());
  condition_context context;
  context.rules = &rules;
  context.person = &person;
  const surroundings around = facts_only ? surroundings{} : everything();
  context.acting = around.acting;
  for (const procedure& one : around.procedures)
    for (const urgency_id urgency : around.urgencies)
      for (std::size_t needs = 0; needs < (facts_only ? 1U : 8U); ++needs) {
        context.right = one.right;
        context.decided_by = one.decided_by;
        context.urgency = urgency;
        context.certain_needs = value_set(needs);
        context.certain_dimensions.reset();
        context.certain_dimensions.set(0, (needs & 3U) != 0);
        context.certain_dimensions.set(2, (needs & 4U) != 0);
        each_fact(rules, person, 0, facts_only ? 5 : 2, then, context);
      }
}

answer said(bool yes) { return yes ? answer::yes : answer::no; }

struct truth_table {
  bool met[3][3] = {};       // by the values of the first two conditions
  bool first_alone = false;  // the first holds, neither of the others does
};

truth_table brute(const pack& rules, bool facts_only, const std::vector<condition_id>& three) {
  truth_table table;
  each_situation(rules, facts_only, [&](const condition_context& context) {
    const tri a = evaluate(three[0], context);
    const tri b = evaluate(three[1], context);
    table.met[static_cast<int>(a)][static_cast<int>(b)] = true;
    if (a == tri::yes && b != tri::yes && evaluate(three[2], context) != tri::yes) table.first_alone = true;
  });
  return table;
}

void compare(bool facts_only, unsigned seed, int rounds) {
  std::mt19937 random(seed);
  const surroundings around = facts_only ? surroundings{} : everything();
  int implied = 0;
  int impossible = 0;
  for (int round = 0; round < rounds; ++round) {
    pack rules = small_pack();
    const generator from{rules, random, facts_only};
    const std::vector<condition_id> three{from.make(2), from.make(2), from.make(1)};
    const truth_table table = brute(rules, facts_only, three);
    constexpr truths bits[] = {is_no, is_unknown, is_yes};
    for (int a = 0; a < 3; ++a)
      for (int b = 0; b < 3; ++b)
        ASSERT_EQ(satisfiable(rules, around, {{three[0], bits[a]}, {three[1], bits[b]}}),
                  said(table.met[a][b]))
            << "round " << round << ", values " << a << " and " << b;
    const bool truer = table.met[2][0] || table.met[2][1] || table.met[1][0];
    ASSERT_EQ(never_truer(rules, around, three[0], three[1]), said(!truer)) << "round " << round;
    ASSERT_EQ(implies(rules, around, three[0], {three[1], three[2]}), said(!table.first_alone))
        << "round " << round;
    implied += table.first_alone ? 0 : 1;
    impossible += table.met[2][0] || table.met[2][1] || table.met[2][2] ? 0 : 1;
  }
  EXPECT_GT(implied, rounds / 50) << "the conditions drawn say little";
  EXPECT_GT(impossible, 0) << "the conditions drawn say little";
}

TEST(Reason, EqualsBruteForceOverTheFacts) { compare(true, 1, 150); }
TEST(Reason, EqualsBruteForceOverRightsUrgencyAndNeeds) { compare(false, 2, 600); }

TEST(Reason, SaysWhenASearchIsTooLong) {
  pack rules = small_pack();
  std::mt19937 random(3);
  const generator from{rules, random, true};
  condition either;
  either.kind = condition_kind::any;
  for (int i = 0; i < 5; ++i) either.children.push_back(from.make(0));
  const condition_id when = rules.conditions.add(either);
  EXPECT_EQ(satisfiable(rules, {}, {{when, is_no}}, 1), answer::too_large);
  EXPECT_EQ(satisfiable(rules, {}, {{when, is_no | is_unknown | is_yes}}, 1), answer::yes);
}

}  // namespace
}  // namespace aiguillage::lint_tests
