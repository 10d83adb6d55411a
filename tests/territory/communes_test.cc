#include <gtest/gtest.h>

#include "aiguillage/import.h"
#include "aiguillage/report/territory.h"
#include "france.h"
#include "load/support.h"
#include "network/builder.h"
#include "network/world.h"

/// The communes of a territory: read, written, cut to departments, and followed by imports and by zones.
namespace aiguillage {
namespace {

using load_tests::source_dir;
using load_tests::temporary_folder;
using load_tests::write_text;

const std::string communes =
    "code_insee,nom,commune_parente,departement,region,epci,population,latitude,longitude,lat_mairie,lon_"
    "mairie\n"
    "35238,Rennes,,35,53,243500139,220000,48.11,-1.68,48.1113,-1.6800\n"
    "35308,Mesnil-Roc'h,,35,53,243500667,4000,48.37,-1.7,,\n"
    "75056,Paris,,75,11,200054781,2100000,48.8566,2.3428,,\n"
    "75112,Paris 12e,75056,75,11,200054781,138000,48.8352,2.4198,,\n"
    "75113,Paris 13e,75056,75,11,200054781,180000,,,,\n";
const std::string former = "ancien_code,code_insee\n35147,35308\n75900,75112\n";
const std::string places =
    "id,nom,type,commune,latitude,longitude,adresse\n"
    "a,Mairie de Lanrigan,mairie,35147,,,1 rue du Bourg\n"
    "b,Mairie de Rennes,mairie,35238,48.2,-1.9,1 place de la Mairie\n"
    "c,Mairie du 13e,mairie,75113,,,1 place d'Italie\n"
    "d,Mairie d'ailleurs,mairie,99999,,,1 rue d'ailleurs\n";
const std::string mapping =
    "import: places\ntitle: {fr: \"Lieux\", en: \"Places\"}\nsource: \"assumed\"\nproducer: "
    "\"essai\"\ncolumns:\n"
    "  - {from: [id], says: id, required: true}\n  - {from: [nom], says: name, required: true}\n"
    "  - {from: [commune], says: commune}\n  - {from: [latitude], says: latitude}\n"
    "  - {from: [longitude], says: longitude}\n  - {from: [adresse], says: address}\n"
    "  - from: [type]\n    says: type\n    required: true\n    words:\n      mairie: town_hall\n";

territory imported(const std::vector<std::string>& departments) {
  const temporary_folder in;
  const auto file = [&](const char* name, const std::string& content) {
    write_text(in.path / name, content);
    return (in.path / name).string();
  };
  import_options options;
  options.territory = "lieux";
  options.vintage = "2026-01-01";
  for (const std::string& code : departments) options.only.push_back({area_kind::department, code});
  options.communes = file("communes.csv", communes);
  options.former = file("former.csv", former);
  diagnostics found;
  const auto result = import_files({{file("places.yaml", mapping), file("places.csv", places), std::nullopt}},
                                   options, france(), found);
  EXPECT_TRUE(result) << load_tests::all_of(found);
  return result ? result->land : territory{};
}

std::string where(const territory& land, std::size_t which) {
  const actor& who = land.actors[actor_id(which)];
  const site& at = land.sites[who.at];
  const bool assumed = std::find(who.assumed.begin(), who.assumed.end(), "point") != who.assumed.end();
  return at.commune + " " + (at.where ? std::to_string(at.where->latitude).substr(0, 7) : "nowhere") +
         (assumed ? " assumed" : "");
}

TEST(Communes, AreFollowedByImports) {
  const territory land = imported({});
  ASSERT_EQ(land.actors.size(), 4U);
  EXPECT_EQ(where(land, 0), "35308 48.3700 assumed");
  EXPECT_EQ(where(land, 1), "35238 48.2000");  // not moved, far as it is
  EXPECT_EQ(where(land, 2), "75113 48.8566 assumed");
  EXPECT_EQ(where(land, 3), "99999 nowhere");
  EXPECT_EQ(land.communes.communes.size(), 5U);
}

TEST(Communes, OfTheDepartmentsAreKept) {
  const territory land = imported({"35"});
  EXPECT_EQ(land.actors.size(), 2U);
  EXPECT_EQ(land.communes.communes.size(), 2U);
  EXPECT_TRUE(find_commune(land.communes, "35147").known());
  EXPECT_FALSE(find_commune(land.communes, "75900").known());
  EXPECT_FALSE(find_commune(land.communes, "75056").known());
}

territory written_and_read(const territory& land, const std::string& more = "") {
  const temporary_folder in;
  for (const territory_file& one : territory_files(land, france()))
    write_text(in.path / "lieux" / one.inside, one.content + (one.inside == "communes.csv" ? more : ""));
  diagnostics found;
  const auto read = load_territory((in.path / "lieux").string(), france(), found);
  EXPECT_TRUE(read) << load_tests::all_of(found);
  return read.value_or(territory{});
}

TEST(Communes, AreWrittenAsTheyAreRead) {
  const territory land = written_and_read(imported({}));
  ASSERT_EQ(land.communes.communes.size(), 5U);
  const commune& rennes = land.communes.communes[find_commune(land.communes, "35238")];
  EXPECT_EQ(land.communes[rennes.name], "Rennes");
  EXPECT_EQ(land.communes.epcis[rennes.epci].code, "243500139");
  EXPECT_EQ(rennes.population, 220000);
  ASSERT_TRUE(rennes.town_hall && rennes.centre);
  EXPECT_DOUBLE_EQ(rennes.town_hall->latitude, 48.1113);
  const commune_id twelfth = find_commune(land.communes, "75900");
  ASSERT_TRUE(twelfth.known());
  EXPECT_EQ(land.communes[land.communes.communes[twelfth].code], "75112");
  EXPECT_EQ(whole_commune(land.communes, twelfth), find_commune(land.communes, "75056"));
  EXPECT_EQ(where(land, 0), "35308 48.3700 assumed");
  EXPECT_NE(land.hash,
            written_and_read(imported({}), "35001,Acigné,,35,53,243500139,7000,48.13,-1.53,,\n").hash);
}

TEST(Files, LeaveOutWhatTheirReaderRefuses) {
  territory land = imported({"35"});
  land.actors[actor_id(std::size_t{0})].name =
      "L\xC2\x92\"Adil\"\\ \x01\xE2\x80\xAE\xEF\xBB\xBF\xE2\x81\xA6é\x7F";
  EXPECT_EQ(written_and_read(land).actors[actor_id(std::size_t{0})].name, "L \"Adil\"\\     é ");
}

tri lives_in(const territory& land, const std::string& home, const area& where) {
  const situation person = network_tests::reader_of_a_letter("", "\"" + home + "\"");
  const qualification found = qualify(france(), person);
  actor who;
  who.areas = {where};
  return detail::lives_in_zone(detail::view_of(france(), land, person, found), who);
}

TEST(Communes, TellWhoLivesInAZone) {
  const territory land = imported({});
  const area paris{area_kind::commune, "75056"};
  const area twelfth{area_kind::commune, "75112"};
  EXPECT_EQ(lives_in(land, "75112", paris), tri::yes);
  EXPECT_EQ(lives_in(land, "75900", twelfth), tri::yes);
  EXPECT_EQ(lives_in(land, "75113", twelfth), tri::no);
  EXPECT_EQ(lives_in(land, "75056", twelfth), tri::unknown);
  EXPECT_EQ(lives_in(land, "35147", {area_kind::commune, "35308"}), tri::yes);
  EXPECT_EQ(lives_in(land, "35308", {area_kind::commune, "35147"}), tri::yes);
  EXPECT_EQ(lives_in(land, "35147", {area_kind::epci, "243500667"}), tri::yes);
  EXPECT_EQ(lives_in(land, "35238", {area_kind::epci, "243500667"}), tri::no);
  EXPECT_EQ(lives_in(land, "35147", {area_kind::region, "53"}), tri::yes);
  EXPECT_EQ(lives_in(land, "35147", {area_kind::department, "75"}), tri::no);
  EXPECT_EQ(lives_in(land, "69001", {area_kind::region, "53"}), tri::unknown);
  EXPECT_EQ(lives_in(land, "69001", {area_kind::commune, "69001"}), tri::yes);
}

TEST(Communes, ThatCannotBeReadAreAnError) {
  const temporary_folder in;
  const territory land = imported({"35"});
  for (const territory_file& one : territory_files(land, france()))
    write_text(in.path / "lieux" / one.inside, one.content);
  write_text(in.path / "lieux/communes.csv", "code,nom\n35238,Rennes\n");
  diagnostics found;
  EXPECT_FALSE(load_territory((in.path / "lieux").string(), france(), found));
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().file, "lieux/communes.csv");
}

}  // namespace
}  // namespace aiguillage
