#include "aiguillage/import.h"

#include <algorithm>

#include "aiguillage/report/territory.h"
#include "import/support.h"

namespace aiguillage::import_tests {
namespace {

const std::string offices =
    "id_fs,lib_fs,adresse,insee_com,code_postal,lib_com,latitude,longitude,h_lundi,h_mardi,format_fs,autre\n";

TEST(Import, ReadsAnOffice) {
  const imported made(
      {csv("france-services",
           offices + "12,Espace d'Arbois,1 rue du Lac,1033,1200,Arbois,\"46,1\",5.8,09:00 - 12:00,9h-12h,"
                     "Itinérante,bleu\n")});
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  expect_sums(*made.result);
  const actor& one = made.first();
  EXPECT_EQ(one.id, "12");
  EXPECT_EQ(france().actor_types[one.type].id, "france_services");
  EXPECT_EQ(one.hours, "Mo,Tu 09:00-12:00");
  EXPECT_TRUE(one.opening);
  EXPECT_EQ(one.channels, std::vector<channel>{channel::itinerant});
  EXPECT_EQ(one.vintage, "2026-01-15");
  EXPECT_EQ(one.sources.at(0).id, "12");
  EXPECT_EQ(made.place().commune, "01033");
  EXPECT_EQ(made.place().postcode, "01200");
  ASSERT_TRUE(made.place().where);
  EXPECT_DOUBLE_EQ(made.place().where->latitude, 46.1);
  ASSERT_EQ(one.remarks.size(), 1U);
  EXPECT_EQ(one.remarks[0].name + "=" + one.remarks[0].value, "autre=bleu");
  ASSERT_EQ(made.result->report.files[0].unread.size(), 1U);
  EXPECT_EQ(made.result->report.files[0].unread[0].column, "autre");
}

TEST(Import, KnowsColumnsByNameWhereverTheyStand) {
  const imported made({csv("france-services",
                           "Longitude;LATITUDE;code_insee;Nom FS;Horaires Lundi;inconnue\n"
                           "5,8;46,1;01033;Arbois;14h-17h;\n")});
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  EXPECT_EQ(made.first().name, "Arbois");
  EXPECT_EQ(made.first().hours, "Mo 14:00-17:00");
  EXPECT_DOUBLE_EQ(made.place().where->longitude, 5.8);
  EXPECT_TRUE(made.first().remarks.empty());
}

TEST(Import, SaysWhichColumnIsMissing) {
  const imported made({csv("france-services", "id_fs,lib_fs,insee_com,latitude\n1,A,35238,48\n")});
  EXPECT_FALSE(made.result);
  EXPECT_EQ(made.count("missing-column"), 1U);
}

TEST(Import, ARecordThatIsNotWholeIsToldAndTheRestGoesOn) {
  const imported made({csv("france-services", offices + "1,A,,35238,,,48,-1,,,,\n"
                                                        "2,,,35238,,,48,-1,,,,\n"             // no name
                                                        "3,C,,,,,,,,,,\n"                     // nowhere
                                                        "4,D,,35238\n"                        // cut
                                                        "5,E,,35238,,,nord,-1,midi,,,\n")});  // odd cells
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  expect_sums(*made.result);
  const file_report& file = made.result->report.files[0];
  EXPECT_EQ(file.records, 5U);
  EXPECT_EQ(file.kept, 2U);
  EXPECT_EQ(file.why.at("no-name"), 1U);
  EXPECT_EQ(file.why.at("no-place"), 1U);
  EXPECT_EQ(file.why.at("not-whole"), 1U);
  EXPECT_EQ(made.count("unread-cell"), 2U);
  const actor& odd = made.result->land.actors.items.at(1);
  EXPECT_EQ(odd.hours, "Mo unknown \"midi\"");
  EXPECT_EQ(odd.remarks.at(0).value, "nord");
  for (const diagnostic& one : made.found)
    if (one.code == "no-name") {
      EXPECT_EQ(one.line, 3);
    }
}

TEST(Import, NeedsADateOrAFileThatSaysIt) {
  import_options undated = imported::dated();
  undated.vintage.clear();
  const std::string row = "1,A,,35238,,,48,-1,,,,\n";
  EXPECT_EQ(imported({csv("france-services", offices + row)}, undated).count("no-vintage"), 1U);
  const auto dated_by = [&](const std::string& name) {
    const imported made({{mapping_of("france-services"), name, offices + row}}, undated);
    return made.result ? made.first().vintage : "";
  };
  EXPECT_EQ(dated_by("liste-fs-20240801.csv"), "2024-08-01");
  EXPECT_EQ(dated_by("liste_2023-11-05.csv"), "2023-11-05");
  EXPECT_EQ(dated_by("fs 2022.csv"), "2022-01-01");
  EXPECT_EQ(dated_by("fs-9999.csv"), "");
}

TEST(Import, MediationPlacesOfBothSchemas) {
  const std::string v1 =
      "id,nom,pivot,commune,code_postal,code_insee,adresse,latitude,longitude,typologie,services,itinerance,"
      "publics_specifiquement_adresses,prise_en_charge_specifique,frais_a_charge,dispositif_programmes_"
      "nationaux,"
      "modalites_acces,modalites_accompagnement,date_maj\n"
      "a1,Le Lieu,43493312300029,Reims,51100,51454,12 rue,49.2,4.0,ASSO|CCAS,Aide aux démarches "
      "administratives|Loisirs et "
      "créations numériques,Itinérant|Fixe,Jeunes|Femmes,Surdité|Langues étrangères (anglais),Gratuit sous "
      "condition|Payant,"
      "Aidants Connect|France Services,Téléphoner|Envoyer un mail avec une fiche de prescription,En "
      "autonomie|À distance,"
      "2024-04-02\n";
  const imported made({csv("lamednum", v1)});
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  const actor& one = made.first();
  EXPECT_EQ(france().actor_types[one.type].id, "ccas");
  EXPECT_EQ(one.assumed, std::vector<std::string>{"areas"});  // of its type
  EXPECT_EQ(one.siret, "43493312300029");
  EXPECT_EQ(one.services.size(), 2U);
  EXPECT_EQ(one.channels, (std::vector<channel>{channel::itinerant, channel::in_person, channel::phone}));
  EXPECT_EQ(one.publics.size(), 2U);
  EXPECT_FALSE(one.publics[0].exclusive);
  EXPECT_EQ(one.languages, std::vector<std::string>{"en"});
  EXPECT_EQ(one.fees, (std::vector<fee>{fee::none_on_condition, fee::paid}));
  EXPECT_EQ(one.signs, std::vector<mandate_kind>{mandate_kind::aidants_connect});
  EXPECT_EQ(one.bookings, (std::vector<channel>{channel::phone, channel::email}));
  EXPECT_EQ(one.requested_by, (std::vector<requester>{requester::person, requester::professional}));
  EXPECT_EQ(one.helps.size(), 1U);
  EXPECT_EQ(one.vintage, "2024-04-02");
  const imported old(
      {csv("lamednum",
           "id;nom;code_insee;services;publics_accueillis;conditions_acces;labels_nationaux;"
           "modalites_accompagnement;date_maj\n"
           "\"b\";\"Autre\";\"35238\";\"Prendre en main un ordinateur;Accéder à du matériel\";"
           "\"Uniquement femmes;Adultes\";\"Accepte le Pass numérique : Il est possible d'utiliser "
           "un Pass numérique pour accéder au lieu\";\"APTIC;Aidants Connect\";\"A ma place : une "
           "personne habilitée fait les démarches à ma place\";\"2022-06-02\"\n")});
  ASSERT_TRUE(old.result) << load_tests::all_of(old.found);
  EXPECT_EQ(france().actor_types[old.first().type].id, "digital_mediator");
  EXPECT_EQ(old.first().assumed, std::vector<std::string>{"type"});
  EXPECT_EQ(old.first().services.size(), 2U);
  ASSERT_EQ(old.first().publics.size(), 1U);
  EXPECT_TRUE(old.first().publics[0].exclusive);
  EXPECT_EQ(old.first().fees, std::vector<fee>{fee::voucher});
  EXPECT_EQ(france().levels[old.first().helps.at(0)].id, "do_for_mandated");
}

const std::string structures =
    R"({"structures": [
 {"id": "dora--1", "nom": "Le Centre", "source": "dora", "date_maj": "2025-02-14", "code_insee": "35238",
  "latitude": 48.11, "longitude": -1.68, "reseaux_porteurs": ["points-justice", "aidants-connect"], "siret": null},
 {"id": "dora--2", "nom": "La Ferme", "source": "dora", "date_maj": "2025-02-14", "reseaux_porteurs": ["geiq"]}],
 "services": [)";

std::string service(const std::string& id, const std::string& more) {
  return R"({"id": ")" + id +
         R"(", "structure_id": "dora--1", "source": "dora", "nom": "s", "date_maj": "2025-03-01", )" + more +
         "}";
}

