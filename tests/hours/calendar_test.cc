#include "aiguillage/calendar.h"

#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "aiguillage/date.h"

using namespace aiguillage;

namespace {

std::set<std::string> holidays_of(holiday_zone zone, int year) {
  std::set<std::string> found;
  for (int day = day_number({year, 1, 1}); day < day_number({year + 1, 1, 1}); ++day)
    if (public_holiday(zone, date_at(day))) found.insert(to_string(date_at(day)).substr(5));
  return found;
}

/// What a zone has beyond the mainland, or (with "-" before it) lacks.
std::set<std::string> own_days(holiday_zone zone, int year) {
  const std::set<std::string> common = holidays_of(holiday_zone::mainland, year);
  const std::set<std::string> here = holidays_of(zone, year);
  std::set<std::string> own;
  for (const std::string& day : here)
    if (common.count(day) == 0) own.insert(day);
  for (const std::string& day : common)
    if (here.count(day) == 0) own.insert("-" + day);
  return own;
}

}  // namespace

TEST(date, numbers_and_dates_are_the_same_days) {
  EXPECT_EQ(day_number({1970, 1, 1}), 0);
  EXPECT_EQ(day_number({2000, 3, 1}), 11017);
  EXPECT_EQ(day_number({2025, 2, 29}), day_number({2025, 3, 1}));
  EXPECT_EQ(day_number({2100, 3, 1}) - day_number({2100, 2, 28}), 1);
  EXPECT_EQ(day_number({2026, 11, 22}), 20779);
  for (int day = day_number({1890, 1, 1}); day < day_number({2110, 1, 1}); ++day)
    ASSERT_EQ(day_number(date_at(day)), day);
  for (int day = day_number({1, 1, 1}); day < day_number({9, 1, 1}); ++day)
    ASSERT_EQ(day_number(date_at(day)), day);
}

TEST(date, weekdays_begin_on_monday) {
  EXPECT_EQ(weekday_of(day_number({2026, 11, 23})), 0);
  EXPECT_EQ(weekday_of(day_number({2026, 11, 22})), 6);
  EXPECT_EQ(weekday_of(day_number({1969, 12, 29})), 0);
}

TEST(date, months_have_their_lengths) {
  EXPECT_EQ(days_in_month(2024, 2), 29);
  EXPECT_EQ(days_in_month(2025, 2), 28);
  EXPECT_EQ(days_in_month(1900, 2), 28);
  EXPECT_EQ(days_in_month(2025, 12), 31);
}

TEST(date, weeks_are_those_of_iso_8601) {
  EXPECT_EQ(iso_week(day_number({2026, 12, 31})), 53);
  EXPECT_EQ(iso_week(day_number({2027, 1, 3})), 53);
  EXPECT_EQ(iso_week(day_number({2027, 1, 4})), 1);
  EXPECT_EQ(iso_week(day_number({2024, 12, 30})), 1);
  EXPECT_EQ(iso_week(day_number({2012, 1, 1})), 52);
}

TEST(date, is_read_and_written) {
  EXPECT_EQ(to_string(*parse_date("2024-02-29")), "2024-02-29");
  for (const char* const bad : {"2025-02-29", "2025-13-01", "2025-1-01", "2025-00-10", "2025/01/01", "",
                                "20250101xx", "0000-01-01", "2025-01-32"})
    EXPECT_FALSE(parse_date(bad)) << bad;
}

TEST(calendar, easter_of_known_years) {
  EXPECT_EQ(to_string(date_at(easter(1818))), "1818-03-22");
  EXPECT_EQ(to_string(date_at(easter(1943))), "1943-04-25");
  EXPECT_EQ(to_string(date_at(easter(1961))), "1961-04-02");
  EXPECT_EQ(to_string(date_at(easter(2000))), "2000-04-23");
  EXPECT_EQ(to_string(date_at(easter(2019))), "2019-04-21");
  EXPECT_EQ(to_string(date_at(easter(2024))), "2024-03-31");
  EXPECT_EQ(to_string(date_at(easter(2025))), "2025-04-20");
  EXPECT_EQ(to_string(date_at(easter(2026))), "2026-04-05");
}

