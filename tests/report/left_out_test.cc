#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "aiguillage/report/comparison.h"
#include "aiguillage/report/siting.h"

/// What tells of under 11 people is left out of every page, and nothing published gives it back.
namespace aiguillage {
namespace {

/// 100 people with social needs: 3 were answered, 47 cannot be, 50 were lost; as many digital ones, all answered but 40.
std::vector<replication> few_social_answers() {
  replication one;
  one.persons.resize(100);
  one.outcomes[static_cast<std::size_t>(outcome::reached)] = 100;
  one.outcomes_by_area = {one.outcomes};
  one.needs[0] = {100, 60, 0};
  one.needs[2] = {100, 3, 47};
  return {one};
}

struct small_world {
  pack rules;
  territory land;
  population people;
  scenario told;
  std::vector<replication> runs = few_social_answers();

  small_world() { people.areas.resize(1); }
  [[nodiscard]] simulated seen() const { return {rules, land, people, told, runs}; }
};

TEST(LeftOut, NeedsAnsweredForFewAreNotInTheText) {
  const small_world world;
  const std::string page = simulation_text(world.seen(), language::en);
  const auto line = page.substr(page.find("  social "));
  EXPECT_NE(line.substr(0, line.find('\n')).find("not published"), std::string::npos) << page;
}

TEST(LeftOut, NeedsAnsweredForFewAreNotCompared) {
  const small_world world;
  const compared both{world.seen(), world.seen()};
  const auto told = nlohmann::json::parse(comparison_json(both, language::en));
  EXPECT_TRUE(told["needs_reached"]["social"].is_null());
  EXPECT_EQ(comparison_text(both, language::en).find(" 3 ; "), std::string::npos);
}

/// Where 3 people wait, the 20 who were lost are left out beside them; each was lost once.
TEST(LeftOut, LossesDoNotGiveBackAnOutcomeLeftOut) {
  small_world world;
  world.rules.modes.add({});
  replication& one = world.runs.front();
  one.outcomes = {};
  one.outcomes[static_cast<std::size_t>(outcome::waiting)] = 3;
  one.outcomes[static_cast<std::size_t>(outcome::renounced)] = 20;
  one.outcomes[static_cast<std::size_t>(outcome::reached)] = 77;
  one.outcomes_by_area = {one.outcomes};
  one.handoffs = 100;
  one.lost_by_mode = {20};
  for (std::size_t i = 0; i < 20; ++i) one.persons[i].lost_at = 1;
  const auto told = nlohmann::json::parse(simulation_json(world.seen(), language::en));
  ASSERT_TRUE(told["outcomes"]["renounced"].is_null()) << told["outcomes"];
  EXPECT_TRUE(told["lost_by_mode"].front().is_null()) << told["lost_by_mode"];
}

/// 200 people, 100 within reach before.
siting_plan planned(std::int64_t first, std::int64_t second) {
  siting_plan plan;
  plan.demand = {{"35001", {48, -1}, 1}, {"35002", {48, -2}, 1}};
  plan.people = 200;
  plan.within_before = 100;
  plan.within_after = plan.within_before + first + second;
  plan.places = {{0, first}, {1, second}};
  return plan;
}

nlohmann::json published_plan(const siting_plan& plan) {
  pack rules;
  rules.actor_types.add({});
  siting_request asked;
  asked.type = actor_type_id(0);
  return nlohmann::json::parse(siting_json({rules, {}, {}, asked, plan}, language::en));
}

TEST(LeftOut, AFewPeopleNewlyWithinReachDoNotFollowFromTheShares) {
  const auto told = published_plan(planned(40, 3));
  EXPECT_TRUE(told["places"][1]["newly_within"].is_null());
  int unknown = 0;
  for (const char* const share : {"within_before_percent", "within_after_percent"})
    if (told[share].is_null()) ++unknown;
  if (told["places"][0]["newly_within"].is_null()) ++unknown;
  EXPECT_GT(unknown, 0) << told;
}

TEST(LeftOut, AFewPeopleLeftOutOfReachDoNotFollowFromThePlaces) {
  const auto told = published_plan(planned(55, 40));
  EXPECT_TRUE(told["within_after_percent"].is_null());
  EXPECT_TRUE(told["within_before_percent"].is_null() || told["places"][0]["newly_within"].is_null() ||
              told["places"][1]["newly_within"].is_null())
      << told;
}

TEST(LeftOut, PlansForManyAreToldInFull) {
  const auto told = published_plan(planned(40, 30));
  EXPECT_EQ(told["within_before_percent"], 50.0);
  EXPECT_EQ(told["within_after_percent"], 85.0);
  EXPECT_EQ(told["places"][0]["newly_within"], 40);
}

}  // namespace
}  // namespace aiguillage