const char* const limits = R"("publics": ["femmes"], "mobilisable_par": ["professionnels"],
  "zone_eligibilite": ["35", "243500139", "france"], "frais": "gratuit", "modes_accueil": ["a-distance"],
  "thematiques": ["a--b"], "conditions_acces": "Avoir un bail", "code_insee": "35051")";

TEST(Import, ServicesJoinTheirStructure) {
  const imported made({json(
      "data-inclusion", structures + service("s1", limits) + ",\n" +
                            service("s2", std::string(limits) + R"(, "adresse": "2 rue du Port")") + "]}")});
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  expect_sums(*made.result);
  EXPECT_EQ(made.result->report.files[0].joined, 2U);
  EXPECT_EQ(made.result->report.files[0].why.at("unknown-type"), 1U);
  const actor& one = made.first();
  EXPECT_EQ(france().actor_types[one.type].id, "justice_point");
  EXPECT_EQ(one.name, "Le Centre");
  EXPECT_EQ(one.producer, "dora");
  ASSERT_EQ(one.publics.size(), 1U);
  EXPECT_TRUE(one.publics[0].exclusive);
  EXPECT_EQ(one.areas.size(), 3U);
  EXPECT_EQ(one.areas[1].kind, area_kind::epci);
  EXPECT_EQ(one.requested_by, std::vector<requester>{requester::professional});
  EXPECT_EQ(one.fees, std::vector<fee>{fee::none});
  EXPECT_EQ(one.services, std::vector<std::string>{"a--b"});
  EXPECT_EQ(one.conditions, "Avoir un bail");
  EXPECT_EQ(made.place().commune, "35238") << "a service elsewhere does not move its structure";
  EXPECT_TRUE(made.place().address.empty());
}