TEST(calendar, mainland_has_eleven_days) {
  EXPECT_EQ(holidays_of(holiday_zone::mainland, 2025),
            (std::set<std::string>{"01-01", "04-21", "05-01", "05-08", "05-29", "06-09", "07-14", "08-15",
                                   "11-01", "11-11", "12-25"}));
  EXPECT_EQ(holidays_of(holiday_zone::mainland, 2026),
            (std::set<std::string>{"01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15",
                                   "11-01", "11-11", "12-25"}));
}

TEST(calendar, ascension_may_fall_on_the_eighth_of_may) {
  EXPECT_EQ(holidays_of(holiday_zone::mainland, 2024).size(), 11U);  // Ascension: 9 May
  EXPECT_EQ(holidays_of(holiday_zone::mainland, 1997).size(), 10U);  // Ascension: 8 May
}

TEST(calendar, each_zone_has_its_own_days) {
  using days = std::set<std::string>;
  EXPECT_EQ(own_days(holiday_zone::alsace_moselle, 2025), (days{"04-18", "12-26"}));
  EXPECT_EQ(own_days(holiday_zone::alsace_moselle, 2026), (days{"04-03", "12-26"}));
  EXPECT_EQ(own_days(holiday_zone::guadeloupe, 2025), (days{"05-27"}));
  EXPECT_EQ(own_days(holiday_zone::martinique, 2025), (days{"05-22"}));
  EXPECT_EQ(own_days(holiday_zone::guyane, 2025), (days{"06-10"}));
  EXPECT_EQ(own_days(holiday_zone::reunion, 2025), (days{"12-20"}));
  EXPECT_EQ(own_days(holiday_zone::mayotte, 2025), (days{"04-27"}));
  EXPECT_EQ(own_days(holiday_zone::saint_barthelemy, 2025), (days{"10-09"}));
  EXPECT_EQ(own_days(holiday_zone::saint_martin, 2025), (days{"05-28"}));
  EXPECT_EQ(own_days(holiday_zone::saint_martin, 2017), (days{"05-27"}));
  EXPECT_EQ(own_days(holiday_zone::new_caledonia, 2025), (days{"09-24"}));
  EXPECT_EQ(own_days(holiday_zone::french_polynesia, 2024), (days{"03-05", "03-29", "06-29"}));
  EXPECT_EQ(own_days(holiday_zone::french_polynesia, 2025), (days{"03-05", "04-18", "11-20"}));
  EXPECT_EQ(own_days(holiday_zone::wallis_futuna, 2025), (days{"04-28", "07-29"}));
}

TEST(calendar, communes_have_a_zone) {
  EXPECT_EQ(zone_of_commune("35238"), holiday_zone::mainland);
  EXPECT_EQ(zone_of_commune("2A004"), holiday_zone::mainland);
  EXPECT_EQ(zone_of_commune("54395"), holiday_zone::mainland);
  EXPECT_EQ(zone_of_commune("57463"), holiday_zone::alsace_moselle);
  EXPECT_EQ(zone_of_commune("67482"), holiday_zone::alsace_moselle);
  EXPECT_EQ(zone_of_commune("68224"), holiday_zone::alsace_moselle);
  EXPECT_EQ(zone_of_commune("97105"), holiday_zone::guadeloupe);
  EXPECT_EQ(zone_of_commune("97209"), holiday_zone::martinique);
  EXPECT_EQ(zone_of_commune("97302"), holiday_zone::guyane);
  EXPECT_EQ(zone_of_commune("97411"), holiday_zone::reunion);
  EXPECT_EQ(zone_of_commune("97502"), holiday_zone::mainland);
  EXPECT_EQ(zone_of_commune("97608"), holiday_zone::mayotte);
  EXPECT_EQ(zone_of_commune("97701"), holiday_zone::saint_barthelemy);
  EXPECT_EQ(zone_of_commune("97801"), holiday_zone::saint_martin);
  EXPECT_EQ(zone_of_commune("98613"), holiday_zone::wallis_futuna);
  EXPECT_EQ(zone_of_commune("98735"), holiday_zone::french_polynesia);
  EXPECT_EQ(zone_of_commune("98818"), holiday_zone::new_caledonia);
  EXPECT_EQ(zone_of_commune(""), holiday_zone::mainland);
  EXPECT_EQ(zone_of_commune("67"), holiday_zone::mainland);
}
