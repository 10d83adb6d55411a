#include "aiguillage/trial.h"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "aiguillage/load.h"
#include "aiguillage/report/trial.h"
#include "aiguillage/trial/difference.h"
#include "france.h"

namespace aiguillage {
namespace {

const std::string root = AIGUILLAGE_SOURCE_DIR;

std::vector<case_file> cases(const std::vector<std::string>& names) {
  std::vector<case_file> result;
  diagnostics found;
  for (const std::string& name : names)
    if (auto one = load_case(root + "/tests/cases/" + name + ".yaml", france(), found))
      result.push_back(std::move(*one));
  EXPECT_EQ(result.size(), names.size());
  return result;
}

TEST(statements, are_all_the_rules_each_under_its_own_name) {
  const pack& rules = france();
  const std::vector<statement> all = statements_of(rules);
  EXPECT_EQ(all.size(), rules.need_rules.size() + rules.competences.size() + rules.states.size() +
                            rules.urgency_rules.size() + rules.routing.size());
  std::set<std::string> names;
  for (const statement& one : all) names.insert(one.name);
  EXPECT_EQ(names.size(), all.size());
}

TEST(without, takes_away_one_rule_and_nothing_else) {
  const pack& rules = france();
  for (const statement& one : statements_of(rules)) {
    const std::vector<statement> rest = statements_of(without(rules, one));
    ASSERT_EQ(rest.size() + 1, statements_of(rules).size());
    if (one.kind == statement_kind::competence) continue;  // the names of later lines may change
    EXPECT_TRUE(std::none_of(rest.begin(), rest.end(), [&](const statement& other) {
      return other.name == one.name;
    })) << one.name;
  }
}

TEST(cover, counts_a_rule_where_its_condition_is_met_only) {
  const std::vector<case_file> two = cases({"SC08", "SC19"});
  const coverage found = cover(france(), two);
  for (std::size_t i = 0; i < found.rules.size(); ++i) {
    const std::string& name = found.rules[i].name;
    const std::vector<std::size_t>& fired = found.fired[i];
    if (name == "family_childcare") {  // SC08 is about a nursery place
      EXPECT_EQ(fired, std::vector<std::size_t>{0});
    } else if (name == "a04_no_paid_intermediary") {
      EXPECT_EQ(fired.size(), 2U);
    } else if (name == "no_shelter_tonight") {
      EXPECT_TRUE(fired.empty());
    }
  }
}

TEST(cover, sees_a_condition_both_ways_only_when_two_cases_differ) {
  const auto sight = [](const std::vector<case_file>& of) {
    const coverage found = cover(france(), of);
    const auto at =
        std::find_if(found.conditions.begin(), found.conditions.end(), [](const condition_sight& one) {
          return one.words == "request: [childcare_place, family_question]";
        });
    if (at == found.conditions.end()) throw std::runtime_error("condition not found");
    return std::pair(at->seen_true, at->seen_false);
  };
  EXPECT_EQ(sight(cases({"SC08"})), std::pair(true, false));
  EXPECT_EQ(sight(cases({"SC19"})), std::pair(false, true));
  EXPECT_EQ(sight(cases({"SC08", "SC19"})), std::pair(true, true));
  EXPECT_EQ(sight({}), std::pair(false, false));
}

TEST(mutate, finds_the_case_that_misses_a_rule_and_only_such_a_case) {
  const std::vector<case_file> some = cases({"SC01", "SC08"});
  const std::vector<mutant> all = mutate(france(), some, 1, [](std::size_t, std::size_t) {});
  ASSERT_EQ(all.size(), statements_of(france()).size());
  std::size_t killed = 0;
  for (const mutant& one : all) {
    if (one.killed_by.empty()) continue;
    ++killed;
    const pack rest = without(france(), one.without);
    const auto by = std::find_if(some.begin(), some.end(),
                                 [&](const case_file& each) { return each.id == one.killed_by; });
    ASSERT_NE(by, some.end());
    EXPECT_TRUE(judge_case(france(), *by).passed);
    EXPECT_FALSE(judge_case(rest, *by).passed) << one.without.name;
    EXPECT_FALSE(one.check.empty());
  }
  EXPECT_GT(killed, 0U);
  EXPECT_EQ(count_killed(all), killed);
}

TEST(mutate, tries_one_rule_in_so_many_and_tells_how_far_it_is) {
  std::vector<std::size_t> told;
  const std::vector<mutant> all =
      mutate(france(), {}, 100, [&](std::size_t ready, std::size_t) { told.push_back(ready); });
  EXPECT_EQ(all.size(), (statements_of(france()).size() + 99) / 100);
  EXPECT_EQ(told.size(), all.size());
  EXPECT_EQ(count_killed(all), 0U);
}

TEST(changes_between, names_the_rule_that_went_and_no_other) {
  EXPECT_TRUE(changes_between(france(), france()).empty());
  const std::vector<statement> all = statements_of(france());
  for (std::size_t i = 0; i < all.size(); i += 7) {
    if (all[i].kind == statement_kind::competence) continue;  // the names of later lines may change
    const std::vector<rule_change> changes = changes_between(france(), without(france(), all[i]));
    ASSERT_EQ(changes.size(), 1U) << all[i].name;
    EXPECT_EQ(changes[0].name, all[i].name);
    EXPECT_EQ(changes[0].kind, change_kind::removed);
  }
}

TEST(changes_between, sees_a_figure_and_a_definition_that_differ) {
  pack other = france();
  other.ranking.at("w_actor").thousandths += 1;
  other.needs.items[3].about.written += 1;
  const std::vector<rule_change> changes = changes_between(france(), other);
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].name, france().needs.items[3].id);
  EXPECT_EQ(changes[1].name, "w_actor");
}

TEST(compare, says_what_changes_for_whom_and_by_which_rule) {
  const std::vector<statement> all = statements_of(france());
  const auto rule = std::find_if(all.begin(), all.end(),
                                 [](const statement& one) { return one.name == "family_childcare"; });
  ASSERT_NE(rule, all.end());
  const pack other = without(france(), *rule);
  const std::vector<rule_change> changes = changes_between(france(), other);
  const std::vector<case_file> two = cases({"SC08", "SC19"});
  const auto person = [&](const case_file& one) {
    return person_in_both{one.file, one.facts, one.facts, absent_types(france(), one),
                          absent_types(other, one)};
  };
  const auto nursery = compare(france(), other, person(two[0]), changes);
  ASSERT_TRUE(nursery.has_value());
  EXPECT_EQ(nursery->before.needs.size(), nursery->after.needs.size() + 1);
  ASSERT_EQ(nursery->because.size(), 1U);
  EXPECT_EQ(nursery->because[0].name, "family_childcare");
  EXPECT_FALSE(compare(france(), other, person(two[1]), changes).has_value());
}

TEST(percent_of, rounds_down_so_that_a_hundred_means_all) {
  EXPECT_EQ(percent_of(999, 1000), 99);
  EXPECT_EQ(percent_of(1000, 1000), 100);
  EXPECT_EQ(percent_of(0, 0), 100);
}

}  // namespace
}  // namespace aiguillage
