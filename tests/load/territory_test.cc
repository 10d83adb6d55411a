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

}  // namespace
}  // namespace aiguillage::load_tests
