#include "network/world.h"

/// Plans with a date keep to the hours of the places. 2026-12-15 is a Tuesday, 2026-12-25 a Friday.
namespace aiguillage::network_tests {
namespace {

std::string office(const std::string& hours, const std::string& id = "office",
                   const std::string& site = "near") {
  return place(id, "france_services", site,
               "appointment_days: 0" + (hours.empty() ? "" : ", hours: \"" + hours + "\""));
}

std::string when(const proposal& in, std::size_t index = 0) {
  const referral_stop& stop = in.stop(index);
  return std::to_string(stop.day) + " at " + std::to_string(stop.minute / 60) + ":" +
         std::to_string(stop.minute % 60);
}

std::string first_visit(const std::string& hours, const std::string& date) {
  return when(proposal(land_of(office(hours)), reader_of_a_letter("", "\"35238\"", date)));
}

std::string usual_delay() {
  return std::to_string(proposal(land_of(office("")), reader_of_a_letter()).stop(0).day);
}

TEST(Hours, WithoutADateNothingDependsOnThem) {
  const proposal made(land_of(office("Su 10:00-11:00")), reader_of_a_letter());
  EXPECT_EQ(made.stop(0).minute, -1);
  EXPECT_EQ(made.stop(0).day, proposal(land_of(office("24/7")), reader_of_a_letter()).stop(0).day);
  EXPECT_FALSE(is_timed(made.land, made.person));
}

TEST(Hours, TheVisitWaitsForTheNextOpening) {
  ASSERT_EQ(usual_delay(), "0");
  EXPECT_EQ(first_visit("Tu 10:00-12:00", "2026-12-15"), "0 at 10:0");
  EXPECT_EQ(first_visit("Mo 10:00-12:00", "2026-12-15"), "6 at 10:0");
  EXPECT_EQ(first_visit("Tu-Fr 14:00-17:30", "2026-12-15"), "0 at 14:0");
  EXPECT_EQ(first_visit("24/7", "2026-12-15"), "0 at 8:0") << "the person sets out at eight";
}

TEST(Hours, AVisitFitsBeforeTheDoorCloses) {
  EXPECT_EQ(first_visit("Tu 08:00-08:05,11:00-12:00; We 09:00-12:00", "2026-12-15"), "0 at 8:0")
      << "an opening shorter than the visit is taken from its beginning";
  EXPECT_EQ(first_visit("Tu 07:50-08:05,11:00-12:00", "2026-12-15"), "0 at 11:0")
      << "not in the middle of one that is too short";
}

TEST(Hours, PublicHolidaysAreClosedUnlessThePlaceSaysOtherwise) {
  EXPECT_EQ(first_visit("Mo-Fr 09:00-12:00", "2026-12-25"), "3 at 9:0");
  EXPECT_EQ(first_visit("Mo-Fr 09:00-12:00; PH 10:00-11:00", "2026-12-25"), "0 at 10:0");
  EXPECT_EQ(first_visit("24/7", "2026-12-25"), "0 at 8:0");
  EXPECT_EQ(first_visit("Mo-Fr 00:00-24:00; Sa-Su 00:00-24:00", "2026-12-25"), "0 at 8:0");
}

// Saint Stephen's day, 26 December, is a holiday in Alsace and Moselle only; in 2025 it is a Friday.
TEST(Hours, HolidaysAreThoseOfTheCommune) {
  const auto visit = [](const std::string& commune) {
    territory land = land_of(office("Fr-Su 09:00-12:00"));
    land.sites.items[0].commune = commune;
    return when(proposal(std::move(land), reader_of_a_letter("", "", "2025-12-26")));
  };
  EXPECT_EQ(visit("35238"), "0 at 9:0");
  EXPECT_EQ(visit("67482"), "1 at 9:0");
}

TEST(Hours, HoursNotKnownAreAssumed) {
  EXPECT_EQ(first_visit("", "2026-12-15"), "0 at 9:0");
  EXPECT_EQ(first_visit("", "2026-12-19"), "2 at 9:0") << "a Saturday";
  const proposal made(land_of(office("")), reader_of_a_letter("", "\"35238\"", "2026-12-15"));
  EXPECT_FALSE(made.land.actors.items[0].opening.has_value());
}

TEST(Hours, APlaceByAppointmentIsBooked) {
  const auto mode = [](const std::string& hours) {
    const proposal made(land_of(place("office", "france_services", "near", "hours: '" + hours + "'")),
                        person_of("situation:\n  request: print_document\n  document_purpose: personal\n"
                                  "  digital_autonomy: autonomous\n  other_worries: false\n  "
                                  "done_alone_before: true\ndate: 2026-12-15\n"));
    return made.mode(0) + (made.stop(0).day > 0 ? ", later" : ", at once");
  };
  EXPECT_EQ(mode("Mo-Fr 09:00-12:00"), "tell, at once");
  EXPECT_EQ(mode("Mo-Fr 09:00-12:00 \"sur rendez-vous\""), "booked_appointment, later");
}

TEST(Hours, APlaceThatOpensSoonerIsPreferred) {
  const std::string two =
      office("Mo 09:00-12:00", "a_monday") + office("We 09:00-12:00", "b_wednesday", "middle");
  EXPECT_EQ(proposal(land_of(two), reader_of_a_letter()).stops(), "a_monday");
  EXPECT_EQ(proposal(land_of(two), reader_of_a_letter("", "\"35238\"", "2026-12-15")).stops(), "b_wednesday");
}

TEST(Hours, StepsAfterTheDeadlineAreSaid) {
  const std::string hours = "Mo 09:00-12:00";
  const auto late = [&](const std::string& days) {
    const proposal made(land_of(office(hours)), reader_of_a_letter("  days_until_deadline: " + days + "\n",
                                                                   "\"35238\"", "2026-12-15"));
    return made.proposed.plans.at(0).after_deadline;
  };
  EXPECT_EQ(late("5"), std::vector<int>{0});
  EXPECT_EQ(late("6"), std::vector<int>{});
}

TEST(Hours, AnAppointmentThatStandsIsAtItsTime) {
  situation person = reader_of_a_letter("", "\"35238\"", "2026-12-15");
  const need_type_id letter = find_named(france().needs, "document_understanding");
  person.so_far.kept.push_back(
      {actor_id(std::size_t{0}), {{letter, right_id{}}}, 2, 14 * 60 + 30, actor_id{}});
  EXPECT_EQ(when(proposal(land_of(office("Mo-Fr 09:00-12:00,13:30-17:00")), person)), "2 at 14:30");
  EXPECT_EQ(when(proposal(land_of(office("Mo-Fr 09:00-12:00")), person)), "2 at 14:30")
      << "agreed on outside the usual hours";
}

TEST(Hours, AnAppointmentFarAwayOrOnAClosedDayStands) {
  situation person = reader_of_a_letter("", "\"35238\"", "2026-12-15");
  const need_type_id letter = find_named(france().needs, "document_understanding");
  for (const int day : {5, 91, 92, 150, 729, 2000}) {  // day 5 is a Sunday
    person.so_far.kept = {{actor_id(std::size_t{0}), {{letter, right_id{}}}, day, -1, actor_id{}}};
    EXPECT_EQ(proposal(land_of(office("Mo-Fr 09:00-12:00")), person).stop(0).day, day);
  }
}

TEST(Hours, APlaceThatIsFullForLongIsWaitedFor) {
  const std::string full =
      place("office", "france_services", "near", "full_until: 2027-05-03, hours: \"Mo 09:00-12:00\"");
  const proposal made(land_of(full), reader_of_a_letter("", "\"35238\"", "2026-12-15"));
  EXPECT_EQ(when(made), "139 at 9:0") << "Monday 3 May 2027";
}

TEST(Hours, APlaceThatNeverOpensSaysSo) {
  const proposal made(land_of(office("off")), reader_of_a_letter("", "\"35238\"", "2026-12-15"));
  EXPECT_EQ(made.stops(), "");
  EXPECT_EQ(made.hindered_by(), hindrance::hours);
  EXPECT_EQ(proposal(land_of(office("off")), reader_of_a_letter()).stops(), "office") << "without a date";
}

TEST(Hours, TheNeutralTerritoryIsAlwaysOpen) {
  const proposal made(neutral_territory(france()), reader_of_a_letter("", "\"35238\"", "2026-12-25"));
  EXPECT_FALSE(is_timed(made.land, made.person));
  EXPECT_EQ(made.stop(0).minute, -1);
}

}  // namespace
}  // namespace aiguillage::network_tests
