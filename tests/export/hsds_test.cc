#include <regex>

#include "export/support.h"
#include "export/weekly.h"
#include "report/json_value.h"

namespace aiguillage::export_tests {
namespace {

using report::json;

/// Every identifier of a document, wherever it stands.
void collect_ids(const json& in, std::vector<std::string>& to) {
  for (auto item = in.begin(); item != in.end(); ++item) {
    if (in.is_object() && item.key() == "id") to.push_back(item->get<std::string>());
    if (item->is_structured()) collect_ids(*item, to);
  }
}

std::string words_of(const std::string& hours) {
  const auto read = parse_hours(hours).hours;
  const auto spans = read ? exports::weekly_spans(*read) : std::nullopt;
  if (!spans) return "none";
  std::string words;
  for (const auto& one : *spans)
    words += one.days + " " + std::to_string(one.from) + "-" + std::to_string(one.to) + ";";
  return words;
}

TEST(Hsds, WeeksThatAreAllTheSame) {
  EXPECT_EQ(words_of("Mo-We,Fr 09:00-12:00,14:00-17:00; Sa 10:00-12:00"),
            "MO,TU,WE,FR 540-720;MO,TU,WE,FR 840-1020;SA 600-720;");
  EXPECT_EQ(words_of("Mo 09:00-12:00, Mo 14:00-17:00"), "MO 540-720;MO 840-1020;");
  EXPECT_EQ(words_of("Mo-Fr 09:00-12:00; We 10:00-11:00"), "none");
  EXPECT_EQ(words_of("Mo-Fr 09:00-12:00; PH off"), "none");
  EXPECT_EQ(words_of("Jul-Aug Mo 09:00-12:00"), "none");
  EXPECT_EQ(words_of("Mo[1] 09:00-12:00"), "none");
  EXPECT_EQ(words_of("Mo 09:00-12:00 \"sur rendez-vous\""), "none");
  EXPECT_EQ(words_of("Mo 22:00-02:00"), "none");
}

TEST(Hsds, EveryActorIsAServiceWithWhatTheStandardAsksFor) {
  const territory land = loaded("rennes");
  const export_result written = exported(land, "hsds");
  const json services = json::parse(written.content);
  ASSERT_EQ(services.size(), land.actors.size());
  std::size_t weekly = 0;
  for (std::size_t i = 0; i < services.size(); ++i) {
    const json& one = services[i];
    EXPECT_EQ(one.at("name"), land.actors.items[i].name);
    EXPECT_EQ(one.at("status"), "active");
    EXPECT_FALSE(one.at("organization").at("description").get<std::string>().empty());
    const json& location = one.at("service_at_locations").at(0).at("location");
    EXPECT_EQ(location.at("location_type"), "physical");
    EXPECT_TRUE(location.at("latitude").is_number());
    const json schedules = one.value("schedules", json::array());
    EXPECT_EQ(schedules.empty(), land.actors.items[i].hours.empty());
    for (const json& each : schedules) weekly += each.count("byday");
  }
  EXPECT_GT(weekly, 40U);
  EXPECT_EQ(records(written.lost, "hours"), 0U);
  std::vector<std::string> ids;
  collect_ids(services, ids);
  const std::regex form("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  std::set<std::string> terms;
  std::size_t attributes = 0;
  for (const json& one : services)
    for (const json& each : one.at("attributes")) {
      terms.insert(each.at("taxonomy_term").at("id").get<std::string>());
      ++attributes;
    }
  for (const std::string& id : ids) EXPECT_TRUE(std::regex_match(id, form)) << id;
  const std::set<std::string> different(ids.begin(), ids.end());
  EXPECT_EQ(different.size(), ids.size() - attributes + terms.size());
}

TEST(Hsds, AnAddressIsWholeOrLost) {
  territory land = loaded("rennes");
  land.actors.items.resize(1);
  land.links.clear();
  site& at = land.sites[land.actors.items[0].at];
  at.address = "1 rue Haute";
  EXPECT_EQ(records(exported(land, "hsds").lost, "address"), 1U);
  at.town = "Rennes";
  at.postcode = "35000";
  const export_result written = exported(land, "hsds");
  EXPECT_EQ(records(written.lost, "address") + records(written.lost, "town"), 0U);
  const json address =
      json::parse(written.content).at(0).at("service_at_locations").at(0).at("location").at("addresses");
  EXPECT_EQ(address.at(0).at("state_province"), "35");
  EXPECT_EQ(address.at(0).at("country"), "FR");
}

}  // namespace
}  // namespace aiguillage::export_tests
