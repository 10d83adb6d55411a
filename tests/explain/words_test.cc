#include <limits>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "aiguillage/explain.h"
#include "aiguillage/explain/why.h"
#include "aiguillage/load.h"
#include "france.h"

namespace aiguillage {
namespace {

constexpr std::int64_t any_low = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t any_high = std::numeric_limits<std::int64_t>::max();

value_set values_of(const fact& of, const std::vector<std::string>& ids) {
  value_set all;
  for (std::size_t i = 0; i < of.values.size(); ++i)
    for (const std::string& id : ids)
      if (of.values[i].id == id) all.set(i);
  return all;
}

struct phrases : testing::Test {
  pack rules = france();

  [[nodiscard]] fact_id named(const std::string& id) const { return find_named(rules.facts, id); }

  [[nodiscard]] text said(const condition& node) {
    return condition_words(rules, rules.conditions.add(node));
  }

  [[nodiscard]] text about(condition_kind kind, const std::string& id, const std::vector<std::string>& ids) {
    condition node;
    node.kind = kind;
    node.fact = named(id);
    node.values = values_of(rules.facts[node.fact], ids);
    return said(node);
  }

  [[nodiscard]] text range(const std::string& id, std::int64_t low, std::int64_t high) {
    condition node;
    node.kind = condition_kind::range;
    node.fact = named(id);
    node.low = low;
    node.high = high;
    return said(node);
  }

