#include <gtest/gtest.h>

#include "aiguillage/explain.h"
#include "report/sample.h"

namespace aiguillage {
namespace {

using namespace report_sample;

std::vector<std::string> names(const world& in, const std::vector<fact_id>& facts) {
  std::vector<std::string> all;
  for (const fact_id one : facts) all.push_back(in.rules.facts[one].id);
  return all;
}

using list = std::vector<std::string>;

struct note : testing::Test {
  world in;
  void SetUp() override { build(in); }
  [[nodiscard]] handoff_note of_first_stop() const {
    return note_for(in.rules, in.person, in.proposed.plans[0].stops[0]);
  }
};

TEST_F(note, tells_what_the_rules_behind_the_needs_read_and_keeps_sensitive_facts) {
  const handoff_note given = of_first_stop();
  EXPECT_EQ(names(in, given.tell), (list{"rent_months", "password_lost"}));
  EXPECT_EQ(names(in, given.keep), list{"distress"});
  EXPECT_EQ(names(in, given.if_agreed), list{"distress"});
}

TEST_F(note, tells_a_sensitive_fact_that_is_needed_once_agreed_in_writing) {
  in.person.facts[fact_id(consent)].values = value_set(2);
  const handoff_note given = of_first_stop();
  EXPECT_EQ(names(in, given.tell), (list{"rent_months", "password_lost", "distress"}));
  EXPECT_TRUE(given.keep.empty());
}

TEST_F(note, keeps_a_sensitive_fact_that_is_not_needed_even_when_agreed) {
  in.person.facts[fact_id(consent)].values = value_set(2);
  in.proposed.plans[0].stops[0].serves.erase(in.proposed.plans[0].stops[0].serves.begin());
  const handoff_note given = of_first_stop();
  EXPECT_EQ(names(in, given.tell), list{"password_lost"});
  EXPECT_EQ(names(in, given.keep), list{"distress"});
  EXPECT_TRUE(given.if_agreed.empty());
}

TEST_F(note, leaves_out_what_a_rule_reads_but_does_not_rest_on) {
  in.person.facts[fact_id(months)].thousandths = 0;
  in.person.facts[fact_id(consent)].values = value_set(2);
  EXPECT_EQ(names(in, of_first_stop().tell), (list{"password_lost", "distress"}));
}

TEST_F(note, leaves_out_what_is_not_known) {
  in.person.facts[fact_id(distress)] = {};
  EXPECT_TRUE(of_first_stop().keep.empty());
}

TEST_F(note, a_sensitive_value_makes_its_fact_sensitive) {
  EXPECT_FALSE(is_sensitive(in.rules, in.person, fact_id(lost)));
  in.rules.facts[fact_id(lost)].values[1].sensitive = true;
  EXPECT_TRUE(is_sensitive(in.rules, in.person, fact_id(lost)));
  in.person.facts[fact_id(lost)].values = value_set(1);
  EXPECT_FALSE(is_sensitive(in.rules, in.person, fact_id(lost)));
}

TEST_F(note, values_are_said_in_words) {
  EXPECT_EQ(value_words(in.rules, in.person, fact_id(months)).fr, "2");
  in.person.facts[fact_id(months)].thousandths = 1050;
  EXPECT_EQ(value_words(in.rules, in.person, fact_id(months)).fr, "1.05");
  EXPECT_EQ(value_words(in.rules, in.person, fact_id(lost)).fr, "oui");
  EXPECT_EQ(value_words(in.rules, in.person, fact_id(consent)).en, "oral");
  in.person.facts[fact_id(lost)] = {};
  EXPECT_EQ(value_words(in.rules, in.person, fact_id(lost)).fr, "");
}

TEST_F(note, the_sender_of_a_first_stop_is_where_the_person_is) {
  const referral_plan& plan = in.proposed.plans[0];
  EXPECT_EQ(handing_over(in.land, in.rules, in.person, plan, plan.stops[0]), actor_id(0));
  EXPECT_EQ(handing_over(in.land, in.rules, in.person, plan, plan.stops[1]), actor_id(1));
  in.person.facts[fact_id(desk)] = {};
  EXPECT_FALSE(handing_over(in.land, in.rules, in.person, plan, plan.stops[0]).known());
}

TEST_F(note, an_unmet_need_is_said_without_shutting_the_door) {
  const unmet_need nowhere{&in.found.needs[0], {{actor_type_id(1), nullptr}}};
  const text words = unmet_words(in.rules, nowhere);
  EXPECT_EQ(words.fr.find("Personne ici ne peut"), 0U);
  EXPECT_NE(words.fr.find("commune voisine"), std::string::npos);
  EXPECT_EQ(words.fr.find("éligible"), std::string::npos);
  EXPECT_EQ(obstacle_words(in.rules, nowhere.why[0]).fr, "il n'y en a pas ici : CCAS");
  const obstacle by_rule{actor_type_id(1), &in.rules.need_rules[0].about};
  EXPECT_EQ(obstacle_words(in.rules, by_rule).en, "CCAS: Rent is late.");
}

}  // namespace
}  // namespace aiguillage
