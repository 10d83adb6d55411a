#include "aiguillage/export.h"

#include <algorithm>

#include "export/support.h"
#include "import/places.h"

namespace aiguillage::export_tests {
namespace {

using import_tests::imported;

/// Every attribute, and characters that formats stumble over. Nothing here exists.
const std::string full =
    "id,name,actor_type,siret,parent,address,complement,postcode,town,commune,latitude,longitude,phone,email,website,"
    "booking_url,access_url,description,conditions,hours,communes,epcis,departments,regions,countries,publics_only,"
    "publics_first,requested_by,channels,bookings,appointment_days,step_free,mandates,languages,helps,services,labels,fees,"
    "fee_words,producer,vintage,remarks\n"
    "lieu-1,\"Chez \"\"Zoé\"\" | l'Œuvre, à l'été\",library,12345678901234,\"Ville, service | culture\",\"1, rue d'Été\","
    "\"bât. <B> & C\",35000,Rennes,35238,48.1234567,-1.5,+33200000000,a@example.org,https://example.org/?a=1&b=2,"
    "https://example.org/rdv,https://example.org/acces,\"Texte ; avec | barres, \"\"guillemets\"\" et \\ barre\","
    "\"sur rendez-vous, sinon | non\",\"Mo-Fr 09:00-12:00,14:00-17:00; PH off\",35238|35001,243500139,35,53,99100,femmes,"
    "jeunes,person|professional,in_person|itinerant,phone|email,12,true,aidants_connect|cnil_paper,en|ar,do_with|teach,"
    "\"a \\| b|c, d|e\\\\f\",\"Label \"\"x\"\"|France Services\",none|paid,\"10 € l'an, ou | rien\",Producteur fictif,"
    "2025-02-03,autre=x=1|encore=a\\|b\n"
    "2,Sans point,ccas,,,\"2 rue Basse\",,35001,Ailleurs,35001,,,,,,,,,,,,,,,,,,,,,,false,none,,,,,,,Producteur fictif,"
    "2025-02-03,\n"
    "3,Bref,digital_mediator,,,,,,,,47.5,2,,,,,,,,,,,,,,,,,,,,,,,,,,,,Autre producteur,2024-01-01,\n";

territory full_land() {
  const imported made({import_tests::csv("aiguillage", full)});
  EXPECT_TRUE(made.result) << load_tests::all_of(made.found);
  EXPECT_EQ(made.count("unread-cell"), 0U);
  return made.result ? made.result->land : territory{};
}

TEST(Export, OurTableSaysEverythingAgain) {
  const territory land = full_land();
  ASSERT_EQ(land.actors.size(), 3U);
  const actor& one = land.actors.items[0];
  EXPECT_EQ(one.services, (std::vector<std::string>{"a | b", "c, d", "e\\f"}));
  EXPECT_EQ(one.areas.size(), 6U);
  EXPECT_EQ(one.remarks.at(1).value, "a|b");
  for (const std::string name : {"csv", "geojson"}) {
    const export_result written = exported(land, name);
    EXPECT_TRUE(written.lost.empty()) << written.lost[0].attribute << written.lost[0].value;
    EXPECT_TRUE(written.added.empty());
    EXPECT_EQ(written.said, written.kept);
    const imported again = read_again(written, name);
    ASSERT_TRUE(again.result) << load_tests::all_of(again.found);
    EXPECT_EQ(all_of(again.result->land), all_of(land)) << name;
    EXPECT_EQ(exported(again.result->land, name).content, written.content);
  }
  EXPECT_EQ(exported(land, "csv").content, full);
}

/// What a reader of the format gets back is what the report says.
void expect_report_holds(const territory& land, const std::string& name) {
  const export_result written = exported(land, name);
  EXPECT_EQ(written.actors, land.actors.size());
  EXPECT_EQ(written.said, written.kept + sum(written.lost));
  const imported again = read_again(written, name);
  ASSERT_TRUE(again.result) << load_tests::all_of(again.found);
  const difference seen(land, again.result->land);
  if (seen.refused > 0) {
    EXPECT_GE(records(written.lost, "type"), seen.refused) << name;
    return;
  }
  for (std::size_t i = 0; i < attribute_count; ++i) {
    const std::string what = form_of(static_cast<attribute>(i)).name;
    const auto lost = seen.lost.find(what);
    EXPECT_EQ(records(written.lost, what), lost == seen.lost.end() ? 0 : lost->second) << name << " " << what;
    const auto added = seen.added.find(what);
    EXPECT_EQ(records(written.added, what), added == seen.added.end() ? 0 : added->second) << name << " " << what;
  }
  EXPECT_EQ(exported(again.result->land, name).content, written.content) << "the second time, nothing changes: " << name;
}

TEST(Export, TheReportIsWhatAReaderLoses) {
  for (const std::string name : {"csv", "geojson", "lamednum", "data-inclusion"}) {
    expect_report_holds(full_land(), name);
    expect_report_holds(loaded("rennes"), name);
  }
}

TEST(Export, EveryStatementIsKeptOrLost) {
  const territory land = full_land();
  std::size_t said = 0;
  for (const auto& [id, says] : said_by_place(land)) said += says.size();
  for (const export_format& one : export_formats()) {
    const export_result written = exported(land, one.name);
    EXPECT_EQ(written.said, said) << one.name;
    EXPECT_EQ(written.kept + sum(written.lost), said) << one.name;
    EXPECT_TRUE(std::is_sorted(written.lost.begin(), written.lost.end(), [](const export_item& a, const export_item& b) {
      return std::make_pair(a.attribute, a.value) < std::make_pair(b.attribute, b.value);
    }));
  }
}

TEST(Export, AListingMakesTheSameActorAgain) {
  const territory land = full_land();
  territory again;
  again.id = land.id;
  again.title = land.title;
  import::place_maker maker(france(), again);
  for (std::size_t i = 0; i < land.actors.size(); ++i) maker.add(listing_of(land, actor_id(i), france()));
  EXPECT_EQ(all_of(again), all_of(land));
}

}  // namespace
}  // namespace aiguillage::export_tests
