#include "aiguillage/judge.h"

#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "judge_setting.h"

namespace aiguillage::judge_testing {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(judge, checks_only_what_the_case_constrains) {
  setting at;
  const case_verdict verdict = at.verdict();
  EXPECT_EQ(verdict.id, "T01");
  EXPECT_EQ(verdict.file, "T01.yaml");
  EXPECT_TRUE(verdict.passed);
  ASSERT_EQ(verdict.checks.size(), 2U);
  EXPECT_EQ(verdict.checks[0].check, "route.never");
  EXPECT_EQ(verdict.checks[1].check, "route.territory");
}

TEST(judge, names_every_check_and_one_failure_fails_the_case) {
  setting at;
  case_expectations& expect = at.of.expect;
  expect.questions = {at.fact_named("rent")};
  expect.needs_included = {at.need_named("first_claim")};
  expect.needs_excluded = {at.need_named("isolation")};
  expect.urgency = find_named(at.rules.urgencies, "normal");
  expect.first_any = {at.type("ccas")};
  expect.first_never = {at.type("kiosk")};
  expect.reach = {{at.type("caf")}};
  expect.never = {at.type("kiosk")};
  expect.handoff_at_least = at.mode("tell");
  expect.help = {at.level("inform")};
  expect.stops_at_most = 1;
  at.run.questions = {{at.fact_named("rent")}};
  at.run.needs = {at.need_named("first_claim")};
  at.run.urgency = expect.urgency;
  at.run.plans = {{at.step("ccas", {"inform"}, "tell"), at.step("caf", {"decide"}, "tell", {0})}};
  std::vector<std::string> names;
  for (const check_result& one : at.verdict().checks) {
    EXPECT_TRUE(one.pass) << one.check;
    names.push_back(one.check);
  }
  EXPECT_THAT(names, ElementsAre("questions", "needs.include", "needs.exclude", "urgency", "route.first_any",
                                 "route.first_never", "route.reach", "route.never", "route.territory",
                                 "route.handoff_at_least", "route.help", "route.stops_at_most"));
  EXPECT_TRUE(at.verdict().passed);
  at.run.urgency = find_named(at.rules.urgencies, "critical");
  EXPECT_FALSE(at.verdict().passed);
}

TEST(judge, questions_pass_when_half_of_the_facts_rounded_up_are_in_the_first_five) {
  setting at;
  const auto named = [&](const char* id) { return at.fact_named(id); };
  at.of.expect.questions = {named("income"), named("rent"), named("age")};
  at.run.questions = {{named("home")},   {named("job")},      {named("health")},
                      {named("income")}, {named("asked_at")}, {named("rent")}};
  EXPECT_FALSE(at.passes("questions"));
  EXPECT_EQ(at.verdict().recall_at_5, 1);
  at.run.questions[4] = {named("refuses"), named("age")};  // one question may settle several facts
  EXPECT_TRUE(at.passes("questions"));
  EXPECT_EQ(at.verdict().recall_at_3, 0);
  EXPECT_EQ(at.verdict().recall_at_5, 2);
  EXPECT_EQ(at.verdict().questions_expected, 3);
  at.of.expect.questions.pop_back();
  EXPECT_TRUE(at.passes("questions"));  // exactly half
  EXPECT_THAT(at.check("questions").got, ElementsAre("home", "job", "health", "income", "refuses", "age"));
}

TEST(judge, counts_question_objects_not_their_facts) {
  setting at;
  at.of.expect.questions = {at.fact_named("health")};
  at.run.questions = {{at.fact_named("income"), at.fact_named("rent"), at.fact_named("age")},
                      {at.fact_named("home"), at.fact_named("job")},
                      {at.fact_named("health")}};
  EXPECT_TRUE(at.passes("questions"));
  EXPECT_EQ(at.verdict().recall_at_3, 1);
  at.run.questions.clear();
  EXPECT_FALSE(at.passes("questions"));
}

TEST(judge, needs_are_included_and_excluded_by_type) {
  setting at;
  at.of.expect.needs_included = {at.need_named("first_claim"), at.need_named("rent_arrears")};
  at.of.expect.needs_excluded = {at.need_named("isolation")};
  at.run.needs = {at.need_named("first_claim"), at.need_named("isolation")};
  EXPECT_FALSE(at.passes("needs.include"));
  EXPECT_FALSE(at.passes("needs.exclude"));
  EXPECT_THAT(at.check("needs.include").got, ElementsAre("first_claim", "isolation"));
  EXPECT_THAT(at.check("needs.exclude").got, ElementsAre("isolation"));
  at.run.needs = {at.need_named("rent_arrears"), at.need_named("first_claim")};
  EXPECT_TRUE(at.passes("needs.include"));
  EXPECT_TRUE(at.passes("needs.exclude"));
}

TEST(judge, urgency_is_equal) {
  setting at;
  at.of.expect.urgency = find_named(at.rules.urgencies, "critical");
  EXPECT_FALSE(at.passes("urgency"));
  at.run.urgency = find_named(at.rules.urgencies, "normal");
  EXPECT_FALSE(at.passes("urgency"));
  at.run.urgency = at.of.expect.urgency;
  EXPECT_TRUE(at.passes("urgency"));
}

TEST(judge, first_stops_are_those_that_nothing_precedes_deciding_steps_included) {
  setting at;
  at.of.expect.first_any = {at.type("ccas"), at.type("france_services")};
  at.of.expect.first_never = {at.type("caf")};
  at.run.plans = {{at.step("kiosk", {"inform"}, "tell"), at.step("ccas", {"do_with"}, "tell", {0})}};
  EXPECT_FALSE(at.passes("route.first_any"));
  EXPECT_TRUE(at.passes("route.first_never"));
  at.run.plans = {{at.step("kiosk", {"inform"}, "tell"), at.step("ccas", {"do_with"}, "tell"),
                   at.step("caf", {"decide"}, "tell", {1})}};
  EXPECT_TRUE(at.passes("route.first_any"));
  EXPECT_TRUE(at.passes("route.first_never"));
  EXPECT_THAT(at.check("route.first_any").got, ElementsAre("ccas", "kiosk"));
  at.run.plans[0][2].after.clear();
  EXPECT_FALSE(at.passes("route.first_never"));
}

TEST(judge, only_the_main_route_counts_for_first_stops_reach_help_and_stops) {
  setting at;
  at.of.expect.first_any = {at.type("ccas")};
  at.of.expect.reach = {{at.type("ccas")}};
  at.of.expect.help = {at.level("do_with")};
  at.of.expect.stops_at_most = 1;
  at.run.plans = {{at.step("kiosk", {"inform"}, "tell")},
                  {at.step("ccas", {"do_with"}, "tell"), at.step("interpreter", {}, "tell", {0})}};
  EXPECT_FALSE(at.passes("route.first_any"));
  EXPECT_FALSE(at.passes("route.reach"));
  EXPECT_FALSE(at.passes("route.help"));
  EXPECT_TRUE(at.passes("route.stops_at_most"));
  std::swap(at.run.plans[0], at.run.plans[1]);
  EXPECT_TRUE(at.passes("route.first_any"));
  EXPECT_TRUE(at.passes("route.reach"));
  EXPECT_TRUE(at.passes("route.help"));
  EXPECT_FALSE(at.passes("route.stops_at_most"));
}

TEST(judge, reach_takes_one_actor_of_each_group_at_any_rank_and_level) {
  setting at;
  at.of.expect.reach = {{at.type("ccas"), at.type("france_services")}, {at.type("caf")}};
  at.run.plans = {{at.step("france_services", {"inform"}, "tell")}};
  EXPECT_FALSE(at.passes("route.reach"));
  at.run.plans[0].push_back(at.step("caf", {"decide"}, "tell", {0}));
  EXPECT_TRUE(at.passes("route.reach"));
  EXPECT_THAT(at.check("route.reach").expected, ElementsAre("ccas|france_services", "caf"));
}

TEST(judge, never_looks_at_every_plan_and_adds_refusals_and_forbidden_types) {
  setting at;
  at.run.plans = {{at.step("ccas", {"do_with"}, "tell")}, {at.step("kiosk", {"inform"}, "tell")}};
  EXPECT_TRUE(at.passes("route.never"));
  at.of.expect.never = {at.type("kiosk")};
  EXPECT_FALSE(at.passes("route.never"));
  EXPECT_THAT(at.check("route.never").got, ElementsAre("kiosk"));
  at.of.expect.never.clear();
  at.answer("refuses", at.type("ccas").index());
  EXPECT_FALSE(at.passes("route.never"));
  EXPECT_THAT(at.check("route.never").expected, ElementsAre("ccas", "paid_intermediary"));
  at.run.plans = {{at.step("france_services", {"inform"}, "tell")}};
  EXPECT_TRUE(at.passes("route.never"));
  at.run.plans.push_back({at.step("paid_intermediary", {"do_with"}, "tell")});
  EXPECT_FALSE(at.passes("route.never"));
}

TEST(judge, territory_looks_at_every_plan) {
  setting at;
  at.run.plans = {{at.step("ccas", {"do_with"}, "tell")}, {at.step("kiosk", {"inform"}, "tell")}};
  EXPECT_TRUE(at.passes("route.territory"));
  at.of.where = case_territory{{at.type("kiosk")}, {}};
  EXPECT_FALSE(at.passes("route.territory"));
  at.of.where = case_territory{{}, std::vector<actor_type_id>{at.type("ccas")}};
  EXPECT_FALSE(at.passes("route.territory"));
  EXPECT_THAT(at.check("route.territory").got, ElementsAre("kiosk"));
  at.run.plans.pop_back();
  EXPECT_TRUE(at.passes("route.territory"));
}

TEST(judge, handoff_of_a_single_first_stop_counts_whoever_it_is) {
  setting at;
  at.of.expect.first_any = {at.type("ccas")};
  at.of.expect.handoff_at_least = at.mode("warm_call");
  at.run.plans = {{at.step("kiosk", {"inform"}, "escort"), at.step("ccas", {"do_with"}, "tell", {0})}};
  EXPECT_TRUE(at.passes("route.handoff_at_least"));
  at.run.plans[0][0].handoff = at.mode("booked_appointment");
  EXPECT_FALSE(at.passes("route.handoff_at_least"));
  EXPECT_THAT(at.check("route.handoff_at_least").got, ElementsAre("booked_appointment"));
}

TEST(judge, handoff_of_several_first_stops_is_the_strongest_of_those_in_first_any) {
  setting at;
  at.of.expect.handoff_at_least = at.mode("warm_call");
  at.run.plans = {{at.step("kiosk", {"inform"}, "escort"), at.step("ccas", {"do_with"}, "tell")}};
  EXPECT_TRUE(at.passes("route.handoff_at_least"));
  at.of.expect.first_any = {at.type("ccas"), at.type("france_services")};
  EXPECT_FALSE(at.passes("route.handoff_at_least"));
  at.run.plans[0].push_back(at.step("france_services", {"explain"}, "warm_call"));
  EXPECT_TRUE(at.passes("route.handoff_at_least"));
  at.of.expect.first_any = {at.type("caf")};
  EXPECT_FALSE(at.passes("route.handoff_at_least"));
}

TEST(judge, no_handoff_passes_on_the_spot_alone) {
  setting at;
  at.of.expect.handoff_at_least = at.mode("tell");
  at.run.plans = {{at.step("ccas", {"do_with"}, "")}};
  EXPECT_FALSE(at.passes("route.handoff_at_least"));
  at.answer("asked_at", at.type("ccas").index());
  EXPECT_TRUE(at.passes("route.handoff_at_least"));
  at.of.expect.handoff_at_least = at.mode("escort");
  EXPECT_TRUE(at.passes("route.handoff_at_least"));
  at.run.plans[0][0].handoff = at.mode("tell");  // there is a hand-off: its rank counts
  EXPECT_FALSE(at.passes("route.handoff_at_least"));
}

TEST(judge, help_counts_levels_given_and_those_they_cover_directly) {
  setting at;
  at.of.expect.help = {at.level("explain"), at.level("do_with")};
  at.run.plans = {{at.step("ccas", {"do_with"}, "tell")}};
  EXPECT_TRUE(at.passes("route.help"));
  at.of.expect.help = {at.level("inform")};
  EXPECT_FALSE(at.passes("route.help"));
  at.run.plans[0].push_back(at.step("caf", {"explain", "decide"}, "tell", {0}));
  EXPECT_TRUE(at.passes("route.help"));
}

TEST(judge, stops_are_distinct_types_less_those_that_only_decide) {
  setting at;
  at.of.expect.stops_at_most = 2;
  at.run.plans = {{at.step("interpreter", {}, "tell"), at.step("ccas", {"do_with", "decide"}, "tell", {0}),
                   at.step("ccas", {"inform"}, "tell", {1}), at.step("caf", {"decide"}, "tell", {2})}};
  EXPECT_TRUE(at.passes("route.stops_at_most"));
  at.run.plans[0].push_back(at.step("caf", {"explain"}, "tell", {2}));
  EXPECT_FALSE(at.passes("route.stops_at_most"));
  EXPECT_THAT(at.check("route.stops_at_most").got, ElementsAre("3"));
}

TEST(judge, without_a_plan_what_must_be_there_fails_and_what_must_not_passes) {
  setting at;
  at.of.expect.first_any = {at.type("ccas")};
  at.of.expect.first_never = {at.type("kiosk")};
  at.of.expect.reach = {{at.type("ccas")}};
  at.of.expect.handoff_at_least = at.mode("tell");
  at.of.expect.help = {at.level("inform")};
  at.of.expect.stops_at_most = 0;
  for (const char* name : {"route.first_any", "route.reach", "route.handoff_at_least", "route.help"})
    EXPECT_FALSE(at.passes(name)) << name;
  for (const char* name : {"route.first_never", "route.never", "route.territory", "route.stops_at_most"})
    EXPECT_TRUE(at.passes(name)) << name;
  EXPECT_THAT(at.check("route.handoff_at_least").got, IsEmpty());
}

}  // namespace
}  // namespace aiguillage::judge_testing
