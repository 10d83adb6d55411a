#include "follow/days.h"

#include <gtest/gtest.h>

namespace aiguillage::detail {
namespace {

TEST(FollowDays, CountTheCalendar) {
  EXPECT_EQ(days_between("2026-11-24", "2026-11-24"), 0);
  EXPECT_EQ(days_between("2026-11-24", "2026-12-01"), 7);
  EXPECT_EQ(days_between("2026-12-31", "2026-12-30"), -1);
  EXPECT_EQ(days_between("2024-02-28", "2024-03-01"), 2);
  EXPECT_EQ(days_between("2100-02-28", "2100-03-01"), 1);
  EXPECT_EQ(days_between("1970-01-01", "2026-11-22"), 20779);
}

TEST(FollowDays, ThereAndBack) {
  for (const char* start : {"0001-01-01", "1999-12-31", "2000-02-28", "2026-11-24"})
    for (int days = 0; days < 3000; days += 7)
      EXPECT_EQ(days_between(start, date_after(start, days)), days) << start << " " << days;
  EXPECT_EQ(date_after("2026-02-28", 1), "2026-03-01");
  EXPECT_EQ(date_after("2026-01-01", -1), "2025-12-31");
  EXPECT_EQ(date_after("", 3), "");
}

}  // namespace
}  // namespace aiguillage::detail
