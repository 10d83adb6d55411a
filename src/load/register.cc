#include "load/conditions.h"
#include "load/tables.h"

/// The small files of a pack: pack.yaml, sources, claims.
namespace aiguillage::load {

using yaml::value_kind;

const keys& pack_keys() {
  static const keys table{
      {"id",
       value_kind::name,
       true,
       {"le nom du paquet, celui du dossier", "the name of the pack, that of its folder"}},
      {"version", value_kind::text, true, {"la version, entre guillemets", "the version, in quotes"}},
      {"reference_date",
       value_kind::date,
       true,
       {"le jour où les règles ont été relues", "the day on which the rules were read again"}},
      {"title", value_kind::bilingual, true, {"le titre du paquet", "the title of the pack"}},
      {"extends",
       value_kind::names,
       true,
       {"les paquets que celui-ci complète", "the packs that this one extends"},
       content::base_pack},
      {"strength",
       value_kind::mapping,
       false,
       {"paquet local : règle et sa force", "local pack: rule and its strength"},
       content::strengths_by_rule}};
  return table;
}

const keys& sources_file_keys() {
  static const keys table{
      {"sources", value_kind::sequence, true, {"les sources", "the sources"}, {}, register_keys}};
  return table;
}

const keys& register_keys() {
  static const keys table{
      {"id", value_kind::name, true, {"le numéro : L04", "the number: L04"}},
      {"statement", value_kind::text, true, {"ce que dit la source", "what the source says"}},
      {"status", value_kind::text, false, {"si elle a été vérifiée", "whether it was verified"}}};
  return table;
}

const keys& claims_keys() {
  static const keys table{
      {"claims",
       value_kind::sequence,
       true,
       {"sous quel besoin se demande chaque droit", "by which need each right is claimed"},
       {},
       claim_keys},
      {"default",
       value_kind::name,
       true,
       {"le besoin pour tous les autres droits", "the need for all other rights"},
       content::needs},
      {"requests",
       value_kind::sequence,
       false,
       {"le droit que dit une demande à elle seule", "the right that a request says by itself"},
       {},
       claim_request_keys}};
  return table;
}

const keys& claim_request_keys() {
  static const keys table{
      {"request", value_kind::name, true, {"la demande", "the request"}, content::requests},
      {"right", value_kind::name, true, {"le droit", "the right"}, content::rights}};
  return table;
}

const keys& claim_keys() {
  static const keys table{{"rights", value_kind::names, true, {"les droits", "the rights"}, content::rights},
                          {"need", value_kind::name, true, {"le besoin", "the need"}, content::needs}};
  return table;
}

void read_pack_file(const yaml::node& root, const std::string&, loading& into, const sink& to) {
  yaml::check_keys(root, pack_keys(), to.file, to.out);
  pack& rules = into.rules;
  const std::vector<std::string> bases = texts_at(root, "extends");
  if (into.layer == 0) {
    rules.id = text_at(root, "id");
    rules.version = text_at(root, "version");
    rules.reference_date = text_at(root, "reference_date");
    rules.title = bilingual_at(root, "title");
    if (bases.empty()) return;
    report(to, root, code::wrong_base, {"ce paquet en complète un autre", "this pack extends another"},
           {"donnez d'abord le paquet de base", "give the base pack first"});
    return;
  }
  if (bases == std::vector<std::string>{rules.id}) return;
  report(to, root, code::wrong_base,
         {"ce paquet ne dit pas qu'il complète " + rules.id,
          "this pack does not say that it extends " + rules.id},
         {"écrivez extends: [" + rules.id + "]", "write extends: [" + rules.id + "]"});
}

void read_sources(const yaml::node& root, const std::string&, loading& into, const sink& to) {
  yaml::check_keys(root, sources_file_keys(), to.file, to.out);
  for (const yaml::node& item : items_at(root, "sources")) {
    yaml::check_keys(item, register_keys(), to.file, to.out);
    const std::string id = text_at(item, "id");
    if (id.empty() || !take_id(into, "source", id, item, to)) continue;
    into.rules.sources[id] = {id, text_at(item, "statement"), text_at(item, "status")};
  }
}

namespace {

void read_requests(const yaml::node& root, pack& rules, const sink& to) {
  const fact_id asked = find_named(rules.facts, "request");
  words requests;
  if (asked.known())
    for (const value& one : rules.facts[asked].values) requests.push_back(one.id);
  for (const yaml::node& item : items_at(root, "requests")) {
    yaml::check_keys(item, claim_request_keys(), to.file, to.out);
    const right_id right = resolve_at(rules.rights, item, "right", to);
    const yaml::node* word = item.kind == yaml::node_kind::mapping ? item.find("request") : nullptr;
    if (word == nullptr) continue;
    if (const auto which = read_word(requests, *word, to)) rules.right_of_request[*which] = right;
  }
}

}  // namespace

void read_claims(const yaml::node& root, const std::string&, loading& into, const sink& to) {
  yaml::check_keys(root, claims_keys(), to.file, to.out);
  pack& rules = into.rules;
  const need_type_id otherwise = resolve_at(rules.needs, root, "default", to);
  if (otherwise.known()) {
    rules.default_claim = otherwise;
    for (right& one : rules.rights)
      if (into.layer == 0) one.claim = otherwise;
  }
  for (const yaml::node& item : items_at(root, "claims")) {
    yaml::check_keys(item, claim_keys(), to.file, to.out);
    const need_type_id claim = resolve_at(rules.needs, item, "need", to);
    for (const right_id one : resolve_all(rules.rights, item, "rights", to))
      if (take_id(into, "claim of", rules.rights[one].id, item, to)) rules.rights[one].claim = claim;
  }
  read_requests(root, rules, to);
}

namespace {

std::vector<rule*> every_rule(pack& rules) {
  std::vector<rule*> all;
  all.reserve(rules.need_rules.size() + rules.urgency_rules.size() + rules.routing.size() +
              rules.states.size());
  for (need_rule& one : rules.need_rules) all.push_back(&one.about);
  for (urgency_rule& one : rules.urgency_rules) all.push_back(&one.about);
  for (routing_rule& one : rules.routing) all.push_back(&one.about);
  for (state& one : rules.states) all.push_back(&one.about);
  return all;
}

}  // namespace

void read_strengths(const yaml::node& root, const std::string&, loading& into, const sink& to) {
  const yaml::node* given = child(root, "strength", value_kind::mapping);
  if (given == nullptr) return;
  for (const yaml::entry& entry : given->entries) {
    std::vector<std::string> known;
    bool found = false;
    for (rule* one : every_rule(into.rules)) {
      known.push_back(one->id);
      if (one->id != entry.key) continue;
      found = true;
      one->force = word_at(strength_words(), *given, entry.key.c_str(), one->force, to);
    }
    if (!found)
      report_unknown(key_word(entry), code::unknown_name, {"cette règle n'existe pas", "no such rule"}, known,
                     to);
  }
}

}  // namespace aiguillage::load
