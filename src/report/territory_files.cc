#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "aiguillage/report/territory.h"
#include "load/folder.h"
#include "load/tables.h"
#include "report/communes_files.h"
#include "report/degrees.h"
#include "report/json_value.h"

namespace aiguillage {
namespace report {

std::string degrees(double value) {
  const std::int64_t digits = std::llround(std::abs(value) * 1e7);
  std::string fraction = std::to_string(digits % 10000000);
  fraction.insert(0, 7 - fraction.size(), '0');
  while (fraction.size() > 1 && fraction.back() == '0') fraction.pop_back();
  return (value < 0 && digits != 0 ? "-" : "") + std::to_string(digits / 10000000) + "." + fraction;
}

}  // namespace report

namespace {

using report::degrees;

constexpr std::size_t most_bytes = 900000;  // under the limit of the YAML reader

/// The bytes of a character that the YAML reader refuses: controls, marks that turn the writing, line separators.
std::size_t refused_at(std::string_view words) {
  const auto byte = [&](std::size_t i) {
    return i < words.size() ? static_cast<unsigned char>(words[i]) : 0U;
  };
  if (byte(0) < 0x20 || byte(0) == 0x7F) return 1;
  if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) <= 0x9F) return 2;
  const bool separator = byte(0) == 0xE2 && byte(1) == 0x80 && byte(2) >= 0xA8 && byte(2) <= 0xAE;
  const bool turn = byte(0) == 0xE2 && byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9;
  const bool mark = byte(0) == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF;
  return separator || turn || mark ? 3 : 0;
}

std::string in_quotes(std::string_view words) {
  std::string result = "\"";
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t refused = refused_at(words.substr(i));
    if (words[i] == '"' || words[i] == '\\') result += '\\';
    result += refused > 0 ? ' ' : words[i];
    i += refused > 1 ? refused - 1 : 0;
  }
  return result + "\"";
}

/// One mapping as a block: keys that have nothing to say are left out.
struct block {
  std::string& out;
  std::string indent;
  bool first = true;

  void key(const char* name) {
    out += first ? "" : indent;
    first = false;
    out += name;
    out += ": ";
  }
  void word(const char* name, const std::string& value) {
    if (value.empty()) return;
    key(name);
    out += value + "\n";
  }
  void words(const char* name, const std::string& value) {
    if (!value.empty()) word(name, in_quotes(value));
  }
  void list(const char* name, const std::vector<std::string>& values, bool with_quotes) {
    if (values.empty()) return;
    key(name);
    out += "[";
    for (std::size_t i = 0; i < values.size(); ++i)
      out += (i == 0 ? "" : ", ") + (with_quotes ? in_quotes(values[i]) : values[i]);
    out += "]\n";
  }
};

template <class Enum>
std::vector<std::string> names_of(const std::vector<Enum>& values, const std::vector<std::string>& names) {
  std::vector<std::string> result;
  for (const Enum one : values) result.push_back(names[static_cast<std::size_t>(one)]);
  return result;
}

std::string point_words(const point& where) {
  return "{latitude: " + degrees(where.latitude) + ", longitude: " + degrees(where.longitude) + "}";
}

void write_site(const site& one, std::string& out) {
  out += "  - ";
  block to{out, "    "};
  to.word("id", one.id);
  to.words("name", one.name);
  to.words("address", one.address);
  to.words("complement", one.complement);
  to.words("postcode", one.postcode);
  to.words("town", one.town);
  to.words("commune", one.commune);
  if (one.where) to.word("point", point_words(*one.where));
}

void write_areas(const actor& one, block& to) {
  constexpr std::array names{"communes", "epcis", "departments", "regions", "countries"};
  for (std::size_t kind = 0; kind < names.size(); ++kind) {
    std::vector<std::string> codes;
    for (const area& each : one.areas)
      if (static_cast<std::size_t>(each.kind) == kind) codes.push_back(each.code);
    to.list(names[kind], codes, true);
  }
}

