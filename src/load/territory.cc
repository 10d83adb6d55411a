#include "aiguillage/load.h"
#include "load/folder.h"
#include "load/loading.h"
#include "load/tables.h"
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
      {"sites", value_kind::sequence, true, {"les lieux", "the sites"}, {}, site_keys},
      {"links",
       value_kind::sequence,
       false,
       {"les relais connus", "the hand-offs that are known"},
       {},
       link_keys}};
  return table;
}

const keys& travel_keys() {
  static const keys table{
      {"detour",
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
       content::travel_minutes},
      {"source", value_kind::text, true, {"d'où viennent ces valeurs", "where these values come from"}}};
  return table;
}

const keys& site_keys() {
  static const keys table{
      {"id", value_kind::name, true, {"l'identifiant", "the identifier"}},
      {"name", value_kind::text, true, {"le nom", "the name"}},
      {"address", value_kind::text, false, {"l'adresse", "the address"}},
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

const keys& actors_file_keys() {
  static const keys table{
      {"actors", value_kind::sequence, true, {"les acteurs", "the actors"}, {}, actor_keys}};
  return table;
}

const keys& actor_keys() {
  static const keys table{
      {"id", value_kind::name, true, {"l'identifiant", "the identifier"}},
      {"type", value_kind::name, true, {"le type d'acteur", "the type of actor"}, content::actor_types},
      {"name", value_kind::text, true, {"le nom", "the name"}},
      {"site", value_kind::name, true, {"le lieu", "the site"}},
      {"without",
       value_kind::names,
       false,
       {"les besoins qu'il ne sert pas", "the needs that it does not serve"},
       content::needs},
      {"languages",
       value_kind::sequence,
       false,
       {"les langues parlées, entre guillemets", "the languages spoken, in quotes"},
       content::any_code},
      {"communes",
       value_kind::sequence,
       false,
       {"les communes servies, entre guillemets", "the communes served, in quotes"},
       content::commune},
      {"mandates", value_kind::boolean, false, {"signe des mandats", "signs mandates"}},
      {"phone", value_kind::text, false, {"le téléphone", "the telephone"}},
      {"email", value_kind::text, false, {"le courriel", "the e-mail address"}},
      {"website", value_kind::text, false, {"le site web", "the website"}},
      {"hours", value_kind::text, false, {"les horaires, syntaxe OSM", "the hours, in OSM syntax"}},
      {"conditions", value_kind::text, false, {"les conditions d'accueil", "the intake conditions"}},
      {"producer", value_kind::text, true, {"qui le dit", "who says so"}},
      {"vintage", value_kind::date, true, {"de quel jour cela date", "of which day this is"}}};
  return table;
}

namespace {

struct territory_reader {
  territory into;
  const pack& rules;
};

bool is_new(const std::vector<std::string>& ids, const std::string& id, const yaml::node& at,
            const sink& to) {
  if (id.empty()) return false;
  for (const std::string& one : ids) {
    if (one != id) continue;
    const text name = quoted(id);
    report(to, at, code::duplicate_id, {name.fr + " existe déjà", name.en + " already exists"},
           {"donnez un autre nom, ou effacez l'un des deux", "give another name, or delete one of the two"});
    return false;
  }
  return true;
}

template <class List>
std::vector<std::string> ids_of(const List& list) {
  std::vector<std::string> ids;
  for (const auto& one : list) ids.push_back(one.id);
  return ids;
}

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
  model.source = text_at(*given, "source");
}

std::optional<point> point_at(const yaml::node& mapping, const char* key, const sink& to) {
  const yaml::node* given = child(mapping, key, value_kind::mapping);
  if (given == nullptr || !yaml::check_keys(*given, point_keys(), to.file, to.out)) return std::nullopt;
  return read_point(*given, to);
}

void read_sites(const yaml::node& root, territory& into, const sink& to) {
  for (const yaml::node& item : items_at(root, "sites")) {
    yaml::check_keys(item, site_keys(), to.file, to.out);
    site read{text_at(item, "id"), text_at(item, "name"), text_at(item, "address"), "",
              point_at(item, "point", to)};
    if (const yaml::node* commune = child(item, "commune", value_kind::code))
      read.commune = read_commune(*commune, "commune", to);
    if (is_new(ids_of(into.sites), read.id, item, to)) into.sites.add(std::move(read));
  }
}

void read_languages(const yaml::node& item, actor& read, const sink& to) {
  for (const yaml::node& word : items_at(item, "languages"))
    if (is_kind(word, value_kind::code, "languages", to)) read.languages.push_back(word.scalar);
}

void read_communes(const yaml::node& item, actor& read, const sink& to) {
  for (const yaml::node& word : items_at(item, "communes")) {
    const std::string commune = read_commune(word, "communes", to);
    if (!commune.empty()) read.communes.push_back(commune);
  }
}

// Hours that cannot be read are kept as they are written, and taken as not known.
void read_hours(const yaml::node& item, actor& read, const sink& to) {
  if (read.hours.empty()) return;
  hours_reading found = parse_hours(read.hours);
  if (!found.hours)
    report(
        to, *item.find("hours"), code::unread_hours,
        {"ces horaires ne sont pas lus : " + found.wrong.fr, "these hours are not read: " + found.wrong.en},
        {"écrivez-les en syntaxe OSM, par exemple Mo-Fr 09:00-12:00 ; en attendant, ils sont supposés",
         "write them in OSM syntax, for instance Mo-Fr 09:00-12:00; until then they are assumed"},
        severity::warning);
  read.opening = std::move(found.hours);
}

void read_actor(const yaml::node& item, territory_reader& with, const sink& to) {
  yaml::check_keys(item, actor_keys(), to.file, to.out);
  actor read;
  read.id = text_at(item, "id");
  read.name = text_at(item, "name");
  read.type = resolve_at(with.rules.actor_types, item, "type", to);
  read.at = resolve_at(with.into.sites, item, "site", to);
  read.without = resolve_all(with.rules.needs, item, "without", to);
  read_languages(item, read, to);
  read_communes(item, read, to);
  read.mandates = flag_at(item, "mandates", true);
  read.phone = text_at(item, "phone");
  read.email = text_at(item, "email");
  read.website = text_at(item, "website");
  read.hours = text_at(item, "hours");
  read_hours(item, read, to);
  read.conditions = text_at(item, "conditions");
  read.producer = text_at(item, "producer");
  read.vintage = text_at(item, "vintage");
  if (is_new(ids_of(with.into.actors), read.id, item, to)) with.into.actors.add(std::move(read));
}

void read_links(const yaml::node& root, territory_reader& with, const sink& to) {
  for (const yaml::node& item : items_at(root, "links")) {
    yaml::check_keys(item, link_keys(), to.file, to.out);
    handoff_link read;
    read.from = resolve_at(with.into.actors, item, "from", to);
    read.to = resolve_at(with.into.actors, item, "to", to);
    read.mode = resolve_at(with.rules.modes, item, "mode", to);
    read.source = text_at(item, "source");
    with.into.links.push_back(std::move(read));
  }
}

void read_top(const yaml::node& root, const std::string& folder_name, territory& into, const sink& to) {
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
  read_sites(root, into, to);
}

/// Sites, then actors, then links: each names what comes before it.
void read_files(const folder& from, territory_reader& with, diagnostics& out) {
  const folder_file* top = nullptr;
  for (const folder_file& file : from.files)
    if (file.inside == "territory.yaml") top = &file;
  if (top == nullptr) return;
  read_top(top->root, from.name, with.into, {top->name, out});
  for (const folder_file& file : from.files) {
    const sink to{file.name, out};
    if (file.part == "actors") {
      yaml::check_keys(file.root, actors_file_keys(), to.file, to.out);
      for (const yaml::node& item : items_at(file.root, "actors")) read_actor(item, with, to);
    } else if (&file != top) {
      report(to, code::unexpected_file,
             {"ce fichier n'est pas une partie d'un territoire", "this file is not a part of a territory"},
             {"un territoire a territory.yaml et actors/*.yaml",
              "a territory has territory.yaml and actors/*.yaml"});
    }
  }
  read_links(top->root, with, {top->name, out});
}

}  // namespace
}  // namespace load

std::optional<territory> load_territory(const std::string& folder, const pack& rules, diagnostics& out) {
  diagnostics found;
  load::fingerprint hash;
  const load::folder read = load::read_folder(folder, hash, found);
  load::territory_reader with{{}, rules};
  const std::string top = "territory.yaml";
  bool seen = false;
  for (const std::string& inside : read.seen) seen = seen || inside == top;
  const std::string missing = read.name + "/" + top;
  if (!seen && read.readable)
    load::report({missing, found}, load::code::missing_part,
                 {"ce fichier manque au territoire", "this file is missing from the territory"});
  load::read_files(read, with, found);
  with.into.hash = hash.hexadecimal();
  with.into.assumed_opening = *parse_hours(assumed_hours).hours;
  out.insert(out.end(), found.begin(), found.end());
  if (has_errors(found)) return std::nullopt;
  return std::move(with.into);
}

}  // namespace aiguillage