TEST(Import, ALimitOfOneServiceIsNoLimitOfThePlace) {
  const imported made({json("data-inclusion", structures + service("s1", limits) + ",\n" +
                                                  service("s2", R"("conditions_acces": "Aucune")") + "]}")});
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  const actor& one = made.first();
  EXPECT_TRUE(one.areas.empty());
  EXPECT_TRUE(one.requested_by.empty());
  ASSERT_EQ(one.publics.size(), 1U);
  EXPECT_FALSE(one.publics[0].exclusive);
  std::string remarks;
  for (const remark& each : one.remarks) remarks += each.name + "=" + each.value + "\n";
  for (const char* kept : {"service=s", "requested_by=professional", "departments=35", "conditions=Aucune"})
    EXPECT_NE(remarks.find(kept), std::string::npos) << kept << " in\n" << remarks;
}

TEST(Import, AllPublicsBesideOneCloseNoDoor) {
  const imported made({json("data-inclusion",
                            structures + service("s1", R"("publics": ["femmes", "tous-publics"])") + "]}")});
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  ASSERT_EQ(made.first().publics.size(), 1U);
  EXPECT_FALSE(made.first().publics[0].exclusive);
}

TEST(Import, TheFirstTypeOfTheMappingWins) {
  const imported made(
      {csv("lamednum", "id,nom,code_insee,typologie,date_maj\n1,A,35238,MUNI|RFS,2024-01-01\n")});
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  EXPECT_EQ(france().actor_types[made.first().type].id, "france_services");
}

