#include "aiguillage/export.h"

#include <algorithm>

#include "export/support.h"
#include "import/places.h"

namespace aiguillage::export_tests {
namespace {

using import_tests::imported;

/// Every attribute, and characters that formats stumble over. Nothing here exists.
const std::string full =
    "id,name,actor_type,siret,parent,address,complement,postcode,town,commune,latitude,longitude,phone,email,"
    "website,"
    "booking_url,access_url,description,conditions,hours,communes,epcis,departments,regions,countries,"
    "publics_only,"
    "publics_first,requested_by,channels,bookings,appointment_days,step_free,mandates,languages,helps,"
    "services,labels,fees,"
    "fee_words,producer,vintage,remarks\n"
    "lieu-1,\"Chez \"\"Zoé\"\" | l'Œuvre, à l'été\",library,12345678901234,\"Ville, service | culture\",\"1, "
    "rue d'Été\","
    "bât. <B> & C,35000,Rennes,35238,48.1234567,-1.5,+33200000000,a@example.org,https://example.org/?a=1&b=2,"
    "https://example.org/rdv,https://example.org/acces,\"Texte ; avec | barres, \"\"guillemets\"\" et \\ "
    "barre\","
    "\"sur rendez-vous, sinon | non\",\"Mo-Fr 09:00-12:00,14:00-17:00; PH "
    "off\",35238|35001,243500139,35,53,99100,femmes,"
    "jeunes,person|professional,in_person|itinerant,phone|email,12,true,aidants_connect|cnil_paper,en|ar,do_"
    "with|teach,"
    "\"a \\| b|c, d|e\\\\f\",\"Label \"\"x\"\"|France Services\",none|paid,\"10 € l'an, ou | "
    "rien\",Producteur fictif,"
    "2025-02-03,autre=x=1|encore=a\\|b\n"
    "2,Sans point,ccas,,,2 rue Basse,,35001,Ailleurs,35001,,,,,,,,,,,,,,,,,,,,,,false,none,,,,,,,Producteur "
    "fictif,"
    "2025-02-03,\n"
    "3,Bref,digital_mediator,,,,,,,,47.5,2.0,,,,,,,,,,,,,,,,,,,,,,,,,,,,Autre producteur,2024-01-01,\n";

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
    EXPECT_EQ(records(written.added, what), added == seen.added.end() ? 0 : added->second)
        << name << " " << what;
  }
  EXPECT_EQ(exported(again.result->land, name).content, written.content)
      << "the second time, nothing changes: " << name;
}

TEST(Export, TheReportIsWhatAReaderLoses) {
  for (const std::string name : {"csv", "geojson", "lamednum", "data-inclusion", "hsds"}) {
    expect_report_holds(full_land(), name);
    expect_report_holds(loaded("rennes"), name);
  }
}

TEST(Export, EveryStatementIsKeptOrLost) {
  const territory land = full_land();
  std::size_t said = 0;
  for (const auto& [id, says] : said_by_place(land)) said += says.all.size();
  for (const export_format& one : export_formats()) {
    const export_result written = exported(land, one.name);
    EXPECT_EQ(written.said, said) << one.name;
    EXPECT_EQ(written.kept + sum(written.lost), said) << one.name;
    EXPECT_TRUE(std::is_sorted(
        written.lost.begin(), written.lost.end(), [](const export_item& a, const export_item& b) {
          return std::make_pair(a.attribute, a.value) < std::make_pair(b.attribute, b.value);
        }));
  }
}

/// The 32 fields of schema.json v1.0.2 of 11 April 2024 (github.com/LaMednum/standard-mediation-num), in its order.
const std::string mediation_columns =
    "id,pivot,nom,commune,code_postal,code_insee,adresse,complement_adresse,latitude,longitude,typologie,"
    "telephone,courriels,"
    "site_web,horaires,presentation_resume,presentation_detail,source,itinerance,structure_parente,date_maj,"
    "services,"
    "publics_specifiquement_adresses,prise_en_charge_specifique,frais_a_charge,dispositif_programmes_"
    "nationaux,"
    "formations_labels,autres_formations_labels,modalites_acces,modalites_accompagnement,fiche_acces_libre,"
    "prise_rdv\n";

