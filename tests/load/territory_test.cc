#include "load/support.h"

namespace aiguillage::load_tests {
namespace {

TEST(LoadTerritory, ReadsWhatTheFilesSay) {
  diagnostics found;
  const auto read =
      load_territory((source_dir / "tests/invalid/territory/base").string() + "/", tiny(), found);
  ASSERT_TRUE(read) << all_of(found);
  EXPECT_TRUE(found.empty()) << all_of(found);
  EXPECT_EQ(read->id, "base");
  EXPECT_FALSE(read->neutral);
  EXPECT_EQ(read->hash.size(), 16U);
  EXPECT_EQ(read->travel.detour_thousandths, 1300);
  EXPECT_EQ(read->travel.transit_wait_minutes, 8);
  ASSERT_TRUE(read->centre);
  EXPECT_DOUBLE_EQ(read->centre->longitude, -1.68);
  ASSERT_EQ(read->sites.size(), 2U);
  EXPECT_EQ(read->sites.items[0].commune, "35238");
  ASSERT_TRUE(read->sites.items[0].where);
  EXPECT_DOUBLE_EQ(read->sites.items[0].where->latitude, 48.1113);
  ASSERT_EQ(read->actors.size(), 2U);
  const actor& ccas = read->actors.items[0];
  EXPECT_EQ(tiny().actor_types[ccas.type].id, "ccas");
  EXPECT_EQ(ccas.at, site_id(0));
  EXPECT_EQ(ccas.without.size(), 1U);
  EXPECT_EQ(ccas.languages, std::vector<std::string>{"ar"});
  EXPECT_FALSE(ccas.mandates);
  EXPECT_TRUE(read->actors.items[1].mandates);
  EXPECT_EQ(ccas.hours, "Mo-Fr 08:45-12:15");
  ASSERT_EQ(read->links.size(), 1U);
  EXPECT_EQ(read->links[0].to, actor_id(1));
}

TEST(LoadTerritory, AFolderThatDoesNotExist) {
  const temporary_folder in;
  diagnostics found;
  EXPECT_FALSE(load_territory((in.path / "nowhere").string(), tiny(), found));
  EXPECT_EQ(codes_of(found), std::vector<std::string>{"missing-folder"});
}

struct read_table {
  std::optional<territory> land;
  diagnostics found;
};

/// The territory of tests/invalid with one more file in travel/.
read_table with_table(const std::string& name, const std::string& content) {
  const temporary_folder in;
  std::filesystem::copy(source_dir / "tests/invalid/territory/base", in.path / "base",
                        std::filesystem::copy_options::recursive);
  write_text(in.path / "base/travel" / name, content);
  read_table result;
  result.land = load_territory((in.path / "base").string(), tiny(), result.found);
  return result;
}

int first_minutes(const read_table& read) {
  return read.land && !read.land->measured[2].empty() ? read.land->measured[2].begin()->second : -1;
}

TEST(TravelTable, AByteOrderMarkIsSkipped) {
  const read_table read = with_table("car.csv",
                                     "\xEF\xBB\xBF"
                                     "from,to,minutes\r\n35238,hall,12\r\n");
  EXPECT_EQ(first_minutes(read), 12) << all_of(read.found);
}

TEST(TravelTable, AMinuteBegunIsCounted) {
  const std::vector<std::pair<std::string, int>> written{{"12.0", 12},     {"12.01", 13},    {"0.5", 1},
                                                         {"1439.2", 1440}, {"1440.0", 1440}, {"1440.1", -1},
                                                         {"12.", -1}};
  for (const auto& [word, minutes] : written)
    EXPECT_EQ(first_minutes(with_table("car.csv", "from,to,minutes\n35238,hall," + word + "\n")), minutes)
        << word;
}

TEST(TravelTable, SaysWhatWasFoundAndWhatIsExpected) {
  const diagnostics found = with_table("car.csv", "from;to;minutes\n35238;hall;12\n").found;
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found[0].message.en.find("'from;to;minutes'"), std::string::npos);
  EXPECT_NE(found[0].message.en.find("'from,to,minutes' is expected"), std::string::npos);
  EXPECT_NE(found[0].hint.en.find("not by semicolons"), std::string::npos);
  const diagnostics row = with_table("car.csv", "from,to,minutes\n35238;hall;12\n").found;
  ASSERT_EQ(row.size(), 1U);
  EXPECT_EQ(row[0].hint.en, found[0].hint.en);
}

TEST(TravelTable, AFileThatIsNoTableIsSaid) {
  const read_table capitals = with_table("Car.CSV", "");
  ASSERT_EQ(capitals.found.size(), 1U);
  EXPECT_EQ(capitals.found[0].hint.en, "did you mean 'car.csv'?");
  EXPECT_FALSE(capitals.land);
  const read_table notes = with_table("notes.txt", "Made with a router.");
  ASSERT_EQ(notes.found.size(), 1U);
  EXPECT_EQ(notes.found[0].level, severity::warning);
  EXPECT_TRUE(notes.land);
  EXPECT_TRUE(with_table(".hidden", "").found.empty());
}

TEST(TravelTable, AnEmptyOneIsANote) {
  for (const char* content : {"", "\n", "\xEF\xBB\xBF", "from,to,minutes\n"}) {
    const read_table read = with_table("car.csv", content);
    ASSERT_EQ(read.found.size(), 1U);
    EXPECT_EQ(read.found[0].level, severity::note);
    EXPECT_NE(read.found[0].message.en.find("empty"), std::string::npos);
  }
}

}  // namespace
}  // namespace aiguillage::load_tests
