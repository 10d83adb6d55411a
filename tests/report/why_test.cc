#include "aiguillage/explain/why.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "aiguillage/load.h"
#include "aiguillage/report/json.h"
#include "aiguillage/report/text.h"
#include "france.h"
#include "report/json_parts.h"
#include "report/json_value.h"
#include "report/sample.h"

namespace aiguillage {
namespace {

using report::json;
using names = std::vector<std::string>;

std::vector<std::string> keys_of(const json& object) {
  std::vector<std::string> keys;
  for (auto item = object.begin(); item != object.end(); ++item) keys.push_back(item.key());
  return keys;
}

/// Someone who asks for the RSA, has no address, and says nothing else.
struct why : testing::Test {
  const pack& rules = france();
  situation person;
  qualification found;

  void answer(const std::string& id, const std::string& value) {
    const fact_id which = find_named(rules.facts, id);
    const auto& values = rules.facts[which].values;
    const auto at =
        std::find_if(values.begin(), values.end(), [&](const auto& one) { return one.id == value; });
    person.facts[which] = {true, value_set().set(static_cast<std::size_t>(at - values.begin())), 0, ""};
  }

  void SetUp() override {
    person.facts = id_vector<fact_id, fact_value>(rules.facts.size());
    answer("request", "first_claim_of_right");
    answer("request_right", "rsa");
    answer("receives_mail", "false");
    found = qualify(rules, person);
  }

  [[nodiscard]] json told(const std::string& type, const std::string& right = "") const {
    return json::parse(why_json(rules, person, found, find_named(rules.needs, type),
                                right.empty() ? right_id{} : find_named(rules.rights, right), language::fr));
  }