TEST(Import, TheFirstColumnOfTheMappingWins) {
  const imported made(
      {csv("acces-droits",
           "id,type,nom,code_insee,code_insee_2026,date_maj\n1,caf,Caf,51261,51075,2019-01-01\n")});
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  EXPECT_EQ(made.place().commune, "51075");
  ASSERT_EQ(made.first().remarks.size(), 1U);
  EXPECT_EQ(made.first().remarks[0].value, "51261");
}

TEST(Import, ClosedAllWeekIsNotUnknown) {
  const imported made(
      {csv("france-services", offices + "1,A,,35238,,,48,-1,Fermé,,Fixe,\n2,B,,35238,,,48.5,-1,,,Fixe,\n")});
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  EXPECT_EQ(made.first().hours, "off");
  EXPECT_TRUE(made.first().opening);
  EXPECT_EQ(made.result->land.actors.items.at(1).hours, "");
}

TEST(Import, OddFilesStillMakeTerritories) {
  const std::string large(70000, 'x');
  const imported made({csv("france-services", "," + offices + "0,1,A,,35238,,,48,-1,,,,\n1,2," + large +
                                                  ",,35238,,,48,-1,,,,\n")});
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  expect_sums(*made.result);
  EXPECT_EQ(made.result->report.files[0].why.at("too-large"), 1U);
  ASSERT_EQ(made.first().remarks.size(), 1U);
  EXPECT_EQ(made.first().remarks[0].name, "colonne 1");
  EXPECT_EQ(imported({json("lamednum", "{\"a\": {\"id\": 1}}")}).count("no-records"), 1U);
}

TEST(Import, AnOpenServiceOpensThePlace) {
  const imported made({json("data-inclusion", structures + service("s1", R"("publics": ["femmes"])") + "," +
                                                  service("s2", R"("publics": ["tous-publics"])") + "]}")});
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  ASSERT_EQ(made.first().publics.size(), 1U);
  EXPECT_FALSE(made.first().publics[0].exclusive);
}

TEST(Import, AreasOfTheFormerSchemaSayTheirKind) {
  const imported made(
      {csv("data-inclusion",
           "id,nom,source,date_maj,typologie,code_insee\nx--1,Nom,x,2023-01-01,CIDFF,35238\n"),
       csv("data-inclusion",
           "id,nom,structure_id,date_maj,zone_diffusion_type,zone_diffusion_code,types\n"
           "s,S,x--1,2023-01-01,region,53,\"accompagnement,delegation\"\n")});
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  ASSERT_EQ(made.first().areas.size(), 1U);
  EXPECT_EQ(made.first().areas[0].kind, area_kind::region);
  EXPECT_EQ(made.first().helps.size(), 2U);
}

TEST(Import, JsonThatBreaksKeepsWhatCameBefore) {
  const std::string cut = R"([{"id": "a", "nom": "A", "code_insee": "35238", "date_maj": "2024-01-01"},
 {"id": "b", "nom")";
  const imported made({json("lamednum", cut)});
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  expect_sums(*made.result);
  EXPECT_EQ(made.result->land.actors.size(), 1U);
  EXPECT_EQ(made.result->report.files[0].why.at("not-whole"), 1U);
  ASSERT_EQ(made.count("not-json"), 1U);
  EXPECT_FALSE(imported({json("lamednum", "id,nom\n")}).result);
  EXPECT_FALSE(imported({json("lamednum", std::string(100000, '['))}).result);
  EXPECT_FALSE(imported({json("lamednum", "[{\"id\": \"" + std::string(3000000, 'x'))}).result);
}

