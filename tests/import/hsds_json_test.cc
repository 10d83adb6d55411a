#include <algorithm>

#include "import/hsds_hours.h"
#include "import/support.h"

namespace aiguillage::import_tests {
namespace {

import_source page(const std::string& content, const std::string& name = "page.json") {
  return {mapping_of("hsds"), name, content};
}

const std::string service_1 =
    R"({"id": "s1", "name": "Counselling", "status": "active", "assured_date": "2026-01-02",
  "organization": {"id": "o1", "name": "Centre", "description": "A centre", "website": "https://example.org",
    "organization_identifiers": [{"identifier_type": "SIRET", "identifier": "12345678901234"}]},
  "service_at_locations": [
    {"id": "x1", "location": {"id": "l1", "location_type": "physical", "name": "Centre", "latitude": 48.1, "longitude": -1.6,
      "addresses": [{"id": "a1", "address_1": "1 rue X", "city": "Rennes", "state_province": "35", "postal_code": "35000",
                     "country": "FR", "address_type": "physical"}],
      "accessibility": [{"id": "b1", "description": "ramp", "url": "https://acces.example.org"}]},
     "schedules": [{"id": "h1", "freq": "WEEKLY", "interval": 1, "byday": "MO,TU", "opens_at": "09:00", "closes_at": "12:00"}]},
    {"id": "x2", "location": {"id": "l2", "location_type": "physical", "name": "Annexe", "latitude": 48.2, "longitude": -1.7}}],
  "phones": [{"id": "p1", "number": "+33200000001"}],
  "schedules": [{"id": "h2", "freq": "MONTHLY", "byday": "2WE,-1FR", "opens_at": "14:00", "closes_at": "16:00"}],
  "languages": [{"id": "g1", "code": "en"}, {"id": "g2", "name": "Breton"}],
  "cost_options": [{"id": "c1", "amount": 0, "option": "free"}],
  "additional_urls": [{"id": "u1", "label": "booking", "url": "https://rdv.example.org"}],
  "attributes": [{"id": "t1", "taxonomy_term": {"id": "tt1", "name": "Library", "taxonomy": "Topics"}}]})";
const std::string service_2 = R"({"id": "s2", "name": "Reading", "status": "active",
  "organization": {"id": "o1", "name": "Centre"}, "service_at_locations": [{"id": "x3", "location": {"id": "l1"}}]})";

TEST(HsdsJson, APageOfServices) {
  const imported made(
      {page(R"({"total_items": 2, "page_number": 1, "contents": [)" + service_1 + ", " + service_2 + "]}")});
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  expect_sums(*made.result);
  ASSERT_EQ(made.result->land.actors.size(), 2U);
  const file_report& report = made.result->report.files.front();
  EXPECT_EQ(report.records, 3U) << "a service counts once for each of its locations";
  EXPECT_EQ(report.kept, 2U);
  EXPECT_EQ(report.joined, 1U);
  const bool first = made.first().name == "Centre";
  const actor& one = made.result->land.actors.items[first ? 0 : 1];
  const actor& other = made.result->land.actors.items[first ? 1 : 0];
  EXPECT_EQ(one.siret, "12345678901234");
  EXPECT_EQ(one.hours, "Mo,Tu 09:00-12:00") << "what is said of the service here comes first";
  EXPECT_EQ(other.hours, "We[2],Fr[-1] 14:00-16:00");
  EXPECT_EQ(one.languages, (std::vector<std::string>{"en", "Breton"}));
  EXPECT_EQ(one.fees, std::vector<fee>{fee::none});
  EXPECT_EQ(one.booking_url, "https://rdv.example.org");
  EXPECT_EQ(one.access_url, "https://acces.example.org");
  EXPECT_EQ(france().actor_types[one.type].id, "library");
  EXPECT_EQ(other.name, "Annexe");
  EXPECT_EQ(other.parent, "Centre");
}