TEST(Export, MediationPlacesComeBackAsTheyWere) {
  const std::string records =
      "a1,12345678901234,\"Le Lieu \"\"bleu\"\"\",Reims,51100,51454,\"12, rue d'Été\",Cour | "
      "fond,49.2,4.01,ASSO|CCAS,"
      "+33300000000,a@example.org|b@example.org,https://example.org,\"Mo-Fr 09:00-12:00,14:00-18:30\",Un "
      "lieu | deux "
      "salles,Plus long ; détail,Hubik,Itinérant|Fixe,Ville,2024-04-02,Aide aux démarches "
      "administratives|Loisirs et créations "
      "numériques,Jeunes|Femmes,Surdité|Langues étrangères (anglais),Gratuit sous condition|Payant,Aidants "
      "Connect|France "
      "Services,Fabriques de Territoire,Label et la bête,Se présenter|Téléphoner|Envoyer un mail avec une "
      "fiche de "
      "prescription,En autonomie|Accompagnement individuel|À "
      "distance,https://acceslibre.example,https://example.org/rdv\n"
      "a2,W123456789,Autre lieu,Reims,51100,51454,2 rue "
      "Basse,,49.3,4.0,ASSO,,,,,,,Hubik,,,2024-04-02,,,,,,,,,,,\n";
  const imported made({import_tests::csv("lamednum", mediation_columns + records)});
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  const export_result written = exported(made.result->land, "lamednum");
  EXPECT_EQ(written.content.substr(0, mediation_columns.size()), mediation_columns);
  for (const export_item& one : written.lost) ADD_FAILURE() << one.attribute << " " << one.value;
  for (const export_item& one : written.added) ADD_FAILURE() << one.attribute << " " << one.value;
  const imported again = read_again(written, "lamednum");
  ASSERT_TRUE(again.result) << load_tests::all_of(again.found);
  EXPECT_EQ(all_of(again.result->land), all_of(made.result->land));
}

TEST(Export, OnlyTheWordsOfTheCurrentSchemaAreWritten) {
  const imported old({import_tests::csv(
      "lamednum",
      "id;nom;code_insee;adresse;source;publics_accueillis;conditions_acces;modalites_accompagnement;date_"
      "maj\n"
      "b;Autre;35238;1 rue;x;Uniquement femmes;\"Accepte le Pass numérique : Il est possible d'utiliser un "
      "Pass "
      "numérique pour accéder au lieu\";\"A ma place : une personne habilitée fait les démarches à ma "
      "place\";2022-06-02\n")});
  ASSERT_TRUE(old.result) << load_tests::all_of(old.found);
  const export_result written = exported(old.result->land, "lamednum");
  EXPECT_NE(written.content.find(",Femmes,"), std::string::npos) << written.content;
  EXPECT_EQ(written.content.find("Pass"), std::string::npos);
  EXPECT_EQ(records(written.lost, "publics_only"), 1U);
  EXPECT_EQ(records(written.added, "publics_first"), 1U);
  EXPECT_EQ(records(written.lost, "fees"), 1U);
  EXPECT_EQ(records(written.lost, "helps"), 1U);
  EXPECT_EQ(records(written.lost, "type") + records(written.lost, "assumed"), 0U);
  EXPECT_EQ(sum(written.lost), 3U);
}

