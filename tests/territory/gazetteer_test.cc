#include "aiguillage/gazetteer.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "load/support.h"
#include "table/numbers.h"
#include "territory/gazetteer_codes.h"
#include "territory/shared_data.h"

namespace aiguillage {
namespace {

using load_tests::all_of;
using load_tests::temporary_folder;
using load_tests::write_text;

using words = std::vector<std::string>;

const std::string communes_heading =
    "nom;code_insee;type;commune_parente;departement;region;epci;ept;population;codes_postaux;latitude;"
    "longitude;lat_mairie;lon_mairie;surface_km2\n";
const std::string few_communes =
    communes_heading +
    "Paris;75056;COM;;75;11;200054781;;2103778;75001 75116;48,85661;2,3428;;;105,26\n"
    "Aubervilliers;93001;COM;;93;11;200054781;200057867;88365;93300;48,91;2,38;48,9;2,3;5,79\n"
    "Paris 1er;75101;ARM;75056;75;11;200054781;;15475;75001;;;48.86;2.33;\n"
    "Ajaccio;2A004;COM;;2A;94;242010056;;73822;20000;41.9;8.6;;;82.03\n"
    "Sein;29083;COM;;29;53;;;;29990;48.03;-4.85;;;0.58\n";

/// What the files say, written beside each other; "" for those that are not given.
struct loaded {
  std::optional<gazetteer> land;
  diagnostics found;