  [[nodiscard]] std::string page(const std::string& type, const std::string& right, language wanted) const {
    return why_text(rules, person, found, find_named(rules.needs, type),
                    right.empty() ? right_id{} : find_named(rules.rights, right), {wanted, false});
  }
};

TEST_F(why, keys_are_stable) {
  const json all = told("first_claim", "rsa");
  EXPECT_EQ(keys_of(all), (names{"format", "pack", "clock", "why"}));
  EXPECT_EQ(keys_of(all["why"]),
            (names{"id", "need", "right", "label", "standing", "text", "needs", "rules", "ways", "more"}));
  EXPECT_EQ(keys_of(all["why"]["rules"][0]),
            (names{"rule", "file", "line", "source", "text", "evidence", "holds", "conditions"}));
  EXPECT_EQ(keys_of(all["why"]["rules"][0]["conditions"][0]), (names{"fact", "words", "holds", "depth"}));
  EXPECT_EQ(keys_of(told("isolation")["why"]["ways"][0][0]),
            (names{"fact", "words", "values", "another_answer"}));
  EXPECT_EQ(keys_of(told("rent_arrears")["why"]["ways"][0][0]),
            (names{"fact", "words", "at_least", "another_answer"}));
}

TEST_F(why, the_same_input_gives_the_same_bytes) {
  for (std::size_t i = 0; i < rules.needs.size(); ++i)
    EXPECT_EQ(why_json(rules, person, found, need_type_id(i), {}, language::en),
              why_json(rules, person, found, need_type_id(i), {}, language::en));
}

TEST_F(why, a_certain_need_says_its_rules_and_asks_for_nothing) {
  const json one = told("address_domiciliation")["why"];
  EXPECT_EQ(one["standing"], "certain");
  EXPECT_EQ(one["ways"], json::array());
  const auto holds = [](const json& each) {
    return each["rule"] == "address_missing" && each["holds"] == true;
  };
  EXPECT_TRUE(std::any_of(one["rules"].begin(), one["rules"].end(), holds)) << one;
}

TEST_F(why, a_right_is_not_another_right) {
  EXPECT_EQ(told("first_claim", "rsa")["why"]["standing"], "certain");
  const json other = told("first_claim", "apl")["why"];
  EXPECT_EQ(other["id"], "first_claim:apl");
  EXPECT_NE(other["standing"], "certain");
  ASSERT_FALSE(other["ways"].empty());
  for (const json& each : other["rules"]) EXPECT_NE(each["holds"], true) << each;
}

/// Each way of the answer, tried; of numbers, the least.
TEST_F(why, the_ways_to_a_need_about_a_right_give_it) {
  std::size_t tried = 0;
  for (const char* right : {"apl", "c2s", "passport", "aah", "tax_return"})
    for (const need_type& type : rules.needs) {
      const need_type_id wanted = find_named(rules.needs, type.id);
      const right_id about = find_named(rules.rights, right);
      for (const way_to_need& way : ways_to(rules, person, wanted, about).ways) {
        situation changed = person;
        for (const wanted_answer& one : way.answers) {
          fact_value& to = changed.facts[one.fact];
          to = {true, {}, one.low, ""};
          for (std::size_t i = 0; i < one.values.size() && to.values.none(); ++i)
            if (one.values.test(i)) to.values.set(i);
        }
        EXPECT_EQ(standing_of(qualify(rules, changed), wanted, about), need_standing::certain)
            << type.id << ":" << right;
        ++tried;
      }
    }
  EXPECT_GT(tried, 40U);
}

TEST_F(why, pages_say_it_in_both_languages) {
  const std::string fr = page("first_claim", "rsa", language::fr);
  for (const char* words :
       {"Première demande d'un droit : RSA", "first_claim:rsa", "Ce besoin est sûr", "Ce qui le dit",
        "✓ Il s'agit de ce droit : RSA", "france/needs/first_claim.yaml:", "jugement de métier", "✓ établi"})
    EXPECT_NE(fr.find(words), std::string::npos) << words << "\n" << fr;
  const std::string en = page("isolation", "", language::en);
  for (const char* words : {"Social isolation", "possible", "What would make this need certain",
                            "• Do you see or call someone every week? No"})
    EXPECT_NE(en.find(words), std::string::npos) << words << "\n" << en;
  EXPECT_EQ(en.find("besoin"), std::string::npos) << en;
}

TEST_F(why, no_page_words_a_need_that_is_not_there_as_a_refusal) {
  for (const need_type& type : rules.needs)
    for (const language wanted : {language::fr, language::en}) {
      const std::string words = page(type.id, "", wanted);
      for (const char* refusal : {"éligible", "eligible", "pas droit", "not entitled"})
        EXPECT_EQ(words.find(refusal), std::string::npos) << words;
    }
}

TEST_F(why, the_whole_answer_holds_each_need_that_is_not_there) {
  const json all = json::parse(qualification_json(rules, person, found, language::fr, true))["qualification"];
  std::vector<std::string> there;
  for (const json& one : all["needs"]) there.push_back(one["need"]);
  for (const json& one : all["not_derived"]) {
    EXPECT_EQ(keys_of(one), (names{"need", "ways", "more"}));
    EXPECT_EQ(std::count(there.begin(), there.end(), one["need"].get<std::string>()), 0);
    there.push_back(one["need"]);
  }
  std::sort(there.begin(), there.end());
  there.erase(std::unique(there.begin(), there.end()), there.end());
  EXPECT_EQ(there.size(), rules.needs.size());
}

TEST(ways, are_whole_numbers_for_whole_numbers_and_say_when_any_will_do) {
  report_sample::world in;
  build(in);
  wanted_answer months;
  months.fact = fact_id(report_sample::months);
  const auto first = [&] {
    report::json_writer to;
    report::write_ways(to, in.rules, {{{nullptr, {months}}}, false}, language::en);
    return json::parse(to.take())[0][0];
  };
  EXPECT_EQ(first().value("any", false), true);
  months.low = 2000;
  months.high = 3000;
  EXPECT_FALSE(first().contains("any"));
  EXPECT_EQ(first()["at_least"].dump(), "2");
  EXPECT_EQ(first()["at_most"].dump(), "3");
}

}  // namespace
}  // namespace aiguillage
