#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "aiguillage/load.h"
#include "aiguillage/qualify.h"
#include "france.h"

namespace aiguillage {
namespace {

/// A person as known on arrival, and the facts that a good reception professional would ask about first. Written
/// before the ranking was looked at. The figures of the ranking were then fitted without every other one, which is
/// counted apart; its method, however, was worked out with all of them in view.
struct arrival {
  const char* known;
  const char* asked;
};

// clang-format off
const std::vector<arrival> arrivals = {
    {"request: suspicious_message, asked_at: digital_mediator",
     "paid_offer credentials other_worries"},
    {"request: right_suspended, request_right: rsa, request_organism: caf, asked_at: france_services",
     "food_secure_days letter_kind already_sent_by"},
    {"request: payment_missing, request_right: unemployment_benefit, request_organism: france_travail, asked_at: reception_desk",
     "waiting_weeks right_interrupted rent_arrears_months"},
    {"request: repay_overpayment, request_organism: caf, asked_at: ccas, letter_kind: overpayment_notice",
     "disagrees_with_decision letter_understood days_since_letter"},
    {"request: contest_decision, request_right: aah, request_organism: mdph, asked_at: france_services",
     "days_since_letter written_complaint_sent followed_by"},
    {"request: understand_letter, asked_at: town_hall",
     "letter_kind request_organism days_until_deadline"},
    {"request: legal_paper, asked_at: reception_desk, housing: tenant",
     "legal_paper_received rent_arrears_months days_until_deadline"},
    {"request: lost_title, request_right: identity_card, asked_at: reception_desk",
     "documents_ready appointment_booked days_until_deadline"},
    {"request: vehicle_papers, request_right: vehicle_registration, asked_at: pimms",
     "credentials documents_ready digital_autonomy"},
    {"request: postal_address, asked_at: ccas",
     "sleeps_at identity_document followed_by"},
    {"request: register_job_seeker, request_right: job_seeker_registration, asked_at: library, life_event: [job_loss]",
     "credentials income_trend digital_autonomy"},
    {"request: find_job_or_training, asked_at: library, age: 20, life_event: [studies_ended]",
     "employment followed_by income_monthly sleeps_at"},
    {"request: school_procedure, request_right: school_grant, asked_at: social_centre, children: 2",
     "days_until_deadline credentials documents_ready"},
    {"request: health_card, request_organism: cpam, asked_at: france_services",
     "health_cover social_security_number care_given_up"},
    {"request: find_care, asked_at: reception_desk",
     "health_state health_cover care_given_up"},
    {"request: disability_help, request_right: pch, asked_at: ccas, disability_in_household: true",
     "documents_ready followed_by daily_tasks_difficult"},
    {"request: help_at_home, request_right: apa, asked_at: town_hall, age: 82",
     "daily_tasks_difficult regular_company followed_by"},
    {"request: housing_application, request_right: social_housing, asked_at: france_services",
     "housing_request_valid housing_secure documents_ready"},
    {"request: housing_problem, asked_at: social_centre, housing: tenant",
     "housing_secure dwelling_m2_per_person followed_by"},
    {"request: rent_help, asked_at: france_services, housing: tenant",
     "rent_arrears_months legal_paper_received income_trend"},
    {"request: need_shelter, asked_at: reception_desk",
     "sleeps_at children followed_by"},
    {"request: food_help, asked_at: social_centre, household: single_parent",
     "food_secure_days income_monthly followed_by"},
    {"request: money_help, asked_at: town_hall",
     "income_monthly food_secure_days rent_arrears_months"},
    {"request: safety_problem, asked_at: france_services",
     "threatened_by_someone sleeps_at children"},
    {"request: talk_to_someone, asked_at: social_centre, distress: exhausted",
     "other_worries followed_by threatened_by_someone"},
    {"request: declare_change, request_organism: caf, asked_at: digital_mediator, life_event: [birth]",
     "life_event_declared credentials benefits_received"},
    {"request: check_amount, request_right: apl, request_organism: caf, asked_at: france_services",
     "credentials income_trend digital_autonomy"},
    {"request: reach_organism, request_organism: carsat, asked_at: town_hall, employment: retired",
     "already_sent_by waiting_weeks request_right"},
    {"request: create_account, request_organism: cpam, asked_at: library",
     "mailbox receives_codes social_security_number"},
    {"request: prove_identity_online, request_right: digital_identity, asked_at: digital_mediator",
     "identity_document mailbox credentials"},
    {"request: know_my_rights, asked_at: france_services, age: 62",
     "benefits_received rights_never_claimed income_monthly"},
    {"request: renew_right, request_right: c2s, request_organism: cpam, asked_at: pimms",
     "health_cover days_until_deadline documents_ready"},
    {"request: pay_fine, request_right: fine, asked_at: library",
     "days_until_deadline letter_kind disagrees_with_decision"},
    {"request: first_claim_of_right, request_right: aspa, asked_at: town_hall, age: 68",
     "pension_contributed income_monthly documents_ready"},
    {"request: use_internet, asked_at: library",
     "other_worries digital_autonomy internet_home"},
    {"request: device_problem, asked_at: digital_mediator, equipment: [smartphone]",
     "device_problem other_worries wants"},
    {"request: legal_paper, asked_at: library, age: 67, household: couple",
     "legal_paper_received rent_arrears_months days_since_letter"},
    {"request: payment_missing, request_right: sick_pay, request_organism: cpam, asked_at: library, age: 40",
     "waiting_weeks right_interrupted knows_case_worker"},
};
// clang-format on

situation person(const std::string& known) {
  diagnostics found;
  const auto read = parse_situation("situation: {" + known + "}\n", "arrival", france(), found);
  EXPECT_TRUE(read.has_value()) << known;
  return read ? *read : situation{};
}

std::vector<question> questions_for(const std::string& known) {
  return qualify(france(), person(known)).questions;
}

bool asks(const question& one, const std::string& fact_) {
  return std::any_of(one.facts.begin(), one.facts.end(),
                     [&](fact_id which) { return france().facts[which].id == fact_; });
}

struct tally {
  int passed = 0, found = 0, expected = 0;
};

// `from` 0: the arrivals used when the figures were chosen; 1: those left out.
tally recall_at_5(std::size_t from) {
  tally result;
  for (std::size_t i = from; i < arrivals.size(); i += 2) {
    std::vector<question> first = questions_for(arrivals[i].known);
    if (first.size() > 5) first.resize(5);
    std::istringstream wanted(arrivals[i].asked);
    int expected = 0;
    int found = 0;
    for (std::string fact_; wanted >> fact_; ++expected)
      found += std::any_of(first.begin(), first.end(), [&](const question& one) { return asks(one, fact_); })
                   ? 1
                   : 0;
    result.expected += expected;
    result.found += found;
    result.passed += 2 * found >= expected ? 1 : 0;
  }
  return result;
}

}  // namespace

TEST(questions, the_first_five_hold_half_of_what_a_professional_asks) {
  const tally seen = recall_at_5(0);
  const tally unseen = recall_at_5(1);
  RecordProperty("seen_passed", seen.passed);
  RecordProperty("unseen_passed", unseen.passed);
  RecordProperty("unseen_found", unseen.found);
  EXPECT_GE(seen.passed, 14);    // of 19
  EXPECT_GE(unseen.passed, 12);  // of 19
  EXPECT_GE(2 * (seen.found + unseen.found), seen.expected + unseen.expected);
}

TEST(questions, weights_never_rise_and_known_facts_are_not_asked) {
  for (const arrival& one : arrivals) {
    const situation known = person(one.known);
    const std::vector<question> asked = qualify(france(), known).questions;
    ASSERT_FALSE(asked.empty()) << one.known;
    for (std::size_t i = 0; i < asked.size(); ++i) {
      EXPECT_GT(asked[i].weight, 0);
      EXPECT_LE(asked[i].facts.size(), 6U);
      if (i > 0) {
        EXPECT_LE(asked[i].weight, asked[i - 1].weight) << one.known << " question " << i;
      }
      for (const fact_id which : asked[i].facts) EXPECT_FALSE(known.facts[which].known) << one.known;
    }
  }
}

TEST(questions, a_stake_is_asked_about_among_the_first_four) {
  for (const arrival& one : arrivals) {
    const std::vector<question> asked = questions_for(one.known);
    const auto end = asked.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(4, asked.size()));
    EXPECT_TRUE(std::any_of(asked.begin(), end, [](const question& each) {
      return std::any_of(each.urgencies.begin(), each.urgencies.end(),
                         [](urgency_id level) { return france().urgencies[level].rank >= 3; });
    })) << one.known;
  }
}

TEST(questions, the_same_person_gets_the_same_questions) {
  for (const arrival& one : arrivals) {
    const std::vector<question> first = questions_for(one.known);
    const std::vector<question> second = questions_for(one.known);
    ASSERT_EQ(first.size(), second.size());
    for (std::size_t i = 0; i < first.size(); ++i)
      EXPECT_TRUE(first[i].facts == second[i].facts) << one.known;
  }
}

TEST(questions, rent_question_says_what_it_decides) {
  const std::vector<question> asked = questions_for("request: use_computer, asked_at: library");
  const auto rent = std::find_if(asked.begin(), asked.end(),
                                 [](const question& one) { return asks(one, "rent_arrears_months"); });
  ASSERT_NE(rent, asked.end());
  const need_type_id arrears = find_named(france().needs, "rent_arrears");
  const urgency_id critical = find_named(france().urgencies, "critical");
  EXPECT_NE(std::find(rent->decides.begin(), rent->decides.end(), arrears), rent->decides.end());
  EXPECT_NE(std::find(rent->urgencies.begin(), rent->urgencies.end(), critical), rent->urgencies.end());
}

}  // namespace aiguillage