TEST(Export, StructuresAndTheirServicesComeBackAsTheyWere) {
  const std::string content = R"({"structures": [
    {"id": "dora--1", "nom": "Le Centre « \"A\" »", "source": "dora", "date_maj": "2025-02-14", "siret": "12345678901234",
     "reseaux_porteurs": ["aidants-connect", "points-justice"], "description": "Un lieu, deux | salles ; bien",
     "adresse": "1, rue d'Été", "complement_adresse": "bât. B", "code_postal": "35000", "commune": "Rennes",
     "code_insee": "35238", "latitude": 48.11, "longitude": -1.68, "telephone": "+33200000000", "courriel": "a@example.org",
     "site_web": "https://example.org", "horaires_accueil": "Mo 09:00-12:00", "accessibilite_lieu": "https://acces.example",
     "lien_source": "https://dora.example"}],
    "services": [{"id": "dora--2", "structure_id": "dora--1", "source": "dora", "nom": "S", "date_maj": "2025-02-14",
     "description": "Un service", "type": "information", "publics": ["femmes", "personnes-exilees"],
     "publics_precisions": "Dès 16 ans", "frais": "payant", "frais_precisions": "10 €",
     "thematiques": ["numerique--acquerir-un-equipement"], "mobilisable_par": ["professionnels"],
     "modes_accueil": ["en-presentiel", "a-distance"], "modes_mobilisation": ["telephoner", "utiliser-lien-mobilisation"],
     "lien_mobilisation": "https://rdv.example", "conditions_acces": "Sur orientation, ou non",
     "zone_eligibilite": ["35", "35238", "243500139", "france"],
     "mobilisation_precisions": "le matin", "nombre_semaines": 3}]})";
  const imported made({import_tests::json("data-inclusion", content)});
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  const export_result written = exported(made.result->land, "data-inclusion");
  // An actor is one service here: what the service is called, and says of itself, has no other place.
  ASSERT_EQ(written.lost.size(), 2U);
  EXPECT_EQ(written.lost[0].value + ", " + written.lost[1].value, "s description, service");
  for (const export_item& one : written.added) ADD_FAILURE() << one.attribute << " " << one.value;
  const imported again = read_again(written, "data-inclusion");
  ASSERT_TRUE(again.result) << load_tests::all_of(again.found);
  const export_result rewritten = exported(again.result->land, "data-inclusion");
  EXPECT_TRUE(rewritten.lost.empty());
  const imported third = read_again(rewritten, "data-inclusion");
  ASSERT_TRUE(third.result) << load_tests::all_of(third.found);
  EXPECT_EQ(all_of(third.result->land), all_of(again.result->land));
  EXPECT_NE(written.content.find("\"nombre_semaines\": 3"), std::string::npos);
  EXPECT_NE(written.content.find("\"frais\": \"payant\""), std::string::npos);
}

TEST(Export, ARegionHasNoWordInDataInclusion) {
  territory land = full_land();
  const export_result written = exported(land, "data-inclusion");
  EXPECT_EQ(records(written.lost, "regions"), 1U);
  EXPECT_EQ(records(written.lost, "departments") + records(written.lost, "countries") +
                records(written.lost, "epcis"),
            0U);
  EXPECT_NE(written.content.find("\"france\""), std::string::npos);
}

TEST(Export, WhatNoFormatSaysIsCounted) {
  territory land = loaded("rennes");
  land.actors.items[0].full_until = "2026-12-01";
  land.actors.items[1].without = {need_type_id(0)};
  const export_result written = exported(land, "csv");
  EXPECT_EQ(records(written.lost, "full_until"), 1U);
  EXPECT_GE(records(written.lost, "without"), 1U);
  EXPECT_EQ(records(written.lost, "link"), land.links.size());
  const export_result drawn = exported(land, "dot");
  EXPECT_EQ(records(drawn.lost, "link"), 0U);
  EXPECT_EQ(drawn.content.substr(0, 18), "digraph \"rennes\" {");
  EXPECT_EQ(static_cast<std::size_t>(std::count(drawn.content.begin(), drawn.content.end(), '\n')),
            land.actors.size() + land.links.size() + 4);
  EXPECT_GT(land.links.size(), 0U);
}

TEST(Export, PlacesWithoutAPointHaveNoGeometry) {
  const export_result written = exported(full_land(), "geojson");
  EXPECT_NE(written.content.find("\"geometry\": null"), std::string::npos);
  EXPECT_NE(written.content.find("\"coordinates\": [-1.5, 48.1234567]"), std::string::npos);
  EXPECT_EQ(written.content.find("\"latitude\""), std::string::npos);
}

TEST(Export, AnUnknownFormatWritesNothing) {
  EXPECT_EQ(export_territory(full_land(), france(), "nothing", {}).content, "");
  EXPECT_EQ(export_territory(full_land(), france(), "csv", {}).content, "");
  EXPECT_NE(export_territory(full_land(), france(), "dot", {}).content, "");
}

TEST(Export, EveryFormatCountsTheSameThings) {
  const territory land = loaded("rennes");
  const std::size_t said = exported(land, "csv").said;
  EXPECT_GT(said, land.actors.size() * 4);
  for (const export_format& one : export_formats())
    EXPECT_EQ(exported(land, one.name).said, said) << one.name;
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