void write_publics(const actor& one, const pack& rules, block& to) {
  if (one.publics.empty()) return;
  to.key("publics");
  to.out += "\n";
  for (const admission& each : one.publics)
    to.out += "      - {public: " + rules.publics[each.whom].id +
              ", kind: " + load::admission_words()[each.exclusive ? 1 : 0] + "}\n";
}

void write_mandates(const actor& one, block& to) {
  if (!one.mandates)
    to.word("mandates", "false");
  else
    to.list("mandates", names_of(one.signs, load::mandate_words()), false);
}

void write_whom(const actor& one, const pack& rules, block& to) {
  write_areas(one, to);
  write_publics(one, rules, to);
  to.list("requested_by", names_of(one.requested_by, load::requester_words()), false);
  if (one.step_free) to.word("step_free", *one.step_free ? "true" : "false");
  to.list("channels", names_of(one.channels, load::channel_words()), false);
  to.list("bookings", names_of(one.bookings, load::channel_words()), false);
  if (one.appointment_days) to.word("appointment_days", std::to_string(*one.appointment_days));
  to.word("full_until", one.full_until);
}

void write_offer(const actor& one, const pack& rules, block& to) {
  std::vector<std::string> levels;
  for (const level_id each : one.helps) levels.push_back(rules.levels[each].id);
  to.list("helps", levels, false);
  to.list("services", one.services, true);
  to.list("labels", one.labels, true);
  to.list("fees", names_of(one.fees, load::fee_words()), false);
  to.words("fee_words", one.fee_words);
  to.words("conditions", one.conditions);
  to.words("description", one.description);
  to.words("siret", one.siret);
  to.words("parent", one.parent);
  to.words("phone", one.phone);
  to.words("email", one.email);
  to.words("website", one.website);
  to.words("booking_url", one.booking_url);
  to.words("access_url", one.access_url);
  to.words("hours", one.hours);
}

void write_origin(const actor& one, block& to) {
  to.words("producer", one.producer);
  to.word("vintage", one.vintage);
  if (!one.sources.empty()) {
    to.key("sources");
    to.out += "\n";
    for (const record_source& each : one.sources) {
      to.out += "      - {producer: " + in_quotes(each.producer) + ", id: " + in_quotes(each.id) +
                ", vintage: " + each.vintage;
      for (std::size_t i = 0; i < each.keys.size(); ++i)
        to.out += (i == 0 ? ", keys: [" : ", ") + each.keys[i];
      to.out += each.keys.empty() ? "}\n" : "]}\n";
    }
  }
  to.list("assumed", one.assumed, false);
  if (one.remarks.empty()) return;
  to.key("remarks");
  to.out += "\n";
  for (const remark& each : one.remarks)
    to.out += "      - {name: " + in_quotes(each.name) + ", value: " + in_quotes(each.value) + "}\n";
}

void write_actor(const actor& one, const territory& land, const pack& rules, std::string& out) {
  out += "  - ";
  block to{out, "    "};
  to.word("id", one.id);
  to.word("type", rules.actor_types[one.type].id);
  to.words("name", one.name);
  if (one.at.known()) to.word("site", land.sites[one.at].id);
  std::vector<std::string> without;
  for (const need_type_id each : one.without) without.push_back(rules.needs[each].id);
  to.list("without", without, false);
  to.list("languages", one.languages, true);
  write_mandates(one, to);
  write_whom(one, rules, to);
  write_offer(one, rules, to);
  write_origin(one, to);
}

/// Actors and their sites, in files none of which is too long.
struct parts {
  std::string name;
  int number = 1;
  std::string sites;
  std::string actors;

  void close(std::vector<territory_file>& to) {
    if (actors.empty()) return;
    // 35, 35_02, 35_03…: in the order of their names.
    const std::string stem = name + (number > 1 ? (number < 10 ? "_0" : "_") + std::to_string(number) : "");
    to.push_back(
        {"actors/" + stem + ".yaml", (sites.empty() ? "" : "sites:\n" + sites) + "actors:\n" + actors});
    sites.clear();
    actors.clear();
    ++number;
  }
};

