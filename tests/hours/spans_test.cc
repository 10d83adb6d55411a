#include <gtest/gtest.h>

#include "aiguillage/hours.h"
#include "hours/week.h"

using namespace aiguillage;

TEST(hours, weekdays) {
  EXPECT_EQ(plain_week("Mo 09:00-12:00"), "Mo 09:00-12:00");
  EXPECT_EQ(plain_week("Mo,We 09:00-12:00"), "Mo 09:00-12:00, We 09:00-12:00");
  EXPECT_EQ(plain_week("Mo-Tu,Fr 09:00-12:00"), "Mo 09:00-12:00, Tu 09:00-12:00, Fr 09:00-12:00");
  EXPECT_EQ(plain_week("Sa-Mo 09:00-12:00"), "Mo 09:00-12:00, Sa 09:00-12:00, Su 09:00-12:00");
  EXPECT_EQ(plain_week("Th"), "Th 00:00-24:00");
}

TEST(hours, several_spans_a_day) {
  EXPECT_EQ(plain_week("Tu 14:00-17:00,09:00-12:00"), "Tu 09:00-12:00, Tu 14:00-17:00");
  EXPECT_EQ(plain_week("Tu 09:00-12:00,11:00-15:00"), "Tu 09:00-15:00");
  EXPECT_EQ(plain_week("Tu 09:00-12:00,12:00-15:00"), "Tu 09:00-15:00");
}

TEST(hours, always_and_never) {
  EXPECT_EQ(plain_week("24/7"), "Mo 00:00-Su 24:00");
  EXPECT_EQ(plain_week("open"), "Mo 00:00-Su 24:00");
  EXPECT_EQ(plain_week("off"), "closed");
  EXPECT_EQ(plain_week("unknown"), "Mo 00:00-Su 24:00 unknown");
  EXPECT_EQ(plain_week("24/7; We off"), "Mo 00:00-Tu 24:00, Th 00:00-Su 24:00");
}

TEST(hours, past_midnight) {
  EXPECT_EQ(plain_week("Fr 22:00-02:00"), "Fr 22:00-Sa 02:00");
  EXPECT_EQ(plain_week("Fr 22:00-26:00"), "Fr 22:00-Sa 02:00");
  EXPECT_EQ(plain_week("Su 22:00-02:00"), "Mo 00:00-02:00, Su 22:00-24:00");
  EXPECT_EQ(plain_week("Tu 10:00-10:00"), "Tu 10:00-We 10:00");
  EXPECT_EQ(plain_week("Tu 00:00-24:00"), "Tu 00:00-24:00");
}

TEST(hours, a_later_rule_takes_the_whole_day) {
  EXPECT_EQ(plain_week("Mo-Tu 09:00-17:00; Tu 10:00-12:00"), "Mo 09:00-17:00, Tu 10:00-12:00");
  EXPECT_EQ(plain_week("Mo-Tu 09:00-17:00; Tu off"), "Mo 09:00-17:00");
  EXPECT_EQ(plain_week("Tu off; Mo-Tu 09:00-17:00"), "Mo 09:00-17:00, Tu 09:00-17:00");
  EXPECT_EQ(plain_week("Mo-Tu 09:00-17:00; Tu unknown"), "Mo 09:00-17:00, Tu 00:00-24:00 unknown");
  EXPECT_EQ(plain_week("Fr 20:00-03:00; Sa 10:00-12:00"), "Fr 20:00-24:00, Sa 10:00-12:00");
}

TEST(hours, off_only_cuts_its_hours) {
  EXPECT_EQ(plain_week("Mo-Tu 09:00-17:00; Tu 12:00-14:00 off"),
            "Mo 09:00-17:00, Tu 09:00-12:00, Tu 14:00-17:00");
  EXPECT_EQ(plain_week("Mo 09:00-17:00; 12:00-13:00 off"), "Mo 09:00-12:00, Mo 13:00-17:00");
}

TEST(hours, rules_without_days) {
  EXPECT_EQ(shown("09:00-12:00; 14:00-17:00", {2026, 3, 9}, 1), "Mo 14:00-17:00");
  EXPECT_EQ(plain_week("Mo 09:00-12:00; 14:00-17:00").substr(0, 30), "Mo 09:00-12:00, Mo 14:00-17:00");
}

TEST(hours, additional_rules_add) {
  EXPECT_EQ(plain_week("Mo-Tu 09:00-12:00, Tu 18:00-20:00"),
            "Mo 09:00-12:00, Tu 09:00-12:00, Tu 18:00-20:00");
  EXPECT_EQ(plain_week("Fr 20:00-03:00, Sa 10:00-12:00"), "Fr 20:00-Sa 03:00, Sa 10:00-12:00");
  EXPECT_EQ(plain_week("Mo 09:00-12:00, Mo 11:00-13:00 \"sur rdv\""),
            "Mo 09:00-11:00, Mo 11:00-13:00 by appointment");
}

