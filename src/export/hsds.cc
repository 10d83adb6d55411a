#include <array>
#include <map>

#include "aiguillage/area.h"
#include "export/formats.h"
#include "export/json_cells.h"
#include "export/weekly.h"
#include "import/cells.h"

/// HSDS 3.1 (openreferral/specification): each actor is a service of an organization at a location. Hours that are not the same
/// every week are words of a schedule; identifiers come of those of the producer, the same at every export. What the standard
/// has no field for are terms of taxonomies of ours; rules/imports/hsds.yaml reads all of it again.
namespace aiguillage::exports {
namespace {

using report::json;

/// FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/).
std::uint64_t hash_of(const std::string& words, std::uint64_t seed) {
  std::uint64_t hash = 14695981039346656037ULL ^ seed;
  for (const char c : words) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

/// A UUID of version 8 (RFC 9562), made of words.
std::string uuid_of(const std::string& words) {
  constexpr const char* digits = "0123456789abcdef";
  const std::uint64_t high = hash_of(words, 0);
  const std::uint64_t low = hash_of(words, 0x5bd1e995);
  std::string result;
  for (unsigned i = 0; i < 32; ++i) {
    if (i == 8 || i == 12 || i == 16 || i == 20) result += '-';
    const unsigned nibble =
        static_cast<unsigned>((i < 16 ? high >> (60 - 4 * i) : low >> (60 - 4 * (i - 16))) & 15U);
    result += i == 12 ? '8' : digits[i == 16 ? (nibble & 3U) | 8U : nibble];
  }
  return result;
}

std::string clock(int minutes) {
  const std::string hour = std::to_string(minutes / 60);
  const std::string minute = std::to_string(minutes % 60);
  return std::string(hour.size() < 2 ? "0" : "") + hour + (minute.size() < 2 ? ":0" : ":") + minute;
}

void put(json& to, const char* key, const std::string& value) {
  if (!value.empty()) to[key] = value;
}

struct place_writer {
  const job& of;
  const actor& one;
  const listing& says;
  std::string key;  // of its identifiers

  [[nodiscard]] std::string id(const std::string& kind) const { return uuid_of(kind + " " + key); }
  [[nodiscard]] const std::string& word(attribute what) const { return said(says, what); }

  [[nodiscard]] json organization() const {
    json made = {{"id", id("organization")}, {"name", one.parent.empty() ? one.name : one.parent}};
    made["description"] = one.description.empty() ? one.name : one.description;
    put(made, "email", one.email);
    put(made, "website", one.website);
    made["organization_identifiers"] = json::array();
    const auto identify = [&](const std::string& scheme, const std::string& type, const std::string& value) {
      if (!value.empty())
        made["organization_identifiers"].push_back({{"id", id("identifier " + scheme)},
                                                    {"identifier_scheme", scheme},
                                                    {"identifier_type", type},
                                                    {"identifier", value}});
    };
    identify("FR-SIRET", "SIRET", one.siret);
    identify(word(attribute::producer), "producer", word(attribute::id));
    return made;
  }
  [[nodiscard]] json location() const {
    json made = {{"id", id("location")}, {"location_type", "physical"}, {"name", one.name}};
    const auto latitude = json_number(word(attribute::latitude));
    const auto longitude = json_number(word(attribute::longitude));
    if (latitude && longitude) {
      made["latitude"] = *latitude;
      made["longitude"] = *longitude;
    }
    if (const std::string& commune = word(attribute::commune); !commune.empty()) {
      made["external_identifier"] = commune;
      made["external_identifier_type"] = "INSEE commune";
    }
    if (has_address(says)) made["addresses"] = json::array({address()});
    if (!one.access_url.empty())
      made["accessibility"] = json::array({{{"id", id("accessibility")}, {"url", one.access_url}}});
    return made;
  }
  [[nodiscard]] json address() const {
    json made = {{"id", id("address")}, {"address_1", word(attribute::address)}};
    put(made, "address_2", word(attribute::complement));
    made["city"] = word(attribute::town);
    made["state_province"] = department_of(word(attribute::commune));
    made["postal_code"] = word(attribute::postcode);
    made["country"] = "FR";
    made["address_type"] = "physical";
    return made;
  }
  /// The standard asks for the town, the postcode and the department of an address.
  [[nodiscard]] static bool has_address(const listing& of) {
    for (const attribute what :
         {attribute::address, attribute::town, attribute::postcode, attribute::commune})
      if (said(of, what).empty()) return false;
    return true;
  }
  [[nodiscard]] json schedules() const {
    json all = json::array();
    const auto spans = one.opening ? weekly_spans(*one.opening) : std::nullopt;
    for (const weekly_span& each : spans.value_or(std::vector<weekly_span>{}))
      all.push_back({{"id", id("schedule " + std::to_string(all.size()))},
                     {"freq", "WEEKLY"},
                     {"interval", 1},
                     {"byday", each.days},
                     {"opens_at", clock(each.from)},
                     {"closes_at", clock(each.to)},
                     {"description", one.hours}});
    if (all.empty() && !one.hours.empty())
      all.push_back({{"id", id("schedule")}, {"description", one.hours}});
    return all;
  }
  [[nodiscard]] json type() const {
    const actor_type& kind = of.rules.actor_types[one.type];
    const json term = {{"id", uuid_of("actor_type " + kind.id)},
                       {"code", kind.id},
                       {"name", kind.label.fr},
                       {"description", kind.label.en},
                       {"taxonomy", "aiguillage actor types"}};
    return {{"id", id("attribute")},
            {"link_id", id("service")},
            {"link_entity", "service"},
            {"taxonomy_term", term}};
  }
  /// A word of a taxonomy of ours.
  [[nodiscard]] json attribute_with(attribute what, const std::string& word) const {
    const std::string taxonomy = std::string("aiguillage ") + form_of(what).name;
    const json term = {{"id", uuid_of(taxonomy + " " + word)},
                       {"code", word},
                       {"name", word},
                       {"description", word},
                       {"taxonomy", taxonomy}};
    return {{"id", id("attribute " + taxonomy + " " + word)},
            {"link_id", id("service")},
            {"link_entity", "service"},
            {"taxonomy_term", term}};
  }
  [[nodiscard]] json attributes() const {
    json all = json::array({type()});
    for (const said_value& each : says.says)
      if (each.what >= attribute::publics_only && each.what <= attribute::fees &&
          each.what != attribute::languages)
        all.push_back(attribute_with(each.what, each.value));
    return all;
  }
  [[nodiscard]] json areas() const {
    constexpr std::array kinds{"commune", "epci", "department", "region", "country"};
    json all = json::array();
    for (std::size_t i = 0; i < kinds.size(); ++i)
      for (const said_value& each : says.says)
        if (each.what == import::attribute_of(static_cast<area_kind>(i)))
          all.push_back({{"id", id(std::string("area ") + kinds[i] + " " + each.value)},
                         {"name", each.value},
                         {"description", kinds[i]}});
    return all;
  }
  [[nodiscard]] json service() const {
    json made = {{"id", id("service")}, {"name", one.name}};
    put(made, "description", one.description);
    if (!one.booking_url.empty())
      made["additional_urls"] =
          json::array({{{"id", id("booking")}, {"label", "booking"}, {"url", one.booking_url}}});
    put(made, "email", one.email);
    made["status"] = "active";
    put(made, "eligibility_description", one.conditions);
    put(made, "fees_description", one.fee_words);
    put(made, "assured_date", word(attribute::vintage));
    if (!one.phone.empty()) made["phones"] = json::array({{{"id", id("phone")}, {"number", one.phone}}});
    if (json all = schedules(); !all.empty()) made["schedules"] = std::move(all);
    for (const std::string& code : one.languages)
      made["languages"].push_back({{"id", id("language " + code)}, {"code", code}});
    made["organization"] = organization();
    made["service_at_locations"] =
        json::array({{{"id", id("service_at_location")}, {"location", location()}}});
    if (json all = areas(); !all.empty()) made["service_areas"] = std::move(all);
    made["attributes"] = attributes();
    return made;
  }
};

std::set<attribute> kept(const listing& of) {
  std::set<attribute> all;
  for (std::size_t i = 0; i < attribute_count; ++i) all.insert(static_cast<attribute>(i));
  all.erase(attribute::remark);
  if (!place_writer::has_address(of))
    for (const attribute what :
         {attribute::address, attribute::complement, attribute::postcode, attribute::town})
      all.erase(what);
  return all;
}

}  // namespace

void write_hsds(const job& of) {
  json services = json::array();
  std::map<std::string, std::size_t> keys;
  for (std::size_t i = 0; i < of.land.actors.size(); ++i) {
    const listing says = listing_of(of.land, actor_id(i), of.rules);
    const actor& one = of.land.actors.items[i];
    std::string key = says.sources.front().producer + "/" + says.sources.front().id;
    if (const std::size_t more = keys[key]++; more > 0) key += "/" + std::to_string(more + 1);
    services.push_back(place_writer{of, one, says, key}.service());
  }
  of.out = report::written(services);
  tally_listings(of.land, of.rules, kept, of.count);
}

}  // namespace aiguillage::exports
