#include <algorithm>

#include "load/tables.h"
#include "load/territory_parts.h"
#include "load/values.h"

namespace aiguillage::load {

using yaml::value_kind;

const std::vector<std::string>& channel_words() {
  static const words list = words_from({"in_person", "phone", "postal", "email", "online_self",
                                        "online_assisted", "pro_platform", "home_visit", "itinerant"});
  return list;
}

const std::vector<std::string>& mandate_words() {
  static const words list = words_from({"aidants_connect", "cnil_paper", "aplus", "legal"});
  return list;
}

const std::vector<std::string>& fee_words() {
  static const words list = words_from({"none", "none_on_condition", "paid", "membership", "voucher"});
  return list;
}

const std::vector<std::string>& requester_words() {
  static const words list = words_from({"person", "professional"});
  return list;
}

const std::vector<std::string>& admission_words() {
  static const words list = words_from({"preferential", "exclusive"});
  return list;
}

const keys& actors_file_keys() {
  static const keys table{
      {"sites",
       value_kind::sequence,
       false,
       {"les lieux de ces acteurs", "the sites of these actors"},
       {},
       site_keys},
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

const keys& record_source_keys() {
  static const keys table{
      {"producer", value_kind::text, true, {"qui le dit", "who says so"}},
      {"id", value_kind::text, true, {"l'identifiant chez lui", "the identifier there"}},
      {"vintage", value_kind::date, true, {"de quel jour cela date", "of which day this is"}},
      {"keys",
       value_kind::names,
       false,
       {"ce qu'il dit, quand plusieurs en disent quelque chose",
        "what it says, when several say something"}}};
  return table;
}

const keys& remark_keys() {
  static const keys table{{"name", value_kind::text, true, {"de quoi il s'agit", "what it is about"}},
                          {"value", value_kind::text, true, {"ce qui est écrit", "what is written"}}};
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
      {"publics",
       value_kind::sequence,
       false,
       {"qui le lieu dit recevoir ; rien : tout le monde",
        "whom the place says that it receives; nothing: everyone"},
       {},
       admission_keys},
      {"requested_by",
       value_kind::names,
       false,
       {"qui peut s'adresser à lui ; rien : tout le monde", "who may turn to it; nothing: anyone"},
       content::requesters},
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

keys what_it_offers() {
  return {{"helps",
           value_kind::names,
           false,
           {"les niveaux d'aide qu'il dit donner", "the levels of help that it says it gives"},
           content::levels},
          {"services",
           value_kind::texts,
           false,
           {"ce qu'il dit faire, dans les mots de son producteur",
            "what it says it does, in the words of its producer"}},
          {"labels", value_kind::texts, false, {"les réseaux et labels", "networks and labels"}},
          {"fees",
           value_kind::names,
           false,
           {"ce qu'il demande ; none : gratuit", "what it asks for; none: free of charge"},
           content::fees},
          {"fee_words", value_kind::text, false, {"ce qui se paie, en mots", "what is paid, in words"}},
          {"conditions", value_kind::text, false, {"les conditions d'accueil", "the intake conditions"}},
          {"description", value_kind::text, false, {"ce qu'il dit de lui", "what it says of itself"}}};
}

keys who_it_is() {
  return {{"siret", value_kind::code, false, {"son numéro SIRET", "its SIRET number"}, content::siret},
          {"parent", value_kind::text, false, {"l'organisme dont il dépend", "the body that it belongs to"}},
          {"phone", value_kind::text, false, {"le téléphone", "the telephone"}},
          {"email", value_kind::text, false, {"le courriel", "the e-mail address"}},
          {"website", value_kind::text, false, {"le site web", "the website"}},
          {"booking_url",
           value_kind::text,
           false,
           {"la page où prendre rendez-vous", "the page for appointments"}},
          {"access_url",
           value_kind::text,
           false,
           {"la page sur son accessibilité", "the page on its accessibility"}},
          {"hours", value_kind::text, false, {"les horaires, syntaxe OSM", "the hours, in OSM syntax"}}};
}

keys who_says_so() {
  return {{"producer", value_kind::text, true, {"qui le dit", "who says so"}},
          {"vintage", value_kind::date, true, {"de quel jour cela date", "of which day this is"}},
          {"sources",
           value_kind::sequence,
           false,
           {"les enregistrements dont il est fait", "the records that it is made of"},
           {},
           record_source_keys},
          {"assumed",
           value_kind::names,
           false,
           {"ce que personne ne dit et que son type lui prête", "what nobody says and its type gives it"}},
          {"remarks",
           value_kind::sequence,
           false,
           {"ce qui est dit et que rien ne lit", "what is said and nothing reads"},
           {},
           remark_keys}};
}

void read_languages(const yaml::node& item, actor& read, const sink& to) {
  for (const yaml::node& word : items_at(item, "languages"))
    if (is_kind(word, value_kind::code, "languages", to)) read.languages.push_back(word.scalar);
}

bool all_digits(const std::string& word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void read_siret(const yaml::node& item, actor& read, const sink& to) {
  const yaml::node* given = child(item, "siret", value_kind::code);
  if (given == nullptr) return;
  if (given->scalar.size() == 14 && all_digits(given->scalar)) {
    read.siret = given->scalar;
    return;
  }
  const text name = quoted(given->scalar);
  report(to, *given, code::code_pattern,
         {name.fr + " n'est pas un numéro SIRET", name.en + " is not a SIRET number"},
         {"quatorze chiffres, entre guillemets", "fourteen digits, between quotes"});
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
  read.booking_url = text_at(item, "booking_url");
  read.access_url = text_at(item, "access_url");
  read.parent = text_at(item, "parent");
}

void read_offer(const yaml::node& item, actor& read, const pack& rules, const sink& to) {
  read.helps = resolve_all(rules.levels, item, "helps", to);
  read.services = texts_at(item, "services");
  read.labels = texts_at(item, "labels");
  read.fees = words_at<fee>(fee_words(), item, "fees", to);
  read.fee_words = text_at(item, "fee_words");
  read.conditions = text_at(item, "conditions");
  read.description = text_at(item, "description");
}

void read_origin(const yaml::node& item, actor& read, const sink& to) {
  read.producer = text_at(item, "producer");
  read.vintage = text_at(item, "vintage");
  for (const yaml::node& each : items_at(item, "sources"))
    if (yaml::check_keys(each, record_source_keys(), to.file, to.out))
      read.sources.push_back(
          {text_at(each, "producer"), text_at(each, "id"), text_at(each, "vintage"), texts_at(each, "keys")});
  read.assumed = texts_at(item, "assumed");
  for (const yaml::node& each : items_at(item, "remarks"))
    if (yaml::check_keys(each, remark_keys(), to.file, to.out))
      read.remarks.push_back({text_at(each, "name"), text_at(each, "value")});
}

site_id site_at(const territory_reader& with, const yaml::node& item, const sink& to) {
  const yaml::node* word = child(item, "site", value_kind::name);
  if (word == nullptr) return {};
  const auto found = with.sites.find(word->scalar);
  return found != with.sites.end() ? found->second : resolve(with.into.sites, *word, to);
}

}  // namespace

const keys& actor_keys() {
  static const keys table =
      joined(joined(joined(what_it_is(), area_keys()), joined(whom_it_receives(), how_it_receives())),
             joined(joined(what_it_offers(), who_it_is()), who_says_so()));
  return table;
}

bool is_new(std::set<std::string>& ids, const std::string& id, const yaml::node& at, const sink& to) {
  if (id.empty()) return false;
  if (ids.insert(id).second) return true;
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
  read.at = site_at(with, item, to);
  read.without = resolve_all(with.rules.needs, item, "without", to);
  read_languages(item, read, to);
  read_areas(item, read, to);
  read_admissions(item, read, with.rules, to);
  read_mandates(item, read, to);
  read.requested_by = words_at<requester>(requester_words(), item, "requested_by", to);
  read.channels = words_at<channel>(channel_words(), item, "channels", to);
  read.bookings = words_at<channel>(channel_words(), item, "bookings", to);
  if (const yaml::node* free = child(item, "step_free", value_kind::boolean))
    read.step_free = yaml::as_boolean(*free);
  if (const auto days = integer_at(item, "appointment_days", content::days, to))
    read.appointment_days = static_cast<int>(*days);
  if (child(item, "full_until", value_kind::date) != nullptr) read.full_until = text_at(item, "full_until");
  read_contact(item, read);
  read_siret(item, read, to);
  read_offer(item, read, with.rules, to);
  read_origin(item, read, to);
  read_hours(item, read, to);
  read.written = {with.file, item.line};
  if (is_new(with.actor_ids, read.id, item, to)) with.into.actors.add(std::move(read));
}

}  // namespace aiguillage::load