  [[nodiscard]] words findings() const {
    words result;
    for (const diagnostic& one : found)
      result.push_back(std::to_string(one.line) + ":" + (one.level == severity::error ? "E:" : "") +
                       one.code);
    return result;
  }
  [[nodiscard]] std::string name(const std::string& code) const {
    const commune_id which = find_commune(*land, code);
    return which.known() ? std::string((*land)[land->communes[which].name]) : "-";
  }
  [[nodiscard]] bool in(const std::string& code, area_kind kind, const std::string& where) const {
    return holds(*land, {kind, where}, find_commune(*land, code));
  }
};

loaded load(const std::string& communes, const std::string& former = "", const std::string& epcis = "") {
  const temporary_folder in;
  const auto file = [&](const char* name, const std::string& content) {
    if (content.empty()) return std::string();
    write_text(in.path / name, content);
    return (in.path / name).string();
  };
  loaded result;
  gazetteer_files files;
  files.communes = file("communes.csv", communes);
  files.former = file("former.csv", former);
  files.epcis = file("epcis.csv", epcis);
  result.land = load_gazetteer(files, result.found);
  EXPECT_EQ(result.land.has_value(), !has_errors(result.found));
  return result;
}

TEST(Gazetteer, KeepsWhatTheFileSays) {
  const loaded got =
      load(few_communes, "", "nom;membres;code\nMétropole du Grand Paris;x;200054781\nAilleurs;;1\n");
  ASSERT_TRUE(got.land) << all_of(got.found);
  EXPECT_TRUE(got.found.empty()) << all_of(got.found);
  const gazetteer& land = *got.land;
  ASSERT_EQ(land.communes.size(), 5U);
  const commune& paris = land.communes[find_commune(land, "75056")];
  EXPECT_EQ(land[paris.code], "75056");
  EXPECT_EQ(land[paris.name], "Paris");
  EXPECT_EQ(land[paris.postcodes], "75001 75116");
  EXPECT_EQ(land.epcis[paris.epci].name, "Métropole du Grand Paris");
  EXPECT_EQ(land.departments[paris.department].code, "75");
  EXPECT_EQ(land.regions[paris.region].code, "11");
  EXPECT_EQ(paris.population, 2103778);
  EXPECT_FLOAT_EQ(paris.square_km.value_or(0), 105.26F);
  EXPECT_FALSE(paris.town_hall);
  EXPECT_DOUBLE_EQ(paris.centre->latitude, 48.85661);
  EXPECT_DOUBLE_EQ(place_of(paris)->longitude, 2.3428);
  const commune& beside = land.communes[find_commune(land, "93001")];
  EXPECT_EQ(beside.epci, paris.epci);
  EXPECT_EQ(land.epts[beside.ept].code, "200057867");
  EXPECT_DOUBLE_EQ(place_of(beside)->latitude, 48.9);
  const commune& sein = land.communes[find_commune(land, "29083")];
  EXPECT_FALSE(sein.epci.known());
  EXPECT_FALSE(sein.population);
  EXPECT_DOUBLE_EQ(sein.centre->longitude, -4.85);
}

TEST(Gazetteer, DistrictsArePartOfTheirCommune) {
  const loaded got = load(few_communes);
  ASSERT_TRUE(got.land);
  const commune_id district = find_commune(*got.land, "75101");
  const commune_id paris = find_commune(*got.land, "75056");
  EXPECT_EQ(got.land->communes[district].part_of, paris);
  EXPECT_EQ(whole_commune(*got.land, district), paris);
  EXPECT_EQ(whole_commune(*got.land, paris), paris);
}

TEST(Gazetteer, FollowsFormerCodesToTheEnd) {
  const loaded got =
      load(few_communes,
           "ancien_code,code_2026,nom_ancien\n01001,01002,a\n01002,01003,b\n01003,29083,c\n2A001,2A004,d\n");
  ASSERT_TRUE(got.land) << all_of(got.found);
  EXPECT_TRUE(got.found.empty()) << all_of(got.found);
  for (const char* code : {"01001", "01002", "01003", "29083"}) EXPECT_EQ(got.name(code), "Sein");
  EXPECT_EQ(got.name("2A001"), "Ajaccio");
  for (const char* code : {"01004", "", "2a004", "1001", "290830", "ABCDE"})
    EXPECT_EQ(got.name(code), "-") << code;
}

TEST(Gazetteer, AreasHoldCommunes) {
  const loaded got = load(few_communes, "ancien_code,code_2026\n75000,75056\n");
  ASSERT_TRUE(got.land);
  EXPECT_TRUE(got.in("93001", area_kind::commune, "93001"));
  EXPECT_FALSE(got.in("93001", area_kind::commune, "75056"));
  EXPECT_TRUE(got.in("75101", area_kind::commune, "75056")) << "a district lies in its commune";
  EXPECT_TRUE(got.in("75101", area_kind::commune, "75000")) << "by a former code too";
  EXPECT_FALSE(got.in("75056", area_kind::commune, "75101")) << "not the other way round";
  EXPECT_TRUE(got.in("93001", area_kind::epci, "200054781"));
  EXPECT_TRUE(got.in("93001", area_kind::epci, "200057867")) << "EPT";
  EXPECT_FALSE(got.in("29083", area_kind::epci, ""));
  EXPECT_TRUE(got.in("2A004", area_kind::department, "2A"));
  EXPECT_FALSE(got.in("2A004", area_kind::department, "20"));
  EXPECT_TRUE(got.in("29083", area_kind::region, "53"));
  EXPECT_FALSE(got.in("29083", area_kind::region, "11"));
  EXPECT_TRUE(got.in("29083", area_kind::country, "99100"));
  EXPECT_FALSE(got.in("29083", area_kind::country, "BE"));
  EXPECT_FALSE(got.in("99999", area_kind::country, "99100")) << "no such commune";
}

TEST(Gazetteer, SaysWhatIsWrongAtItsLine) {
  const loaded got =
      load(few_communes + "Ici;1001;;;;;;;;;;;;;\nIci;29083;;;;;;;;;;;;;\nIci;29001;;;;;;;many;;;;;;-2\n" +
           "Ici;29002;;;;;;;;;95;2;48;;\nIci;13201;;13055;;;;;;;;;;;\n");
  ASSERT_TRUE(got.land);
  EXPECT_EQ(got.findings(), (words{"7:bad-code", "8:duplicate-code", "9:bad-number", "9:bad-number",
                                   "10:bad-point", "10:bad-point", "11:unknown-code"}));
  EXPECT_EQ(got.land->communes.size(), 8U);
  EXPECT_EQ(got.name("29083"), "Sein") << "the first stays";
  const loaded former =
      load(few_communes,
           "ancien_code,code_2026\n01001,99999\n01002,01003\n01003,01002\n93001,29083\n01004,29083\n"
           "01004,93001\nx,29083\n");
  ASSERT_TRUE(former.land);
  EXPECT_EQ(former.findings(), (words{"5:code-in-use", "7:duplicate-code", "8:bad-code", "2:unknown-code",
                                      "3:code-loop", "4:code-loop"}));
  EXPECT_EQ(former.name("93001"), "Aubervilliers");
  EXPECT_EQ(former.name("01004"), "Sein");
}

TEST(Gazetteer, AFileThatCannotBeReadIsAnError) {
  EXPECT_EQ(load("code_inse,nom,departement,region,epci,population,latitude,longitude\n").findings(),
            words{"1:E:missing-column"});
  EXPECT_EQ(load(communes_heading).findings(), words{"0:E:no-commune"});
  EXPECT_EQ(load(few_communes, "ancien,nouveau\n").findings(),
            (words{"1:E:missing-column", "1:E:missing-column"}));
  EXPECT_EQ(load(few_communes, "", "code;nam\n").findings(), words{"1:E:missing-column"});
  std::string many = communes_heading;
  for (int i = 0; i < 65537; ++i) many += "x;" + std::to_string(100000 + i).substr(1) + ";;;;;;;;;;;;;\n";
  EXPECT_EQ(load(many).findings(), words{"65537:E:too-many-communes"});
  diagnostics found;
  EXPECT_FALSE(load_gazetteer({"/no/such/file.csv", "", "", "", "", ""}, found));
  EXPECT_EQ(load_tests::codes_of(found), words{"missing-file"});
}

TEST(Gazetteer, NumbersAreReadAsWritten) {
  EXPECT_EQ(table::decimal("46.1060711578546"), 46.1060711578546);
  EXPECT_EQ(table::decimal(" -5,82 "), -5.82);
  EXPECT_EQ(table::decimal("12"), 12.0);
  EXPECT_EQ(table::decimal(".5"), 0.5);
  EXPECT_EQ(table::decimal("3e-05"), 3e-05);
  EXPECT_EQ(table::decimal("-1.25E+2"), -125.0);
  EXPECT_NEAR(*table::decimal("2.34567890123456789012345678901234"), 2.345678901234568, 1e-14);
  EXPECT_NEAR(*table::decimal("0.00000000000000000000000000001"), 0, 1e-22);
  for (const char* bad : {"", " ", "-", ".", "e3", "1e", "1e+", "1e1.5", "1e300", "1.2.3", "1 2", "0x1",
                          "nan", "inf", "9999999999999999"})
    EXPECT_FALSE(table::decimal(bad)) << bad;
  EXPECT_EQ(table::whole_number(" -12 "), -12);
  for (const char* bad : {"", "1.5", "1234567890123456789", "--1"})
    EXPECT_FALSE(table::whole_number(bad)) << bad;
}

/// Figures of the README beside the data, and of the files themselves.
TEST(Gazetteer, HoldsTheWholeOfFrance) {
  const auto data = territory_tests::shared_data();
  if (!data) GTEST_SKIP() << "AIGUILLAGE_SHARED has no data";
  loaded got;
  got.land = load_gazetteer(territory_tests::files_of_france(*data), got.found);
  ASSERT_TRUE(got.land) << all_of(got.found);
  EXPECT_TRUE(got.found.empty()) << all_of(got.found);
  const gazetteer& land = *got.land;
  EXPECT_EQ(land.communes.size(), 35014U);
  EXPECT_EQ(land.codes.size(), 35014U + 1992U);
  EXPECT_EQ(land.epcis.size(), 1255U);
  EXPECT_EQ(land.epts.size(), 11U);
  std::size_t districts = 0, without_point = 0;
  for (const commune& one : land.communes) {
    districts += one.part_of.known() ? 1 : 0;
    without_point += one.centre ? 0 : 1;
    EXPECT_FALSE(one.epci.known() && land.epcis[one.epci].name.empty());
    EXPECT_FALSE(land.departments[one.department].name.empty());
    EXPECT_FALSE(land.regions[one.region].name.empty());
  }
  EXPECT_EQ(districts, 45U);
  EXPECT_EQ(without_point, 94U);
  EXPECT_EQ(got.name("01039"), "Culoz-Béon");
  EXPECT_TRUE(got.in("35238", area_kind::region, "53"));
  EXPECT_TRUE(got.in("69389", area_kind::commune, "69123"));
}

}  // namespace
}  // namespace aiguillage
