#include "load/loading.h"
#include "load/tables.h"
#include "pattern.h"

namespace aiguillage::load {
namespace {

using yaml::value_kind;

constexpr std::size_t most_values = value_set().size();

void read_list(const yaml::node& items, const std::string& name, const keys& table, loading& into,
               const sink& to) {
  std::vector<value>& kept = into.lists["value_lists." + name];
  for (const yaml::node& item : items.items) {
    yaml::check_keys(item, table, to.file, to.out);
    const std::string id = text_at(item, "id");
    if (id.empty() || !take_id(into, name, id, item, to)) continue;
    kept.push_back({id, {text_at(item, "fr"), text_at(item, "en")}, flag_at(item, "sensitive")});
  }
  if (kept.size() > most_values)
    report(to, items, code::too_many,
           {"cette liste dépasse 128 valeurs", "this list has more than 128 values"});
}

actor_type_id operator_of(const yaml::node& item, const loading& into, const sink& to) {
  const yaml::node* given = child(item, "operator", value_kind::any);
  if (given == nullptr || is_null(*given) || !is_kind(*given, value_kind::name, "operator", to)) return {};
  return resolve(into.rules.actor_types, *given, to);
}

void read_rights(const yaml::node& items, loading& into, const sink& to) {
  for (const yaml::node& item : items.items) {
    right one;
    one.id = text_at(item, "id");
    one.label = {text_at(item, "fr"), text_at(item, "en")};
    one.demarche = text_at(item, "demarche");
    one.decided_by = operator_of(item, into, to);
    one.sensitive = flag_at(item, "sensitive");
    const auto procedure = into.procedures.find(one.demarche);
    if (procedure != into.procedures.end()) {
      one.offline = procedure->second.offline;
      one.family = procedure->second.family;
    }
    if (const yaml::node* given = child(item, "demarche", value_kind::name)) {
      words known;
      for (const auto& [name, unused] : into.procedures) known.push_back(name);
      if (procedure == into.procedures.end())
        report_unknown(*given, code::unknown_name, {"cette démarche n'existe pas", "no such procedure"},
                       known, to);
    }
    into.rules.rights.add(std::move(one));
  }
}

void read_value_lists(const yaml::node& root, loading& into, const sink& to) {
  const yaml::node* lists = child(root, "value_lists", value_kind::mapping);
  if (lists == nullptr) return;
  yaml::check_keys(*lists, value_lists_keys(), to.file, to.out);
  if (const yaml::node* rights = child(*lists, "rights", value_kind::sequence)) {
    read_list(*rights, "rights", right_keys(), into, to);
    read_rights(*rights, into, to);
  }
  if (const yaml::node* organisms = child(*lists, "organisms", value_kind::sequence))
    read_list(*organisms, "organisms", value_keys(), into, to);
  for (const value& one : into.lists["value_lists.organisms"]) into.rules.organisms.push_back(one.id);
}

std::vector<value> own_values(const yaml::node& given, const sink& to) {
  std::vector<value> result;
  std::vector<std::string> seen;
  for (const yaml::node& item : items_at(given, "values")) {
    yaml::check_keys(item, value_keys(), to.file, to.out);
    const yaml::node* id = child(item, "id", value_kind::name);
    if (id == nullptr || !first_time(*id, seen, to)) continue;
    result.push_back({id->scalar, {text_at(item, "fr"), text_at(item, "en")}, flag_at(item, "sensitive")});
  }
  if (result.size() > most_values)
    report(to, given, code::too_many,
           {"cette liste dépasse 128 valeurs", "this list has more than 128 values"});
  return result;
}

void share_values(const yaml::node& from, fact& one, const loading& into, const sink& to) {
  const auto list = into.lists.find(from.scalar);
  if (list != into.lists.end()) {
    one.values = list->second;
    one.values_from = from.scalar.substr(from.scalar.find('.') + 1);
    return;
  }
  std::vector<std::string> known;
  known.reserve(into.lists.size());
  for (const auto& [name, unused] : into.lists) known.push_back(name);
  report_unknown(from, code::unknown_name, {"cette liste n'existe pas", "no such list"}, known, to);
}

void read_values(const yaml::node& given, fact& one, const loading& into, const sink& to) {
  const yaml::node* own = child(given, "values", value_kind::sequence);
  const yaml::node* shared = child(given, "values_from", value_kind::text);
  const bool listed = one.kind == fact_kind::one_of || one.kind == fact_kind::set_of;
  if ((own != nullptr && shared != nullptr) || listed != (own != nullptr || shared != nullptr))
    report(to, given, code::fact_values,
           {"les valeurs de ce fait ne sont pas claires", "the values of this fact are not clear"},
           {"enum et set : values ou values_from ; les autres : ni l'un ni l'autre",
            "enum and set: values or values_from; the others: neither"});
  if (own != nullptr) one.values = own_values(given, to);
  if (shared != nullptr) share_values(*shared, one, into, to);
  if (one.kind == fact_kind::boolean)
    one.values = {{"false", {"non", "no"}, false}, {"true", {"oui", "yes"}, false}};
}

void check_pattern(const yaml::node& given, const fact& one, const sink& to) {
  const yaml::node* pattern = child(given, "pattern", value_kind::text);
  const bool fits = one.kind == fact_kind::code && pattern != nullptr && is_pattern(pattern->scalar);
  if (fits || (one.kind != fact_kind::code && pattern == nullptr)) return;
  report(to, given, code::bad_pattern,
         {"ce fait n'a pas de forme correcte", "this fact has no valid pattern"},
         {"un code, et lui seul, a une clé pattern : \"^[a-z]{2,3}$\"",
          "a code, and only a code, has a pattern: \"^[a-z]{2,3}$\""});
}

void read_fact(const yaml::entry& entry, loading& into, const sink& to) {
  yaml::check_keys(entry.value, fact_keys(), to.file, to.out);
  fact one;
  one.id = entry.key;
  one.where = {to.file, entry.line};
  one.kind = word_at(fact_kind_words(), entry.value, "type", fact_kind::boolean, to);
  one.unit = text_at(entry.value, "unit");
  one.pattern = text_at(entry.value, "pattern");
  one.question = bilingual_at(entry.value, "question");
  one.sensitive = flag_at(entry.value, "sensitive");
  read_values(entry.value, one, into, to);
  check_pattern(entry.value, one, to);
  into.rules.facts.add(std::move(one));
}

void read_all_facts(const yaml::node& facts, loading& into, const sink& to) {
  for (const yaml::entry& entry : facts.entries) {
    if (!find_named(into.rules.facts, entry.key).known()) {
      read_fact(entry, into, to);
      continue;
    }
    const text name = quoted(entry.key);
    report(to, entry, code::duplicate_id, {name.fr + " existe déjà", name.en + " already exists"},
           {"donnez un autre nom, ou effacez l'un des deux", "give another name, or delete one of the two"});
  }
  if (into.rules.facts.size() > most_values)
    report(to, facts, code::too_many, {"il y a plus de 128 faits", "there are more than 128 facts"});
}

}  // namespace

const keys& facts_file_keys() {
  static const keys table{
      {"version", value_kind::integer, true, {"la version des faits", "the version of the facts"}},
      {"value_lists",
       value_kind::mapping,
       true,
       {"les listes partagées", "the shared lists"},
       {},
       value_lists_keys},
      {"facts",
       value_kind::mapping,
       true,
       {"ce qui peut être connu", "what may be known"},
       content::any_name,
       fact_keys}};
  return table;
}

const keys& own_facts_keys() {
  static const keys table{{"facts",
                           value_kind::mapping,
                           true,
                           {"ce qui peut être connu de plus", "what may be known besides"},
                           content::any_name,
                           fact_keys}};
  return table;
}

const keys& value_lists_keys() {
  static const keys table{
      {"rights",
       value_kind::sequence,
       true,
       {"les droits et démarches", "rights and procedures"},
       {},
       right_keys},
      {"organisms", value_kind::sequence, true, {"les organismes", "the organisms"}, {}, value_keys}};
  return table;
}

const keys& value_keys() {
  static const keys table{{"id", value_kind::name, true, {"l'identifiant, stable", "the identifier, stable"}},
                          {"fr", value_kind::text, true, {"le nom en français", "the name in French"}},
                          {"en", value_kind::text, true, {"le nom en anglais", "the name in English"}},
                          {"sensitive", value_kind::boolean, false, {"à protéger", "to be protected"}}};
  return table;
}

const keys& right_keys() {
  static const keys table =
      joined(value_keys(), {{"demarche",
                             value_kind::name,
                             false,
                             {"la démarche du vocabulaire", "the procedure of the vocabulary"}},
                            {"operator",
                             value_kind::any,
                             true,
                             {"l'acteur qui décide, ou null", "the actor that decides, or null"},
                             content::actor_type_or_null}});
  return table;
}

const keys& fact_keys() {
  static const keys table{
      {"type",
       value_kind::name,
       true,
       {"boolean, integer, number, enum, set ou code", "boolean, integer, number, enum, set or code"},
       content::fact_kinds},
      {"values", value_kind::sequence, false, {"les valeurs permises", "the allowed values"}, {}, value_keys},
      {"values_from",
       value_kind::text,
       false,
       {"la liste des valeurs", "the list of the values"},
       content::value_lists},
      {"unit", value_kind::text, false, {"l'unité d'un nombre", "the unit of a number"}},
      {"pattern", value_kind::text, false, {"la forme d'un code", "the form of a code"}},
      {"question", value_kind::bilingual, true, {"comment l'aidant demande", "how a helper asks"}},
      {"note", value_kind::text, false, {"ce que cela veut dire", "what it means"}},
      {"sensitive", value_kind::boolean, false, {"à protéger", "to be protected"}}};
  return table;
}

const std::vector<std::string>& fact_kind_words() {
  static const words list = words_from({"boolean", "integer", "number", "enum", "set", "code"});
  return list;
}

void read_facts_file(const yaml::node& root, const std::string&, loading& into, const sink& to) {
  yaml::check_keys(root, facts_file_keys(), to.file, to.out);
  read_value_lists(root, into, to);
  const yaml::node* facts = child(root, "facts", value_kind::mapping);
  if (facts == nullptr) return;
  read_all_facts(*facts, into, to);
}

void read_own_facts(const yaml::node& root, const std::string&, loading& into, const sink& to) {
  yaml::check_keys(root, own_facts_keys(), to.file, to.out);
  if (const yaml::node* facts = child(root, "facts", value_kind::mapping)) read_all_facts(*facts, into, to);
}

}  // namespace aiguillage::load
