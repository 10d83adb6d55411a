#include <map>

#include "load/conditions.h"
#include "load/tables.h"

namespace aiguillage::load {
namespace {

using yaml::value_kind;

std::vector<dimension> read_dimensions(const yaml::node& mapping, const sink& to) {
  std::vector<dimension> result;
  for (const yaml::node* word : list_at(mapping, "dimensions"))
    if (const auto index = read_word(dimension_words(), *word, to))
      result.push_back(static_cast<dimension>(*index));
  return result;
}

std::vector<group> read_groups(const yaml::node& mapping, const sink& to) {
  std::vector<group> result;
  for (const yaml::node* word : list_at(mapping, "groups"))
    if (const auto index = read_word(group_words(), *word, to)) result.push_back(static_cast<group>(*index));
  return result;
}

/// A fact whose values are types of actors.
fact_id read_doors(const yaml::node& mapping, const char* key, const pack& rules, const sink& to) {
  const fact_id which = resolve_at(rules.facts, mapping, key, to);
  if (which.known() && rules.facts[which].values_from != "actor_types")
    report(to, *mapping.find(key), code::wrong_shape,
           {"les valeurs de ce fait ne sont pas des types d'acteurs",
            "the values of this fact are not types of actors"});
  return which;
}

void read_exceptions(const yaml::node& mapping, routing_rule& read, loading& into, const sink& to) {
  for (const yaml::node& item : items_at(mapping, "except")) {
    yaml::check_keys(item, exception_keys(), to.file, to.out);
    if (item.kind != yaml::node_kind::mapping) continue;
    exception one;
    one.actor = resolve_at(into.rules.actor_types, item, "actor", to);
    one.needs = resolve_all(into.rules.needs, item, "needs", to);
    one.rights = resolve_set(into.rules.rights, item, "rights", to);
    one.when = read_guard(item, for_routing, into, to);
    read.except.push_back(std::move(one));
  }
}

/// What each effect says; every key is read for the effects that have it in their table.
void read_details(const yaml::node& given, routing_rule& read, loading& into, const sink& to) {
  const pack& rules = into.rules;
  read.dimensions = read_dimensions(given, to);
  read.groups = read_groups(given, to);
  read.levels = resolve_all(rules.levels, given, "help", to);
  read.rights = resolve_set(rules.rights, given, "rights", to);
  read.deciding_too = flag_at(given, "deciding_too");
  read.any_procedure = flag_at(given, "any_procedure");
  const bool replaces = read.effect == effect_kind::replace_operator;
  read.actors = resolve_all(rules.actor_types, given, replaces ? "from" : "actors", to);
  read.replacement = resolve_at(rules.actor_types, given, "by", to);
  read.actors_in = read_doors(given, read.effect == effect_kind::exclude ? "actors_in" : "doors", rules, to);
  read.needs = resolve_all(rules.needs, given, "needs", to);
  read_exceptions(given, read, into, to);
}

void read_effect(const yaml::entry& given, routing_rule& read, loading& into, const sink& to) {
  const words& known = effect_words();
  for (std::size_t i = 0; i < known.size(); ++i)
    if (known[i] == given.key) read.effect = static_cast<effect_kind>(i);
  const keys& table = effect_item_keys(given.key);
  if (read.effect == effect_kind::hand_off || read.effect == effect_kind::hand_off_in_time ||
      read.effect == effect_kind::book_for) {
    if (given.value.kind == yaml::node_kind::scalar) read.mode = resolve(into.rules.modes, given.value, to);
  } else if (table.empty()) {
    if (given.value.scalar == "false")
      report(to, given.value, code::one_effect,
             {"un effet à false ne fait rien", "an effect that is false does nothing"},
             {"écrivez true, ou effacez la règle", "write true, or delete the rule"});
  } else {
    yaml::check_keys(given.value, table, to.file, to.out);
    read_details(given.value, read, into, to);
  }
}

void read_then(const yaml::node& root, routing_rule& read, loading& into, const sink& to) {
  const yaml::node* then = child(root, "then", value_kind::mapping);
  if (then == nullptr) return;
  if (!yaml::check_keys(*then, effect_keys(), to.file, to.out)) return;
  if (then->entries.size() != 1)
    report(to, *then, code::one_effect, {"une règle a un effet et un seul", "a rule has exactly one effect"},
           {"écrivez une règle par effet", "write one rule for each effect"});
  for (const yaml::entry& given : then->entries) read_effect(given, read, into, to);
}

keys exclude_table() {
  return {{"actors",
           value_kind::names,
           false,
           {"ces types d'acteurs", "these types of actors"},
           content::actor_types},
          {"groups",
           value_kind::names,
           false,
           {"ces groupes d'acteurs", "these groups of actors"},
           content::groups},
          {"actors_in",
           value_kind::name,
           false,
           {"les acteurs que nomme ce fait", "the actors that this fact names"},
           content::actor_facts},
          {"dimensions",
           value_kind::names,
           false,
           {"dans ces dimensions ; aucune : toutes", "in these dimensions; none: all"},
           content::dimensions},
          {"help",
           value_kind::names,
           false,
           {"ces formes d'aide seulement", "these levels of help only"},
           content::levels},
          {"deciding_too",
           value_kind::boolean,
           false,
           {"aussi quand l'acteur décide", "also when the actor decides"}},
          {"except", value_kind::sequence, false, {"les exceptions", "the exceptions"}, {}, exception_keys}};
}

keys replace_operator_table(const yaml::key_spec& rights) {
  return {{"from",
           value_kind::names,
           true,
           {"les organismes remplacés", "the operators replaced"},
           content::actor_types},
          {"by",
           value_kind::name,
           true,
           {"l'organisme qui décide", "the operator that decides"},
           content::actor_types},
          rights};
}

keys doors_table() {
  return {{"doors",
           value_kind::name,
           true,
           {"le fait qui nomme les acteurs", "the fact that names the actors"},
           content::actor_facts}};
}

const std::map<std::string, keys>& effect_tables() {
  static const yaml::key_spec dimensions{"dimensions",
                                         value_kind::names,
                                         false,
                                         {"les dimensions ; aucune : toutes", "the dimensions; none: all"},
                                         content::dimensions};
  static const yaml::key_spec rights{"rights",
                                     value_kind::names,
                                     false,
                                     {"les droits ; aucun : tous", "the rights; none: all"},
                                     content::rights};
  static const yaml::key_spec help{
      "help", value_kind::names, true, {"les formes d'aide", "the levels of help"}, content::levels};
  static const std::map<std::string, keys> tables{
      {"exclude", exclude_table()},
      {"replace_operator", replace_operator_table(rights)},
      {"offline",
       {{"any_procedure",
         value_kind::boolean,
         false,
         {"même sans voie hors ligne établie", "even where no offline route is established"}},
        rights}},
      {"not_first", {dimensions}},
      {"new_element", doors_table()},
      {"defer", {help}},
      {"prefer_help", {help}},
      {"same_helper", doors_table()},
      {"next_date",
       {{"needs",
         value_kind::names,
         true,
         {"qui y répond garde le dossier", "whoever serves them keeps the file"},
         content::needs}}}};
  return tables;
}

}  // namespace

const keys& routing_keys() {
  static const keys table =
      joined(joined(joined({{"id", value_kind::name, true, {"le nom de la règle", "the name of the rule"}}},
                           statement_keys()),
                    routing_guard_keys()),
             {{"then",
               value_kind::mapping,
               true,
               {"l'effet de la règle, un seul", "the effect of the rule, exactly one"},
               content::one_effect,
               effect_keys}});
  return table;
}

namespace {

keys effects_on_plans() {
  return {{"vital_first",
           value_kind::boolean,
           false,
           {"le vital d'abord, le jour même", "vital needs first, the same day"},
           content::only_true},
          {"new_element",
           value_kind::mapping,
           false,
           {"pas de retour sans élément nouveau", "no return without a new element"},
           content::effect},
          {"offline",
           value_kind::mapping,
           false,
           {"la voie hors ligne est prise", "the offline route is taken"},
           content::effect},
          {"defer",
           value_kind::mapping,
           false,
           {"attend après ce parcours", "waits until after this path"},
           content::effect},
          {"prefer_help",
           value_kind::mapping,
           false,
           {"les formes d'aide, la meilleure d'abord", "the levels of help, the best first"},
           content::effect}};
}

keys effects_on_follow_up() {
  return {
      {"same_helper",
       value_kind::mapping,
       false,
       {"à parcours presque égaux, ces acteurs", "between nearly equal paths, these actors"},
       content::effect},
      {"check_hand_off",
       value_kind::boolean,
       false,
       {"qui oriente vérifie que la personne a été reçue", "whoever refers checks that they were received"},
       content::only_true},
      {"within_reach",
       value_kind::boolean,
       false,
       {"que des lieux à portée, ou qui viennent", "only places within reach, or that come"},
       content::only_true},
      {"book_for",
       value_kind::name,
       false,
       {"le mode quand la personne ne peut pas demander elle-même : pas de quoi le faire, ou professionnels "
        "seulement",
        "the mode when the person cannot ask: no means to, or professionals only"},
       content::modes},
      {"next_date",
       value_kind::mapping,
       false,
       {"la prochaine échéance, avec qui garde le dossier", "the next date, with whoever keeps the file"},
       content::effect}};
}

}  // namespace

const keys& effect_keys() {
  static const keys table =
      joined({{"exclude",
               value_kind::mapping,
               false,
               {"ces acteurs ne servent pas ces besoins", "these actors do not serve these needs"},
               content::effect},
              {"replace_operator",
               value_kind::mapping,
               false,
               {"le droit se décide ailleurs", "the right is decided elsewhere"},
               content::effect},
              {"hand_off",
               value_kind::name,
               false,
               {"le mode de chaque relais", "the mode of every hand-off"},
               content::modes},
              {"hand_off_in_time",
               value_kind::name,
               false,
               {"le mode quand le rendez-vous viendrait trop tard",
                "the mode when the appointment would come too late"},
               content::modes},
              {"not_first",
               value_kind::mapping,
               false,
               {"n'ouvre pas le parcours", "does not open the path"},
               content::effect}},
             joined(effects_on_plans(), effects_on_follow_up()));
  return table;
}

const std::vector<std::string>& effect_words() {
  static const words list = [] {
    words names;
    for (const yaml::key_spec& one : effect_keys()) names.emplace_back(one.name);
    return names;
  }();
  return list;
}

const keys& effect_item_keys(const std::string& effect) {
  static const keys none;
  const auto found = effect_tables().find(effect);
  return found == effect_tables().end() ? none : found->second;
}

const keys& exception_keys() {
  static const keys table = joined({{"actor",
                                     value_kind::name,
                                     true,
                                     {"l'acteur qui reste", "the actor that stays"},
                                     content::actor_types},
                                    {"needs",
                                     value_kind::names,
                                     false,
                                     {"pour ces besoins ; aucun : tous", "for these needs; none: all"},
                                     content::needs},
                                    {"rights",
                                     value_kind::names,
                                     false,
                                     {"pour ces droits ; aucun : tous", "for these rights; none: all"},
                                     content::rights}},
                                   routing_guard_keys());
  return table;
}

void read_routing(const yaml::node& root, const std::string& stem, loading& into, const sink& to) {
  yaml::check_keys(root, routing_keys(), to.file, to.out);
  check_stem(root, "id", stem, to);
  const std::string id = text_at(root, "id");
  if (id.empty() || !take_id(into, "rule", id, root, to)) return;
  routing_rule read;
  read.about = read_statement(root, id, into, to);
  read.when = read_guard(root, for_routing, into, to);
  read_then(root, read, into, to);
  put(into.rules.routing, std::move(read), [&](const routing_rule& old) { return old.about.id == id; });
}

}  // namespace aiguillage::load
