#include "network/world.h"

/// One world for each thing that a place may say of itself.
namespace aiguillage::network_tests {
namespace {

const std::string near = place("near_office", "france_services", "near");

TEST(Zone, KeepsOutWhoLivesElsewhere) {
  const std::string two = place("a_elsewhere", "france_services", "near", "communes: [\"35051\"]") +
                          place("b_far", "france_services", "middle", "departments: [\"35\"]");
  EXPECT_EQ(proposal(land_of(two), reader_of_a_letter()).stops(), "b_far");
  EXPECT_EQ(proposal(land_of(two), reader_of_a_letter("", "\"35051\"")).stops(), "a_elsewhere");
}

TEST(Zone, UnknownHomeIsAskedAbout) {
  const std::string one = place("office", "france_services", "near", "departments: [\"22\"]");
  for (const char* home : {"", "{latitude: 48.11, longitude: -1.68}"}) {
    const proposal made(land_of(one), reader_of_a_letter("", home));
    EXPECT_EQ(made.stops(), "office");
    EXPECT_NE(made.checks("office").find("ask where the person lives"), std::string::npos);
  }
  const proposal known(land_of(one), reader_of_a_letter());
  EXPECT_EQ(known.stops(), "");
  EXPECT_EQ(known.hindered_by(), hindrance::zone);
}

TEST(Zone, OverseasDepartmentsHaveThreeCharacters) {
  const std::string one = place("office", "france_services", "near", "departments: [\"974\"]");
  EXPECT_EQ(proposal(land_of(one), reader_of_a_letter("", "\"97411\"")).stops(), "office");
  EXPECT_EQ(proposal(land_of(one), reader_of_a_letter("", "\"97209\"")).stops(), "");
  const std::string corsica = place("office", "france_services", "near", "departments: [\"2A\"]");
  EXPECT_EQ(proposal(land_of(corsica), reader_of_a_letter("", "\"2A004\"")).stops(), "office");
}

TEST(Zone, TheOperatorOfAnotherDepartmentDoesNotDecide) {
  const std::string claim =
      "situation:\n  request: first_claim_of_right\n  request_right: rsa\n  digital_autonomy: autonomous\n"
      "  documents_ready: all\nhome: \"35238\"\n";
  const auto decides = [&](const std::string& zone) {
    const proposal made(land_of(near + place("a_caf", "caf", "near", "departments: [\"" + zone + "\"]")),
                        person_of(claim));
    for (const referral_stop& one : made.proposed.plans.at(0).stops)
      if (one.decides) return true;
    return false;
  };
  EXPECT_TRUE(decides("35"));
  EXPECT_FALSE(decides("22"));
}

TEST(Publics, ExclusiveKeepsOutTheOthersOnly) {
  const std::string one =
      place("office", "france_services", "near", "publics: [{public: seniors, kind: exclusive}]");
  EXPECT_EQ(proposal(land_of(one), reader_of_a_letter("  age: 71\n")).stops(), "office");
  const proposal young(land_of(one), reader_of_a_letter("  age: 30\n"));
  EXPECT_EQ(young.stops(), "");
  EXPECT_EQ(young.hindered_by(), hindrance::publics);
  const proposal unknown(land_of(one), reader_of_a_letter());
  EXPECT_EQ(unknown.stops(), "office");
  EXPECT_NE(unknown.checks("office").find("receives only"), std::string::npos);
  EXPECT_NE(unknown.checks("office").find("(the place)"), std::string::npos);
}

TEST(Publics, OneOfSeveralIsEnough) {
  const std::string one =
      place("office", "france_services", "near",
            "publics: [{public: jeunes, kind: exclusive}, {public: seniors, kind: exclusive}]");
  EXPECT_EQ(proposal(land_of(one), reader_of_a_letter("  age: 71\n")).stops(), "office");
  EXPECT_EQ(proposal(land_of(one), reader_of_a_letter("  age: 40\n")).stops(), "");
}

TEST(Publics, WhatNoFactTellsIsAsked) {
  const std::string one =
      place("office", "france_services", "near", "publics: [{public: femmes, kind: exclusive}]");
  const proposal made(land_of(one), reader_of_a_letter());
  EXPECT_EQ(made.stops(), "office");
  EXPECT_NE(made.checks("office").find("ask whether the person is one of them"), std::string::npos);
}

TEST(Publics, PreferentialTakesEveryoneAndItsPublicRather) {
  const std::string two =
      place("a_first", "france_services", "near") +
      place("b_first", "france_services", "near", "publics: [{public: seniors, kind: preferential}]");
  EXPECT_EQ(proposal(land_of(two), reader_of_a_letter("  age: 30\n")).stops(), "a_first");
  EXPECT_EQ(proposal(land_of(two), reader_of_a_letter("  age: 71\n")).stops(), "b_first");
}

TEST(Access, AStepKeepsOutWhoCannotTakeIt) {
  const std::string two = place("a_steps", "france_services", "near", "step_free: false") +
                          place("b_ramp", "france_services", "near", "step_free: true");
  EXPECT_EQ(proposal(land_of(two), reader_of_a_letter()).stops(), "a_steps");
  EXPECT_EQ(proposal(land_of(two), reader_of_a_letter("  access_needs: [step_free]\n")).stops(), "b_ramp");
  const std::string steps = place("a_steps", "france_services", "near", "step_free: false");
  EXPECT_EQ(proposal(land_of(steps), reader_of_a_letter("  access_needs: [step_free]\n")).hindered_by(),
            hindrance::access);
  const std::string visits =
      place("a_steps", "france_services", "near", "step_free: false, channels: [in_person, home_visit]");
  const proposal at_home(land_of(visits), reader_of_a_letter("  access_needs: [step_free]\n"));
  EXPECT_EQ(at_home.stops(), "a_steps");
  EXPECT_EQ(at_home.stop(0).through.travel, 0);
}

TEST(Access, UnknownIsAsked) {
  const proposal made(land_of(near), reader_of_a_letter("  access_needs: [step_free, hearing]\n"));
  EXPECT_EQ(made.stops(), "near_office");
  EXPECT_NE(made.checks("near_office").find("no step is not known"), std::string::npos);
  EXPECT_NE(made.checks("near_office").find("hear"), std::string::npos);
  EXPECT_EQ(proposal(land_of(near), reader_of_a_letter()).checks("near_office"), "");
}

TEST(Appointments, ThePlaceHasItsOwnDelay) {
  const std::string slow = place("office", "france_services", "near", "appointment_days: 21");
  const std::string calls = "  usual_helper: nobody\n  fear_of_error: true\n  reads_french: not_at_all\n";
  const proposal own(land_of(slow), reader_of_a_letter(calls));
  const proposal pack_delay(land_of(place("office", "france_services", "near")), reader_of_a_letter(calls));
  EXPECT_NE(own.mode(0), "tell");
  EXPECT_EQ(own.stop(0).day, 21);
  EXPECT_LT(pack_delay.stop(0).day, 21);
}

TEST(Appointments, AFullPlaceWaitsForItsDay) {
  const std::string full = place("office", "france_services", "near", "full_until: 2026-12-04");
  const proposal dated(land_of(full), reader_of_a_letter("", "\"35238\"", "2026-11-24"));
  EXPECT_EQ(dated.first_day("office"), 10);
  EXPECT_EQ(dated.checks("office"), "");
  const proposal undated(land_of(full), reader_of_a_letter());
  EXPECT_EQ(undated.first_day("office"), 0);
  EXPECT_NE(undated.checks("office").find("2026-12-04"), std::string::npos);
  const proposal later(land_of(full), reader_of_a_letter("", "\"35238\"", "2026-12-05"));
  EXPECT_EQ(later.first_day("office"), 0);
}

TEST(Bookings, TheHelperAsksForWhoCannot) {
  const std::string by_phone = place("office", "france_services", "near", "bookings: [phone]");
  const proposal owner(land_of(by_phone), reader_of_a_letter("  equipment: [smartphone]\n"));
  const proposal without(land_of(by_phone), reader_of_a_letter("  equipment: [computer]\n"));
  EXPECT_NE(owner.mode(0), "warm_call");
  EXPECT_EQ(without.mode(0), "warm_call");
  ASSERT_NE(without.stop(0).through.because, nullptr);
  EXPECT_EQ(without.stop(0).through.because->id, "h01_book_for_the_person");
  const std::string by_mail = place("office", "france_services", "near", "bookings: [email, online_self]");
  EXPECT_EQ(proposal(land_of(by_mail), reader_of_a_letter("  mailbox: none\n")).mode(0), "warm_call");
  const std::string either = place("office", "france_services", "near", "bookings: [phone, in_person]");
  EXPECT_NE(proposal(land_of(either), reader_of_a_letter("  equipment: []\n")).mode(0), "warm_call");
}

TEST(Requests, AProfessionalAsksWhereThePersonMayNot) {
  const std::string closed = place("office", "france_services", "near", "requested_by: professional");
  const proposal asked(land_of(closed), reader_of_a_letter());
  EXPECT_EQ(asked.mode(0), "warm_call");
  ASSERT_NE(asked.stop(0).through.because, nullptr);
  EXPECT_EQ(asked.stop(0).through.because->id, "h01_book_for_the_person");
  const std::string open = place("office", "france_services", "near", "requested_by: [person, professional]");
  EXPECT_NE(proposal(land_of(open), reader_of_a_letter()).mode(0), "warm_call");
}

TEST(NeutralDoor, OpensThePathWhenOneCan) {
  const std::string facts = "  rent_arrears_months: 2\n  housing: tenant\n";
  const std::string two = place("a_ccas", "ccas", "near") + near;
  EXPECT_EQ(proposal(land_of(two), reader_of_a_letter(facts)).stops(), "a_ccas");
  const std::string letter = "  distress: worried\n";
  EXPECT_EQ(proposal(land_of(two), reader_of_a_letter(letter + "  wants_neutral_door: true\n")).stops(),
            "near_office");
  const proposal only(land_of(place("a_ccas", "ccas", "near")),
                      reader_of_a_letter(facts + "  wants_neutral_door: true\n"));
  EXPECT_EQ(only.stops(), "a_ccas");
  EXPECT_TRUE(only.sets_aside("a02_neutral_door"));
}

}  // namespace
}  // namespace aiguillage::network_tests
