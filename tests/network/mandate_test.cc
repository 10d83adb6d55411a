#include "network/world.h"

/// Who signs a mandate, and for what it is.
namespace aiguillage::network_tests {
namespace {

situation with_a_suspended_right(const std::string& facts) {
  return person_of(
      "situation:\n  request: right_suspended\n  request_right: rsa\n  digital_autonomy: autonomous\n"
      "  letter_understood: true\n  documents_ready: all\n  other_worries: false\n" +
      facts + "home: \"35238\"\n");
}

bool brings(const proposal& in, std::size_t stop, const std::string& state) {
  const state_id which = find_named(france().states, state);
  for (const state_id one : in.stop(stop).produces)
    if (one == which) return true;
  return false;
}

std::string office(const std::string& id, const std::string& more) {
  return place(id, "france_services", "near", more);
}

TEST(Mandate, IsSignedWhereItCanBe) {
  const proposal made(land_of(office("office", "mandates: [aplus, cnil_paper]")), with_a_suspended_right(""));
  EXPECT_EQ(made.stops(), "office");
  EXPECT_TRUE(brings(made, 0, "mandate"));
}

TEST(Mandate, APlaceThatSignsNoneComesAfterOneThatDoes) {
  const std::string two = office("asks", "mandates: false") + office("signs", "without: [file_unblocking]");
  const proposal made(land_of(two), with_a_suspended_right(""));
  EXPECT_EQ(made.stops(), "signs asks");
  EXPECT_TRUE(brings(made, 0, "mandate"));
}

TEST(Mandate, AMandateToActIsNotOneToAsk) {
  const std::string two = office("asks", "mandates: [aidants_connect]") +
                          office("signs", "mandates: [aplus], without: [file_unblocking]");
  EXPECT_EQ(proposal(land_of(two), with_a_suspended_right("")).stops(), "signs asks");
}

TEST(Mandate, WhenNobodySignsTheRuleSaysHow) {
  const proposal made(land_of(office("asks", "mandates: false")), with_a_suspended_right(""));
  ASSERT_FALSE(made.proposed.unmet.empty());
  const std::vector<obstacle>& why = made.proposed.unmet.front().why;
  ASSERT_FALSE(why.empty());
  ASSERT_NE(why.front().by, nullptr);
  EXPECT_EQ(why.front().by->id, "mandate");
}

TEST(Mandate, OfAidantsConnectIsForItsFamilies) {
  const territory land = land_of(office("office", ""));
  const std::string consent = "  consent: aidants_connect_mandate\n";
  EXPECT_FALSE(brings(proposal(land, with_a_suspended_right(consent)), 0, "mandate"));
  EXPECT_FALSE(
      brings(proposal(land, with_a_suspended_right(consent + "  mandate_families: [social_health]\n")), 0,
             "mandate"));
  EXPECT_TRUE(brings(proposal(land, with_a_suspended_right(consent + "  mandate_families: [housing]\n")), 0,
                     "mandate"));
  const proposal by_hand(
      land, with_a_suspended_right("  consent: cnil_paper_mandate\n  mandate_families: [housing]\n"));
  EXPECT_FALSE(brings(by_hand, 0, "mandate"));
}

TEST(Mandate, OutsideItsFamiliesAPlaceThatSignsComesFirst) {
  const std::string two = office("asks", "mandates: false") + office("signs", "without: [file_unblocking]");
  const std::string consent = "  consent: aidants_connect_mandate\n  mandate_families: ";
  EXPECT_EQ(proposal(land_of(two), with_a_suspended_right(consent + "[housing]\n")).stops(), "signs asks");
  EXPECT_EQ(proposal(land_of(two), with_a_suspended_right(consent + "[social_health]\n")).stops(), "asks");
}

TEST(Mandate, ToActTakesAPlaceThatSignsOne) {
  const situation done_for = person_of(
      "situation:\n  request: write_letter\n  wants: for_me\n  digital_autonomy: fully_assisted\n"
      "  other_worries: false\nhome: \"35238\"\n");
  const auto help = [&](const std::string& mandates) {
    const proposal made(land_of(office("office", "mandates: " + mandates)), done_for);
    for (const served_need& one : made.stop(0).serves)
      if (france().needs[one.which->type].id == "letter_writing") return france().levels[one.help].id;
    return std::string();
  };
  EXPECT_EQ(help("true"), "do_for_mandated");
  EXPECT_EQ(help("[aidants_connect]"), "do_for_mandated");
  EXPECT_EQ(help("[aplus]"), "do_with");
  EXPECT_EQ(help("false"), "do_with");
}

}  // namespace
}  // namespace aiguillage::network_tests
