#include <algorithm>

#include "load/support.h"

namespace aiguillage::load_tests {
namespace {

const need_rule* rule_named(const pack& rules, const std::string& id) {
  for (const need_rule& one : rules.need_rules)
    if (one.about.id == id) return &one;
  return nullptr;
}

const std::string local_pack = R"(id: local
version: "1"
reference_date: 2026-11-01
title: {fr: "Paquet local", en: "Local pack"}
extends: [base]
)";

TEST(LoadPack, ReadsWhatTheFilesSay) {
  const pack& rules = tiny();
  EXPECT_EQ(rules.id, "base");
  EXPECT_EQ(rules.reference_date, "2026-11-01");
  EXPECT_EQ(rules.hash.size(), 16U);
  ASSERT_EQ(rules.facts.size(), 10U);
  const fact& asked = rules.facts[find_named(rules.facts, std::string("right_interrupted"))];
  ASSERT_EQ(asked.values.size(), 2U);
  EXPECT_EQ(asked.values[0].id, "false");
  EXPECT_EQ(asked.values[1].id, "true");
  EXPECT_EQ(rules.facts[find_named(rules.facts, std::string("request_right"))].values_from, "rights");
  EXPECT_EQ(rules.facts[find_named(rules.facts, std::string("refuses"))].values.size(),
            rules.actor_types.size());
  EXPECT_EQ(rules.actor_types[find_named(rules.actor_types, std::string("paid_intermediary"))].family,
            group::forbidden);
  EXPECT_EQ(rules.consents, (std::vector<std::string>{"oral_consent", "refusal"}));
}

TEST(LoadPack, RightsKnowTheirOperatorRouteAndClaim) {
  const pack& rules = tiny();
  const right& rsa = rules.rights[find_named(rules.rights, std::string("rsa"))];
  const right& ame = rules.rights[find_named(rules.rights, std::string("ame"))];
  EXPECT_EQ(rules.actor_types[rsa.decided_by].id, "caf");
  EXPECT_TRUE(rsa.offline);
  EXPECT_EQ(rules.needs[rsa.claim].id, "first_claim");
  EXPECT_EQ(rules.needs[ame.claim].id, "account_access");
  EXPECT_FALSE(ame.offline);
  EXPECT_TRUE(ame.sensitive);
}

TEST(LoadPack, Needs) {
  const pack& rules = tiny();
  const need_type& claim = rules.needs[find_named(rules.needs, std::string("first_claim"))];
  EXPECT_EQ(claim.lane, dimension::administrative);
  EXPECT_EQ(claim.minutes, 45);
  EXPECT_EQ(claim.minutes_by_right.at(find_named(rules.rights, std::string("rsa"))), 60);
  EXPECT_TRUE(claim.decided);
  EXPECT_FALSE(claim.vital);
  ASSERT_EQ(claim.rights.size(), 2U);
  EXPECT_TRUE(claim.rights[0].from.known());
  EXPECT_EQ(claim.rights[0].only.count(), 1U);
  EXPECT_EQ(rules.rights[claim.rights[1].fixed].id, "rsa");
  const need_rule* rule = rule_named(rules, "no_income");
  ASSERT_NE(rule, nullptr);
  EXPECT_TRUE(rule->met_by_any_support);
  EXPECT_EQ(rule->about.where.file, "base/needs/resource_emergency.yaml");
  EXPECT_EQ(rule->about.where.line, 9);
  EXPECT_EQ(rule->about.because.en, "No income left.");
}

TEST(LoadPack, StatesAndEffects) {
  const pack& rules = tiny();
  const state& agreement = rules.states[find_named(rules.states, std::string("agreement"))];
  EXPECT_TRUE(agreement.missing_by_default);
  EXPECT_EQ(agreement.required_by_decisions.front().right, find_named(rules.rights, std::string("rsa")));
  EXPECT_FALSE(agreement.required_by_needs.front().right.known());
  EXPECT_EQ(agreement.required_from_minutes, 45);
  EXPECT_TRUE(agreement.barred_by_consent.test(1));
  EXPECT_FALSE(rules.states[find_named(rules.states, std::string("phone"))].missing_by_default);
  ASSERT_EQ(rules.routing.size(), 2U);
  EXPECT_EQ(rules.routing[0].effect, effect_kind::replace_operator);
  EXPECT_EQ(rules.actor_types[rules.routing[0].replacement].id, "msa");
  EXPECT_EQ(rules.routing[1].effect, effect_kind::exclude);
  EXPECT_TRUE(rules.routing[1].deciding_too);
  ASSERT_EQ(rules.routing[1].except.size(), 1U);
  EXPECT_EQ(rules.ranking.at("w_actor").thousandths, 700);
  EXPECT_EQ(rules.questions.front().facts.size(), 2U);
}

TEST(LoadPack, CompetenceFollowsTheOrderOfActorsAndKeepsBothConditions) {
  const pack& rules = tiny();
  ASSERT_EQ(rules.competences.size(), 3U);
  EXPECT_EQ(rules.actor_types[rules.competences.back().actor].id, "kiosk");
  EXPECT_EQ(rules.partial.size(), rules.actor_types.size());
  EXPECT_EQ(rules.partial[find_named(rules.actor_types, std::string("ccas"))].rights.count(), 1U);
  diagnostics found;
  const auto person =
      parse_situation("situation: {equipment: [], right_interrupted: true}", "s", rules, found);
  ASSERT_TRUE(person);
  condition_context context;
  context.rules = &rules;
  context.person = &*person;
  EXPECT_EQ(evaluate(rules.competences.back().when, context), tri::no);
}

TEST(LoadPack, TheHashIsThatOfTheBytesWhereverTheyLie) {
  const pack_copy copy;
  diagnostics found;
  auto rules = copy.load(found);
  ASSERT_TRUE(rules) << all_of(found);
  EXPECT_EQ(rules->hash, tiny().hash);
  copy.write("base/routing/farmers.yaml", read_text(copy.in.path / "base/routing/farmers.yaml") + "# seen\n");
  rules = copy.load(found);
  ASSERT_TRUE(rules) << all_of(found);
  EXPECT_NE(rules->hash, tiny().hash);
}

TEST(LoadPack, ALocalPackReplacesById) {
  const pack_copy copy;
  copy.write("local/pack.yaml", local_pack + "strength: {hungry: soft}\n");
  copy.write("local/needs/resource_emergency.yaml", R"(need: resource_emergency
rules:
  - id: no_income
    text: {fr: "Moins de 100 euros.", en: "Less than 100 euros."}
    strength: strong
    evidence: assumed
    sources: [assumed]
    when: {income_monthly: {at_most: 100}}
  - id: young
    text: {fr: "Mineur.", en: "A minor."}
    strength: soft
    evidence: assumed
    sources: [assumed]
    when: {age: {at_most: 17}}
)");
  copy.write("local/competence/kiosk.yaml", "actor: kiosk\nserves: []\n");
  copy.write("local/urgency.yaml", R"(levels:
  - id: cut
    level: critical
    text: {fr: "Droit coupé.", en: "A right is cut."}
    strength: hard
    evidence: assumed
    sources: [assumed]
    when: {right_interrupted: true}
)");
  diagnostics found;
  const auto rules = copy.load(found, true);
  ASSERT_TRUE(rules) << all_of(found);
  EXPECT_TRUE(found.empty()) << all_of(found);
  EXPECT_EQ(rules->need_rules.size(), 4U);
  EXPECT_EQ(rule_named(*rules, "no_income")->about.where.file, "local/needs/resource_emergency.yaml");
  EXPECT_NE(rule_named(*rules, "young"), nullptr);
  EXPECT_EQ(rules->competences.size(), 2U);
  ASSERT_EQ(rules->urgency_rules.size(), 3U);
  EXPECT_EQ(rules->urgency_rules[1].about.id, "cut");
  EXPECT_EQ(rules->urgency_rules[0].about.force, strength::soft);
}

TEST(LoadPack, ALocalPackThatDefinesANeedAgainDropsItsRules) {
  const pack_copy copy;
  copy.write("local/pack.yaml", local_pack);
  copy.write("local/needs/resource_emergency.yaml", R"(need: resource_emergency
met_by: [social_support]
at_least: social_support
minutes: 20
waiting: critical
sources: [assumed]
rules: []
)");
  diagnostics found;
  const auto rules = copy.load(found, true);
  ASSERT_TRUE(rules) << all_of(found);
  EXPECT_EQ(rule_named(*rules, "no_income"), nullptr);
  EXPECT_EQ(rules->needs[find_named(rules->needs, std::string("resource_emergency"))].minutes, 20);
  EXPECT_FALSE(rules->needs[find_named(rules->needs, std::string("resource_emergency"))].vital);
}

TEST(LoadPack, FindingsOfAllFilesComeTogether) {
  const pack_copy copy;
  copy.write("base/questions.yaml", "groups: [{id: money, facts: [incom], text: {fr: a, en: b}}]\n");
  copy.write("base/claims.yaml", "claims: []\ndefault: first_clame\n");
  copy.write("base/routing/refusal.yaml", "id: [\n");
  diagnostics found;
  EXPECT_FALSE(copy.load(found));
  const std::vector<std::string> codes = codes_of(found);
  EXPECT_EQ(std::count(codes.begin(), codes.end(), "unknown-fact"), 1);
  EXPECT_EQ(std::count(codes.begin(), codes.end(), "unknown-name"), 1);
  EXPECT_TRUE(std::any_of(found.begin(), found.end(),
                          [](const diagnostic& one) { return one.file == "base/routing/refusal.yaml"; }));
}

TEST(LoadPack, AnUnknownOperatorIsWrittenNull) {
  const pack_copy copy;
  std::string facts = read_text(copy.in.path / "base/facts.yaml");
  const std::string given = "sensitive: true, operator: msa";
  facts.replace(facts.find(given), given.size(), "sensitive: true, operator: null");
  copy.write("base/facts.yaml", facts);
  diagnostics found;
  const auto rules = copy.load(found);
  ASSERT_TRUE(rules) << all_of(found);
  EXPECT_FALSE(rules->rights[find_named(rules->rights, std::string("ame"))].decided_by.known());
}

TEST(LoadPack, NoFolderIsAFinding) {
  diagnostics found;
  EXPECT_FALSE(load_pack({}, found));
  EXPECT_EQ(codes_of(found), std::vector<std::string>{"missing-folder"});
}

}  // namespace
}  // namespace aiguillage::load_tests
