#include <algorithm>

#include "load/tables.h"
#include "load/territory_parts.h"
#include "load/values.h"

namespace aiguillage::load {

using yaml::value_kind;

const std::vector<std::string>& channel_words() {
  static const words list{"in_person",       "phone",        "postal",     "email",    "online_self",
                          "online_assisted", "pro_platform", "home_visit", "itinerant"};
  return list;
}

const std::vector<std::string>& mandate_words() {
  static const words list{"aidants_connect", "cnil_paper", "aplus", "legal"};
  return list;
}

const std::vector<std::string>& admission_words() {
  static const words list{"preferential", "exclusive"};
  return list;
}

const keys& actors_file_keys() {
  static const keys table{
      {"actors", value_kind::sequence, true, {"les acteurs", "the actors"}, {}, actor_keys}};
  return table;
}

const keys& admission_keys() {
  static const keys table{{"public", value_kind::name, true, {"le public", "the public"}, content::publics},
                          {"kind",
                           value_kind::name,
                           true,
                           {"preferential : lui d'abord ; exclusive : lui seulement",
                            "preferential: them first; exclusive: them only"},
                           content::admissions}};
  return table;
}

namespace {

keys what_it_is() {
  return {{"id", value_kind::name, true, {"l'identifiant", "the identifier"}},
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
          {"mandates",
           value_kind::any,
           false,
           {"signe des mandats : true, false, ou lesquels", "signs mandates: true, false, or which"},
           content::mandates}};
}

keys whom_it_receives() {
  return {
      {"communes",
       value_kind::sequence,
       false,
       {"les communes servies, entre guillemets", "the communes served, in quotes"},
       content::commune},
      {"departments",
       value_kind::sequence,
       false,
       {"les départements servis en entier, entre guillemets", "the departments served whole, in quotes"},
       content::department},
      {"publics",
       value_kind::sequence,
       false,
       {"qui le lieu dit recevoir ; rien : tout le monde",
        "whom the place says that it receives; nothing: everyone"},
       {},
       admission_keys},
      {"step_free",
       value_kind::boolean,
       false,
       {"on entre sans marche ; rien : on ne sait pas", "there is no step to enter; nothing: not known"}}};
}

keys how_it_receives() {
  return {{"channels",
           value_kind::names,
           false,
           {"comment il reçoit ; rien : sur place", "how it receives; nothing: in person"},
           content::channels},
          {"bookings",
           value_kind::names,
           false,
           {"comment on lui demande un rendez-vous", "how an appointment is asked for"},
           content::channels},
          {"appointment_days",
           value_kind::integer,
           false,
           {"son propre délai de rendez-vous, en jours", "its own delay to an appointment, in days"},
           content::days},
          {"full_until",
           value_kind::date,
           false,
           {"complet : ne prend personne avant ce jour", "full: takes nobody before that day"}}};
}

keys who_says_so() {
  return {{"phone", value_kind::text, false, {"le téléphone", "the telephone"}},
          {"email", value_kind::text, false, {"le courriel", "the e-mail address"}},
          {"website", value_kind::text, false, {"le site web", "the website"}},
          {"hours", value_kind::text, false, {"les horaires, syntaxe OSM", "the hours, in OSM syntax"}},
          {"conditions", value_kind::text, false, {"les conditions d'accueil", "the intake conditions"}},
          {"producer", value_kind::text, true, {"qui le dit", "who says so"}},
          {"vintage", value_kind::date, true, {"de quel jour cela date", "of which day this is"}}};
}

void read_languages(const yaml::node& item, actor& read, const sink& to) {
  for (const yaml::node& word : items_at(item, "languages"))
    if (is_kind(word, value_kind::code, "languages", to)) read.languages.push_back(word.scalar);
}

std::string read_department(const yaml::node& given, const sink& to) {
  if (!is_kind(given, value_kind::code, "departments", to)) return "";
  const std::string& word = given.scalar;
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const bool corsican = word == "2A" || word == "2B";
  const bool overseas = word.size() == 3 && word[0] == '9' && (word[1] == '7' || word[1] == '8');
  const bool mainland = word.size() == 2 && word >= "01" && word <= "96";
  const bool fits = corsican || ((overseas || mainland) && std::all_of(word.begin(), word.end(), digit));
  if (fits) return word;
  const text name = quoted(word);
  report(to, given, code::code_pattern,
         {name.fr + " n'est pas un code de département", name.en + " is not a department code"},
         {"écrivez \"35\", \"2A\" ou \"974\"", "write \"35\", \"2A\" or \"974\""});
  return "";
}

void read_zone(const yaml::node& item, actor& read, const sink& to) {
  for (const yaml::node& word : items_at(item, "communes")) {
    const std::string commune = read_commune(word, "communes", to);
    if (!commune.empty()) read.communes.push_back(commune);
  }
  for (const yaml::node& word : items_at(item, "departments")) {
    const std::string department = read_department(word, to);
    if (!department.empty()) read.departments.push_back(department);
  }
}

template <class Word>
std::vector<Word> words_at(const words& known, const yaml::node& item, const char* key, const sink& to) {
  std::vector<Word> result;
  std::vector<std::string> seen;
  for (const yaml::node* word : list_at(item, key))
    if (const auto index = read_word(known, *word, to); index && first_time(*word, seen, to))
      result.push_back(static_cast<Word>(*index));
  return result;
}

void read_mandates(const yaml::node& item, actor& read, const sink& to) {
  const yaml::node* given = child(item, "mandates", value_kind::any);
  if (given == nullptr) return;
  if (given->kind == yaml::node_kind::sequence) {
    if (!is_kind(*given, value_kind::names, "mandates", to)) return;
    read.signs = words_at<mandate_kind>(mandate_words(), item, "mandates", to);
    read.mandates = !read.signs.empty();
  } else if (is_kind(*given, value_kind::boolean, "mandates", to)) {
    read.mandates = yaml::as_boolean(*given);
  }
}

void read_admissions(const yaml::node& item, actor& read, const pack& rules, const sink& to) {
  std::vector<std::string> seen;
  for (const yaml::node& each : items_at(item, "publics")) {
    if (!yaml::check_keys(each, admission_keys(), to.file, to.out)) continue;
    admission one;
    one.whom = resolve_at(rules.publics, each, "public", to);
    one.exclusive = word_at(admission_words(), each, "kind", 0, to) == 1;
    if (one.whom.known() && first_time(*each.find("public"), seen, to)) read.publics.push_back(one);
  }
}

// Hours that cannot be read are kept as they are written, and taken as not known.
void read_hours(const yaml::node& item, actor& read, const sink& to) {
  read.hours = text_at(item, "hours");
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

void read_contact(const yaml::node& item, actor& read) {
  read.phone = text_at(item, "phone");
  read.email = text_at(item, "email");
  read.website = text_at(item, "website");
  read.conditions = text_at(item, "conditions");
  read.producer = text_at(item, "producer");
  read.vintage = text_at(item, "vintage");
}

}  // namespace

const keys& actor_keys() {
  static const keys table =
      joined(joined(what_it_is(), whom_it_receives()), joined(how_it_receives(), who_says_so()));
  return table;
}

bool is_new(const std::vector<std::string>& ids, const std::string& id, const yaml::node& at,
            const sink& to) {
  if (id.empty()) return false;
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) return true;
  const text name = quoted(id);
  report(to, at, code::duplicate_id, {name.fr + " existe déjà", name.en + " already exists"},
         {"donnez un autre nom, ou effacez l'un des deux", "give another name, or delete one of the two"});
  return false;
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
  read_zone(item, read, to);
  read_admissions(item, read, with.rules, to);
  read_mandates(item, read, to);
  read.channels = words_at<channel>(channel_words(), item, "channels", to);
  read.bookings = words_at<channel>(channel_words(), item, "bookings", to);
  if (const yaml::node* free = child(item, "step_free", value_kind::boolean))
    read.step_free = yaml::as_boolean(*free);
  if (const auto days = integer_at(item, "appointment_days", content::days, to))
    read.appointment_days = static_cast<int>(*days);
  if (child(item, "full_until", value_kind::date) != nullptr) read.full_until = text_at(item, "full_until");
  read_contact(item, read);
  read_hours(item, read, to);
  read.written = {static_cast<std::uint16_t>(with.into.files.size() - 1), item.line};
  if (is_new(ids_of(with.into.actors), read.id, item, to)) with.into.actors.add(std::move(read));
}

}  // namespace aiguillage::load
