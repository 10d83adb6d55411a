#include "aiguillage/area.h"

#include <gtest/gtest.h>

namespace aiguillage {
namespace {

TEST(Area, CodesHaveTheFormOfTheirKind) {
  for (const char* good : {"35238", "01001", "2A004", "2B353", "97411", "98735"})
    EXPECT_TRUE(is_code(area_kind::commune, good)) << good;
  for (const char* bad : {"", "3523", "352380", "3A004", "2C004", "2A00A", "A5238"})
    EXPECT_FALSE(is_code(area_kind::commune, bad)) << bad;
  for (const char* good : {"01", "35", "95", "2A", "2B", "974", "987"})
    EXPECT_TRUE(is_code(area_kind::department, good)) << good;
  for (const char* bad : {"", "1", "00", "96", "99", "2C", "97", "961", "9A4", "0974"})
    EXPECT_FALSE(is_code(area_kind::department, bad)) << bad;
  EXPECT_TRUE(is_code(area_kind::epci, "243500139"));
  EXPECT_FALSE(is_code(area_kind::epci, "24350013"));
  EXPECT_TRUE(is_code(area_kind::region, "53"));
  EXPECT_FALSE(is_code(area_kind::region, "5"));
  EXPECT_TRUE(is_code(area_kind::country, france_code));
  EXPECT_FALSE(is_code(area_kind::country, "35238"));
}

}  // namespace
}  // namespace aiguillage