  [[nodiscard]] text other(condition_kind kind, std::size_t first, std::size_t second) {
    condition node;
    node.kind = kind;
    node.values.set(first);
    node.values.set(second);
    return said(node);
  }
};

void expect(const text& got, const std::string& fr, const std::string& en) {
  EXPECT_EQ(got.fr, fr);
  EXPECT_EQ(got.en, en);
}

TEST_F(phrases, of_conditions_on_values) {
  using kind = condition_kind;
  expect(about(kind::value, "receives_mail", {"false"}),
         "Avez-vous une adresse où recevoir votre courrier ? Non",
         "Do you have an address where you receive mail? No");
  expect(about(kind::value, "threatened_by_someone", {"true"}),
         "Avez-vous peur de quelqu'un, êtes-vous en sécurité ? Oui, peur de quelqu'un",
         "Are you afraid of someone, are you safe? Yes, afraid of someone");
  expect(about(kind::value, "health_cover", {"expiring", "none"}),
         "Avez-vous une couverture santé et une complémentaire ? Bientôt à renouveler, ou aucune",
         "Do you have health cover and complementary cover? Soon to be renewed, or none");
  expect(about(kind::value, "commune_kind", {"village", "hamlet"}),
         "Où habitez-vous : ville, bourg, village, lieu isolé ? Village ; ou hameau, lieu isolé",
         "Where do you live: city, town, village, isolated place? Village; or hamlet, isolated place");
  expect(about(kind::lacks, "equipment", {"computer", "scanner"}),
         "De quel matériel disposez-vous chez vous ou sur vous ? Ni ordinateur ni scanner",
         "What equipment do you have at home or with you? Neither computer nor scanner");
  expect(about(kind::lacks, "equipment", {"printer"}),
         "De quel matériel disposez-vous chez vous ou sur vous ? Pas : imprimante",
         "What equipment do you have at home or with you? Not: printer");
  expect(about(kind::empty, "followed_by", {}), "Quelqu'un vous suit-il déjà ? Personne",
         "Is someone already following your situation? Nobody");
}

TEST_F(phrases, beyond_six_alternatives_count_the_rest) {
  condition node;
  node.kind = condition_kind::right;
  for (std::size_t i = 0; i < 10; ++i) node.values.set(i);
  const text words = said(node);
  EXPECT_NE(words.fr.find(" ; ou 5 autres"), std::string::npos) << words.fr;
  EXPECT_NE(words.en.find("; or 5 others"), std::string::npos) << words.en;
}

TEST_F(phrases, of_numbers_with_their_units) {
  expect(range("rent_arrears_months", 2000, any_high),
         "Avez-vous des loyers en retard, et combien ? Au moins 2 mois",
         "Are you behind with the rent, and by how many months? At least 2 months");
  expect(range("age", 16000, 25000), "Quel âge avez-vous ? 16 à 25 ans", "How old are you? 16 to 25 years");
  expect(range("age", any_low, 17999), "Quel âge avez-vous ? Moins de 18 ans",
         "How old are you? Less than 18 years");
  expect(range("children", 1000, 1000), "Avez-vous des enfants à charge, et combien ? 1 enfant",
         "Do you have dependent children, and how many? 1 child");
  expect(range("income_monthly", any_low, 1100000),
         "De combien vivez-vous par mois, à peu près ? Au plus 1\u00a0100 € par mois",
         "About how much do you live on per month? At most €1,100 per month");
  expect(range("days_until_deadline", any_low, 7000),
         "Y a-t-il une date limite, et laquelle ? Dans au plus 7 jours",
         "Is there a deadline, and when? In at most 7 days");
  expect(range("days_until_deadline", 0, 0), "Y a-t-il une date limite, et laquelle ? Aujourd'hui",
         "Is there a deadline, and when? Today");
  expect(range("days_since_letter", 8000, any_high),
         "Quand avez-vous reçu ce courrier ou ce papier ? Il y a au moins 8 jours",
         "When did you receive this letter or paper? At least 8 days ago");
  expect(range("waiting_weeks", any_low, any_high),
         "Depuis combien de temps attendez-vous une réponse ou un versement ? Quelle que soit la réponse",
         "How long have you been waiting for an answer or a payment? Whatever the answer");
}

TEST_F(phrases, of_conditions_on_something_else_than_a_fact) {
  using kind = condition_kind;
  expect(said({}), "Toujours", "Always");
  EXPECT_EQ(other(kind::right, 0, 1).fr, "Droit : RSA, ou prime d'activité");
  EXPECT_EQ(other(kind::decided_by, find_named(rules.actor_types, "caf").index(),
                  find_named(rules.actor_types, "france_travail").index())
                .en,
            "Organism: family allowance fund (CAF), or public employment service (France Travail)");
  EXPECT_EQ(other(kind::dimension, 1, 2).fr, "Besoin certain de nature : administrative, ou sociale");
  EXPECT_EQ(other(kind::need, find_named(rules.needs, "email_access").index(),
                  find_named(rules.needs, "isolation").index())
                .en,
            "Certain need: mailbox, or social isolation");
  EXPECT_EQ(other(kind::urgency, find_named(rules.urgencies, "minute").index(),
                  find_named(rules.urgencies, "minute").index())
                .fr,
            "Urgence : demande minute");
}

bool has(const std::string& words, const char* what) { return words.find(what) != std::string::npos; }

/// Neither an id nor a slip of the pen.
void expect_readable(const std::string& words, const std::string& where) {
  EXPECT_FALSE(words.empty()) << where;
  for (const char* slip : {"_", "  ", " ,", ",,", "..", "( ", " )"}) EXPECT_FALSE(has(words, slip)) << words;
  EXPECT_NE(words.back(), ' ') << words;
}

/// What is not found is never said as a refusal.
void expect_no_refusal(const std::string& words) {
  for (const char* refusal : {"éligib", "ligible", "eligib", "n'a pas droit", "n'avez pas droit",
                              "not entitled", "no right to", "inéligible"})
    EXPECT_FALSE(has(words, refusal)) << words;
}

void expect_good(const text& words, const std::string& where) {
  for (const std::string& one : {words.fr, words.en}) {
    expect_readable(one, where);
    expect_no_refusal(one);
  }
}

/// A question, one space, then an answer that begins with a capital letter or a figure.
void expect_question_and_answer(const std::string& words) {
  const std::size_t mark = words.rfind("? ");
  ASSERT_NE(mark, std::string::npos) << words;
  const char first = words[mark + 2];
  EXPECT_FALSE(first >= 'a' && first <= 'z') << words;
}

TEST_F(phrases, of_every_condition_of_the_pack_read_well) {
  std::size_t leaves = 0;
  for (std::size_t i = 0; i < rules.conditions.size(); ++i) {
    const condition& node = rules.conditions[condition_id(i)];
    if (!node.children.empty()) continue;
    const text words = condition_words(rules, condition_id(i));
    expect_good(words, std::to_string(i));
    ++leaves;
    if (!node.fact.known()) continue;
    expect_question_and_answer(words.fr);
    expect_question_and_answer(words.en);
  }
  EXPECT_GT(leaves, 300U);
}

std::vector<fact_value> answers_to(const fact& of) {
  std::vector<fact_value> all;
  for (std::size_t i = 0; i < of.values.size(); ++i) all.push_back({true, value_set().set(i), 0, ""});
  if (of.kind == fact_kind::set_of) all.push_back({true, {}, 0, ""});
  if (of.kind == fact_kind::code) all.push_back({true, {}, 0, "ar"});
  if (all.empty())
    for (const std::int64_t one : {0, 1000, 3000, 1250000}) all.push_back({true, {}, one, ""});
  return all;
}

TEST_F(phrases, of_every_answer_to_every_fact_read_well) {
  handoff_note note;
  note.told.facts = id_vector<fact_id, fact_value>(rules.facts.size());
  std::size_t answers = 0;
  for (std::size_t i = 0; i < rules.facts.size(); ++i)
    for (const fact_value& answer : answers_to(rules.facts[fact_id(i)])) {
      note.told.facts[fact_id(i)] = answer;
      const text words = told_words(rules, note, fact_id(i));
      expect_good(words, rules.facts[fact_id(i)].id);
      expect_question_and_answer(words.fr);
      expect_question_and_answer(words.en);
      ++answers;
    }
  EXPECT_GT(answers, 500U);
}

TEST_F(phrases, of_rules_needs_and_obstacles_never_refuse) {
  for (const need_standing one :
       {need_standing::certain, need_standing::possible, need_standing::not_derived})
    expect_good(standing_words(one), "standing");
  for (const need_rule& one : rules.need_rules) {
    for (const tri holds : {tri::no, tri::unknown, tri::yes}) {
      rule_account account{&one.about, holds, {}};
      expect_good(account_words(account), one.about.id);
    }
    expect_no_refusal(one.about.because.fr);
  }
  for (const routing_rule& one : rules.routing) expect_good(said_by(one.about), one.about.id);
  for (std::size_t i = 0; i < rules.needs.size(); ++i) {
    need what;
    what.type = need_type_id(i);
    expect_good(unmet_words(rules, {&what, {{actor_type_id(0), nullptr}}}), rules.needs[need_type_id(i)].id);
  }
}

TEST_F(phrases, a_rule_that_does_not_hold_is_told_by_its_title) {
  const need_rule& one = rules.need_rules.front();
  EXPECT_EQ(account_words({&one.about, tri::yes, {}}).fr, one.about.because.fr);
  EXPECT_EQ(account_words({&one.about, tri::unknown, {}}).fr, one.about.title.fr);
  EXPECT_EQ(account_words({&one.about, tri::no, {}}).en, one.about.title.en);
}

TEST_F(phrases, grades_of_evidence_have_words) {
  for (std::size_t i = 0; i <= static_cast<std::size_t>(evidence::assumed); ++i)
    expect_good(evidence_words(static_cast<evidence>(i)), std::to_string(i));
  expect(evidence_words(evidence::testimony), "témoignages", "testimony");
}

}  // namespace
}  // namespace aiguillage
