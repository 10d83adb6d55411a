#include <algorithm>

#include "network/world.h"

/// How the person goes to a place, and who comes to them.
namespace aiguillage::network_tests {
namespace {

const std::string near = place("near_office", "france_services", "near");
const std::string middle = place("middle_office", "france_services", "middle");
const std::string remote = place("remote_office", "france_services", "remote");

int minutes_to_only(const std::string& where, const std::string& facts) {
  return proposal(land_of(where), reader_of_a_letter(facts)).stop(0).through.travel;
}

// 7.6 km as the crow flies, 9.9 km of path with the detour of 1.3.
TEST(Travel, TakesTheLeastOfTheMeansOfThePerson) {
  const int unknown = minutes_to_only(middle, "");
  const int transit = minutes_to_only(middle, "  travel_means: [public_transport]\n");
  const int car = minutes_to_only(middle, "  travel_means: [car]\n");
  const int foot = minutes_to_only(middle, "  travel_means: [on_foot]\n");
  EXPECT_EQ(unknown, transit);
  EXPECT_LT(car, transit);
  EXPECT_GT(foot, 2 * transit);
  EXPECT_EQ(minutes_to_only(middle, "  travel_means: [on_foot, public_transport, car]\n"), car);
}

TEST(Travel, OutOfReachGivesWayOnlyWhenNobodyElseCan) {
  const std::string on_foot = "  travel_means: [on_foot]\n";
  EXPECT_EQ(proposal(land_of(middle + near), reader_of_a_letter(on_foot)).stops(), "near_office");
  const proposal alone(land_of(middle), reader_of_a_letter(on_foot));
  EXPECT_EQ(alone.stops(), "middle_office");
  EXPECT_TRUE(alone.sets_aside("t01_within_reach"));
  const proposal can(land_of(middle), reader_of_a_letter("  travel_means: [public_transport]\n"));
  EXPECT_FALSE(can.sets_aside("t01_within_reach"));
}

TEST(Travel, WithDifficultyOnlyTheNearest) {
  const std::string limited = "  can_travel: limited\n";
  EXPECT_EQ(proposal(land_of(near + remote), reader_of_a_letter(limited)).stops(), "near_office");
  EXPECT_TRUE(proposal(land_of(middle), reader_of_a_letter(limited)).sets_aside("t01_within_reach"));
  EXPECT_FALSE(
      proposal(land_of(middle, "{limited_minutes: 60, source: assumed}"), reader_of_a_letter(limited))
          .sets_aside("t01_within_reach"));
}

TEST(Travel, WhoCannotTravelIsVisitedOrCalled) {
  const std::string stays = "  can_travel: no_travel\n";
  for (const char* how : {"[home_visit]", "[phone]", "[in_person, itinerant], communes: [\"35238\"]"}) {
    const std::string comes = place("z_comes", "france_services", "remote", std::string("channels: ") + how);
    const proposal made(land_of(near + comes), reader_of_a_letter(stays));
    EXPECT_EQ(made.stops(), "z_comes") << how;
    EXPECT_EQ(made.stop(0).through.travel, 0) << how;
    EXPECT_FALSE(made.sets_aside("t01_within_reach"));
  }
  EXPECT_TRUE(proposal(land_of(near), reader_of_a_letter(stays)).sets_aside("t01_within_reach"));
  EXPECT_TRUE(
      proposal(land_of(near), reader_of_a_letter("  travel_means: []\n")).sets_aside("t01_within_reach"));
}

TEST(Travel, ThePlaceWhereThePersonIsNeedsNone) {
  const proposal made(land_of(near + remote), reader_of_a_letter("  can_travel: no_travel\n"
                                                                 "  asked_at: france_services\n"));
  EXPECT_EQ(made.stops(), "near_office");
  EXPECT_FALSE(made.sets_aside("t01_within_reach"));
}

TEST(Travel, AMobileServiceComesOnlyWhereItServes) {
  const std::string bus =
      place("bus", "france_services", "remote", "channels: [itinerant], communes: [\"35051\"]");
  EXPECT_EQ(proposal(land_of(bus), reader_of_a_letter("  can_travel: no_travel\n")).hindered_by(),
            hindrance::zone);
  const std::string silent = place("bus", "france_services", "remote", "channels: [itinerant]");
  const proposal unsaid(land_of(silent), reader_of_a_letter("  can_travel: no_travel\n"));
  EXPECT_NE(unsaid.checks("bus").find("does not say where it goes"), std::string::npos);
  EXPECT_EQ(proposal(land_of(bus), reader_of_a_letter("  can_travel: no_travel\n", "\"35051\"")).stops(),
            "bus");
}

TEST(Travel, NobodyIsCalledWithoutATelephone) {
  const std::string line = place("line", "france_services", "remote", "channels: [phone]");
  const std::string facts = "  can_travel: no_travel\n  equipment: [computer]\n";
  const proposal made(land_of(line + near), reader_of_a_letter(facts));
  EXPECT_TRUE(made.sets_aside("t01_within_reach"));
  EXPECT_NE(made.checks("line").find("no telephone"), std::string::npos);
}

TEST(Matrix, IsTakenBeforeTheCrow) {
  const std::string table = "from,to,minutes\n35238,middle,17\nnear,remote,41\n";
  const std::string two = middle + remote;
  const territory land =
      land_of(two, "", {{"public_transport.csv", table}, {"on_foot.csv", "from,to,minutes\n"}});
  const std::string means = "  travel_means: [public_transport]\n";
  EXPECT_EQ(proposal(land, reader_of_a_letter(means)).stop(0).through.travel, 17);
  territory far = land;
  far.actors.items.erase(far.actors.items.begin());
  EXPECT_EQ(proposal(far, reader_of_a_letter(means)).stop(0).through.travel, 41);
  EXPECT_EQ(proposal(far, reader_of_a_letter("", "\"35238\"")).stop(0).through.travel, 41);
  EXPECT_NE(proposal(far, reader_of_a_letter(means, "\"35051\"")).stop(0).through.travel, 41);
}

// Nothing of the small world lies in 35001; its centre is next to the place `near`.
TEST(Travel, FromACommuneWithoutAPlaceHereIsNotKnown) {
  const std::string elsewhere = "\"35001\"";
  const proposal made(land_of(remote), reader_of_a_letter("  can_travel: limited\n", elsewhere));
  EXPECT_EQ(made.stop(0).through.travel, made.land.neutral_minutes);
  EXPECT_FALSE(made.sets_aside("t01_within_reach"));
  EXPECT_NE(made.checks("remote_office").find("travel time not known from this commune"), std::string::npos);
  const proposal walks(land_of(remote), reader_of_a_letter("  travel_means: [on_foot]\n", elsewhere));
  EXPECT_FALSE(walks.sets_aside("t01_within_reach"));
  for (const char* home : {"", "\"35238\"", "{latitude: 48.11, longitude: -1.68}"})
    EXPECT_EQ(
        proposal(land_of(remote), reader_of_a_letter("", home)).checks("remote_office").find("travel time"),
        std::string::npos)
        << home;
  const std::string line = place("line", "france_services", "remote", "channels: [phone]");
  EXPECT_EQ(proposal(land_of(line), reader_of_a_letter("", elsewhere)).checks("line"), "");
}

TEST(Travel, FromACommuneThatTheTerritoryKnowsItIsFromItsPoint) {
  territory land = land_of(remote + middle);
  add_commune(land.communes, "35001", "243500139", "53", point{48.46, -1.68});
  land.communes.codes.push_back(
      {0x3333353032, find_commune(land.communes, "35001")});  // 33502, its former code
  std::sort(land.communes.codes.begin(), land.communes.codes.end(),
            [](const commune_code& a, const commune_code& b) { return a.key < b.key; });
  for (const char* home : {"\"35001\"", "\"33502\""}) {
    const proposal made(land, reader_of_a_letter("  travel_means: [on_foot]\n", home));
    EXPECT_EQ(made.stops(), "remote_office") << home;
    EXPECT_EQ(made.stop(0).through.travel, 19) << home;  // 1.1 km
    EXPECT_EQ(made.checks("remote_office"), "") << home;
  }
}

TEST(Travel, BeyondAllMeansAPlaceIsOutOfReach) {
  const std::string far = "{car_most_minutes: 60, source: assumed}";
  EXPECT_EQ(proposal(land_of(remote + middle, far), reader_of_a_letter()).stops(), "middle_office");
  EXPECT_FALSE(proposal(land_of(middle, far), reader_of_a_letter()).sets_aside("t01_within_reach"));
  EXPECT_TRUE(proposal(land_of(remote, far), reader_of_a_letter()).sets_aside("t01_within_reach"));
}

TEST(Matrix, TellsTheWayFromACommuneWithoutAPlaceHere) {
  const std::string means = "  travel_means: [public_transport]\n";
  const territory land =
      land_of(middle + remote, "", {{"public_transport.csv", "from,to,minutes\n35001,remote,95\n"}});
  const proposal made(land, reader_of_a_letter(means, "\"35001\""));
  EXPECT_EQ(made.checks("remote_office").find("travel time"), std::string::npos);
  EXPECT_NE(made.checks("middle_office").find("travel time"), std::string::npos);
  EXPECT_EQ(made.stops(), "middle_office");
  territory far = land;
  far.actors.items.erase(far.actors.items.begin());
  const proposal measured(far, reader_of_a_letter(means, "\"35001\""));
  EXPECT_EQ(measured.stop(0).through.travel, 95);
  EXPECT_TRUE(measured.sets_aside("t01_within_reach"));
}

TEST(Matrix, AWalkMeasuredShortIsWalked) {
  const territory land = land_of(middle, "", {{"on_foot.csv", "from,to,minutes\n35238,middle,9.7\n"}});
  EXPECT_EQ(proposal(land, reader_of_a_letter()).stop(0).through.travel, 10);
}

}  // namespace
}  // namespace aiguillage::network_tests
