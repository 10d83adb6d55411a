#include "import/cells.h"

#include <gtest/gtest.h>

#include "aiguillage/hours.h"
#include "fold.h"

namespace aiguillage::import {
namespace {

std::string hours(std::string_view written) {
  const auto read = day_hours(written);
  return read ? (read->plain ? "" : "~") + read->osm : "?";
}

TEST(DayHours, ReadsWhatPeopleWrite) {
  EXPECT_EQ(hours("09:00 - 12:00 / 13:30 - 17:00"), "09:00-12:00,13:30-17:00");
  EXPECT_EQ(hours("9h-12h / 14h-17h30"), "09:00-12:00,14:00-17:30");
  EXPECT_EQ(hours("9 h 00 à 12 h 15 et 14h à 18h"), "09:00-12:15,14:00-18:00");
  EXPECT_EQ(hours("08:30:00-12:00:00"), "08:30-12:00");
  EXPECT_EQ(hours("20:00 - 24:00"), "20:00-24:00");
  EXPECT_EQ(hours("fermé"), "");
  EXPECT_EQ(hours("  "), "");
}

TEST(DayHours, PutsRightAndSaysSo) {
  EXPECT_EQ(hours("00:00 - 00:00 / 09:00 - 12:00"), "~09:00-12:00");
  EXPECT_EQ(hours("00:00 - 00:00"), "~");
  EXPECT_EQ(hours("14:00 - 17:00 / 09:00 - 12:00"), "~09:00-12:00,14:00-17:00");
  EXPECT_EQ(hours("09:00 - 12:00 / 09:00 - 16:30 / 14:00 - 16:30"), "~09:00-16:30");
}

TEST(DayHours, RefusesTheRest) {
  for (const char* wrong :
       {"sur rendez-vous", "09:00", "09:00 -", "12:00 - 09:00", "25:00 - 26:00", "09:60 - 10:00",
        "09:00 - 12:00 le matin", "9-12", "09:00 - 12:00 /", "123:00 - 124:00", "24:30 - 24:45"})
    EXPECT_EQ(hours(wrong), "?") << wrong;
}

TEST(WeekHours, GathersEqualDays) {
  const std::string day = "09:00-12:00";
  EXPECT_EQ(week_hours({day, day, day, day, day, "10:00-11:00", ""}), "Mo-Fr 09:00-12:00; Sa 10:00-11:00");
  EXPECT_EQ(week_hours({day, day, "", day, "", "", day}),
            "Mo,Tu 09:00-12:00; Th 09:00-12:00; Su 09:00-12:00");
  EXPECT_EQ(week_hours({"", "", "", "", "", "", ""}), "");
  EXPECT_TRUE(
      parse_hours(week_hours({"unknown \"sur rendez-vous, 'parfois'\"", day, "", "", "", "", ""})).hours);
}

TEST(CleanValue, KeepsCodesWhole) {
  EXPECT_EQ(clean_value(attribute::commune, "1033"), "01033");
  EXPECT_EQ(clean_value(attribute::commune, "2a004"), "2A004");
  EXPECT_EQ(clean_value(attribute::commune, "3523"), "03523");
  EXPECT_EQ(clean_value(attribute::commune, "Rennes"), std::nullopt);
  EXPECT_EQ(clean_value(attribute::commune, "352 38"), "35238");
  EXPECT_EQ(clean_value(attribute::siret, "123 456 789 00012"), "12345678900012");
  EXPECT_EQ(clean_value(attribute::siret, "W751234567"), std::nullopt);
  EXPECT_EQ(clean_value(attribute::departments, "1"), "01");
  EXPECT_EQ(clean_value(attribute::name, " a \n b\t "), "a b");
}

TEST(CleanValue, ReadsDegreesInAnyCountry) {
  EXPECT_EQ(clean_value(attribute::latitude, "48,1113"), "48.1113");
  EXPECT_EQ(clean_value(attribute::longitude, "-1.680000000012345"), "-1.6800000");
  EXPECT_EQ(clean_value(attribute::longitude, "-.5"), "-0.5");
  EXPECT_EQ(clean_value(attribute::latitude, "91"), std::nullopt);
  EXPECT_EQ(clean_value(attribute::latitude, "48.1.1"), std::nullopt);
  EXPECT_EQ(clean_value(attribute::latitude, "1e5"), std::nullopt);
  EXPECT_EQ(clean_value(attribute::latitude, "-"), std::nullopt);
  EXPECT_DOUBLE_EQ(degrees_of("-1.6819012"), -1.6819012);
}

TEST(CleanValue, ReadsDatesAsTheyCome) {
  for (const char* same :
       {"2024-08-01", "01/08/2024", "20240801", "2024-08-01T10:00:00Z", "2024-08", "2024/08/01"})
    EXPECT_EQ(clean_value(attribute::vintage, same), "2024-08-01") << same;
  EXPECT_EQ(clean_value(attribute::vintage, "2019"), "2019-01-01");
  EXPECT_EQ(clean_value(attribute::vintage, "31/02/2024"), std::nullopt);
  EXPECT_EQ(clean_value(attribute::vintage, "hier"), std::nullopt);
}

TEST(AreaOfCode, TellsTheKindByTheFormOrTheColumn) {
  const auto kind = [](std::string_view code, std::string_view said = "") {
    const auto found = area_of_code(code, said);
    return found ? static_cast<int>(found->kind) : -1;
  };
  EXPECT_EQ(kind("35238"), 0);
  EXPECT_EQ(kind("2A004"), 0);
  EXPECT_EQ(kind("243500139"), 1);
  EXPECT_EQ(kind("35"), 2);
  EXPECT_EQ(kind("2B"), 2);
  EXPECT_EQ(kind("974"), 2);
  EXPECT_EQ(kind("53"), 2);
  EXPECT_EQ(kind("53", "region"), 3);
  EXPECT_EQ(kind("france"), 4);
  EXPECT_EQ(kind("99100"), 4);
  EXPECT_EQ(kind("96"), -1);
  EXPECT_EQ(kind("Bretagne"), -1);
}

TEST(Folded, LeavesWhatTwoWritingsShare) {
  EXPECT_EQ(detail::folded("Médiathèque  « L'Œuvre »"), "mediatheque l oeuvre");
  EXPECT_EQ(detail::folded("ÉTAPES–numériques"), "etapes numeriques");
  EXPECT_EQ(detail::slug("FS-12/É"), "fs_12_e");
  EXPECT_EQ(detail::folded("\xC3"), "");
  EXPECT_EQ(detail::folded("a\x80z"), "az");
}

}  // namespace
}  // namespace aiguillage::import
