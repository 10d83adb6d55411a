#include "aiguillage/load.h"
#include "load/folder.h"
#include "load/loading.h"
#include "load/tables.h"
#include "load/territory_parts.h"
#include "load/values.h"

namespace aiguillage {
namespace load {

using yaml::value_kind;

const keys& territory_keys() {
  static const keys table{
      {"territory", value_kind::name, true, {"le nom du dossier", "the name of the folder"}},
      {"title", value_kind::bilingual, true, {"le nom du territoire", "the name of the territory"}},
      {"centre",
       value_kind::mapping,
       false,
       {"où l'on place qui n'a pas de domicile connu", "where a person without a known home is placed"},
       {},
       point_keys},
      {"travel",
       value_kind::mapping,
       false,
       {"le calcul des trajets", "how travel is computed"},
       {},
       travel_keys},
      {"sites", value_kind::sequence, false, {"les lieux", "the sites"}, {}, site_keys},
      {"links",
       value_kind::sequence,
       false,
       {"les relais connus", "the hand-offs that are known"},
       {},
       link_keys}};
  return table;
}

namespace {

keys crow_fly_keys() {
  return {{"detour",
           value_kind::decimal,
           false,
           {"le détour par rapport au vol d'oiseau", "the detour over the crow's flight"},
           content::detour},
          {"walk_metres_per_minute",
           value_kind::integer,
           false,
           {"la vitesse à pied", "the speed on foot"},
           content::walk_speed},
          {"walk_limit_minutes",
           value_kind::integer,
           false,
           {"la marche, au plus", "walking, at most"},
           content::travel_minutes},
          {"transit_metres_per_minute",
           value_kind::integer,
           false,
           {"la vitesse en transport", "the speed of transit"},
           content::transit_speed},
          {"transit_wait_minutes",
           value_kind::integer,
           false,
           {"l'attente du transport", "the wait for transit"},
           content::travel_minutes}};
}

keys means_keys() {
  return {{"car_metres_per_minute",
           value_kind::integer,
           false,
           {"la vitesse en voiture", "the speed by car"},
           content::transit_speed},
          {"car_wait_minutes",
           value_kind::integer,
           false,
           {"le temps de se garer", "the time to park"},
           content::travel_minutes},
          {"walk_most_minutes",
           value_kind::integer,
           false,
           {"à pied, ce qui se demande au plus", "on foot, the most that is asked of a person"},
           content::travel_minutes},
          {"transit_most_minutes",
           value_kind::integer,
           false,
           {"le même en transport", "the same by transit"},
           content::travel_minutes},
          {"car_most_minutes",
           value_kind::integer,
           false,
           {"le même en voiture", "the same by car"},
           content::travel_minutes},
          {"limited_minutes",
           value_kind::integer,
           false,
           {"le même pour qui se déplace difficilement", "the same for who gets around with difficulty"},
           content::travel_minutes}};
}

}  // namespace

const keys& travel_keys() {
  static const keys table = joined(
      joined(crow_fly_keys(), means_keys()),
      {{"source", value_kind::text, true, {"d'où viennent ces valeurs", "where these values come from"}}});
  return table;
}

const keys& site_keys() {
  static const keys table{
      {"id", value_kind::name, true, {"l'identifiant", "the identifier"}},
      {"name", value_kind::text, true, {"le nom", "the name"}},
      {"address", value_kind::text, false, {"l'adresse", "the address"}},
      {"complement", value_kind::text, false, {"l'étage, le bâtiment", "the floor, the building"}},
      {"postcode", value_kind::code, false, {"le code postal", "the postal code"}, content::any_code},
      {"town", value_kind::text, false, {"la ville", "the town"}},
      {"commune", value_kind::code, false, {"le code Insee", "the INSEE code"}, content::commune},
      {"point",
       value_kind::mapping,
       false,
       {"latitude et longitude", "latitude and longitude"},
       {},
       point_keys},
      {"producer", value_kind::text, false, {"qui le dit", "who says so"}},
      {"vintage", value_kind::date, false, {"de quel jour cela date", "of which day this is"}}};
  return table;
}

const keys& link_keys() {
  static const keys table{
      {"from", value_kind::name, true, {"l'acteur qui passe le relais", "the actor that hands over"}},
      {"to", value_kind::name, true, {"l'acteur qui le reçoit", "the actor that receives"}},
      {"mode", value_kind::name, true, {"le mode de relais", "the hand-off mode"}, content::modes},
      {"source", value_kind::text, true, {"qui le dit", "who says so"}}};
  return table;
}

namespace {

void read_travel(const yaml::node& root, territory& into, const sink& to) {
  const yaml::node* given = child(root, "travel", value_kind::mapping);
  if (given == nullptr) return;
  yaml::check_keys(*given, travel_keys(), to.file, to.out);
  travel_model& model = into.travel;
  model.detour_thousandths = thousandths_at(*given, "detour").value_or(model.detour_thousandths);
  const bounds detour = bounds_of(content::detour);
  if (model.detour_thousandths < detour.low * 1000 || model.detour_thousandths > detour.high * 1000)
    report(to, *given, code::out_of_range, {"detour va de 1 à 10", "detour goes from 1 to 10"});
  const auto read = [&](const char* key, content number, std::int64_t& value) {
    value = integer_at(*given, key, number, to).value_or(value);
  };
  read("walk_metres_per_minute", content::walk_speed, model.walk_metres_per_minute);
  read("walk_limit_minutes", content::travel_minutes, model.walk_limit_minutes);
  read("transit_metres_per_minute", content::transit_speed, model.transit_metres_per_minute);
  read("transit_wait_minutes", content::travel_minutes, model.transit_wait_minutes);
  read("car_metres_per_minute", content::transit_speed, model.car_metres_per_minute);
  read("car_wait_minutes", content::travel_minutes, model.car_wait_minutes);
  read("walk_most_minutes", content::travel_minutes, model.most_minutes[0]);
  read("transit_most_minutes", content::travel_minutes, model.most_minutes[1]);
  read("car_most_minutes", content::travel_minutes, model.most_minutes[2]);
  read("limited_minutes", content::travel_minutes, model.limited_minutes);
  model.source = text_at(*given, "source");
}

void read_site(const yaml::node& item, territory_reader& with, const sink& to) {
  yaml::check_keys(item, site_keys(), to.file, to.out);
  site read;
  read.id = text_at(item, "id");
  read.name = text_at(item, "name");
  read.address = text_at(item, "address");
  read.complement = text_at(item, "complement");
  read.postcode = text_at(item, "postcode");
  read.town = text_at(item, "town");
  read.where = point_at(item, "point", to);
  read.written = {with.file, item.line};
  if (const yaml::node* commune = child(item, "commune", value_kind::code))
    read.commune = read_commune(*commune, "commune", to);
  if (is_new(with.site_ids, read.id, item, to)) {
    const std::string id = read.id;
    with.sites.emplace(id, with.into.sites.add(std::move(read)));
  }
}

void read_sites(const yaml::node& root, territory_reader& with, const sink& to) {
  for (const yaml::node& item : items_at(root, "sites")) read_site(item, with, to);
}

void read_links(const yaml::node& root, territory_reader& with, const sink& to) {
  for (const yaml::node& item : items_at(root, "links")) {
    yaml::check_keys(item, link_keys(), to.file, to.out);
    handoff_link read;
    read.from = resolve_at(with.into.actors, item, "from", to);
    read.to = resolve_at(with.into.actors, item, "to", to);
    read.mode = resolve_at(with.rules.modes, item, "mode", to);
    read.source = text_at(item, "source");
    read.written = {0, item.line};
    with.into.links.push_back(std::move(read));
  }
}

void read_top(const yaml::node& root, const std::string& folder_name, territory_reader& with,
              const sink& to) {
  territory& into = with.into;
  yaml::check_keys(root, territory_keys(), to.file, to.out);
  into.id = text_at(root, "territory");
  if (const yaml::node* id = child(root, "territory", value_kind::name);
      id != nullptr && id->scalar != folder_name)
    report(to, *id, code::file_name,
           {"le dossier s'appelle " + folder_name, "the folder is called " + folder_name},
           {"un territoire porte le nom de son dossier", "a territory has the name of its folder"});
  into.title = bilingual_at(root, "title");
  into.centre = point_at(root, "centre", to);
  read_travel(root, into, to);
  read_sites(root, with, to);
}

/// Sites, then actors, then links: each names what comes before it.
void read_files(const folder& from, territory_reader& with, diagnostics& out) {
  const folder_file* top = nullptr;
  for (const folder_file& file : from.files)
    if (file.inside == "territory.yaml") top = &file;
  if (top == nullptr) return;
  with.into.files = {top->name};
  read_top(top->root, from.name, with, {top->name, out});
  for (const folder_file& file : from.files) {
    if (file.part != "actors") continue;
    with.file = static_cast<std::uint16_t>(with.into.files.size());
    with.into.files.push_back(file.name);
    read_sites(file.root, with, {file.name, out});
  }
  with.file = 0;
  for (const folder_file& file : from.files) {
    const sink to{file.name, out};
    if (file.part == "actors") {
      yaml::check_keys(file.root, actors_file_keys(), to.file, to.out);
      ++with.file;
      for (const yaml::node& item : items_at(file.root, "actors")) read_actor(item, with, to);
    } else if (&file != top) {
      report(to, code::unexpected_file,
             {"ce fichier n'est pas une partie d'un territoire", "this file is not a part of a territory"},
             {"un territoire a territory.yaml, actors/*.yaml et travel/*.csv",
              "a territory has territory.yaml, actors/*.yaml and travel/*.csv"});
    }
  }
  read_links(top->root, with, {top->name, out});
}

}  // namespace
}  // namespace load

std::optional<territory> parse_territory(const file_set& files, const pack& rules, diagnostics& out) {
  diagnostics found;
  load::fingerprint hash;
  const load::folder read = load::read_folder(files, hash, found);
  load::territory_reader with{{}, rules, {}, {}, {}, 0};
  const std::string top = "territory.yaml";
  bool seen = false;
  for (const std::string& inside : read.seen) seen = seen || inside == top;
  const std::string missing = read.name + "/" + top;
  if (!seen && read.readable)
    load::report({missing, found}, load::code::missing_part,
                 {"ce fichier manque au territoire", "this file is missing from the territory"});
  load::read_files(read, with, found);
  load::read_communes(files, with.into, hash, found);
  load::read_travel_tables(files, with.into, hash, found);
  with.into.hash = hash.hexadecimal();
  with.into.assumed_opening = parse_hours(assumed_hours).hours.value_or(opening_hours{});
  out.insert(out.end(), found.begin(), found.end());
  if (has_errors(found)) return std::nullopt;
  return std::move(with.into);
}

std::optional<territory> load_territory(const std::string& folder, const pack& rules, diagnostics& out) {
  diagnostics found;
  std::optional<territory> land = parse_territory(read_file_set(folder, found), rules, found);
  if (has_errors(found)) land.reset();
  out.insert(out.end(), found.begin(), found.end());
  return land;
}

}  // namespace aiguillage
