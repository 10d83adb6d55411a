#include "load/conditions.h"

#include "load/support.h"

namespace aiguillage::load_tests {
namespace {

/// The truth of a condition, both written as in the files, for a person of whom so much is known.
tri truth(const std::string& written, const std::string& facts, condition_context context = {}) {
  diagnostics found;
  load::loading into;
  into.rules = tiny();
  const std::string file = "condition";
  const auto tree = yaml::parse(written, file, found);
  const auto person = parse_situation("situation: " + facts, file, tiny(), found);
  EXPECT_TRUE(tree && person) << all_of(found);
  if (!tree || !person) return tri::unknown;
  const load::condition_scope everywhere{true, true, true};
  const condition_id read = load::read_condition(*tree, everywhere, into, {file, found});
  EXPECT_TRUE(found.empty()) << all_of(found);
  context.rules = &into.rules;
  context.person = &*person;
  return evaluate(read, context);
}

TEST(Condition, BooleansAndEnums) {
  EXPECT_EQ(truth("right_interrupted: true", "{right_interrupted: true}"), tri::yes);
  EXPECT_EQ(truth("right_interrupted: false", "{right_interrupted: true}"), tri::no);
  EXPECT_EQ(truth("right_interrupted: false", "{right_interrupted: false}"), tri::yes);
  EXPECT_EQ(truth("right_interrupted: false", "{}"), tri::unknown);
  EXPECT_EQ(truth("request: account_locked", "{request: account_locked}"), tri::yes);
  EXPECT_EQ(truth("request: [print_document, account_locked]", "{request: account_locked}"), tri::yes);
  EXPECT_EQ(truth("request: [print_document]", "{request: account_locked}"), tri::no);
}

TEST(Condition, Sets) {
  EXPECT_EQ(truth("equipment: smartphone", "{equipment: [computer, smartphone]}"), tri::yes);
  EXPECT_EQ(truth("equipment: smartphone", "{equipment: []}"), tri::no);
  EXPECT_EQ(truth("equipment: {lacks: [computer]}", "{equipment: [smartphone]}"), tri::yes);
  EXPECT_EQ(truth("equipment: {lacks: [computer]}", "{equipment: []}"), tri::yes);
  EXPECT_EQ(truth("equipment: {lacks: [computer]}", "{}"), tri::unknown);
  EXPECT_EQ(truth("equipment: {empty: true}", "{equipment: []}"), tri::yes);
  EXPECT_EQ(truth("equipment: {empty: false}", "{equipment: []}"), tri::no);
  EXPECT_EQ(truth("equipment: {empty: false}", "{equipment: [computer]}"), tri::yes);
  EXPECT_EQ(truth("equipment: {empty: false}", "{}"), tri::unknown);
  EXPECT_EQ(truth("equipment: {empty: false, lacks: [computer]}", "{equipment: [smartphone]}"), tri::yes);
}

TEST(Condition, NumbersAreExactToAThousandth) {
  EXPECT_EQ(truth("age: {at_least: 16, at_most: 25}", "{age: 25}"), tri::yes);
  EXPECT_EQ(truth("age: {at_least: 16, at_most: 25}", "{age: 26}"), tri::no);
  EXPECT_EQ(truth("income_monthly: {at_most: 0}", "{income_monthly: 0.001}"), tri::no);
  EXPECT_EQ(truth("income_monthly: {at_most: 0}", "{income_monthly: 0}"), tri::yes);
  EXPECT_EQ(truth("income_monthly: {at_least: 10.5}", "{income_monthly: 10.5}"), tri::yes);
}

TEST(Condition, KeysAreJoinedByAndWithThreeValues) {
  EXPECT_EQ(truth("{age: {at_least: 16}, right_interrupted: true}", "{age: 20}"), tri::unknown);
  EXPECT_EQ(truth("{age: {at_least: 16}, right_interrupted: true}", "{age: 10}"), tri::no);
  EXPECT_EQ(truth("any: [{age: {at_least: 16}}, {right_interrupted: true}]", "{age: 20}"), tri::yes);
  EXPECT_EQ(truth("all: [{age: {at_least: 16}}, {right_interrupted: true}]", "{age: 20}"), tri::unknown);
  EXPECT_EQ(truth("always: true", "{}"), tri::yes);
}

TEST(Condition, AnUnknownFactNeverTriggersAnException) {
  const std::string adult = "{always: true, unless: {age: {at_most: 17}}}";
  EXPECT_EQ(truth(adult, "{}"), tri::yes);
  EXPECT_EQ(truth(adult, "{age: 17}"), tri::no);
  EXPECT_EQ(truth(adult, "{age: 18}"), tri::yes);
}

TEST(Condition, WhatStandsBesideTheFacts) {
  condition_context context;
  context.urgency = find_named(tiny().urgencies, std::string("vital"));
  context.certain_needs.set(find_named(tiny().needs, std::string("first_claim")).index());
  context.certain_dimensions.set(static_cast<std::size_t>(dimension::administrative));
  context.right = find_named(tiny().rights, std::string("rsa"));
  context.decided_by = find_named(tiny().actor_types, std::string("caf"));
  EXPECT_EQ(truth("urgency: [vital, critical]", "{}", context), tri::yes);
  EXPECT_EQ(truth("urgency: normal", "{}", context), tri::no);
  EXPECT_EQ(truth("need: first_claim", "{}", context), tri::yes);
  EXPECT_EQ(truth("dimension: [social]", "{}", context), tri::no);
  EXPECT_EQ(truth("right: [rsa]", "{}", context), tri::yes);
  EXPECT_EQ(truth("operator: [msa]", "{}", context), tri::no);
}

}  // namespace
}  // namespace aiguillage::load_tests