void write_travel(const travel_model& model, std::string& out) {
  const travel_model usual;
  const std::array numbers{
      std::tuple{"walk_metres_per_minute", model.walk_metres_per_minute, usual.walk_metres_per_minute},
      std::tuple{"walk_limit_minutes", model.walk_limit_minutes, usual.walk_limit_minutes},
      std::tuple{"walk_most_minutes", model.most_minutes[0], usual.most_minutes[0]},
      std::tuple{"transit_metres_per_minute", model.transit_metres_per_minute,
                 usual.transit_metres_per_minute},
      std::tuple{"transit_wait_minutes", model.transit_wait_minutes, usual.transit_wait_minutes},
      std::tuple{"transit_most_minutes", model.most_minutes[1], usual.most_minutes[1]},
      std::tuple{"car_metres_per_minute", model.car_metres_per_minute, usual.car_metres_per_minute},
      std::tuple{"car_wait_minutes", model.car_wait_minutes, usual.car_wait_minutes},
      std::tuple{"car_most_minutes", model.most_minutes[2], usual.most_minutes[2]},
      std::tuple{"limited_minutes", model.limited_minutes, usual.limited_minutes}};
  std::string given;
  if (model.detour_thousandths != usual.detour_thousandths)
    given += "detour: " + fixed_decimals(model.detour_thousandths, 3) + ", ";
  for (const auto& [name, value, otherwise] : numbers)
    if (value != otherwise) given += std::string(name) + ": " + std::to_string(value) + ", ";
  if (!given.empty() || model.source != usual.source)
    out += "travel: {" + given + "source: " + in_quotes(model.source) + "}\n";
}

std::string top_of(const territory& land, const pack& rules) {
  std::string out = "territory: " + land.id + "\ntitle: {fr: " + in_quotes(land.title.fr) +
                    ", en: " + in_quotes(land.title.en) + "}\n";
  if (land.centre) out += "centre: " + point_words(*land.centre) + "\n";
  write_travel(land.travel, out);
  if (!land.links.empty()) out += "links:\n";
  for (const handoff_link& one : land.links)
    out += "  - {from: " + land.actors[one.from].id + ", to: " + land.actors[one.to].id +
           ", mode: " + rules.modes[one.mode].id + ", source: " + in_quotes(one.source) + "}\n";
  return out;
}

}  // namespace

std::vector<territory_file> territory_files(const territory& land, const pack& rules) {
  std::vector<territory_file> files{{"territory.yaml", top_of(land, rules)}};
  std::map<std::string, parts> departments;
  std::set<site_id> written;
  for (const actor& one : land.actors) {
    const std::string name = file_stem_of(one.at.known() ? land.sites[one.at].commune : "");
    parts& to = departments.emplace(name, parts{name, 1, {}, {}}).first->second;
    std::string text;
    write_actor(one, land, rules, text);
    if (to.sites.size() + to.actors.size() + text.size() > most_bytes) to.close(files);
    if (one.at.known() && written.insert(one.at).second) write_site(land.sites[one.at], to.sites);
    to.actors += text;
  }
  for (auto& [name, each] : departments) each.close(files);
  for (territory_file& one : report::communes_files(land.communes)) files.push_back(std::move(one));
  return files;
}

std::string hash_of_files(const std::vector<territory_file>& files) {
  std::vector<const territory_file*> yaml;
  std::vector<const territory_file*> others;
  for (const territory_file& one : files)
    (one.inside.size() > 5 && one.inside.compare(one.inside.size() - 5, 5, ".yaml") == 0 ? yaml : others)
        .push_back(&one);
  std::sort(yaml.begin(), yaml.end(), [](const auto* a, const auto* b) { return a->inside < b->inside; });
  yaml.insert(yaml.end(), others.begin(), others.end());
  load::fingerprint hash;
  for (const territory_file* one : yaml) {
    hash.add(one->inside + "\n");
    hash.add(one->content + "\n");
  }
  return hash.hexadecimal();
}

}  // namespace aiguillage
