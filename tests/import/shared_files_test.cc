#include <array>

#include "aiguillage/report/territory.h"
#include "import/support.h"
#include "territory/shared_data.h"

/// The open data beside the project: every file is read, and every row is somewhere.
namespace aiguillage::import_tests {
namespace {

struct known_file {
  const char* mapping;  // under the root of the sources
  const char* file;     // under the folder of data
  std::size_t rows;
  const char* vintage = "";  // when neither the rows nor the name say it
};

constexpr std::array files{
    known_file{"rules/imports/france-services.yaml", "france_services/liste-fs-20240801.csv", 2845},
    known_file{"rules/imports/acces-droits.yaml", "actors/annuaire_acces_droits_2019.csv", 16892},
    known_file{"examples/imports/bibliotheques.yaml", "actors/bibliotheques_compact.csv", 15882,
               "2022-01-01"},
    known_file{"examples/imports/lieux-mediation.yaml", "mediation_numerique/lieux_dedup.csv", 14835,
               "2024-01-01"},
    known_file{"examples/imports/acteurs-france.yaml", "actors/acteurs_france.csv", 82584}};

std::optional<imported> read(const known_file& of) {
  const auto data = territory_tests::shared_data();
  if (!data) return std::nullopt;
  import_options options = imported::dated();
  options.vintage = of.vintage;
  return imported(
      {{std::string(AIGUILLAGE_SOURCE_DIR) + "/" + of.mapping, (*data / of.file).string(), std::nullopt}},
      options);
}

class SharedFile : public testing::TestWithParam<known_file> {};

TEST_P(SharedFile, EveryRowIsSomewhere) {
  const auto made = read(GetParam());
  if (!made) GTEST_SKIP() << "no open data: give AIGUILLAGE_SHARED";
  ASSERT_TRUE(made->result) << load_tests::all_of(made->found);
  expect_sums(*made->result);
  EXPECT_EQ(made->result->report.files[0].records, GetParam().rows);
  for (const actor& one : made->result->land.actors) {
    ASSERT_FALSE(one.name.empty());
    ASSERT_TRUE(one.type.known());
  }
}

INSTANTIATE_TEST_SUITE_P(Import, SharedFile, testing::ValuesIn(files));

TEST(SharedOffices, AllHavePointsAndTheOdditiesAreTold) {
  const auto made = read(files[0]);
  if (!made) GTEST_SKIP() << "no open data: give AIGUILLAGE_SHARED";
  ASSERT_TRUE(made->result) << load_tests::all_of(made->found);
  EXPECT_EQ(made->result->land.actors.size(), 2845U);
  std::size_t points = 0;
  std::size_t hours = 0;
  for (const actor& one : made->result->land.actors) {
    if (made->result->land.sites[one.at].where) ++points;
    if (one.opening) ++hours;
    EXPECT_EQ(one.hours.empty(), !one.opening) << one.id << ": " << one.hours;
    EXPECT_EQ(one.vintage, "2024-08-01");
  }
  EXPECT_EQ(points, 2845U);
  EXPECT_EQ(hours, 2797U) << "48 offices say no hours at all";
  EXPECT_EQ(made->count("unread-cell"), 0U);
  EXPECT_GT(made->count("odd-hours"), 100U);
}

}  // namespace
}  // namespace aiguillage::import_tests