TEST(Import, OnlyTheDepartmentsAskedFor) {
  import_options here = imported::dated();
  here.only = {{area_kind::department, "35"}, {area_kind::commune, "2A004"}};
  const imported made({csv("france-services", offices + "1,A,,35238,,,48,-1,,,,\n2,B,,22278,,,48,-2,,,,\n"
                                                        "3,C,,2A004,,,41,8,,,,\n")},
                      here);
  ASSERT_TRUE(made.result);
  expect_sums(*made.result);
  EXPECT_EQ(made.result->land.actors.size(), 2U);
  EXPECT_EQ(made.result->report.files[0].why.at("elsewhere"), 1U);
}

TEST(Import, IdsAreNeverTwiceTheSame) {
  const imported made(
      {csv("france-services", offices + "1,A,,35238,,,48,-1,,,,\n1,B,,35238,,,48.5,-1,,,,\n"
                                        "É-1,C,,35238,,,48.6,-1,,,,\n,D,,35238,,,48.7,-1,,,,\n")});
  ASSERT_TRUE(made.result);
  EXPECT_EQ(made.count("same-id"), 1U);
  std::vector<std::string> ids;
  for (const actor& one : made.result->land.actors) ids.push_back(one.id);
  EXPECT_EQ(ids, (std::vector<std::string>{"1", "1_2", "e_1", "5"}));
}

TEST(Import, OneAddressIsOneSite) {
  const imported made({csv(
      "france-services", offices + "1,A,1 rue X,35238,,,48.10000,-1,,,,\n2,B,1 RUE X,35238,,,48.1001,-1,,,,\n"
                                   "3,C,1 rue X,35238,,,48.2,-1,,,,\n4,D,,35238,,,48.1,-1,,,,\n")});
  ASSERT_TRUE(made.result);
  EXPECT_EQ(made.result->land.sites.size(), 3U);
  EXPECT_EQ(made.result->land.actors.items[0].at, made.result->land.actors.items[1].at);
}

TEST(Import, TellsHowFarItIs) {
  std::string rows = offices;
  for (int i = 0; i < 500; ++i)
    rows += std::to_string(i) + ",Espace " + std::to_string(i) + ",,35238,,,48." + std::to_string(i) +
            ",-1,,,,\n";
  std::vector<std::size_t> told;
  import_options options = imported::dated();
  options.tell = [&](std::size_t ready, std::size_t all) {
    EXPECT_EQ(all, 100U);
    told.push_back(ready);
  };
  const std::vector<import_source> sources{csv("france-services", rows), csv("france-services", rows)};
  const imported made(sources, options);
  ASSERT_TRUE(made.result);
  EXPECT_GT(told.size(), 90U);
  EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
  EXPECT_EQ(std::adjacent_find(told.begin(), told.end()), told.end()) << "each once";
  EXPECT_EQ(told.back(), 100U);
  EXPECT_NE(std::find(told.begin(), told.end(), 25U), told.end()) << "the first of two files is read";
  told.clear();
  const imported failed({csv("france-services", "")}, options);
  EXPECT_FALSE(failed.result);
  EXPECT_EQ(told.back(), 100U);
}

TEST(Import, TheTerritoryReadsTheSameAgain) {
  const imported made(
      {csv("france-services",
           offices + "1,\"A \"\"x\"\" \\ : #\",1 rue X,35238,35000,Rennes,48.1,-1.25,9h-12h,,Fixe,o\n"),
       json("data-inclusion",
            structures + service("s1", R"("publics": ["femmes"], "zone_eligibilite": ["53"])") + "]}")});
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  const load_tests::temporary_folder in;
  for (const territory_file& one : territory_files(made.result->land, france()))
    load_tests::write_text(in.path / "here" / one.inside, one.content);
  diagnostics found;
  const auto read = load_territory((in.path / "here").string(), france(), found);
  ASSERT_TRUE(read) << load_tests::all_of(found);
  EXPECT_TRUE(found.empty()) << load_tests::all_of(found);
  const auto before = territory_files(made.result->land, france());
  const auto after = territory_files(*read, france());
  ASSERT_EQ(before.size(), after.size());
  for (std::size_t i = 0; i < before.size(); ++i) EXPECT_EQ(before[i].content, after[i].content);
}

}  // namespace
}  // namespace aiguillage::import_tests