TEST(hours, fallback_rules_fill) {
  EXPECT_EQ(shown("Mo 09:00-12:00 || \"sur rdv\"", {2026, 3, 9}, 1),
            "Mo 00:00-09:00 by appointment, Mo 09:00-12:00, Mo 12:00-24:00 by appointment");
  EXPECT_EQ(plain_week("Mo 09:00-12:00 || Mo 08:00-14:00 unknown"),
            "Mo 08:00-09:00 unknown, Mo 09:00-12:00, Mo 12:00-14:00 unknown");
  EXPECT_EQ(plain_week("Mo-Tu 09:00-12:00 || Mo-We 10:00-13:00 unknown; Tu off"),
            "Mo 09:00-12:00, Mo 12:00-13:00 unknown, We 10:00-13:00 unknown");
}

TEST(hours, open_ends_are_unknown) {
  EXPECT_EQ(plain_week("Mo 10:00+"), "Mo 10:00-24:00 unknown");
  EXPECT_EQ(plain_week("Mo 18:00+"), "Mo 18:00-Tu 04:00 unknown");
  EXPECT_EQ(plain_week("Mo 10:00-16:00+"), "Mo 10:00-16:00, Mo 16:00-24:00 unknown");
  EXPECT_EQ(plain_week("Mo 07:00+,12:00-16:00"), "Mo 07:00-12:00 unknown, Mo 12:00-16:00");
}

TEST(hours, the_sun_leaves_hours_unknown) {
  EXPECT_EQ(plain_week("Mo sunrise-sunset"), "Mo 00:00-24:00 unknown");
  EXPECT_EQ(plain_week("Mo 08:00-sunset"), "Mo 08:00-24:00 unknown");
  EXPECT_EQ(plain_week("Mo (sunrise+01:00)-18:00"), "Mo 01:00-18:00 unknown");
  EXPECT_EQ(plain_week("Mo sunset-sunrise"), "Mo 12:00-Tu 12:00 unknown");
}

TEST(hours, public_holidays) {
  const civil_date easter_monday{2025, 4, 21};
  EXPECT_EQ(shown("Mo-Fr 09:00-12:00", easter_monday, 2), "Mo 09:00-12:00, Tu 09:00-12:00");
  EXPECT_EQ(shown("Mo-Fr 09:00-12:00; PH off", easter_monday, 2), "Tu 09:00-12:00");
  EXPECT_EQ(shown("Mo-Fr 09:00-12:00; PH 10:00-11:00", easter_monday, 2), "Mo 10:00-11:00, Tu 09:00-12:00");
  EXPECT_EQ(shown("Tu,PH 09:00-12:00", easter_monday, 2), "Mo 09:00-12:00, Tu 09:00-12:00");
  EXPECT_EQ(shown("PH Tu-Fr 09:00-12:00", {2025, 4, 21}, 14), "Th 09:00-12:00");
  EXPECT_EQ(open_days("PH +1 day 10:00-12:00", {2025, 4, 1}, 40), "04-22 05-02 05-09");
  EXPECT_EQ(open_days("PH -1 day 10:00-12:00", {2025, 4, 1}, 40), "04-20 04-30 05-07");
}

TEST(hours, public_holidays_are_those_of_the_zone) {
  const char* const hours = "24/7; PH off";
  EXPECT_EQ(shown(hours, {2025, 12, 26}, 1), "Fr 00:00-24:00");
  EXPECT_EQ(shown(hours, {2025, 12, 26}, 1, holiday_zone::alsace_moselle), "closed");
  EXPECT_EQ(shown(hours, {2025, 5, 22}, 1, holiday_zone::martinique), "closed");
  EXPECT_EQ(shown(hours, {2025, 5, 22}, 1, holiday_zone::guadeloupe), "Th 00:00-24:00");
}

TEST(hours, school_holidays_are_unknown_where_they_matter) {
  EXPECT_EQ(plain_week("Mo-Tu 09:00-12:00; SH off"), "Mo 09:00-12:00 unknown, Tu 09:00-12:00 unknown");
  EXPECT_EQ(plain_week("Mo 09:00-12:00; SH Mo 10:00-11:00"),
            "Mo 09:00-10:00 unknown, Mo 10:00-11:00, Mo 11:00-12:00 unknown");
  EXPECT_EQ(plain_week("Mo 09:00-12:00; SH Tu 10:00-11:00"), "Mo 09:00-12:00, Tu 10:00-11:00 unknown");
}

