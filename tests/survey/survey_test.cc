#include <algorithm>
#include <filesystem>

#include "aiguillage/person_network.h"
#include "load/support.h"
#include "survey/surveying.h"
#include "survey/world.h"

namespace aiguillage::survey_tests {
namespace {

using load_tests::source_dir;

const territory& rennes() {
  static const territory land = [] {
    diagnostics found;
    std::optional<territory> read =
        load_territory((source_dir / "examples/territories/rennes").string(), france(), found);
    EXPECT_TRUE(read) << load_tests::all_of(found);
    return read.value_or(territory{});
  }();
  return land;
}

const surveyed& rennes_seen() {
  static const surveyed seen = look(rennes());
  return seen;
}

bool holds(const std::vector<actor_id>& list, actor_id one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

TEST(Survey, RennesHasNothingToCorrect) {
  for (const diagnostic& one : rennes_seen().seen.findings)
    EXPECT_EQ(one.level, severity::note) << to_string(one, language::en);
  EXPECT_TRUE(rennes_seen().says("stale-record", "20 old records"));
  EXPECT_TRUE(rennes_seen().says("single-point", "'siao_35'"));
  EXPECT_TRUE(rennes_seen().says("missing-state", "'guardian_present'"));
  EXPECT_TRUE(rennes_seen().seen.web.loops.empty());
}

TEST(Survey, RennesIsServed) {
  const surveyed& seen = rennes_seen();
  EXPECT_EQ(seen.ids(seen.need("shelter_emergency").concluding), "siao_35");
  EXPECT_EQ(seen.ids(seen.right("rsa").deciding), "caf_rennes msa_rennes");
  EXPECT_GT(seen.right("rsa").helping.size(), 20U);
  EXPECT_GT(seen.actor("france_services_pimms").reached, 30U);
  EXPECT_EQ(seen.actor("caf_rennes").minutes_a_week / 60, 41);  // 42.5 hours, less public holidays
  EXPECT_TRUE(seen.actor("accueil_centre").door);
  EXPECT_FALSE(seen.actor("caf_rennes").door);
}

TEST(Survey, TheSameTerritoryGivesTheSameFindings) { EXPECT_EQ(rennes_seen().all(), look(rennes()).all()); }

/// Whatever the engine offers to somebody is among what the survey says that the actor does.
void check_offers(const std::filesystem::path& file, std::size_t& offers) {
  diagnostics found;
  const std::optional<situation_file> read = load_situation(file.string(), france(), found);
  if (!read) return ADD_FAILURE() << load_tests::all_of(found);
  const qualification needs = qualify(france(), read->facts);
  const person_network built = build_network(france(), rennes(), read->facts, needs, true);
  for (const door& one : built.world.doors)
    for (const service& each : one.services) {
      const std::size_t type = built.needs[each.need]->type.index();
      const actor_survey& seen = rennes_seen().seen.actors[one.actor];
      const std::string what =
          file.string() + ": " + rennes().actors[one.actor].id + " " + france().needs.items[type].id;
      EXPECT_TRUE(seen.concludes.test(type) || seen.first_level.test(type)) << what;
      if (each.quality == grade::competent && built.needs[each.need]->right.known()) {
        EXPECT_TRUE(seen.concludes.test(type)) << what;
      }
      ++offers;
    }
}

TEST(Survey, CoversWhatTheEngineOffersInEveryCase) {
  std::size_t offers = 0;
  for (const auto& one : std::filesystem::directory_iterator(source_dir / "tests/cases"))
    check_offers(one.path(), offers);
  for (const auto& one : std::filesystem::directory_iterator(source_dir / "examples/situations"))
    if (one.path().extension() == ".yaml") check_offers(one.path(), offers);
  EXPECT_GT(offers, 500U);
}

TEST(Survey, APlaceThatNeverOpensServesNothing) {
  const std::string closed = "hours: \"2020 Mo-Fr 09:00-12:00\"";
  const surveyed seen = look(actor_line("caf", "caf", closed) + actor_line("ccas", "ccas", closed) +
                             actor_line("desk", "france_services"));
  EXPECT_TRUE(seen.right("rsa").deciding.empty());
  EXPECT_TRUE(seen.says("right-without-operator", "(caf)"));
  EXPECT_TRUE(seen.says("need-without-actor", "'rent_arrears'"));
  EXPECT_EQ(seen.actor("ccas").minutes_a_week, 0);
  EXPECT_EQ(seen.actor("desk").minutes_a_week, -1);
}

TEST(Survey, APlaceThatIsFullTakesNobodyThatDay) {
  const std::string full = actor_line("ccas", "ccas", "full_until: 2026-09-01");
  EXPECT_EQ(look(full).need("rent_arrears").met, 0);
  EXPECT_EQ(look(actor_line("ccas", "ccas", "full_until: 2026-02-01")).need("rent_arrears").met, 1);
}

TEST(Survey, TheDayIsThatOfTheRulesUnlessTold) {
  const territory land = land_of(actor_line("desk", "france_services", "vintage: 2025-06-01"));
  EXPECT_EQ(survey_territory(land, france()).day, france().reference_date);
  survey_options later;
  later.day = "2028-01-01";
  EXPECT_TRUE(look(land, later).says("stale-record"));
  EXPECT_FALSE(look(land).says("stale-record"));
}

TEST(Survey, ATerritoryWithoutAnyoneIsSurveyedToo) {
  const survey seen = survey_territory(territory{}, france());
  EXPECT_FALSE(seen.needs.empty());
  for (const need_survey& one : seen.needs) EXPECT_TRUE(one.concluding.empty() && one.met == 0);
  EXPECT_TRUE(seen.web.points.empty());
}

TEST(Survey, AConditionalHelperIsNotForEveryone) {
  const surveyed youth = look(actor_line("youth", "mission_locale"));
  EXPECT_FALSE(youth.need("employment_insertion").everyone);
  const surveyed work = look(actor_line("work", "france_travail"));
  EXPECT_TRUE(work.need("employment_insertion").everyone);
  EXPECT_TRUE(holds(work.need("employment_insertion").concluding, actor_id(0)));
}

TEST(Survey, APointTooFarFromItsCommuneIsOutside) {
  const point centre{48.11, -1.68};
  const double rennes_area = 50.4e6;
  EXPECT_FALSE(surveying::outside_commune({48.15, -1.68}, centre, rennes_area));  // 4 km
  EXPECT_TRUE(surveying::outside_commune({48.30, -1.68}, centre, rennes_area));   // 21 km
  EXPECT_TRUE(
      surveying::outside_commune({48.13, -1.68}, centre, 0.1e6));  // 2 km, of a commune of 10 hectares
}

}  // namespace
}  // namespace aiguillage::survey_tests
