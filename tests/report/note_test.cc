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

TEST_F(note, a_sensitive_value_is_kept_like_a_sensitive_fact) {
  in.rules.facts[fact_id(lost)].values[1].sensitive = true;
  EXPECT_EQ(names(in, of_first_stop().keep), (list{"password_lost", "distress"}));
  in.person.facts[fact_id(lost)].values = value_set(1);
  EXPECT_EQ(names(in, of_first_stop().keep), list{"distress"});
}

/// What is asked for, told or kept, when it says by itself a right that is sensitive or not.
TEST_F(note, a_request_for_a_sensitive_right_is_sensitive) {
  fact asked;
  asked.id = "request";
  asked.kind = fact_kind::one_of;
  asked.values = {{"other", {"autre", "other"}, false}, {"minimum", {"le RSA", "the RSA"}, false}};
  const fact_id which = in.rules.facts.add(asked);
  in.person.facts.add({true, value_set(2), 0, ""});
  in.rules.right_of_request[1] = right_id(0);
  condition node;
  node.kind = condition_kind::value;
  node.fact = which;
  node.values.set(1);
  in.rules.need_rules[1].when = in.rules.conditions.add(node);
  EXPECT_EQ(names(in, of_first_stop().tell), (list{"rent_months", "request"}));
  in.rules.rights[right_id(0)].sensitive = true;
  EXPECT_EQ(names(in, of_first_stop().tell), list{"rent_months"});
  EXPECT_EQ(names(in, of_first_stop().if_agreed), (list{"distress", "request"}));
  in.person.facts[which].values = value_set(1);
  EXPECT_EQ(names(in, of_first_stop().keep), list{"distress"});
}

/// What of a set the note of the first stop tells, when the rule behind its need looks for the first value.
handoff_note with_set(world& in, const value_set& held) {
  fact aids;
  aids.id = "aids";
  aids.kind = fact_kind::set_of;
  aids.values = {
      {"rsa", {"RSA", "RSA"}, false}, {"aah", {"AAH", "AAH"}, true}, {"apl", {"APL", "APL"}, false}};
  aids.question = {"Quelles aides ?", "Which benefits?"};
  const fact_id which = in.rules.facts.add(aids);
  in.person.facts.add({true, held, 0, ""});
  condition node;
  node.kind = condition_kind::value;
  node.fact = which;
  node.values.set(0).set(1);
  in.rules.need_rules[0].when = in.rules.conditions.add(node);
  return note_for(in.rules, in.person, in.proposed.plans[0].stops[0]);
}

TEST_F(note, tells_only_those_values_of_a_set_that_are_read) {
  const handoff_note given = with_set(in, value_set(0b101));
  EXPECT_EQ(names(in, given.tell), (list{"password_lost", "aids"}));
  EXPECT_EQ(told_words(in.rules, given, given.tell.back()).fr, "Quelles aides ? RSA");
  EXPECT_EQ(names(in, given.keep), list{"distress"});
}

TEST_F(note, keeps_a_sensitive_value_of_a_set_until_it_is_agreed) {
  const handoff_note given = with_set(in, value_set(0b111));
  EXPECT_EQ(told_words(in.rules, given, given.tell.back()).fr, "Quelles aides ? RSA");
  EXPECT_EQ(names(in, given.if_agreed), list{"aids"});
  in.person.facts[fact_id(consent)].values = value_set(2);
  const handoff_note agreed = note_for(in.rules, in.person, in.proposed.plans[0].stops[0]);
  EXPECT_EQ(told_words(in.rules, agreed, agreed.tell.back()).fr, "Quelles aides ? RSA, AAH");
  EXPECT_EQ(names(in, agreed.keep), list{"distress"});
}

/// The first stop requires a state that rests on the distress of the person.
TEST_F(note, a_state_that_would_show_what_is_kept_is_not_said) {
  state calm;
  calm.id = "calm";
  calm.missing_when = in.rules.need_rules[0].when;
  referral_stop& stop = in.proposed.plans[0].stops[0];
  stop.requires_states = {in.rules.states.add(calm)};
  handoff_note given = note_for(in.rules, in.person, stop);
  EXPECT_TRUE(given.states_told.empty());
  EXPECT_EQ(given.states_kept, stop.requires_states);
  in.person.facts[fact_id(consent)].values = value_set(2);
  given = note_for(in.rules, in.person, stop);
  EXPECT_EQ(given.states_told, stop.requires_states);
  stop.produces = stop.requires_states;
  EXPECT_TRUE(note_for(in.rules, in.person, stop).states_told.empty());
}

/// A second stop, for the password alone, to which the first one hands over.
TEST_F(note, the_sender_is_not_named_where_that_would_show_what_is_kept) {
  referral_plan& plan = in.proposed.plans[0];
  referral_stop next = plan.stops[0];
  next.serves.erase(next.serves.begin());
  next.from = 0;
  EXPECT_FALSE(sender_shows_nothing(in.rules, in.land, in.person, plan, next));
  in.person.facts[fact_id(distress)] = {};
  EXPECT_TRUE(sender_shows_nothing(in.rules, in.land, in.person, plan, next));
  next.from = -1;
  EXPECT_TRUE(sender_shows_nothing(in.rules, in.land, in.person, plan, next));
}

