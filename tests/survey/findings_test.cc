#include <regex>
#include <set>

#include "load/support.h"
#include "network/world.h"
#include "survey/codes.h"
#include "survey/world.h"

/// For each code, a territory in which it is found and one, hardly different, in which it is not.
namespace aiguillage::survey_tests {
namespace {

namespace code = surveying::code;

struct both {
  std::string with;
  std::string without;
};

struct planted {
  const char* code;
  std::string words;  // that the finding says
  std::string with;   // actors
  std::string without;
  both sites{};
  both links{};
};

const std::string desk = actor_line("desk", "france_services");

std::string open_at(const std::string& hours) {
  return actor_line("desk", "france_services", "hours: \"" + hours + "\"");
}

std::vector<planted> planted_in_hours() {
  return {{code::never_open, "'desk'", open_at("2020 Mo-Fr 09:00-12:00"), open_at("Mo-Fr 09:00-12:00")},
          {code::rarely_open, "minutes a week", open_at("Mo 09:00-09:30"), open_at("Mo 09:00-12:00")},
          {code::reversed_hours, "14:00-10:15", open_at("Mo 14:00-10:15"), open_at("Mo 10:15-14:00")},
          {code::night_hours, "02:00-04:00", open_at("Mo 02:00-04:00"), open_at("Mo 20:00-24:00")},
          {code::overlapping_hours, "11:00-14:00", open_at("Mo 09:00-12:00,11:00-14:00"),
           open_at("Mo 09:00-12:00,12:00-14:00")}};
}

std::vector<planted> planted_in_records() {
  return {{code::stale_record, "1 old record (test, 2020-01-01): desk",
           actor_line("desk", "france_services", "vintage: 2020-01-01"), desk},
          {code::same_name, "as 'a'",
           actor_line("a", "library", "", "here", "Le Triangle") +
               actor_line("b", "library", "", "here", "le  TRIANGLE"),
           actor_line("a", "library", "", "here", "Le Triangle") +
               actor_line("b", "social_centre", "", "here", "le  TRIANGLE")}};
}

std::vector<planted> planted_in_places() {
  const std::string there = actor_line("there", "library", "", "there");
  const std::string three = desk + there + actor_line("third", "pmi", "", "third");
  const std::string third = site_line("third", "35238", "{latitude: 48.12, longitude: -1.69}");
  return {{code::no_point,
           "'there'",
           desk + there,
           desk + actor_line("there", "library", "channels: [phone]", "there"),
           {site_line("there", "35238", ""), site_line("there", "35238", "")}},
          {code::outside_france,
           "'there'",
           desk + there,
           desk + there,
           {site_line("there", "35238", "{latitude: -1.68, longitude: 48.11}"), site_line("there")}},
          {code::far_from_commune,
           "'there' is 65 km",
           three,
           three,
           {third + site_line("there", "35238", "{latitude: 48.71, longitude: -1.68}"),
            third + site_line("there", "35238", "{latitude: 48.21, longitude: -1.68}")}}};
}

std::vector<planted> planted_in_needs() {
  const std::string ccas = actor_line("ccas", "ccas");
  const std::string zoned = actor_line("ccas", "ccas", "communes: [\"35238\"]");
  const std::string elsewhere = actor_line("library", "library", "", "there");
  const std::string there = site_line("there", "35047");
  return {{code::need_without_actor, "'rent_arrears'", desk, ccas},
          {code::need_below_minimum, "'first_claim'", actor_line("voucher", "energy_voucher_service"),
           actor_line("voucher", "energy_voucher_service") + desk},
          {code::need_on_condition, "'employment_insertion'", actor_line("youth", "mission_locale"),
           actor_line("youth", "mission_locale") + actor_line("work", "france_travail")},
          {code::need_first_level, "'over_indebtedness'", ccas, ccas + actor_line("budget", "budget_advice")},
          {code::need_left_out,
           ": no actor receives the inhabitants of: 35047",
           zoned + elsewhere,
           ccas + elsewhere,
           {there, there}},
          {code::single_actor, "'ccas'", ccas, ccas + actor_line("other", "ccas")}};
}

std::vector<planted> planted_in_rights() {
  const std::string caf = actor_line("caf", "caf");
  const std::string elsewhere = actor_line("library", "library", "", "there");
  const std::string there = site_line("there", "35047");
  return {{code::right_without_operator, "(caf)", desk, desk + caf},
          {code::right_without_operator, "under its regime, no actor here decides: rsa", caf,
           caf + actor_line("msa", "msa")},
          {code::right_without_help, "rsa", actor_line("library", "library"), desk},
          {code::right_left_out,
           "rsa",
           actor_line("caf", "caf", "communes: [\"35238\"]") + elsewhere,
           actor_line("caf", "caf", "departments: [\"35\"]") + elsewhere,
           {there, there}}};
}

std::vector<planted> planted_dead_ends() {
  const std::string blocked = actor_line(
      "delegate", "rights_defender_delegate",
      "mandates: false, without: [document_understanding, letter_writing, file_follow_up, appeal]");
  const std::string by_platform = actor_line("office", "france_services", "bookings: [pro_platform]");
  const std::string zoned =
      actor_line("office", "france_services", "bookings: [pro_platform], communes: [\"35238\"]");
  return {{code::idle_actor, "'aunt'", desk + actor_line("aunt", "relative"),
           desk + actor_line("aunt", "volunteer")},
          {code::idle_actor, "'helper'",
           desk + actor_line("helper", "volunteer", "without: [learn_admin_sites, learn_basics]"),
           desk + actor_line("helper", "volunteer", "without: [learn_basics]")},
          {code::empty_site,
           "'there'",
           desk,
           desk + actor_line("there", "library", "", "there"),
           {site_line("there"), site_line("there")}},
          {code::missing_state, "'guardian_present'", desk, desk + actor_line("guardian", "legal_guardian")},
          {code::unreachable_actor, "'delegate'", blocked, blocked + desk},
          {code::professionals_only, "'office'", by_platform + actor_line("kiosk", "kiosk"),
           by_platform + actor_line("ccas", "ccas")},
          {code::professionals_only, "'office'", zoned + actor_line("ccas", "ccas", "communes: [\"35047\"]"),
           zoned + actor_line("ccas", "ccas", "departments: [\"35\"]")}};
}

std::vector<planted> planted_in_the_web() {
  const std::string two = actor_line("a", "social_centre") + actor_line("b", "social_centre");
  const std::string there = link_line("a", "b");
  const std::string back = link_line("b", "a");
  const std::string shelter = actor_line("ccas", "ccas") + desk + actor_line("s1", "siao_115");
  return {{code::referral_loop, "a, b send people round", two, two, {}, {there + back, there}},
          {code::single_point,
           "'s1': nothing is concluded without it for shelter_emergency",
           shelter,
           shelter + actor_line("s2", "siao_115"),
           {},
           {link_line("desk", "ccas"), link_line("desk", "ccas")}}};
}

std::vector<planted> all_planted() {
  std::vector<planted> all;
  for (const auto part : {planted_in_hours, planted_in_records, planted_in_places, planted_in_needs,
                          planted_in_rights, planted_dead_ends, planted_in_the_web})
    for (planted& one : part()) all.push_back(std::move(one));
  return all;
}

TEST(SurveyFindings, AreFoundWhereTheyArePlantedAndNotBeside) {
  for (const planted& one : all_planted()) {
    const surveyed with = look(one.with, one.links.with, one.sites.with);
    EXPECT_TRUE(with.says(one.code, one.words)) << one.code << ": " << one.words << "\n" << with.of(one.code);
    const surveyed without = look(one.without, one.links.without, one.sites.without);
    EXPECT_FALSE(without.says(one.code, one.words)) << one.code << ": " << one.words << "\n"
                                                    << without.of(one.code);
  }
}

TEST(SurveyFindings, ARecordWithoutADay) {
  territory land = land_of(desk);
  EXPECT_FALSE(look(land).says(code::undated_record));
  land.actors[actor_id(0)].vintage.clear();
  EXPECT_TRUE(look(land).says(code::undated_record, "'desk'"));
}

TEST(SurveyFindings, ACapacityThatIsShort) {
  const territory land = land_of(actor_line("ccas", "ccas"));
  const need_type_id arrears = find_named(france().needs, "rent_arrears");
  survey_options told;
  EXPECT_FALSE(look(land, told).says(code::short_capacity));
  told.demand[arrears] = 5;
  const surveyed short_of = look(land, told);
  EXPECT_TRUE(short_of.says(code::short_capacity, "1 people of 5")) << short_of.all();
  told.capacity[actor_id(0)] = 100;
  EXPECT_FALSE(look(land, told).says(code::short_capacity));
}

TEST(SurveyFindings, TheTableOfCommunesSaysWhoIsOutside) {
  territory land =
      land_of(actor_line("desk", "france_services") + actor_line("there", "library", "", "there"), "",
              site_line("there", "35238", "{latitude: 48.30, longitude: -1.68}"));
  EXPECT_FALSE(look(land).says(code::outside_commune)) << "nothing says where the commune is";
  network_tests::add_commune(land.communes, "35238", "243500139", "53");
  commune& rennes = land.communes.communes[commune_id(std::size_t{0})];
  rennes.centre = point{48.11, -1.68};
  EXPECT_FALSE(look(land).says(code::outside_commune)) << "nor how large it is";
  rennes.square_km = 50.4F;
  const surveyed seen = look(land);
  EXPECT_TRUE(seen.says(code::outside_commune, "'there' is 21 km")) << seen.all();
  EXPECT_FALSE(seen.says(code::outside_commune, "'here'"));
}

TEST(SurveyFindings, EveryCodeIsPlanted) {
  std::set<std::string> met{code::undated_record, code::short_capacity, code::outside_commune};
  for (const planted& one : all_planted()) met.insert(one.code);
  EXPECT_EQ(met, std::set<std::string>(code::all.begin(), code::all.end()));
}

TEST(SurveyFindings, TheTableListsEveryDeclaredCode) {
  const std::string header = load_tests::read_text(load_tests::source_dir / "src/survey/codes.h");
  const std::regex declaration("= \"([a-z-]+)\";");
  std::set<std::string> declared;
  for (std::sregex_iterator each(header.begin(), header.end(), declaration), end; each != end; ++each)
    declared.insert((*each)[1]);
  EXPECT_EQ(declared, std::set<std::string>(code::all.begin(), code::all.end()));
}

TEST(SurveyFindings, SpeakBothLanguagesAndSayWhatToDoAndWhere) {
  const surveyed all = look(actor_line("aunt", "relative") + open_at("Mo 14:00-10:15"));
  ASSERT_FALSE(all.seen.findings.empty());
  for (const diagnostic& one : all.seen.findings) {
    EXPECT_NE(one.level, severity::error) << one.code;
    EXPECT_NE(one.message.fr, one.message.en) << one.code;
    EXPECT_FALSE(one.hint.fr.empty() || one.hint.en.empty()) << one.code;
    EXPECT_EQ(one.file.rfind("world/", 0), 0U) << one.file;
  }
}

TEST(SurveyFindings, NameTheFileAndTheLine) {
  const surveyed found = look(desk + actor_line("aunt", "relative"));
  for (const diagnostic& one : found.seen.findings)
    if (one.code == std::string(code::idle_actor)) {
      EXPECT_EQ(one.file, "world/actors/all.yaml");
      EXPECT_EQ(one.line, 3);
      return;
    }
  ADD_FAILURE() << found.all();
}

}  // namespace
}  // namespace aiguillage::survey_tests
