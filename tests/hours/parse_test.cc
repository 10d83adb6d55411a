#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "aiguillage/hours.h"
#include "hours/week.h"

using namespace aiguillage;

namespace {

struct refused_string {
  std::string_view written;
  std::size_t at;
};

struct lenient_string {
  std::string_view written;
  std::string_view same_as;
  std::size_t remarks;
};

}  // namespace

TEST(hours_reading, refuses_at_the_place_of_the_fault) {
  const std::vector<refused_string> all{
      {"", 0},
      {" ; ", 3},
      {"True", 0},
      {"Mo-Fr, 09:00-12:00", 5},
      {"Mo 08:22", 8},
      {"Tu 08:00-13:45-16:30", 14},
      {"Mo-Fr 09:00-12:00; Noel", 19},
      {"Mo 25:00-26:00", 3},
      {"Mo 10:00-49:00", 9},
      {"Mo 10:75-12:00", 6},
      {"Mo 10:5-12:00", 6},
      {"Mo Tu 09:00-12:00", 3},
      {"Mo, Fr 14:00-17:00 We 9:00-12:00", 19},
      {"Mo[0] 10:00-12:00", 3},
      {"Mo[6] 10:00-12:00", 3},
      {"Mo[1 10:00-12:00", 5},
      {"Feb 30 10:00-12:00", 4},
      {"Apr 20-10 10:00-12:00", 0},
      {"week 54 10:00-12:00", 5},
      {"week 20-10 10:00-12:00", 8},
      {"2026-2024 10:00-12:00", 5},
      {"Dec 24-2026 Jan 02 off", 6},
      {"Mo off 09:00-12:00", 7},
      {"Mo \"a\" \"b\"", 7},
      {"Mo 09:00-12:00 \"not closed", 15},
      {"Mo '08:1-12:00", 7},
      {"Mo 99999999999:00-12:00", 3},
      {"(sunrise 01:00)-18:00", 9},
  };
  for (const refused_string& one : all) {
    const hours_reading reading = parse_hours(one.written);
    EXPECT_FALSE(reading.hours) << one.written;
    EXPECT_EQ(reading.wrong_at, one.at) << one.written << ": " << reading.wrong.en;
    EXPECT_FALSE(reading.wrong.fr.empty() || reading.wrong.en.empty()) << one.written;
  }
}

TEST(hours_reading, is_lenient_and_says_so) {
  const std::vector<lenient_string> all{
      {"Mo-Fr '09:0-11:30", "Mo-Fr 09:00-11:30", 2},
      {"Mo-Fr '08:3-'09:30", "Mo-Fr 08:30-09:30", 3},
      {"Mo-Fr: 09:00-12:00", "Mo-Fr 09:00-12:00", 1},
      {"Mo-Fr 09:00-12:00;", "Mo-Fr 09:00-12:00", 0},
      {"Mo-Fr 09:00-12:00;; Sa 10:00-11:00", "Mo-Fr 09:00-12:00; Sa 10:00-11:00", 1},
      {"; Mo-Fr 09:00-12:00", "Mo-Fr 09:00-12:00", 1},
      {"Monday-Friday 09:00-12:00", "Mo-Fr 09:00-12:00", 2},
      {"Mon-Fri 09:00-12:00", "Mo-Fr 09:00-12:00", 2},
      {"March Mo 09:00-12:00", "Mar Mo 09:00-12:00", 1},
      {"Mo 9-12", "Mo 09:00-12:00", 2},
      {"Mo 9.30-12h", "Mo 09:30-12:00", 2},
      {"Mo 09:00\xE2\x80\x93"
       "12:00",
       "Mo 09:00-12:00", 1},
      {"Mo 09:00-12:00 14:00-17:00", "Mo 09:00-12:00,14:00-17:00", 1},
      {"09:00-12:00 Mo-Fr", "Mo-Fr 09:00-12:00", 1},
      {"Mo-Fr sur RDV", "Mo-Fr \"sur rendez-vous\"", 1},
      {"Sur rendez-vous", "\"sur rendez-vous\"", 1},
  };
  for (const lenient_string& one : all) {
    EXPECT_EQ(plain_week(one.written), plain_week(one.same_as)) << one.written;
    EXPECT_EQ(parse_hours(one.written).remarks.size(), one.remarks) << one.written;
  }
}

