#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aiguillage/judge.h"
#include "judge_setting.h"

namespace aiguillage::judge_testing {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Everyone needs to claim one right, which the caf decides; the ccas does it with the person.
struct claiming : setting {
  claiming() {
    need_type& claim = rules.needs.items[0];
    claim.met_by = {level("do_with")};
    claim.floor = level("do_with");
    claim.lane = dimension::administrative;
    claim.decided = true;
    claim.rights.push_back({fact_id{}, right_id(0), {}, {}});
    rules.rights.items[0].claim = rules.default_claim = need_named("first_claim");
    need_rule everyone;
    everyone.need = need_named("first_claim");
    rules.need_rules.push_back(everyone);
    serve("ccas", {"explain", "do_with"});
    serve("departmental_social_service", {"inform", "social_support", "explain"});
    serve("caf", {"explain", "decide"});
  }
  void serve(const char* who, const std::vector<const char*>& levels) {
    competence row;
    row.actor = type(who);
    row.needs = {need_named("first_claim")};
    for (const char* one : levels) row.levels.push_back(level(one));
    rules.competences.push_back(row);
  }
  [[nodiscard]] judged_plan route(baseline which) const {
    const judged_run ran = baseline_run(rules, of, which);
    return ran.plans.empty() ? judged_plan{} : ran.plans.front();
  }
};

std::string outline(const pack& rules, const judged_plan& plan) {
  std::string result;
  for (const judged_step& step : plan) {
    result += (result.empty() ? "" : " > ") + rules.actor_types[step.type].id;
    for (const level_id one : step.levels) result += " " + rules.levels[one].id;
    result += step.handoff.known() ? " by " + rules.modes[step.handoff].id : "";
    for (const int one : step.after) result += " after " + std::to_string(one);
  }
  return result;
}

TEST(engine_run, qualifies_refers_and_is_judged) {
  claiming at;
  at.of.expect.needs_included = {at.need_named("first_claim")};
  at.of.expect.first_any = {at.type("ccas")};
  at.of.expect.reach = {{at.type("caf")}};
  at.of.expect.help = {at.level("do_with")};
  at.of.expect.stops_at_most = 1;
  const judged_run ran = engine_run(at.rules, at.of);
  ASSERT_FALSE(ran.plans.empty());
  ASSERT_EQ(ran.plans[0].size(), 2U);
  EXPECT_EQ(ran.plans[0][1].type, at.type("caf"));
  EXPECT_THAT(ran.plans[0][1].after, ElementsAre(0));
  EXPECT_TRUE(judge_case(at.rules, at.of).passed);
  at.of.where = case_territory{{at.type("ccas")}, {}};
  at.run = engine_run(at.rules, at.of);
  EXPECT_TRUE(at.passes("route.territory"));
  EXPECT_FALSE(at.passes("route.first_any"));
}

TEST(baseline_run, sends_everyone_to_one_door_then_to_the_operator) {
  const claiming at;
  EXPECT_EQ(outline(at.rules, at.route(baseline::ccas)),
            "ccas do_with by booked_appointment > caf decide by booked_appointment after 0");
  EXPECT_EQ(outline(at.rules, at.route(baseline::france_services)),
            "france_services inform by booked_appointment > caf decide by booked_appointment after 0");
  EXPECT_EQ(outline(at.rules, at.route(baseline::social_service)),
            "departmental_social_service social_support explain by booked_appointment > "
            "caf decide by booked_appointment after 0");
  EXPECT_EQ(outline(at.rules, at.route(baseline::operator_alone)),
            "caf explain decide by booked_appointment");
}

TEST(baseline_run, keeps_the_qualification_of_the_engine) {
  const claiming at;
  const judged_run engine = engine_run(at.rules, at.of);
  const judged_run ran = baseline_run(at.rules, at.of, baseline::ccas);
  EXPECT_THAT(ran.needs, ElementsAre(at.need_named("first_claim")));
  EXPECT_EQ(ran.needs, engine.needs);
  EXPECT_EQ(ran.questions, engine.questions);
  EXPECT_EQ(ran.urgency, engine.urgency);
}

TEST(baseline_run, leaves_out_types_that_do_not_exist_and_hands_nobody_over_on_the_spot) {
  claiming at;
  at.of.where = case_territory{{at.type("ccas")}, {}};
  EXPECT_EQ(outline(at.rules, at.route(baseline::ccas)), "caf decide by booked_appointment");
  at.of.where = case_territory{{}, std::vector<actor_type_id>{}};
  EXPECT_THAT(at.route(baseline::ccas), IsEmpty());
  at.of.where.reset();
  at.answer("asked_at", at.type("ccas").index());
  EXPECT_EQ(outline(at.rules, at.route(baseline::ccas)),
            "ccas do_with > caf decide by booked_appointment after 0");
}

TEST(baseline_run, without_a_deciding_operator_takes_what_the_person_named) {
  claiming at;
  at.rules.needs.items[0].decided = false;
  EXPECT_THAT(at.route(baseline::operator_alone), IsEmpty());
  at.answer("request_organism", 0);
  EXPECT_EQ(outline(at.rules, at.route(baseline::operator_alone)),
            "caf explain decide by booked_appointment");
  at.rules.rights.items[0].decided_by = at.type("kiosk");
  at.answer("request_right", 0);
  EXPECT_EQ(outline(at.rules, at.route(baseline::operator_alone)),
            "kiosk inform decide by booked_appointment");
}

TEST(tally_baselines, counts_the_cases_that_each_baseline_passes) {
  claiming at;
  at.of.expect.first_any = {at.type("ccas"), at.type("caf")};
  claiming other;
  other.of.expect.first_any = {at.type("ccas")};
  const std::vector<baseline_tally> tallies = tally_baselines(at.rules, {at.of, other.of});
  ASSERT_EQ(tallies.size(), 4U);
  EXPECT_EQ(tallies[0].id, "ccas_then_operator");
  EXPECT_EQ(tallies[0].passed, 2);
  EXPECT_EQ(tallies[1].failed, 2);
  EXPECT_EQ(tallies[3].id, "operator_alone");
  EXPECT_EQ(tallies[3].passed, 1);
  EXPECT_EQ(tallies[3].failed, 1);
}

}  // namespace
}  // namespace aiguillage::judge_testing
