#include "import/merge.h"

#include <algorithm>
#include <cmath>

#include "import/support.h"

namespace aiguillage::import_tests {
namespace {

const std::string places =
    "id,nom,pivot,source,code_insee,latitude,longitude,typologie,telephone,services,date_maj\n";

imported merged(const std::string& rows, const import_options& options = imported::dated()) {
  return imported({csv("lamednum", places + rows)}, options);
}

std::size_t actors(const std::string& rows) {
  const imported made = merged(rows);
  if (!made.result) return 0;
  expect_sums(*made.result);
  return made.result->land.actors.size();
}

TEST(Likeness, CountsTheWordsThatNamesShare) {
  EXPECT_EQ(import::likeness("Médiathèque de la Gare", "MEDIATHEQUE GARE"), 100);
  EXPECT_EQ(import::likeness("Médiathèque Jules Verne", "Médiathèque Jean Moulin"), 33);
  EXPECT_EQ(import::likeness("Maison des associations", "Maison de l'association"), 100);
  EXPECT_EQ(import::likeness("", "Gare"), 0);
  EXPECT_EQ(import::likeness("de la", "Gare"), 0);
}

TEST(Merge, OnePlaceOfTwoProducersIsOneActor) {
  const imported made = merged(
      "1,Médiathèque de la Gare,,hub,35238,48.1000,-1.6000,BIB,+33299000000,a,2022-01-01\n"
      "2,MEDIATHEQUE GARE,,dora,35238,48.1003,-1.6000,BIB,+33299111111,b,2024-01-01\n");
  ASSERT_TRUE(made.result);
  expect_sums(*made.result);
  ASSERT_EQ(made.result->land.actors.size(), 1U);
  const actor& one = made.first();
  EXPECT_EQ(one.name, "MEDIATHEQUE GARE") << "the more recent record comes first";
  EXPECT_EQ(one.phone, "+33299111111");
  EXPECT_EQ(one.services.size(), 2U);
  EXPECT_EQ(one.producer, "dora");
  ASSERT_EQ(one.sources.size(), 2U);
  EXPECT_EQ(one.sources[1].producer, "hub");
  const auto& keys = one.sources[1].keys;
  EXPECT_NE(std::find(keys.begin(), keys.end(), "services"), keys.end());
  EXPECT_EQ(std::find(keys.begin(), keys.end(), "phone"), keys.end());
  const auto kept =
      std::find_if(one.remarks.begin(), one.remarks.end(), [](const remark& r) { return r.name == "phone"; });
  ASSERT_NE(kept, one.remarks.end());
  EXPECT_EQ(kept->value, "+33299000000");
  ASSERT_EQ(made.result->report.merged.size(), 1U);
  const merged_pair& pair = made.result->report.merged[0];
  EXPECT_EQ(pair.kept + " " + pair.with + " " + pair.why, "dora/2 hub/1 same-name");
  EXPECT_EQ(pair.metres, 33);
}

TEST(Merge, TrueNeighboursStayTwo) {
  EXPECT_EQ(actors("1,Médiathèque de la Gare,,hub,35238,48.1,-1.6,BIB,,a,2022-01-01\n"
                   "2,CCAS de la Gare,,dora,35238,48.1,-1.6,CCAS,,b,2024-01-01\n"),
            2U)
      << "two types";
  EXPECT_EQ(actors("1,Médiathèque Jules Verne,,hub,35238,48.1,-1.6,BIB,,a,2022-01-01\n"
                   "2,Médiathèque Jean Moulin,,dora,35238,48.1,-1.6,BIB,,b,2024-01-01\n"),
            2U)
      << "two names";
  EXPECT_EQ(actors("1,Médiathèque de la Gare,,hub,35238,48.100,-1.6,BIB,,a,2022-01-01\n"
                   "2,Médiathèque de la Gare,,dora,35238,48.102,-1.6,BIB,,b,2024-01-01\n"),
            2U)
      << "222 m";
  EXPECT_EQ(actors("1,Médiathèque de la Gare,,hub,35238,48.1,-1.6,BIB,,a,2022-01-01\n"
                   "2,Médiathèque de la Gare,,hub,35238,48.1,-1.6,BIB,,b,2024-01-01\n"),
            2U)
      << "one producer";
  EXPECT_EQ(actors("1,Médiathèque de la Gare,,hub,35238,,,BIB,,a,2022-01-01\n"
                   "2,Médiathèque de la Gare,,dora,35238,,,BIB,,b,2024-01-01\n"),
            2U)
      << "no points";
}

TEST(Merge, OneSiretIsOnePlaceOnlyNearby) {
  const std::string siret = "21350238800019";
  EXPECT_EQ(actors("1,Annexe," + siret +
                   ",hub,35238,48.1000,-1.6,BIB,,a,2022-01-01\n"
                   "2,Centre," +
                   siret + ",dora,35238,48.1010,-1.6,BIB,,b,2024-01-01\n"),
            1U);
  EXPECT_EQ(actors("1,Annexe," + siret +
                   ",hub,35238,48.1,-1.6,BIB,,a,2022-01-01\n"
                   "2,Centre," +
                   siret + ",dora,35238,48.2,-1.6,BIB,,b,2024-01-01\n"),
            2U)
      << "a town's, for all its places";
  EXPECT_EQ(actors("1,Annexe," + siret + ",hub,35238,,,BIB,,a,2022-01-01\n" + "2,Centre," + siret +
                   ",dora,35238,48.2,-1.6,BIB,,b,2024-01-01\n"),
            2U)
      << "no distance, two names";
  EXPECT_EQ(actors("1,Le Centre," + siret + ",hub,35238,,,BIB,,a,2022-01-01\n" + "2,Centre," + siret +
                   ",dora,35238,48.2,-1.6,BIB,,b,2024-01-01\n"),
            1U);
  EXPECT_EQ(actors("1,Le Centre," + siret + ",hub,29019,,,BIB,,a,2022-01-01\n" + "2,Centre," + siret +
                   ",dora,35238,48.2,-1.6,BIB,,b,2024-01-01\n"),
            2U)
      << "two towns";
}

TEST(Merge, ThreeProducersAreOnePlaceAndOneProducerIsTwo) {
  const std::string rest = ",35238,48.1,-1.6,BIB,,a,2022-01-01\n";
  EXPECT_EQ(actors("1,La Gare,,hub" + rest + "2,La Gare,,dora" + rest + "3,La Gare,,siao" + rest), 1U);
  EXPECT_EQ(actors("1,La Gare,,hub" + rest + "2,La Gare,,dora" + rest + "3,La Gare,,hub" + rest), 2U);
}

TEST(Merge, CanBeForbidden) {
  const std::string rows =
      "1,La Gare,,hub,35238,48.1,-1.6,BIB,,a,2022-01-01\n2,La Gare,,dora,35238,48.1,-1.6,BIB,,b,2024-01-01\n";
  EXPECT_EQ(merged(rows).result->land.actors.size(), 1U);
  import_options apart = imported::dated();
  apart.apart = {{"hub/1", "dora/2"}};
  EXPECT_EQ(merged(rows, apart).result->land.actors.size(), 2U);
  import_options never = imported::dated();
  never.merge = false;
  EXPECT_EQ(merged(rows, never).result->land.actors.size(), 2U);
}

TEST(Merge, FindsNeighboursOnWhicheverSideTheyAre) {
  std::string rows;
  constexpr int pairs = 400;
  constexpr double pi = 3.14159265358979;
  for (int i = 0; i < pairs; ++i) {
    const double latitude = 43 + i % 20 * 0.1237;
    const double longitude = -4 + i / 20 * 0.1731;
    const std::string rest = ",BIB,,a,2022-01-01\n";
    const auto row = [&](const std::string& id, const std::string& producer, double up, double right) {
      rows += id + ",La Gare,," + producer + ",35238," + std::to_string(latitude + up) + "," +
              std::to_string(longitude + right) + rest;
    };
    const double turn = i * 2 * pi / 16;
    row("a" + std::to_string(i), i % 2 == 0 ? "hub" : "dora", 0, 0);
    row("b" + std::to_string(i), i % 2 == 0 ? "dora" : "hub", 0.0012 * std::sin(turn),
        0.0012 * std::cos(turn));
  }
  EXPECT_EQ(actors(rows), std::size_t{pairs}) << "133 m at most between two of a pair";
}

TEST(Merge, OfACrowdOnlyTheFirstAreCompared) {
  const auto with_one_more = [](int same_as) {
    std::string rows;
    for (int i = 0; i < 250; ++i)
      rows += std::to_string(i) + ",Salle " + std::to_string(i + 100) +
              ",,hub,35238,48.1,-1.6,BIB,,a,2022-01-01\n";
    return rows + "x,Salle " + std::to_string(same_as + 100) + ",,dora,35238,48.1,-1.6,BIB,,b,2022-01-01\n";
  };
  EXPECT_EQ(actors(with_one_more(0)), 250U);
  EXPECT_EQ(actors(with_one_more(199)), 250U);
  EXPECT_EQ(actors(with_one_more(200)), 251U);
}

}  // namespace
}  // namespace aiguillage::import_tests
