#include "load/support.h"

namespace aiguillage::load_tests {
namespace {

std::optional<situation> parse(const std::string& text, diagnostics& found) {
  return parse_situation(text, "s.yaml", tiny(), found);
}

const fact_value& value_of(const situation& person, const std::string& fact) {
  return person.facts[find_named(tiny().facts, fact)];
}

const std::string a_case = R"(case: someone
title: {fr: "Un cas", en: "A case"}
sources: [L04]
situation: {age: 34, right_interrupted: true, refuses: [kiosk]}
before: {age: 34}
territory: {only: [ccas, caf]}
expect:
  questions: [right_interrupted]
  needs: {include: [first_claim], exclude: []}
  urgency: normal
  route:
    first_any: [ccas]
    reach: [[caf]]
    never: [msa]
    handoff_at_least: warm_call
    help: [do_with]
    stops_at_most: 1
    acceptable: [[ccas, caf]]
    wrong: [[caf], [ccas, kiosk]]
why: {fr: "Pour voir.", en: "To see."}
)";

TEST(ParseSituation, WhatIsNotWrittenIsNotKnown) {
  diagnostics found;
  const auto person = parse("situation: {age: 34, equipment: []}", found);
  ASSERT_TRUE(person) << all_of(found);
  EXPECT_EQ(person->facts.size(), tiny().facts.size());
  EXPECT_EQ(value_of(*person, "age").thousandths, 34000);
  EXPECT_TRUE(value_of(*person, "equipment").known);
  EXPECT_TRUE(value_of(*person, "equipment").values.none());
  EXPECT_FALSE(value_of(*person, "right_interrupted").known);
  EXPECT_EQ(person->date, "");
  EXPECT_FALSE(person->home);
}

TEST(ParseSituation, EveryKindOfFact) {
  diagnostics found;
  const auto person = parse(R"(situation:
  right_interrupted: false
  request: account_locked
  equipment: [computer, smartphone]
  income_monthly: 1050.25
  language: "no"
)",
                            found);
  ASSERT_TRUE(person) << all_of(found);
  EXPECT_TRUE(value_of(*person, "right_interrupted").values.test(0));
  EXPECT_EQ(single_value(*person, find_named(tiny().facts, std::string("request"))), 1U);
  EXPECT_EQ(value_of(*person, "equipment").values.count(), 2U);
  EXPECT_EQ(value_of(*person, "income_monthly").thousandths, 1050250);
  EXPECT_EQ(value_of(*person, "language").code, "no");
}

TEST(ParseSituation, DateAndHome) {
  diagnostics found;
  const auto commune = parse("situation: {}\ndate: 2026-11-22\nhome: \"2A004\"", found);
  ASSERT_TRUE(commune) << all_of(found);
  EXPECT_EQ(commune->date, "2026-11-22");
  EXPECT_EQ(commune->home_commune, "2A004");
  const auto spot = parse("situation: {}\nhome: {latitude: 48.117266, longitude: -1.6777926}", found);
  ASSERT_TRUE(spot && spot->home) << all_of(found);
  EXPECT_DOUBLE_EQ(spot->home->latitude, 48.117266);
  EXPECT_DOUBLE_EQ(spot->home->longitude, -1.6777926);
}

TEST(ParseSituation, ACaseIsASituation) {
  diagnostics found;
  const auto person = parse(a_case, found);
  ASSERT_TRUE(person) << all_of(found);
  EXPECT_TRUE(value_of(*person, "right_interrupted").known);
}

TEST(LoadSituation, GivesTheCaseToo) {
  const temporary_folder in;
  write_text(in.path / "elsewhere.yaml", a_case);
  diagnostics found;
  const auto read = load_situation((in.path / "elsewhere.yaml").string(), tiny(), found);
  ASSERT_TRUE(read && read->as_case) << all_of(found);
  EXPECT_TRUE(found.empty()) << all_of(found);
  EXPECT_EQ(read->as_case->id, "someone");
  EXPECT_FALSE(load_situation((in.path / "nowhere.yaml").string(), tiny(), found));
}

TEST(LoadCase, ReadsEveryExpectation) {
  diagnostics found;
  const auto read = parse_case(a_case, "someone.yaml", tiny(), found);
  ASSERT_TRUE(read) << all_of(found);
  EXPECT_TRUE(found.empty()) << all_of(found);
  const case_expectations& expect = read->expect;
  EXPECT_EQ(expect.questions.size(), 1U);
  EXPECT_EQ(expect.needs_included.size(), 1U);
  EXPECT_TRUE(expect.needs_excluded.empty());
  EXPECT_EQ(tiny().urgencies[expect.urgency].id, "normal");
  EXPECT_EQ(expect.reach.size(), 1U);
  EXPECT_EQ(tiny().modes[expect.handoff_at_least].id, "warm_call");
  EXPECT_EQ(expect.stops_at_most, 1);
  EXPECT_EQ(expect.acceptable.front().size(), 2U);
  EXPECT_EQ(expect.wrong.size(), 2U);
  ASSERT_TRUE(read->before);
  EXPECT_FALSE(value_of(*read->before, "right_interrupted").known);
  EXPECT_EQ(read->why.en, "To see.");
  EXPECT_EQ(absent_types(tiny(), *read).size(), tiny().actor_types.size() - 2);
}

TEST(LoadCase, WhatIsMissingPutsNoConstraint) {
  diagnostics found;
  const auto read = parse_case(R"(case: bare
title: {fr: a, en: b}
sources: []
situation: {}
expect: {}
why: {fr: a, en: b}
)",
                               "bare.yaml", tiny(), found);
  ASSERT_TRUE(read) << all_of(found);
  EXPECT_FALSE(read->before || read->where || read->expect.stops_at_most);
  EXPECT_FALSE(read->expect.urgency.known() || read->expect.handoff_at_least.known());
  EXPECT_TRUE(absent_types(tiny(), *read).empty());
}

TEST(LoadCase, AListThatAllowsNobodyIsNotAListThatIsMissing) {
  diagnostics found;
  const auto read = parse_case(R"(case: nobody
title: {fr: a, en: b}
sources: []
situation: {}
territory: {only: []}
expect: {}
why: {fr: a, en: b}
)",
                               "nobody.yaml", tiny(), found);
  ASSERT_TRUE(read) << all_of(found);
  EXPECT_EQ(absent_types(tiny(), *read).size(), tiny().actor_types.size());
}

}  // namespace
}  // namespace aiguillage::load_tests
