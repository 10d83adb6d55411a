#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include "aiguillage/batch.h"
#include "batch/answers.h"
#include "batch/random_pack.h"

/// What is not known is never taken for a no. Whatever gets known, the answer stays between what was certain and what
/// was possible; only an exception (`unless`), once it is established, takes back what was certain.
namespace aiguillage {
namespace {

using namespace batch_test;

pack without_exceptions(pack rules) {
  for (condition& node : rules.conditions)
    if (node.kind == condition_kind::unless) node = condition{};
  return rules;
}

/// What makes a need appear under another type once a right is known, and what comes with a certain need, left out.
pack without_rights_and_states(pack rules) {
  for (need_type& type : rules.needs) type.rights.clear();
  rules.states.items.clear();
  return rules;
}

/// Exceptions without exceptions of their own: one of those, once established, brings the need back.
void make_exceptions_simple(pack& rules, condition_id which, bool below_exception) {
  if (!which.known()) return;
  condition& node = rules.conditions[which];
  const bool exception = node.kind == condition_kind::unless;
  if (exception && below_exception) node = condition{};
  for (const condition_id child : node.children)
    make_exceptions_simple(rules, child, below_exception || exception);
}

/// The types under which rights are claimed as one: once the right is known, its claim moves from one to another.
value_set claims_as_one(const pack& rules, value_set types) {
  value_set claims;
  claims.set(rules.default_claim.index());
  for (const right& one : rules.rights)
    if (one.claim.known()) claims.set(one.claim.index());
  if ((types & claims).any()) types.set(rules.default_claim.index());
  claims.reset(rules.default_claim.index());
  return types & ~claims;
}

/// Types that a certain need may bring with it; a need that is only possible brings nothing.
value_set brought_by_states(const pack& rules) {
  value_set types;
  for (const state& one : rules.states)
    for (const need_reference& by : one.produced_by_needs) types.set(by.need.index());
  return types;
}

/// One fact more in one case of three, some of those that are not known in another, else all of them.
void learn(person_maker& make, situation& person) {
  const std::size_t how = below(make.roll, 3);
  const fact_id one(below(make.roll, make.rules.facts.size()));
  for (std::size_t i = 0; i < make.rules.facts.size(); ++i) {
    const bool told = how == 0 ? fact_id(i) == one : how == 1 ? below(make.roll, 4) == 0 : true;
    if (told && !person.facts[fact_id(i)].known) person.facts[fact_id(i)] = random_value(make, fact_id(i));
  }
}

/// What one person is answered before and after more gets known, and after it if no exception excluded anything.
struct three_answers {
  answer before;
  answer after;
  answer spared;
};

std::vector<three_answers> before_and_after(const pack& rules, person_maker& make, std::size_t count) {
  const batch_rules excepting = compiled(rules);
  const batch_rules sparing = compiled(without_exceptions(rules));
  std::vector<three_answers> result;
  for (std::size_t left = count; left > 0; left -= std::min(left, at_once)) {
    std::vector<situation> all = random_people(make, std::min(left, at_once));
    const std::vector<answer> before = together(excepting, rules, all);
    for (situation& person : all) learn(make, person);
    const std::vector<answer> after = together(excepting, rules, all);
    const std::vector<answer> spared = together(sparing, rules, all);
    if (before.empty() || spared.empty()) return {};
    for (std::size_t i = 0; i < all.size(); ++i) result.push_back({before[i], after[i], spared[i]});
  }
  return result;
}

/// How often something moved: without that, nothing is proved.
struct moves {
  std::size_t settled = 0;     // possible, then certain
  std::size_t ruled_out = 0;   // possible, then neither
  std::size_t taken_back = 0;  // certain, then no more
  std::size_t weakened = 0;    // certain, then only possible
};

void count_moves(const answer& before, const answer& after, moves& seen) {
  seen.settled += (before.possible & after.certain).count();
  seen.ruled_out += (before.possible & ~after.certain & ~after.possible).count();
  seen.taken_back += (before.certain & ~after.certain).count();
  seen.weakened += (before.certain & after.possible).count();
}

TEST(three_values, in_france_only_an_exception_takes_a_certain_need_back) {
  const pack& rules = france();
  const auto one = [&](const value_set& types) { return claims_as_one(rules, types); };
  person_maker make(rules, 11);
  moves seen;
  const std::size_t count = situations_to_try();
  for (std::size_t done = 0; done < count; done += at_once)
    for (const auto& [before, after, spared] : before_and_after(rules, make, at_once)) {
      ASSERT_EQ(one(before.certain) & ~one(spared.certain), value_set{});
      count_moves({one(before.certain), one(before.possible), {}},
                  {one(after.certain), one(after.possible), {}}, seen);
    }
  EXPECT_GT(seen.settled, count / 10);
  EXPECT_GT(seen.taken_back, count / 1000);
  EXPECT_GT(seen.weakened, 0U);
}

TEST(three_values, in_france_a_need_that_is_not_even_possible_comes_only_with_another) {
  const pack& rules = france();
  const value_set brought = claims_as_one(rules, brought_by_states(rules));
  person_maker make(rules, 12);
  moves seen;
  const std::size_t count = situations_to_try();
  for (std::size_t done = 0; done < count; done += at_once)
    for (const auto& [before, after, spared] : before_and_after(rules, make, at_once)) {
      const value_set open = claims_as_one(rules, before.certain | before.possible) | brought;
      ASSERT_EQ(claims_as_one(rules, after.certain | after.possible) & ~open, value_set{});
      count_moves(before, after, seen);
    }
  EXPECT_GT(seen.settled, count / 10);
  EXPECT_GT(seen.ruled_out, count / 10);
}

// Type by type, without any allowance but for exceptions.
void expect_between(const pack& rules, person_maker& make, std::size_t count, moves& seen) {
  const std::vector<three_answers> all = before_and_after(rules, make, count);
  ASSERT_EQ(all.size(), count);
  for (const auto& [before, after, spared] : all) {
    ASSERT_EQ(before.certain & ~spared.certain, value_set{});
    ASSERT_EQ((after.certain | after.possible) & ~(before.certain | before.possible), value_set{});
    count_moves(before, after, seen);
  }
}

TEST(three_values, the_rules_of_france_alone_stay_between_certain_and_possible) {
  const pack rules = without_rights_and_states(france());
  person_maker make(rules, 13);
  moves seen;
  const std::size_t count = situations_to_try();
  for (std::size_t done = 0; done < count && !testing::Test::HasFatalFailure(); done += at_once)
    expect_between(rules, make, at_once, seen);
  EXPECT_GT(seen.settled, count / 10);
  EXPECT_GT(seen.ruled_out, count / 10);
  EXPECT_GT(seen.taken_back, count / 1000);
}

TEST(three_values, random_rules_stay_between_certain_and_possible) {
  dice roll(14);
  moves seen;
  const std::size_t packs = situations_to_try() / 100;
  for (std::size_t i = 0; i < packs && !testing::Test::HasFatalFailure(); ++i) {
    pack rules = without_rights_and_states(random_pack(roll));
    for (std::size_t rule = 0; rule < rules.need_rules.size(); ++rule)
      make_exceptions_simple(rules, rules.need_rules[rule].when, false);
    person_maker make(rules, i);
    expect_between(rules, make, 100, seen);
  }
  EXPECT_GT(seen.settled, packs);
  EXPECT_GT(seen.ruled_out, packs);
  EXPECT_GT(seen.taken_back, packs);
  EXPECT_GT(seen.weakened, packs / 10);
}

TEST(three_values, what_is_known_in_full_leaves_nothing_only_possible) {
  const pack& rules = france();
  person_maker make(rules, 15);
  std::vector<situation> all;
  for (std::size_t i = 0; i < at_once; ++i) all.push_back(random_situation(make, 100));
  const std::vector<answer> found = together(compiled(rules), rules, all);
  ASSERT_EQ(found.size(), all.size());
  for (const answer& one : found) ASSERT_EQ(one.possible, value_set{});
}

// An exception that is established now and was not before.
bool newly_excluded(condition_id which, const condition_context& before, const condition_context& after) {
  if (!which.known()) return false;
  const condition& node = after.rules->conditions[which];
  if (node.kind == condition_kind::unless)
    return evaluate(which, before) == tri::yes && evaluate(which, after) == tri::no;
  return std::any_of(node.children.begin(), node.children.end(),
                     [&](condition_id child) { return newly_excluded(child, before, after); });
}

TEST(three_values, a_rule_that_holds_fails_only_by_a_new_exception_and_one_that_fails_never_holds_again) {
  const pack& rules = france();
  person_maker make(rules, 16);
  std::size_t excluded = 0;
  for (std::size_t left = situations_to_try(10); left > 0; --left) {
    const situation person = random_situation(make, below(make.roll, 101));
    situation better_known = person;
    learn(make, better_known);
    condition_context before;
    before.rules = &rules;
    condition_context after = before;
    before.person = &person;
    after.person = &better_known;
    for (const need_rule& one : rules.need_rules) {
      const tri then = evaluate(one.when, before);
      const tri now = evaluate(one.when, after);
      if (then == tri::unknown || then == now) continue;
      ASSERT_EQ(then, tri::yes) << one.about.id << " failed and does no more";
      ASSERT_TRUE(newly_excluded(one.when, before, after)) << one.about.id;
      ++excluded;
    }
  }
  EXPECT_GT(excluded, 100U);
}

}  // namespace
}  // namespace aiguillage
