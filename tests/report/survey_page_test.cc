#include <gtest/gtest.h>

#include "aiguillage/report/survey.h"
#include "report/week_words.h"
#include "survey/world.h"

namespace aiguillage {
namespace {

using namespace survey_tests;

std::string page_of(const surveyed& seen, language wanted = language::fr) {
  return survey_html(france(), seen.land, seen.seen, seen.seen.findings, wanted);
}

bool has(const std::string& page, const std::string& words) { return page.find(words) != std::string::npos; }

/// A few actors, a loop, hostile names.
surveyed some() {
  return look(actor_line("a", "social_centre", "phone: \"02 99 00 00 00\", hours: \"Mo-Fr 09:00-12:00\"") +
                  actor_line("b", "social_centre", "", "there", "<b>\\\"A & B\\\"</b>") +
                  actor_line("caf", "caf", "hours: \"Mo 14:00-10:15\""),
              link_line("a", "b") + link_line("b", "a"),
              site_line("there", "35047", "{latitude: 48.05, longitude: -1.73}"));
}

TEST(SurveyPage, HoldsTheMapTheTablesAndTheDirectory) {
  const std::string page = page_of(some());
  EXPECT_EQ(page.rfind("<!DOCTYPE html>\n<html lang=\"fr\">", 0), 0U);
  for (const char* words :
       {"<svg role=\"img\"", ">500 m</text>", ">N<title>", "À corriger, à vérifier", "Qui sert chaque besoin",
        "Qui décide chaque droit", "Boucles", "Points de passage uniques", "Portée des premières portes",
        "Annuaire des partenaires", "Qui</th>", "Quoi</th>", "Quand</th>", "Où</th>",
        "Du lundi au vendredi 9 h-12 h", "02\u00a099\u00a000\u00a000\u00a000", "Décide : RSA", "(supposé)",
        "world/actors/all.yaml:4"})
    EXPECT_TRUE(has(page, words)) << words;
  const std::string english = page_of(some(), language::en);
  EXPECT_TRUE(has(english, "<html lang=\"en\">") && has(english, "Directory of partners") &&
              has(english, "Monday to Friday 9:00-12:00"));
}

TEST(SurveyPage, StandsAlone) {
  const std::string page = page_of(some());
  for (const char* never : {"<script", "http://", "https://", "src=", "url(", "@import"})
    EXPECT_FALSE(has(page, never)) << never;
  EXPECT_TRUE(has(page, "default-src 'none'"));
  EXPECT_TRUE(has(page, "prefers-color-scheme: dark") && has(page, "@media print"));
}

TEST(SurveyPage, NamesDoNotBreakIt) {
  const std::string page = page_of(some());
  EXPECT_FALSE(has(page, "<b>"));
  EXPECT_TRUE(has(page, "&lt;b&gt;&quot;A &amp; B&quot;&lt;/b&gt;"));
}

TEST(SurveyPage, ATerritoryWithoutPointsHasNoMap) {
  const surveyed nobody{territory{}, survey_territory(territory{}, france())};
  EXPECT_FALSE(has(page_of(nobody), "<svg role"));
  EXPECT_TRUE(has(page_of(nobody), "Aucune première porte."));
}

TEST(SurveyPage, APlaceFarFromAllIsLeftOffTheMap) {
  std::string actors = actor_line("far", "library", "", "paris");
  std::string sites = site_line("paris", "75056", "{latitude: 48.85, longitude: 2.35}");
  for (int i = 1; i < 5; ++i) {
    const std::string id = "s" + std::to_string(i);
    sites += site_line(id, "35238", "{latitude: 48.1" + std::to_string(i) + ", longitude: -1.68}");
    actors += actor_line("a" + std::to_string(i), "library", "", id);
  }
  const std::string page = page_of(look(actors, "", sites));
  EXPECT_TRUE(has(page, "Lieux trop loin des autres pour la carte : 1"));
}

std::string hours_of(const std::string& written, language wanted = language::fr) {
  actor one;
  one.hours = written;
  one.opening = parse_hours(written).hours;
  return report::week_words(one, wanted);
}

TEST(WeekWords, SayHoursAsPeopleDo) {
  EXPECT_EQ(hours_of("Mo-Fr 09:00-12:00,14:00-17:30"), "du lundi au vendredi 9 h-12 h, 14 h-17 h 30");
  EXPECT_EQ(hours_of("Mo,Th 09:00-12:00; Sa 10:00-12:00"), "lundi, jeudi 9 h-12 h ; samedi 10 h-12 h");
  EXPECT_EQ(hours_of("Mo-Fr 09:00-12:00; We off"), "lundi, mardi, jeudi, vendredi 9 h-12 h");
  EXPECT_EQ(hours_of("Mo-Fr 09:00-12:00; PH off", language::en), "Monday to Friday 9:00-12:00");
  EXPECT_EQ(hours_of("24/7"), "jour et nuit");
  EXPECT_EQ(hours_of("Mo-We,Fr 08:30-12:00"), "du lundi au mercredi, vendredi 8 h 30-12 h");
  EXPECT_EQ(hours_of("Fr-Sa 22:00-02:00"), "vendredi, samedi 22 h-2 h");
  EXPECT_EQ(hours_of("off"), "n'ouvre jamais");
}

TEST(WeekWords, GiveWhatChangesInTheYearAsItIsWritten) {
  EXPECT_EQ(hours_of("Jul-Aug Mo 09:00-12:00"), "Jul-Aug lun. 09:00-12:00");
  EXPECT_EQ(hours_of("Mo 09:00-12:00 \"sur rendez-vous\""), "lun. 09:00-12:00 \"sur rendez-vous\"");
  EXPECT_EQ(hours_of("le matin"), "le matin");
}

}  // namespace
}  // namespace aiguillage