TEST(HsdsJson, EveryFormOfAFileIsReadAlike) {
  const std::string line_1 = [] {
    std::string line = service_1;
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
  }();
  std::string line_2 = service_2;
  std::replace(line_2.begin(), line_2.end(), '\n', ' ');
  const std::vector<import_source> forms{
      page("[" + service_1 + "," + service_2 + "]"), page(line_1 + "\n" + line_2 + "\n", "lines.jsonl"),
      page("\xEF\xBB\xBF" + line_1 + "\r\n\r\n" + line_2, "lines.ndjson"),
      page(R"({"services": [)" + service_1 + "," + service_2 + "]}"),
      page(R"({"data": [)" + service_1 + R"(], "items": [)" + service_2 + "]}")};
  for (const import_source& one : forms) {
    const imported made({one});
    ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
    expect_sums(*made.result);
    EXPECT_EQ(made.result->land.actors.size(), 2U);
    EXPECT_EQ(made.result->report.files.front().records, 3U);
  }
  const imported alone({page(service_1)});
  ASSERT_TRUE(alone.result) << load_tests::all_of(alone.found);
  EXPECT_EQ(alone.result->report.files.front().records, 2U);
  const imported pages({page("[" + service_1 + "]", "1.json"), page("[" + service_2 + "]", "2.json")});
  ASSERT_TRUE(pages.result) << load_tests::all_of(pages.found);
  expect_sums(*pages.result);
  EXPECT_EQ(pages.result->land.actors.size(), 2U);
  EXPECT_EQ(pages.result->report.files.back().joined, 1U) << "the second page adds to a place of the first";
}

TEST(HsdsJson, OrganizationsWithTheirServices) {
  const imported made({page(R"([{"id": "o1", "name": "Centre", "description": "x", "legal_status": "ngo",
    "locations": [{"id": "l1", "location_type": "physical", "name": "Ici", "latitude": 48.1, "longitude": -1.6}],
    "services": [{"id": "s1", "name": "Aide", "status": "active", "phones": [{"number": "0200000001"}]}]}])")});
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  expect_sums(*made.result);
  ASSERT_EQ(made.result->land.actors.size(), 1U);
  EXPECT_EQ(made.first().name, "Ici");
  EXPECT_EQ(made.first().parent, "Centre");
  EXPECT_EQ(made.first().phone, "0200000001");
  EXPECT_EQ(made.result->report.files.front().joined, 2U);
}

TEST(HsdsJson, ServicesAtLocationsAndOlderPages) {
  const imported made(
      {page(R"({"content": [{"id": "x1", "service": {"id": "s1", "name": "Aide", "organization": {"id": "o1",
    "name": "Centre"}, "eligibilitys": [{"id": "e", "eligibility": "adults"}],
    "service_taxonomys": [{"id": "st", "taxonomy": {"id": "t", "name": "Legal aid", "vocabulary": "v"}}]},
    "location": {"id": "l1", "name": "Centre", "latitude": 48, "longitude": 2,
      "physical_addresses": [{"id": "pa", "address_1": "1 High Street", "city": "Town"}]},
    "regular_schedule": [{"id": "rs", "byday": "MO", "freq": "WEEKLY", "opens_at": "09:00:00", "closes_at": "10:00:00"}]}]})")});
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  expect_sums(*made.result);
  ASSERT_EQ(made.result->land.actors.size(), 1U);
  EXPECT_EQ(made.first().hours, "Mo 09:00-10:00");
  EXPECT_EQ(made.first().conditions, "adults");
  EXPECT_EQ(made.first().services, std::vector<std::string>{"Legal aid"});
  EXPECT_EQ(made.place().address, "1 High Street");
}

TEST(HsdsJson, WhatIsNotWhole) {
  const imported cut({page("[" + service_1 + ", {\"id\": \"s2\", \"name")});
  ASSERT_TRUE(cut.result) << load_tests::all_of(cut.found);
  expect_sums(*cut.result);
  EXPECT_EQ(cut.count("not-json"), 1U);
  EXPECT_EQ(cut.result->report.files.front().why.at("not-whole"), 1U);
  const std::string one =
      R"({"id":"s","name":"A","service_at_locations":[{"location":{"id":"l","latitude":48,"longitude":1}}]})";
  const imported torn({page(one + "\n{\"id\": \"s2\", \n" + one + "\n")});
  ASSERT_TRUE(torn.result) << load_tests::all_of(torn.found);
  expect_sums(*torn.result);
  EXPECT_EQ(torn.count("not-json"), 1U);
  EXPECT_EQ(torn.result->report.files.front().records, 3U)
      << "the same record twice, and a line that is none";
  for (const std::string& bytes : {std::string("{"), std::string("\xFF\xFE{\0}\0", 6),
                                   std::string("[{\"name\": \"\xE9\"}]"), std::string("")})
    EXPECT_FALSE(imported({page(bytes)}).result) << bytes;
  const imported empty({page(R"({"contents": []})")});
  ASSERT_TRUE(empty.result);
  EXPECT_EQ(empty.count("no-records"), 1U);
  const imported deep({page(std::string(5000, '['))});
  EXPECT_FALSE(deep.result);
}

