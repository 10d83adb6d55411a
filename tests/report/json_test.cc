#include "aiguillage/report/json.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "aiguillage/report/diagnostics.h"
#include "aiguillage/report/verdicts.h"
#include "report/json_value.h"
#include "report/sample.h"

namespace aiguillage {
namespace {

using namespace report_sample;
using report::json;
using names = std::vector<std::string>;

std::vector<std::string> keys_of(const json& object) {
  std::vector<std::string> keys;
  for (auto item = object.begin(); item != object.end(); ++item) keys.push_back(item.key());
  return keys;
}

bool starts_with_keys(const json& object, const std::vector<std::string>& wanted) {
  const std::vector<std::string> keys = keys_of(object);
  return keys.size() >= wanted.size() && std::equal(wanted.begin(), wanted.end(), keys.begin());
}

TEST(json_value, decimals_are_fixed_and_never_binary) {
  EXPECT_EQ(fixed_decimals(120, 3), "0.120");
  EXPECT_EQ(fixed_decimals(0, 3), "0.000");
  EXPECT_EQ(fixed_decimals(12345, 1), "1234.5");
  EXPECT_EQ(fixed_decimals(-5, 3), "-0.005");
  EXPECT_EQ(fixed_decimals(7, 0), "7");
  EXPECT_EQ(report::written({{"risk", report::fixed(120, 3)}, {"list", {1, 2}}, {"none", json::array()}}),
            "{\n  \"risk\": 0.120,\n  \"list\": [1, 2],\n  \"none\": []\n}\n");
}

TEST(json_value, texts_are_escaped) {
  EXPECT_EQ(report::written({{"a\"b", "c\nd é"}, {"x", nullptr}}),
            "{\n  \"a\\\"b\": \"c\\nd é\",\n  \"x\": null\n}\n");
}

struct contract : testing::Test {
  world in;
  json route;
  std::string bytes;
  void SetUp() override {
    build(in);
    bytes = referral_json(in.rules, in.land, in.person, in.found, in.proposed, language::fr);
    route = json::parse(bytes);
  }
};

TEST_F(contract, keys_come_in_the_order_of_the_contract) {
  EXPECT_EQ(keys_of(route), (names{"format", "pack", "territory", "provisional", "clock", "qualification",
                                   "plans", "unmet", "waived", "why_not", "overridden", "second"}));
  EXPECT_EQ(keys_of(route["pack"]), (names{"id", "version", "hash"}));
  EXPECT_TRUE(
      starts_with_keys(route["qualification"]["needs"][0],
                       {"id", "need", "right", "operator", "dimension", "status", "help", "urgency"}));
  EXPECT_EQ(keys_of(route["qualification"]["needs"][0]["because"][0]),
            (names{"rule", "file", "line", "source", "text", "evidence", "holds", "conditions"}));
  const json& plan = route["plans"][0];
  EXPECT_TRUE(starts_with_keys(plan, {"cost", "stops", "lanes"}));
  EXPECT_TRUE(starts_with_keys(plan["cost"], {"days", "travel_minutes", "handoffs", "loss_risk"}));
  EXPECT_TRUE(starts_with_keys(plan["stops"][0], {"id", "after", "actor", "type", "name", "day", "serves",
                                                  "requires", "produces", "handoff"}));
  EXPECT_TRUE(starts_with_keys(plan["stops"][0]["handoff"]["note"], {"tell", "keep"}));
  EXPECT_EQ(keys_of(plan["lanes"]), (names{"digital", "administrative", "social"}));
}

TEST_F(contract, values_say_the_plan) {
  EXPECT_EQ(route["format"], 1);
  EXPECT_EQ(route["provisional"], true);
  EXPECT_EQ(route["clock"]["date"], nullptr);
  const json& needs = route["qualification"]["needs"];
  EXPECT_EQ(needs[0]["id"], "rent_arrears");
  EXPECT_EQ(needs[0]["right"], nullptr);
  EXPECT_EQ(needs[1]["id"], "account_access:rsa");
  EXPECT_EQ(needs[1]["operator"], "caf");
  EXPECT_EQ(needs[0]["because"][0], json::parse(R"({
    "rule": "rent_late", "file": "pack/rent_late.yaml", "line": 7, "source": "L44", "text": "Un loyer est en retard.",
    "evidence": "assumed", "holds": true, "conditions": [
      {"fact": null, "words": "L'une de ces conditions suffit", "holds": true, "depth": 0},
      {"fact": "rent_months", "words": "Des loyers en retard, et combien ? 1 à 99", "holds": true, "depth": 1},
      {"fact": "distress", "words": "Comment tenez-vous ? Oui", "holds": true, "depth": 1}]})"));
  const json& stops = route["plans"][0]["stops"];
  EXPECT_EQ(stops[0]["after"], json::array());
  EXPECT_EQ(stops[1]["after"], json{"s1"});
  EXPECT_EQ(stops[0]["handoff"]["from"], "front_desk");
  EXPECT_EQ(stops[0]["handoff"]["check_on_day"], 9);
  EXPECT_EQ(stops[0]["handoff"]["note"]["tell"], (json{"rent_months", "password_lost"}));
  EXPECT_EQ(stops[0]["handoff"]["note"]["told"][0],
            json::parse(R"({"fact": "rent_months", "words": "Des loyers en retard, et combien ? 2"})"));
  EXPECT_EQ(stops[0]["handoff"]["note"]["agreed"], false);
  EXPECT_EQ(stops[1]["handoff"], nullptr);
  EXPECT_EQ(route["plans"][0]["lanes"]["digital"], (json{"s1", "s2"}));
  EXPECT_NE(bytes.find("\"loss_risk\": 0.120"), std::string::npos);
  EXPECT_NE(bytes.find("\"waiting\": 12.5"), std::string::npos);
}

TEST_F(contract, needs_that_nobody_meets_are_explained) {
  in.proposed.plans.clear();
  in.proposed.unmet = {{&in.found.needs[0], {{actor_type_id(1), nullptr}}}};
  in.proposed.waived = {{&in.found.needs[1], &in.rules.need_rules[1].about}};
  const json given =
      json::parse(referral_json(in.rules, in.land, in.person, in.found, in.proposed, language::en));
  EXPECT_EQ(given["plans"], json::array());
  EXPECT_EQ(given["unmet"][0]["id"], "rent_arrears");
  EXPECT_EQ(given["unmet"][0]["why"][0]["actor_type"], "ccas");
  EXPECT_EQ(given["unmet"][0]["why"][0]["rule"], nullptr);
  EXPECT_EQ(
      given["waived"][0],
      json::parse(R"({"id": "account_access:rsa", "by": "password_lost", "text": "Credentials lost."})"));
}

TEST_F(contract, qualify_has_the_same_head_and_no_plan) {
  const json alone = json::parse(qualification_json(in.rules, in.person, in.found, language::fr));
  EXPECT_EQ(alone["qualification"], route["qualification"]);
  EXPECT_FALSE(alone.contains("plans"));
  EXPECT_EQ(alone["qualification"]["questions"][0]["sensitive"], true);
}

TEST(verdicts, count_and_show_what_failed) {
  const std::vector<case_verdict> all = {
      {"A", "a.yaml", true, {{"urgency", true, {"vital"}, {"vital"}}}, 1, 2, 3},
      {"B", "b.yaml", false, {{"route.reach", false, {"caf|msa"}, {}}}, 0, 1, 3}};
  const json given = json::parse(verdicts_json(all, {}));
  EXPECT_EQ(given["passed"], 1);
  EXPECT_EQ(given["failed"], 1);
  EXPECT_EQ(given["cases"][1]["checks"][0],
            json::parse(R"({"check": "route.reach", "pass": false, "expected": ["caf|msa"], "got": []})"));
  const std::string page = verdicts_text(all, {}, {language::fr, false});
  EXPECT_EQ(page.find("PASS A  a.yaml\nFAIL B  b.yaml\n"), 0U);
  EXPECT_NE(page.find("1/6 (17 %) ; parmi les 5 premières : 3/6 (50 %)"), std::string::npos);
  EXPECT_NE(page.find("\n1 passed, 1 failed\n"), std::string::npos);
  EXPECT_EQ(page.find("urgency"), std::string::npos);
}

TEST(findings, are_counted) {
  const diagnostics all = {{severity::error, "c", "f", 1, 2, {"m", "n"}, {}},
                           {severity::warning, "w", "f", 0, 0, {"m", "n"}, {}}};
  EXPECT_EQ(diagnostics_count(all, 2, language::fr), "2 vérifiés : 1 erreur, 1 avertissement\n");
  EXPECT_EQ(diagnostics_count({}, 1, language::en), "1 checked: 0 error, 0 warning\n");
  const json given = json::parse(diagnostics_json(all, 2, language::en));
  EXPECT_EQ(given["findings"][0]["message"], "n");
  EXPECT_EQ(given["errors"], 1);
}

}  // namespace
}  // namespace aiguillage
