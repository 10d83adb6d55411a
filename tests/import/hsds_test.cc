#include <filesystem>
#include <fstream>

#include "import/support.h"

namespace aiguillage::import_tests {
namespace {

import_source part(const std::string& name, const std::string& content) {
  return {mapping_of("hsds"), name, content};
}

/// Two organizations, three services, three locations. Nothing here exists.
std::vector<import_source> package() {
  return {
      part("organizations.csv",
           "id,name,description,email,website,parent_organization_id\n"
           "o1,Entraide,Entraide,a@example.org,https://example.org,\n"
           "o2,Le Relais,Un relais,,,o1\n"),
      part("services.csv",
           "id,organization_id,name,description,url,status,eligibility_description,fees_description,minimum_"
           "age,"
           "assured_date\n"
           "s1,o1,Aide alimentaire,Des colis,https://example.org/s1,active,Sur "
           "orientation,Gratuit,18,2025-05-01\n"
           "s2,o1,Vestiaire,,,active,,,,2026-01-02\n"
           "s3,o2,Conseil,,,temporarily closed,,,,2025-12-01\n"),
      part("locations.csv",
           "id,location_type,name,latitude,longitude,external_identifier,external_identifier_type\n"
           "l1,physical,,48.1,-1.6,35238,INSEE commune\n"
           "l2,physical,Antenne,48.2,-1.7,,\n"
           "l3,virtual,En ligne,,,,\n"),
      part("service_at_locations.csv",
           "id,service_id,location_id\nx1,s1,l1\nx2,s2,l1\nx3,s3,l1\nx4,s2,l2\nx5,s3,l3\n"),
      part("addresses.csv",
           "id,location_id,address_1,address_2,city,state_province,postal_code,country,address_type\n"
           "a1,l1,1 rue X,bât. B,Rennes,35,35000,FR,physical\n"
           "a2,l1,BP 12,,Rennes,35,35001,FR,postal\n"
           "a3,l2,2 rue Y,,Rennes,35,35000,FR,physical\n"),
      part("phones.csv",
           "id,location_id,service_id,organization_id,contact_id,number,type\n"
           "p1,l1,,,,+33200000001,voice\np2,l1,,,,+33200000002,fax\np3,,s3,,,+33200000003,\n"
           "p4,,,,k1,+33200000004,\n"),
      part("contacts.csv", "id,service_id,name,title\nk1,s1,Mme Imaginaire,accueil\n"),
      part("languages.csv", "id,service_id,location_id,name,code\ng1,s1,,French,\ng2,,l1,,br\n"),
      part("accessibility.csv",
           "id,location_id,description,url\nb1,l1,Wheelchair accessible,https://acces.example.org\n"),
      part("taxonomy_terms.csv", "id,code,name,taxonomy\nt1,BD-1,Food pantry,Topics\nt2,BD,Food,Topics\n"),
      part("attributes.csv", "id,link_id,link_entity,taxonomy_term_id,value\nz1,s1,service,t1,\n")};
}

const actor* named(const imported& made, const std::string& name) {
  for (const actor& one : made.result->land.actors)
    if (one.name == name) return &one;
  return nullptr;
}

std::string remark_of(const actor& one, const std::string& name) {
  for (const remark& each : one.remarks)
    if (each.name == name) return each.value;
  return "";
}

const file_report& report_of(const imported& made, const std::string& file) {
  for (const file_report& one : made.result->report.files)
    if (one.file == file) return one;
  ADD_FAILURE() << "no report of " << file;
  return made.result->report.files.front();
}

TEST(HsdsTables, AnActorIsALocationWithAnOrganization) {
  const imported made(package());
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  expect_sums(*made.result);
  ASSERT_EQ(made.result->land.actors.size(), 4U);  // two organizations share the first location
  const actor* one = named(made, "Entraide");
  ASSERT_NE(one, nullptr);
  EXPECT_EQ(one->parent, "");
  EXPECT_EQ(one->description, "Des colis") << "the description of the organization only repeats its name";
  EXPECT_EQ(one->email, "a@example.org");
  EXPECT_EQ(one->website, "https://example.org");
  EXPECT_EQ(one->phone, "+33200000001");
  EXPECT_EQ(remark_of(*one, "location.phones.fax.number"), "+33200000002");
  EXPECT_EQ(remark_of(*one, "service.contacts"), "Mme Imaginaire, accueil");
  EXPECT_EQ(remark_of(*one, "service.contacts.phones.number"), "+33200000004");
  EXPECT_EQ(remark_of(*one, "service.minimum_age"), "18");
  EXPECT_EQ(one->conditions, "Sur orientation");
  EXPECT_EQ(one->fee_words, "Gratuit");
  EXPECT_EQ(one->languages, (std::vector<std::string>{"br", "fr"}));
  EXPECT_EQ(one->services, std::vector<std::string>{"Food pantry"});
  EXPECT_EQ(one->access_url, "https://acces.example.org");
  EXPECT_EQ(one->step_free, std::optional<bool>(true));
  EXPECT_EQ(one->vintage, "2026-01-02") << "the latest of its services";
  EXPECT_TRUE(one->assumed.empty()) << "a word of a taxonomy says its type";
  const site& at = made.result->land.sites[one->at];
  EXPECT_EQ(at.address + ", " + at.complement + ", " + at.postcode + " " + at.town + " " + at.commune,
            "1 rue X, bât. B, 35000 Rennes 35238");
  EXPECT_EQ(remark_of(*one, "location.addresses.postal.address_1"), "BP 12");
}

TEST(HsdsTables, ALocationOfTwoOrganizationsIsTwoActors) {
  const imported made(package());
  ASSERT_TRUE(made.result);
  const actor* other = named(made, "Le Relais");
  ASSERT_NE(other, nullptr);
  EXPECT_EQ(other->parent, "Entraide") << "the organization above";
  EXPECT_EQ(other->phone, "+33200000001") << "that of the location";
  EXPECT_EQ(remark_of(*other, "service.status"), "temporarily closed");
  EXPECT_EQ(other->assumed.front(), "type");
  const actor* branch = named(made, "Antenne");
  ASSERT_NE(branch, nullptr);
  EXPECT_EQ(branch->parent, "Entraide");
  const actor* online = named(made, "En ligne");
  ASSERT_NE(online, nullptr);
  EXPECT_EQ(online->channels, std::vector<channel>{channel::online_self});
  EXPECT_EQ(report_of(made, "locations.csv").kept, 3U);
  EXPECT_EQ(report_of(made, "service_at_locations.csv").kept, 1U);
  EXPECT_EQ(report_of(made, "service_at_locations.csv").joined, 4U);
  EXPECT_EQ(report_of(made, "services.csv").joined, 3U);
  EXPECT_EQ(report_of(made, "taxonomy_terms.csv").why.at("unused"), 1U);
}

TEST(HsdsTables, NamesOfEveryVersion) {
  const imported made(
      {part("organization.csv", "id,name,description\n1,Centre,Un centre\n"),
       part("services-2025-01-02.csv", "id;organization_id;name;status\n1;1;Aide;active\n"),
       part("location.csv", "id,organization_id,name\n1,1,Centre\n"),
       part("services_at_location.csv", "id,service_id,location_id\n1,1,1\n"),
       part("physical_addresses.csv", "id,location_id,address_1,city\n1,1,3 rue Z,Rennes\n"),
       part("postal_address.csv", "id,location_id,address_1\n1,1,BP 3\n"),
       part("regular_schedules.csv",
            "id,service_id,location_id,weekday,opens_at,closes_at\n1,,1,1,9:00,12:00\n"
            "2,,1,Friday,14:00,17:00\n"),
       part("holiday_schedule.csv", "id,location_id,closed,start_date\n1,1,true,2026-12-25\n"),
       part("eligibility.csv", "id,service_id,eligibility\n1,1,Pour tous\n"),
       part("accessibility_for_disabilities.csv", "id,location_id,accessibility\n1,1,rampe\n"),
       part("service_taxonomy.csv", "id,service_id,taxonomy_id\n1,1,T1\n"),
       part("taxonomy.csv", "id,name,vocabulary\nT1,Legal aid,Topics\n")});
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  expect_sums(*made.result);
  ASSERT_EQ(made.result->land.actors.size(), 1U);
  EXPECT_EQ(made.first().hours, "Mo 09:00-12:00; Fr 14:00-17:00");
  EXPECT_EQ(made.first().conditions, "Pour tous");
  EXPECT_EQ(made.first().services, std::vector<std::string>{"Legal aid"});
  EXPECT_EQ(remark_of(made.first(), "location.addresses.postal.address_1"), "BP 3");
  EXPECT_EQ(remark_of(made.first(), "location.accessibility.accessibility"), "rampe");
  EXPECT_NE(remark_of(made.first(), "location.schedules.unread"), "");
  EXPECT_EQ(made.place().address, "3 rue Z");
  for (const file_report& one : made.result->report.files) EXPECT_EQ(one.refused, 0U) << one.file;
}

TEST(HsdsTables, WhatHangsOnNothingIsRefusedAndTold) {
  std::vector<import_source> files = package();
  files[1].content->append(
      "s4,o9,Sans organisation,,,active,,,,2025-01-01\ns1,o1,Encore,,,active,,,,\n"
      ",o1,Sans identifiant,,,active,,,,\ns5,o1,Finie,,,defunct,,,,\n");
  files[3].content->append("x6,s9,l1\nx7,s1,l9\nx8,s4,l2\nx9,s5,l1\n");
  files[5].content->append("p5,l9,,,,1,\np6,,,,,2,\np7,,s5,,,3,\np1,l1,,,,+33200000001,voice\n");
  files.push_back(part("statistics.csv", "a,b\n1,2\n"));
  const imported made(files);
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  expect_sums(*made.result);
  const auto why = [&](const std::string& file) { return report_of(made, file).why; };
  using counts = std::map<std::string, std::size_t>;
  EXPECT_EQ(why("services.csv"), (counts{{"same-id", 1}, {"no-id", 1}, {"inactive", 1}}));
  EXPECT_EQ(why("service_at_locations.csv"), (counts{{"no-such-record", 2}, {"inactive", 1}}));
  EXPECT_EQ(why("phones.csv"), (counts{{"no-such-record", 2}, {"place-refused", 1}, {"same-id", 1}}));
  EXPECT_EQ(why("statistics.csv"), (counts{{"unknown-table", 1}}));
  EXPECT_EQ(made.count("no-such-record"), 5U);
  EXPECT_EQ(made.result->land.actors.size(), 5U)
      << "a service without its organization is somewhere all the same";
}

TEST(HsdsTables, ServicesWithoutALink) {
  const std::string organizations = "id,name\no1,Un\no2,Deux\no3,Trois\n";
  const std::string locations =
      "id,organization_id,name,latitude,longitude\nl1,o1,A,48,1\nl2,o1,B,48,2\nl3,o2,C,48,3\n";
  const imported made(
      {part("organizations.csv", organizations), part("locations.csv", locations),
       part("services.csv", "id,organization_id,name\ns1,o1,S1\ns2,o2,S2\ns3,o3,S3\ns4,,S4\n")});
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  expect_sums(*made.result);
  EXPECT_EQ(made.result->land.actors.size(), 3U);
  EXPECT_EQ(remark_of(*named(made, "B"), "service"), "S1") << "at all locations of its organization";
  EXPECT_EQ(report_of(made, "organizations.csv").why.at("no-place"), 1U);
  EXPECT_EQ(report_of(made, "services.csv").why.at("place-refused"), 1U);
  EXPECT_EQ(report_of(made, "services.csv").why.at("no-place"), 1U);
}

TEST(HsdsTables, TablesAndColumnsThatAreNeeded) {
  const imported two({part("phones.csv", "id,number\n1,2\n"), part("services.csv", "id,name\n1,A\n")});
  EXPECT_FALSE(two.result);
  ASSERT_EQ(two.count("missing-table"), 1U);
  for (const diagnostic& one : two.found)
    if (one.code == std::string("missing-table")) {
      EXPECT_NE(one.message.en.find("organization, location"), std::string::npos) << one.message.en;
      EXPECT_NE(one.hint.en.find("given: service, phone;"), std::string::npos) << one.hint.en;
    }
  std::vector<import_source> files = package();
  files[1].content = "service,name\n1,A\n";
  const imported no_id(files);
  EXPECT_FALSE(no_id.result);
  EXPECT_EQ(no_id.count("missing-column"), 1U);
}

TEST(HsdsTables, EncodingsAndTornRows) {
  std::vector<import_source> files = package();
  files[0].content = "id;name\no1;Maison de l'\xC9t\xE9\no2;\"Rel\xE9\no3;x\n";
  const imported made(files);
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  expect_sums(*made.result);
  EXPECT_NE(named(made, "Maison de l'Été"), nullptr);
  EXPECT_EQ(report_of(made, "organizations.csv").why.at("not-whole"), 1U);
}

TEST(HsdsTables, AFolderWithOrWithoutItsDescription) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "aiguillage_hsds_test";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder / "data");
  for (const import_source& one : package()) std::ofstream(folder / one.file) << *one.content;
  const imported plain({{mapping_of("hsds"), folder.string(), std::nullopt}});
  ASSERT_TRUE(plain.result) << load_tests::all_of(plain.found);
  expect_sums(*plain.result);
  EXPECT_EQ(plain.result->land.actors.size(), 4U);
  EXPECT_EQ(plain.result->report.files.size(), package().size());
  std::filesystem::rename(folder / "locations.csv", folder / "data" / "sites.csv");
  std::ofstream(folder / "datapackage.json")
      << R"({"name": "x", "resources": [{"name": "locations", "path": "data/sites.csv"},
                                        {"name": "services", "path": "services.csv"},
                                        {"name": "phones", "path": "../phones.csv"}]})";
  const imported told({{mapping_of("hsds"), (folder / "datapackage.json").string(), std::nullopt}});
  ASSERT_TRUE(told.result) << load_tests::all_of(told.found);
  expect_sums(*told.result);
  EXPECT_EQ(told.result->land.actors.size(), 4U);
  EXPECT_EQ(told.result->report.files.size(), package().size());
  std::filesystem::remove_all(folder);
}

TEST(HsdsTables, TwoPackagesShareNoIds) {
  std::vector<import_source> files = package();
  for (import_source one : package()) {
    one.file = "other/" + one.file;
    files.push_back(one);
  }
  import_options options = imported::dated();
  options.merge = false;
  const imported made(files, options);
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  expect_sums(*made.result);
  EXPECT_EQ(made.result->land.actors.size(), 8U);
}

TEST(HsdsTables, PlacesElsewhereTakeTheirRowsWithThem) {
  import_options options = imported::dated();
  options.only = {{area_kind::commune, "35238"}};
  const imported made(package(), options);
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  expect_sums(*made.result);
  EXPECT_EQ(made.result->land.actors.size(), 2U);
  EXPECT_EQ(report_of(made, "addresses.csv").why.at("place-refused"), 1U);
}

}  // namespace
}  // namespace aiguillage::import_tests
