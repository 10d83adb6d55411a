#include <filesystem>
#include <fstream>

#include "aiguillage/load.h"
#include "aiguillage/population.h"
#include "load/support.h"

namespace aiguillage {
namespace {

using load_tests::all_of;
using load_tests::tiny;

constexpr const char* people = R"(population: land
title: {fr: "Un pays", en: "A land"}
traits:
  - {id: years, values: [young, grown, old], sources: [assumed]}
  - {id: poor, values: ["no", "yes"], sources: [assumed]}
areas_from:
  file: communes.csv
  only: {type: [COM, PLM]}
  area: code
  commune: code
  title: nom
  people: {column: population, times: 0.5}
  margins:
    years: {young: {column: pct_young, missing: 20}, old: {column: pct_old, times: 0.5}, grown: {rest: 1}}
    poor: {"yes": {column: pct_poor, missing: 10}, "no": {rest: 1}}
  sources: [assumed]
draws:
  - {fact: request, one_of: [{shares: {print_document: 1}}], sources: [assumed]}
)";

constexpr const char* heading = "type,code,nom,population,pct_young,pct_old,pct_poor\n";

/// A folder with the two files, for the time of a test.
class AreasTable : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("aiguillage-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::optional<population> read(const std::string& lines, const std::string& of = people) {
    std::ofstream(folder_ / "communes.csv") << heading << lines;
    std::ofstream(folder_ / "population.yaml") << of;
    said.clear();
    return load_population((folder_ / "population.yaml").string(), tiny(), said);
  }

  diagnostics said;

 private:
  std::filesystem::path folder_;
};

std::int64_t people_of(const population& all, std::size_t area, std::size_t first, std::size_t value) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < all.areas[area].table.size(); ++i)
    if (combination_value(all, i, trait_id(first)) == value) sum += all.areas[area].table[i];
  return static_cast<std::int64_t>((sum + (std::uint64_t{1} << 31U)) >> 32U);
}

TEST_F(AreasTable, EachLineIsAnAreaWithItsMargins) {
  const auto all =
      read("COM,35001,Acigné,2000,30,40,12.5\nARM,75101,Paris 1,9000,1,1,1\nPLM,75056,Paris,4000,,20,\n");
  ASSERT_TRUE(all) << all_of(said);
  ASSERT_EQ(all->areas.size(), 2U);
  EXPECT_EQ(all->areas[0].id, "35001");
  EXPECT_EQ(all->areas[0].title.fr, "Acigné");
  EXPECT_EQ(all->areas[0].people, 1000);
  EXPECT_EQ(all->areas[0].margins[0], (std::vector<std::int64_t>{30000, 50000, 20000}));
  EXPECT_EQ(all->areas[0].margins[1], (std::vector<std::int64_t>{87500, 12500}));
  EXPECT_EQ(all->areas[1].commune, "75056");
  EXPECT_EQ(all->areas[1].margins[0], (std::vector<std::int64_t>{20000, 70000, 10000}));
  EXPECT_EQ(people_of(*all, 0, 0, 2), 200);
  EXPECT_EQ(people_of(*all, 1, 1, 1), 200);
  EXPECT_EQ(draw_person(*all, tiny(), frame_of(*all, 1), {1, 0, 0}).facts.home_commune, "75056");
}

TEST_F(AreasTable, NothingIsLeftWhenTheColumnsMakeMoreThanHundred) {
  const auto all = read("COM,35001,Acigné,2000,90,40,0\n");
  ASSERT_TRUE(all) << all_of(said);
  EXPECT_EQ(all->areas[0].margins[0], (std::vector<std::int64_t>{90000, 0, 20000}));
  EXPECT_EQ(people_of(*all, 0, 0, 0), 818);
}

TEST_F(AreasTable, WhatCannotBeReadIsSaidAtItsLine) {
  EXPECT_FALSE(read("COM,35001,Acigné,2000,30,,0\n"));
  EXPECT_NE(all_of(said).find("communes.csv:2"), std::string::npos) << all_of(said);
  EXPECT_FALSE(read("COM,35001,Acigné,many,30,40,0\n"));
  EXPECT_FALSE(read("COM,35001,Acigné,-5,30,40,0\n"));
  EXPECT_FALSE(read("COM,35001,Acigné,nan,30,40,0\n"));
  EXPECT_FALSE(read("COM,35001,Acigné,1e300,30,40,0\n"));
  EXPECT_FALSE(read("COM,Rennes,Acigné,2000,30,40,0\n"));
  EXPECT_FALSE(read("COM,35001,Acigné,2000,30,40,0\nCOM,35001,Acigné,2000,30,40,0\n"));
  EXPECT_NE(all_of(said).find("communes.csv:3"), std::string::npos) << all_of(said);
  EXPECT_FALSE(read("ARM,75101,Paris 1,9000,1,1,1\n"));
}

TEST_F(AreasTable, TheFileSaysWhereEachNumberComesFrom) {
  const auto changed = [](std::string what, const std::string& from, const std::string& to) {
    return what.replace(what.find(from), from.size(), to);
  };
  const std::string line = "COM,35001,Acigné,2000,30,40,0\n";
  EXPECT_FALSE(read(line, changed(people, "communes.csv", "elsewhere.csv")));
  EXPECT_FALSE(read(line, changed(people, "column: pct_old", "column: pct_ancient")));
  EXPECT_FALSE(read(line, changed(people, "{column: population, times: 0.5}", "{rest: 1}")));
  EXPECT_FALSE(read(line, changed(people, "grown: {rest: 1}", "grown: {rest: 1, column: pct_old}")));
  EXPECT_FALSE(read(line, changed(people, "grown: {rest: 1}", "adult: {rest: 1}")));
  EXPECT_FALSE(read(line, changed(people, "    poor: {\"yes\"", "    rich: {\"yes\"")));
  EXPECT_FALSE(read(line, changed(people, "draws:", "areas: []\ndraws:")));
  EXPECT_TRUE(read(line)) << all_of(said);
}

TEST_F(AreasTable, IsNotReadFromMemory) {
  EXPECT_FALSE(parse_population(people, "land.yaml", tiny(), said));
  EXPECT_NE(all_of(said).find("memory"), std::string::npos) << all_of(said);
}

TEST_F(AreasTable, ANumberTimesAnotherStaysWithinBounds) {
  std::string many = people;
  many.replace(many.find("times: 0.5"), 10, "times: 1000000000");
  EXPECT_FALSE(read("COM,35001,Acigné,1000000000,30,40,12.5\n", many));
  EXPECT_NE(all_of(said).find("out-of-range"), std::string::npos) << all_of(said);
}

}  // namespace
}  // namespace aiguillage