TEST(hours_reading, a_few_french_words_are_known) {
  const std::vector<lenient_string> all{
      {"Du lundi au vendredi de 9h00 à 12h00 et de 14h à 17h30", "Mo-Fr 09:00-12:00,14:00-17:30", 0},
      {"Lundi : 9h-12h et 14h-17h | Mardi : Fermé | Mercredi: 08:30 à 12:00",
       "Mo 09:00-12:00,14:00-17:00; We 08:30-12:00", 0},
      {"Les lundi, mardi et jeudi de 9h à 12h, le samedi de 10h à 11h",
       "Mo,Tu,Th 09:00-12:00; Sa 10:00-11:00", 0},
      {"Du lundi au jeudi de 9h à 12h. Le vendredi de 9h à 11h.", "Mo-Th 09:00-12:00; Fr 09:00-11:00", 0},
      {"De 9h à 12h le lundi et de 14h à 17h le mardi", "Mo 09:00-12:00; Tu 14:00-17:00", 0},
      {"9h - 12h / 14h à 17h", "09:00-12:00,14:00-17:00", 0},
      {"jeudi: 14h-17h sur RDV", "Th 14:00-17:00 \"sur rdv\"", 0},
  };
  for (const lenient_string& one : all) {
    EXPECT_EQ(plain_week(one.written), plain_week(one.same_as)) << one.written;
    EXPECT_FALSE(parse_hours(one.written).remarks.empty()) << one.written;
  }
}

TEST(hours_reading, any_other_french_word_is_refused) {
  for (const char* const prose :
       {"Jeudi: 10h à 12h une semaine sur deux", "Du lundi au vendredi de 9h à 12h sauf le mercredi",
        "Du mardi au samedi de 9h à 12h hors vacances", "1er lundi du mois de 9h à 12h", "Lundi matin",
        "Du lundi au vendredi", "Lundi de 9h à 12h et mardi", "Mercredi à 14h",
        "le lundi et le mardi, le matin", "Lundi 9h-12h (sur rendez-vous)",
        "Lundi de 9h à 12h semaines paires", "9h00 à 12h00 - 14h00 à 17h00",
        "Lundi de 9h à 12h mardi de 14h à 17h", "Tous les jours sur rendez-vous"})
    EXPECT_EQ(plain_week(prose).substr(0, 8), "refused:") << prose << ": " << plain_week(prose);
}

TEST(hours_reading, usual_strings_have_no_remark) {
  for (const char* const usual :
       {"Mo-Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00; PH off", "Mo - Fr 9:00 - 12:00",
        "mo-fr 09:00-12:00 OFF", "Mo-Fr 09:00-12:00, 14:00-17:00",
        "Mo-Fr\xC2\xA0"
        "09:00-12:00",
        "Apr-Sep: Mo 10:00-12:00 || \"ask\""}) {
    const hours_reading reading = parse_hours(usual);
    EXPECT_TRUE(reading.hours) << usual << ": " << reading.wrong.en;
    const std::size_t colon = std::string_view(usual).find("Sep:") == std::string_view::npos ? 0 : 1;
    EXPECT_EQ(reading.remarks.size(), colon) << usual;
  }
}

TEST(hours_reading, school_holidays_are_remarked) {
  const hours_reading reading = parse_hours("Mo-Fr 09:00-12:00; SH off");
  ASSERT_EQ(reading.remarks.size(), 1U);
  EXPECT_EQ(reading.remarks[0].at, 19U);
}

TEST(hours_comment, an_appointment_is_a_state_of_its_own) {
  for (const char* const said :
       {"sur rendez-vous", "Sur Rendez-Vous uniquement", "SUR RDV", "r.d.v. au 02 99 00 00 00",
        "by appointment", "uniquement sur rendez vous", "prendre rendez-vous", "r\xC3\xA9ndez-vous"})
    EXPECT_EQ(plain_week("Mo 09:00-12:00 \"" + std::string(said) + "\""), "Mo 09:00-12:00 by appointment")
        << said;
  for (const char* const said :
       {"sans rendez-vous", "avec ou sans rdv", "without appointment", "boulevard Victor", "sonner", ""})
    EXPECT_EQ(plain_week("Mo 09:00-12:00 \"" + std::string(said) + "\""), "Mo 09:00-12:00 unknown") << said;
}

TEST(hours_comment, a_state_before_it_holds) {
  EXPECT_EQ(plain_week("Mo 09:00-12:00 open \"sonner\""), "Mo 09:00-12:00");
  EXPECT_EQ(plain_week("Mo 09:00-12:00 open \"sur rdv\""), "Mo 09:00-12:00 by appointment");
  EXPECT_EQ(plain_week("Mo 09:00-12:00 unknown \"sur rdv\""), "Mo 09:00-12:00 by appointment");
  EXPECT_EQ(plain_week("Mo 09:00-12:00 off \"sur rdv\""), "closed");
}