TEST(hours, easter) {
  EXPECT_EQ(open_days("easter 10:00-12:00", {2025, 1, 1}, 730), "04-20 04-05");
  EXPECT_EQ(open_days("easter -2 days 10:00-12:00", {2025, 1, 1}, 365), "04-18");
  EXPECT_EQ(open_days("easter -2 days-easter +1 day 10:00-12:00", {2025, 1, 1}, 365),
            "04-18 04-19 04-20 04-21");
}

TEST(hours, months_and_dates) {
  EXPECT_EQ(open_days("Feb 10:00-12:00", {2026, 1, 30}, 31).substr(0, 11), "02-01 02-02");
  EXPECT_EQ(open_days("Feb Mo 10:00-12:00", {2026, 1, 1}, 365), "02-02 02-09 02-16 02-23");
  EXPECT_EQ(open_days("Nov-Feb Mo[1] 10:00-12:00", {2026, 1, 1}, 365), "01-05 02-02 11-02 12-07");
  EXPECT_EQ(open_days("Dec 25 10:00-12:00", {2026, 1, 1}, 365), "12-25");
  EXPECT_EQ(open_days("Dec 25-26 10:00-12:00", {2026, 1, 1}, 365), "12-25 12-26");
  EXPECT_EQ(open_days("May 1,8 10:00-12:00", {2026, 1, 1}, 365), "05-01 05-08");
  EXPECT_EQ(open_days("Dec 30-Jan 02 10:00-12:00", {2026, 1, 1}, 365), "01-01 01-02 12-30 12-31");
  EXPECT_EQ(open_days("Feb 29 10:00-12:00", {2023, 1, 1}, 1095), "02-29");
  EXPECT_EQ(open_days("Feb 28-29 10:00-12:00", {2023, 1, 1}, 730), "02-28 02-28 02-29");
  EXPECT_EQ(open_days("Dec 31 +1 day 10:00-12:00", {2026, 1, 1}, 365), "01-01");
}

TEST(hours, years) {
  EXPECT_EQ(open_days("2026 Dec 31 10:00-12:00", {2025, 1, 1}, 1095), "12-31");
  EXPECT_EQ(open_days("2025 Dec 30-2026 Jan 02 10:00-12:00", {2025, 1, 1}, 1095), "12-30 12-31 01-01 01-02");
  EXPECT_EQ(open_days("2025 Dec 31-Jan 01 10:00-12:00", {2024, 1, 1}, 1461), "12-31 01-01");
  EXPECT_EQ(open_days("2026 Jan 10:00-12:00; 2026 Jan 02-31 off", {2025, 1, 1}, 1095), "01-01");
  EXPECT_EQ(open_days("2024-2028/2 Jan 01 10:00-12:00", {2023, 1, 1}, 3653), "01-01 01-01 01-01");
  EXPECT_EQ(open_days("2027+ Jan 01 10:00-12:00", {2025, 1, 1}, 1826), "01-01 01-01 01-01");
}

TEST(hours, weeks) {
  EXPECT_EQ(open_days("week 2 Mo 10:00-12:00", {2026, 1, 1}, 365), "01-05");
  EXPECT_EQ(open_days("week 1-7/2 Mo 10:00-12:00", {2026, 1, 1}, 365), "01-12 01-26 02-09");
  EXPECT_EQ(open_days("week 1-7/2 Tu 10:00-12:00", {2025, 12, 29}, 365), "12-30 01-13 01-27 02-10");
  EXPECT_EQ(open_days("week 53 Th 10:00-12:00", {2025, 1, 1}, 1095), "12-31");
}

TEST(hours, nth_weekdays) {
  EXPECT_EQ(open_days("Mo[1] 10:00-12:00", {2026, 3, 1}, 61), "03-02 04-06");
  EXPECT_EQ(open_days("Mo[-1] 10:00-12:00", {2026, 3, 1}, 61), "03-30 04-27");
  EXPECT_EQ(open_days("Mo[1,3-4] 10:00-12:00", {2026, 3, 1}, 31), "03-02 03-16 03-23");
  EXPECT_EQ(open_days("Mo[5] 10:00-12:00", {2026, 3, 1}, 61), "03-30");
  EXPECT_EQ(open_days("Mo[1] +1 day 10:00-12:00", {2026, 3, 1}, 31), "03-03");
  EXPECT_EQ(open_days("Mo[1] -2 days 10:00-12:00", {2026, 2, 15}, 31), "02-28");
  EXPECT_EQ(open_days("Mar Su[-1]-Apr Su[1] 10:00-12:00", {2026, 1, 1}, 365),
            "03-29 03-30 03-31 04-01 04-02 04-03 04-04 04-05");
}
