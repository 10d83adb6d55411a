#include "aiguillage/batch.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "batch/answers.h"
#include "batch/random_pack.h"

/// Many people at once answer as each of them alone.
namespace aiguillage {
namespace {

using namespace batch_test;

TEST(batch, answers_as_each_person_alone_in_france) {
  const pack& rules = france();
  const batch_rules rules_now = compiled(rules);
  person_maker make(rules, 20261101);
  const std::size_t count = situations_to_try(10);
  std::size_t certain = 0;
  std::size_t possible = 0;
  for (std::size_t done = 0; done < count; done += at_once) {
    const std::vector<situation> all = random_people(make, at_once);
    const std::vector<answer> found = together(rules_now, rules, all);
    ASSERT_EQ(found.size(), all.size());
    for (std::size_t i = 0; i < at_once; ++i) {
      const answer single = alone(rules, all[i]);
      ASSERT_EQ(difference(rules, single, found[i]), "") << "situation " << done + i;
      certain += single.certain.count();
      possible += single.possible.count();
    }
  }
  EXPECT_GT(certain, count);
  EXPECT_GT(possible, count);
}

TEST(batch, answers_as_each_person_alone_in_random_packs) {
  dice roll(7);
  const std::size_t packs = situations_to_try() / 50;
  for (std::size_t which = 0; which < packs; ++which) {
    const pack rules = random_pack(roll);
    person_maker make(rules, which);
    const std::vector<situation> all = random_people(make, 70);
    const batch_rules rules_now = compiled(rules);
    const std::vector<answer> found = together(rules_now, rules, all);
    ASSERT_EQ(found.size(), all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
      ASSERT_EQ(difference(rules, alone(rules, all[i]), found[i]), "")
          << "pack " << which << ", person " << i;
  }
}

TEST(batch, answers_as_qualify_itself) {
  const pack& rules = france();
  const batch_rules rules_now = compiled(rules);
  person_maker make(rules, 3);
  const std::vector<situation> all = random_people(make, 40);
  const std::vector<answer> found = together(rules_now, rules, all);
  ASSERT_EQ(found.size(), all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    const qualification single = qualify(rules, all[i]);
    answer expected{{}, {}, single.urgency};
    for (const need& one : single.needs)
      (one.status == need_status::certain ? expected.certain : expected.possible).set(one.type.index());
    EXPECT_EQ(difference(rules, expected, found[i]), "") << i;
  }
}

TEST(batch, takes_the_rules_of_its_day) {
  pack rules;
  need_rule one;
  one.need = rules.needs.add({});
  one.about.valid_from = "2026-02-01";
  one.about.valid_until = "2026-02-28";
  rules.need_rules.push_back(one);
  rules.reference_date = "2026-02-28";
  const auto certain_on = [&](const std::string& day) {
    const batch_rules of_day = compile_batch(rules, day).value_or(batch_rules{});
    return together(of_day, unknown_people(rules, 1)).at(0).certain.test(0);
  };
  EXPECT_TRUE(certain_on(""));
  EXPECT_TRUE(certain_on("2026-02-01"));
  EXPECT_FALSE(certain_on("2026-01-31"));
  EXPECT_FALSE(certain_on("2026-03-01"));
}

TEST(batch, refuses_bounds_that_do_not_fit) {
  pack rules;
  fact one;
  one.kind = fact_kind::number;
  condition node;
  node.kind = condition_kind::range;
  node.fact = rules.facts.add(one);
  for (node.low = 0; node.low < 126; ++node.low) rules.conditions.add(node);
  EXPECT_TRUE(compile_batch(rules, ""));
  rules.conditions.add(node);
  EXPECT_FALSE(compile_batch(rules, ""));
  rules.conditions.items.resize(1);
  EXPECT_TRUE(compile_batch(rules, ""));
  rules.conditions.items[0].low = std::int64_t{1} << 40U;
  EXPECT_FALSE(compile_batch(rules, ""));
}

}  // namespace
}  // namespace aiguillage