TEST(HsdsJson, OddRecordsAreCounted) {
  const imported made({page(R"([{"id": "s1", "name": "Nowhere", "status": "active"}, {"a": 1},
    {"id": "s2", "name": "Gone", "status": "inactive", "service_at_locations": [{"id": "x", "location": {"id": "l", "latitude": 48, "longitude": 1}}]},
    {"id": "s3", "name": "Torn", "service_at_locations": [{"id": "y"}]},
    {"id": "s4", "service_at_locations": [{"id": "z", "location": {"id": "l4", "latitude": 48, "longitude": 1}}]}, {}])")});
  ASSERT_TRUE(made.result) << load_tests::all_of(made.found);
  expect_sums(*made.result);
  const auto& why = made.result->report.files.front().why;
  EXPECT_EQ(made.result->land.actors.size(), 0U);
  EXPECT_EQ(why.at("no-place"), 2U);
  EXPECT_EQ(why.at("inactive"), 1U);
  EXPECT_EQ(why.at("unknown-table"), 2U);
  EXPECT_EQ(why.at("no-such-record"), 1U);
  EXPECT_EQ(why.at("no-name"), 1U);
}

// --- schedules ---

using import::hsds::entry;
using import::hsds::field;

import::hsds::read_schedules read(const std::vector<std::vector<field>>& rules,
                                  const std::string& day = "2026-01-15") {
  std::vector<entry> rows;
  for (const std::vector<field>& one : rules) {
    rows.emplace_back();
    rows.back().fields = one;
  }
  std::vector<const entry*> all;
  for (const entry& one : rows) all.push_back(&one);
  return import::hsds::hours_of(all, day);
}

std::string hours(const std::vector<field>& rule) {
  std::vector<field> all = rule;
  const auto has = [&](const std::string& name) {
    return std::any_of(rule.begin(), rule.end(), [&](const field& one) { return one.name == name; });
  };
  if (!has("opens_at")) all.push_back({"opens_at", "09:00"});
  if (!has("closes_at")) all.push_back({"closes_at", "12:00"});
  const auto made = read({all});
  EXPECT_EQ(made.unread.empty(), !made.hours.empty());
  return made.unread.empty() ? made.hours : "unread";
}

TEST(HsdsSchedules, RulesThatHoursCanSay) {
  EXPECT_EQ(hours({{"freq", "WEEKLY"}, {"byday", "MO,TU,WE, FR"}}), "Mo-We 09:00-12:00; Fr 09:00-12:00");
  EXPECT_EQ(hours({{"byday", "SU"}}), "Su 09:00-12:00");
  EXPECT_EQ(hours({{"freq", "DAILY"}, {"interval", "1"}}), "Mo-Su 09:00-12:00");
  EXPECT_EQ(hours({{"freq", "WEEKLY"}, {"dtstart", "2025-09-03"}}), "We 09:00-12:00");
  EXPECT_EQ(hours({{"freq", "MONTHLY"}, {"byday", "+1MO,-1FR"}}), "Mo[1],Fr[-1] 09:00-12:00");
  EXPECT_EQ(
      hours({{"freq", "WEEKLY"}, {"byday", "MO"}, {"valid_from", "2026-03-01"}, {"valid_to", "2026-06-30"}}),
      "2026 Mar 01-2026 Jun 30 Mo 09:00-12:00");
  EXPECT_EQ(hours({{"byday", "MO"}, {"dtstart", "20260301T090000Z"}, {"until", "20260401"}}),
            "2026 Mar 01-2026 Apr 01 Mo 09:00-12:00");
  EXPECT_EQ(hours({{"byday", "MO"}, {"valid_from", "2025-01-01"}}), "Mo 09:00-12:00") << "it has begun";
  EXPECT_EQ(hours({{"byday", "MO"}, {"valid_from", "2026-02-01"}}), "2026 Feb 01-2099 Dec 31 Mo 09:00-12:00");
  EXPECT_EQ(hours({{"byday", "MO"}, {"opens_at", "9:00 AM"}, {"closes_at", "5:30 PM"}}), "Mo 09:00-17:30");
  EXPECT_EQ(hours({{"byday", "MO"}, {"opens_at", "09:00+01:00"}, {"closes_at", "12:00:00+01:00"}}),
            "Mo 09:00-12:00");
  EXPECT_EQ(hours({{"byday", "MO"}, {"opens_at", "22:00"}, {"closes_at", "02:00"}}), "Mo 22:00-02:00");
  EXPECT_EQ(hours({{"byday", "MO"}, {"opens_at", "18:00"}, {"closes_at", "00:00"}}), "Mo 18:00-24:00");
  EXPECT_TRUE(read({{{"byday", "MO"}, {"opens_at", "09:00Z"}, {"closes_at", "12:00Z"}}}).moved);
}

TEST(HsdsSchedules, RulesThatTheyCannot) {
  const std::vector<std::vector<field>> rules{
      {{"freq", "WEEKLY"}, {"interval", "2"}, {"byday", "MO"}},
      {{"freq", "MONTHLY"}, {"bymonthday", "15"}},
      {{"freq", "YEARLY"}, {"byday", "MO"}},
      {{"freq", "WEEKLY"}, {"byday", "MO"}, {"count", "3"}},
      {{"freq", "WEEKLY"}, {"byday", "LU"}},
      {{"freq", "WEEKLY"}, {"byday", "2MO"}},
      {{"freq", "MONTHLY"}, {"byday", "9MO"}},
      {{"freq", "MONTHLY"}, {"byday", ","}},
      {{"freq", "WEEKLY"}},
      {{"byday", "MO"}, {"opens_at", "25:00"}},
      {{"byday", "MO"}, {"opens_at", "matin"}},
      {{"byday", "MO"}, {"opens_at", "12:00"}},
      {{"byday", "MO"}, {"opens_at", "17:00"}, {"closes_at", "14:00"}},
      {{"byday", "MO"}, {"valid_from", "bientôt"}},
      {{"byday", "MO"}, {"valid_from", "2026-06-01"}, {"valid_to", "2026-01-01"}}};
  for (const auto& one : rules) EXPECT_EQ(hours(one), "unread") << one.back().name << " " << one.back().value;
}

TEST(HsdsSchedules, SeveralRulesAreOneWeek) {
  const auto made =
      read({{{"byday", "MO,TU"}, {"opens_at", "14:00"}, {"closes_at", "17:00"}},
            {{"byday", "MO"}, {"opens_at", "09:00"}, {"closes_at", "12:00"}, {"notes", "sonner"}},
            {{"byday", "2SA"}, {"freq", "MONTHLY"}, {"opens_at", "10:00"}, {"closes_at", "11:00"}},
            {{"byday", "SU"}, {"interval", "3"}, {"opens_at", "10:00"}, {"closes_at", "11:00"}}});
  EXPECT_EQ(made.hours, "Mo 09:00-12:00,14:00-17:00; Tu 14:00-17:00, Sa[2] 10:00-11:00");
  ASSERT_EQ(made.unread.size(), 1U);
  EXPECT_EQ(made.unread[0], "byday SU; interval 3; opens_at 10:00; closes_at 11:00");
  ASSERT_EQ(made.beside.size(), 1U);
  EXPECT_EQ(made.beside[0].value, "sonner");
}

TEST(HsdsSchedules, WordsAreHoursWhenTheySayTheSame) {
  const field opens{"opens_at", "09:00"};
  const field closes{"closes_at", "12:00"};
  EXPECT_EQ(read({{{"byday", "MO"}, opens, closes, {"description", "Mo 09:00-12:00; PH off"}}}).hours,
            "Mo 09:00-12:00; PH off");
  const auto other = read({{{"byday", "MO"}, opens, closes, {"description", "Mondays, ring the bell"}}});
  EXPECT_EQ(other.hours, "Mo 09:00-12:00");
  ASSERT_EQ(other.beside.size(), 1U);
  EXPECT_EQ(read({{{"description", "sur rendez-vous"}}}).hours, "sur rendez-vous");
  EXPECT_EQ(read({{}}).hours, "");
}

}  // namespace
}  // namespace aiguillage::import_tests