void refuse(world& in) {
  in.rules.facts[fact_id(consent)].values.push_back({"refusal", {"refus", "refusal"}, false});
  in.rules.states[state_id(0)].barred_by_consent.set(2);
  in.person.facts[fact_id(consent)].values = value_set(4);
}

struct sending_place : note {
  [[nodiscard]] bool is_named() const {
    const referral_plan& plan = in.proposed.plans[0];
    return sender_shows_nothing(in.rules, in.land, in.person, plan, plan.stops[0]);
  }
  void is_there_for(condition_id when) {
    competence one;
    one.actor = actor_type_id(0);
    one.needs = {need_type_id(password)};
    one.when = when;
    in.rules.competences.push_back(one);
  }
  [[nodiscard]] condition_id sad() const {
    return in.rules.conditions[in.rules.need_rules[0].when].children.back();
  }
};

TEST_F(sending_place, is_not_named_when_it_is_there_for_sensitive_matters_only) {
  EXPECT_TRUE(is_named());
  is_there_for(sad());
  EXPECT_FALSE(is_named());
  in.person.facts[fact_id(consent)].values = value_set(2);
  EXPECT_TRUE(is_named());
  in.person.facts[fact_id(consent)] = {};
  EXPECT_FALSE(is_named());
  is_there_for({});
  EXPECT_TRUE(is_named());
}

TEST_F(sending_place, is_not_named_when_every_need_it_serves_is_sensitive) {
  is_there_for({});
  in.rules.need_rules[1].when = sad();
  EXPECT_FALSE(is_named());
  need_rule other = in.rules.need_rules[1];
  other.when = in.rules.conditions[in.rules.need_rules[0].when].children.front();  // late rent
  in.rules.need_rules.push_back(other);
  EXPECT_TRUE(is_named());
}

TEST_F(sending_place, is_not_named_when_every_right_it_decides_is_sensitive) {
  in.rules.rights[right_id(0)].decided_by = actor_type_id(0);
  EXPECT_TRUE(is_named());
  in.rules.rights[right_id(0)].sensitive = true;
  EXPECT_FALSE(is_named());
}

TEST_F(sending_place, is_never_named_after_a_refusal) {
  refuse(in);
  EXPECT_FALSE(is_named());
}

TEST_F(note, a_refusal_leaves_nothing_to_tell_nor_to_ask_again) {
  refuse(in);
  const handoff_note given = of_first_stop();
  EXPECT_TRUE(given.refused);
  EXPECT_TRUE(given.tell.empty());
  EXPECT_TRUE(given.if_agreed.empty());
  EXPECT_EQ(names(in, given.keep), list{"distress"});
}

TEST_F(note, a_need_found_only_by_what_is_kept_is_not_named) {
  const need& late = in.found.needs[0];
  EXPECT_EQ(need_words_at(in.rules, late, of_first_stop(), actor_type_id(1)).fr, "impayé de loyer");
  in.person.facts[fact_id(months)].thousandths = 0;
  state calm;
  calm.produced_by_needs = {{need_type_id(rent), {}}};
  referral_stop& stop = in.proposed.plans[0].stops[0];
  stop.produces = {in.rules.states.add(calm)};
  EXPECT_EQ(need_words_at(in.rules, late, of_first_stop(), actor_type_id(1)).en,
            "a talk: the person will say what they wish to talk about");
  EXPECT_TRUE(of_first_stop().brings_told.empty());
  in.person.facts[fact_id(consent)].values = value_set(2);
  EXPECT_EQ(need_words_at(in.rules, late, of_first_stop(), actor_type_id(1)).fr, "impayé de loyer");
  EXPECT_EQ(of_first_stop().brings_told, stop.produces);
}

TEST_F(note, a_sensitive_right_is_named_to_its_organism_only) {
  in.rules.rights[right_id(0)].sensitive = true;
  const need& what = in.found.needs[1];
  const handoff_note given = of_first_stop();
  EXPECT_EQ(need_words_at(in.rules, what, given, actor_type_id(1)).fr, "mot de passe");
  EXPECT_EQ(need_words_at(in.rules, what, given, actor_type_id(2)).fr, "mot de passe : RSA");
  in.person.facts[fact_id(consent)].values = value_set(2);
  EXPECT_EQ(need_words_at(in.rules, what, of_first_stop(), actor_type_id(1)).fr, "mot de passe : RSA");
}

TEST_F(note, values_are_said_in_words) {
  EXPECT_EQ(value_words(in.rules, in.person, fact_id(months)).fr, "2");
  in.person.facts[fact_id(months)].thousandths = 1050;
  EXPECT_EQ(value_words(in.rules, in.person, fact_id(months)).fr, "1,05");
  EXPECT_EQ(value_words(in.rules, in.person, fact_id(months)).en, "1.05");
  in.rules.facts[fact_id(months)].unit = "months";
  EXPECT_EQ(value_words(in.rules, in.person, fact_id(months)).en, "1.05 months");
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
  const unmet_need nowhere{in.found.needs.data(), {{actor_type_id(1), nullptr, hindrance::absent}}};
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
