#include <algorithm>

#include <gtest/gtest.h>

#include "aiguillage/explain.h"
#include "aiguillage/load.h"
#include "france.h"

namespace aiguillage {
namespace {

/// One stop that serves one need of a person who has said a few things.
struct papers : testing::Test {
  const pack& rules = france();
  situation person;
  need what;

  void SetUp() override { person.facts = id_vector<fact_id, fact_value>(rules.facts.size()); }

  void answer(const std::string& id, const std::string& value) {
    const fact_id which = find_named(rules.facts, id);
    const auto& values = rules.facts[which].values;
    const auto at =
        std::find_if(values.begin(), values.end(), [&](const auto& one) { return one.id == value; });
    person.facts[which] = {true, value_set().set(static_cast<std::size_t>(at - values.begin())), 0, ""};
  }

  std::vector<std::string> for_need(const std::string& type, const std::string& right, language wanted) {
    what.type = find_named(rules.needs, type);
    if (!right.empty()) what.right = find_named(rules.rights, right);
    for (const need_rule& one : rules.need_rules)
      if (one.need == what.type) what.because.push_back(&one.about);
    referral_stop stop;
    stop.serves = {{&what, {}, grade::competent, nullptr}};
    std::vector<std::string> all;
    for (const text& one : papers_for(rules, person, stop)) all.push_back(one.in(wanted));
    return all;
  }
};

using list = std::vector<std::string>;

TEST_F(papers, are_those_of_the_procedure_with_how_complete_they_are) {
  answer("rights_never_claimed", "rsa");
  answer("documents_ready", "some");
  EXPECT_EQ(for_need("first_claim", "rsa", language::fr),
            list{"les papiers demandés pour : RSA (ceux qui sont déjà là, il en manque)"});
  person.facts[find_named(rules.facts, "documents_ready")] = {};
  EXPECT_EQ(for_need("first_claim", "rsa", language::en),
            list{"the documents required for: minimum income (RSA) (to be seen with the person)"});
}

TEST_F(papers, do_not_name_a_sensitive_right_without_agreement) {
  answer("rights_never_claimed", "aah");
  answer("documents_ready", "all");
  EXPECT_EQ(for_need("first_claim", "aah", language::fr),
            list{"les papiers demandés pour : la démarche (la personne dit les avoir)"});
  answer("consent", "written_consent");
  EXPECT_EQ(for_need("first_claim", "aah", language::fr),
            list{"les papiers demandés pour : AAH (la personne dit les avoir)"});
}

TEST_F(papers, come_with_what_receives_the_codes_unless_nothing_does) {
  EXPECT_EQ(for_need("account_access", "", language::en),
            list{"the phone, or the mailbox, that receives codes"});
  answer("receives_codes", "false");
  EXPECT_TRUE(for_need("account_access", "", language::en).empty());
}

TEST_F(papers, hold_the_letter_that_was_read) {
  answer("letter_kind", "decision");
  answer("letter_understood", "false");
  answer("legal_paper_received", "seizure");
  EXPECT_TRUE(for_need("document_understanding", "", language::fr).empty());
  answer("letter_kind", "request_for_documents");
  EXPECT_EQ(for_need("document_gathering", "", language::fr).front(), "le courrier reçu (demande de pièces)");
}

TEST_F(papers, of_justice_are_named_once_that_is_agreed_in_writing) {
  answer("legal_paper_received", "court_summons");
  EXPECT_TRUE(for_need("rent_arrears", "", language::fr).empty());
  answer("consent", "written_consent");
  answer("housing", "tenant");
  EXPECT_EQ(for_need("rent_arrears", "", language::fr),
            list{"le papier de justice reçu (assignation, convocation au tribunal)"});
}

}  // namespace
}  // namespace aiguillage
