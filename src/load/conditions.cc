#include "load/conditions.h"

#include <array>
#include <utility>

#include "load/tables.h"
#include "load/values.h"

namespace aiguillage::load {
namespace {

/// One reader at one place: where nodes go, what may be looked at, where findings go.
struct builder {
  loading& into;
  const condition_scope& scope;
  const sink& to;

  condition_id add(condition node) const { return into.rules.conditions.add(std::move(node)); }
};

text fitting_test(fact_kind kind) {
  switch (kind) {
    case fact_kind::boolean: return {"écrivez true ou false", "write true or false"};
    case fact_kind::integer:
    case fact_kind::number: return {"écrivez {at_least: …, at_most: …}", "write {at_least: …, at_most: …}"};
    case fact_kind::one_of:
      return {"écrivez une valeur, ou une liste de valeurs", "write a value, or a list of values"};
    case fact_kind::set_of:
      return {"écrivez une valeur, une liste, {lacks: […]} ou {empty: true}",
              "write a value, a list, {lacks: […]} or {empty: true}"};
    case fact_kind::code: break;
  }
  return {"un code ne peut pas être une condition", "a code cannot be a condition"};
}

condition_id wrong_test(const builder& with, const yaml::entry& given, fact_kind kind) {
  const text name = quoted(given.key);
  report(with.to, given.value, code::condition_test,
         {"cette condition ne convient pas au fait " + name.fr, "this test does not fit the fact " + name.en},
         fitting_test(kind));
  return always(with.into);
}

value_set read_values(const builder& with, const fact& of, const yaml::node& words) {
  value_set result;
  if (!is_kind(words, yaml::value_kind::names, of.id, with.to)) return result;
  std::vector<std::string> seen;
  for (const yaml::node* word : yaml::as_list(words)) {
    const auto index = value_index(of, *word, with.to);
    if (index && first_time(*word, seen, with.to)) result.set(*index);
  }
  if (words.kind == yaml::node_kind::sequence && words.items.empty())
    report(with.to, words, code::empty_list, {"cette liste est vide", "this list is empty"},
           {"écrivez au moins une valeur", "write at least one value"});
  return result;
}

condition of_fact(condition_kind kind, fact_id which) {
  condition node;
  node.kind = kind;
  node.fact = which;
  return node;
}

condition_id read_range(const builder& with, const yaml::entry& given, fact_id which) {
  if (!yaml::check_keys(given.value, number_test_keys(), with.to.file, with.to.out)) return always(with.into);
  condition node = of_fact(condition_kind::range, which);
  for (const yaml::entry& bound : given.value.entries) {
    const std::int64_t number = yaml::as_thousandths(bound.value);
    if (number < 0)
      report(with.to, bound.value, code::out_of_range,
             {"un nombre ne peut pas être négatif", "a number cannot be negative"});
    (bound.key == "at_least" ? node.low : node.high) = number;
  }
  if (given.value.entries.empty()) return wrong_test(with, given, with.into.rules.facts[which].kind);
  if (node.low > node.high)
    report(with.to, given.value, code::out_of_range, {"aucun nombre ne convient", "no number fits"},
           {"at_least doit être au plus at_most", "at_least must be at most at_most"});
  return with.add(std::move(node));
}

condition_id read_set_test(const builder& with, const yaml::entry& given, fact_id which) {
  const fact& of = with.into.rules.facts[which];
  if (!yaml::check_keys(given.value, set_test_keys(), with.to.file, with.to.out)) return always(with.into);
  std::vector<condition_id> parts;
  if (const yaml::node* words = given.value.find("lacks")) {
    condition node = of_fact(condition_kind::lacks, which);
    node.values = read_values(with, of, *words);
    parts.push_back(with.add(std::move(node)));
  }
  if (const yaml::node* empty = given.value.find("empty")) {
    // "Not empty" is: holds one of all values; a set that is not known is neither.
    condition node = of_fact(yaml::as_boolean(*empty) ? condition_kind::empty : condition_kind::value, which);
    for (std::size_t i = 0; i < of.values.size(); ++i) node.values.set(i);
    parts.push_back(with.add(std::move(node)));
  }
  return parts.empty() ? wrong_test(with, given, of.kind) : all_of(with.into, parts);
}

condition_id read_fact(const builder& with, const yaml::entry& given, fact_id which) {
  const fact& of = with.into.rules.facts[which];
  const bool mapping = given.value.kind == yaml::node_kind::mapping;
  const bool number = of.kind == fact_kind::integer || of.kind == fact_kind::number;
  if (of.kind == fact_kind::code || (number && !mapping) ||
      (mapping && !number && of.kind != fact_kind::set_of))
    return wrong_test(with, given, of.kind);
  if (number) return read_range(with, given, which);
  if (mapping) return read_set_test(with, given, which);
  condition node = of_fact(condition_kind::value, which);
  if (of.kind != fact_kind::boolean)
    node.values = read_values(with, of, given.value);
  else if (is_kind(given.value, yaml::value_kind::boolean, given.key, with.to))
    node.values.set(yaml::as_boolean(given.value) ? 1 : 0);
  return with.add(std::move(node));
}

condition_id read_children(const builder& with, const yaml::entry& given) {
  condition node;
  node.kind = given.key == "any" ? condition_kind::any : condition_kind::all;
  if (!is_kind(given.value, yaml::value_kind::sequence, given.key, with.to)) return always(with.into);
  for (const yaml::node& item : given.value.items)
    node.children.push_back(read_condition(item, with.scope, with.into, with.to));
  if (node.children.empty())
    report(with.to, given.value, code::empty_list, {"cette liste est vide", "this list is empty"},
           {"écrivez au moins une condition", "write at least one condition"});
  return with.add(std::move(node));
}

condition_id except_when(const builder& with, const yaml::node& exception) {
  condition node;
  node.kind = condition_kind::unless;
  node.children = {read_condition(exception, with.scope, with.into, with.to)};
  return with.add(std::move(node));
}

condition_id read_always(const builder& with, const yaml::entry& given) {
  if (is_kind(given.value, yaml::value_kind::boolean, given.key, with.to) && !yaml::as_boolean(given.value))
    report(with.to, given.value, code::condition_test,
           {"cette condition ne serait jamais vraie", "this would never hold"},
           {"écrivez always: true", "write always: true"});
  return always(with.into);
}

/// The keys that look at something else than a fact, and where they may stand.
struct special_key {
  const char* name;
  condition_kind kind;
  bool condition_scope::* allowed;
};

constexpr std::array<special_key, 5> special_keys = {{
    {"right", condition_kind::right, &condition_scope::of_a_need},
    {"operator", condition_kind::decided_by, &condition_scope::of_a_need},
    {"urgency", condition_kind::urgency, &condition_scope::urgency},
    {"need", condition_kind::need, &condition_scope::certain_needs},
    {"dimension", condition_kind::dimension, &condition_scope::certain_needs},
}};

value_set special_values(const builder& with, condition_kind kind,
                         const std::vector<const yaml::node*>& given) {
  const pack& rules = with.into.rules;
  value_set result;
  const auto set_all = [&](const auto& ids) {
    for (const auto id : ids) result.set(id.index());
  };
  if (kind == condition_kind::right) set_all(resolve_list(rules.rights, given, with.to));
  if (kind == condition_kind::decided_by) set_all(resolve_list(rules.actor_types, given, with.to));
  if (kind == condition_kind::urgency) set_all(resolve_list(rules.urgencies, given, with.to));
  if (kind == condition_kind::need) set_all(resolve_list(rules.needs, given, with.to));
  if (kind == condition_kind::dimension)
    for (const yaml::node* word : given)
      if (const auto index = read_word(dimension_words(), *word, with.to)) result.set(*index);
  return result;
}

condition_id read_special(const builder& with, const yaml::entry& given, const special_key& special) {
  if (!(with.scope.*special.allowed)) {
    const text name = quoted(given.key);
    report(with.to, given, code::condition_place,
           {name.fr + " ne peut pas servir de condition ici", name.en + " cannot be a condition here"},
           {"right et operator : compétences et besoins ; urgency : règles de parcours ; need et dimension : "
            "urgence et parcours",
            "right and operator: competences and needs; urgency: routing rules; need and dimension: urgency "
            "and routing"});
    return always(with.into);
  }
  if (!is_kind(given.value, yaml::value_kind::names, given.key, with.to)) return always(with.into);
  condition node;
  node.kind = special.kind;
  node.values = special_values(with, special.kind, yaml::as_list(given.value));
  return with.add(std::move(node));
}

condition_id unknown_key(const builder& with, const yaml::entry& given) {
  std::vector<std::string> known;
  for (const yaml::key_spec& one : condition_keys()) known.emplace_back(one.name);
  for (const fact& one : with.into.rules.facts) known.push_back(one.id);
  report_unknown(key_word(given), code::unknown_fact, no_such(fact_id{}), known, with.to);
  return always(with.into);
}

condition_id read_entry(const builder& with, const yaml::entry& given) {
  if (given.key == "any" || given.key == "all") return read_children(with, given);
  if (given.key == "unless") return except_when(with, given.value);
  if (given.key == "always") return read_always(with, given);
  for (const special_key& special : special_keys)
    if (given.key == special.name) return read_special(with, given, special);
  const fact_id which = find_named(with.into.rules.facts, given.key);
  return which.known() ? read_fact(with, given, which) : unknown_key(with, given);
}

}  // namespace

bool may_stand(const std::string& key, const condition_scope& scope) {
  for (const special_key& special : special_keys)
    if (key == special.name) return scope.*special.allowed;
  return true;
}

namespace {

keys beside_facts() {
  using yaml::value_kind;
  return {
      {"right", value_kind::names, false, {"le droit du besoin", "the right of the need"}, content::rights},
      {"operator",
       value_kind::names,
       false,
       {"l'organisme qui décide ce droit", "the operator that decides this right"},
       content::actor_types},
      {"urgency",
       value_kind::names,
       false,
       {"le niveau d'urgence", "the level of urgency"},
       content::urgencies},
      {"need",
       value_kind::names,
       false,
       {"un besoin certain de ces types", "a certain need of these types"},
       content::needs},
      {"dimension",
       value_kind::names,
       false,
       {"un besoin certain dans ces dimensions", "a certain need in these dimensions"},
       content::dimensions}};
}

}  // namespace

const keys& condition_keys() {
  using yaml::value_kind;
  static const keys table = joined(
      {{"any",
        value_kind::sequence,
        false,
        {"l'une de ces conditions", "one of these conditions"},
        content::conditions},
       {"all",
        value_kind::sequence,
        false,
        {"toutes ces conditions", "all these conditions"},
        content::conditions},
       {"unless",
        value_kind::mapping,
        false,
        {"l'exception, quand des faits l'établissent", "the exception, when facts establish it"},
        content::exception},
       {"always", value_kind::boolean, false, {"vaut pour tous", "holds for everyone"}, content::only_true}},
      beside_facts());
  return table;
}

const keys& number_test_keys() {
  static const keys table{
      {"at_least", yaml::value_kind::decimal, false, {"au moins", "at least"}, content::not_negative},
      {"at_most", yaml::value_kind::decimal, false, {"au plus", "at most"}, content::not_negative}};
  return table;
}

const keys& set_test_keys() {
  static const keys table{
      {"lacks",
       yaml::value_kind::names,
       false,
       {"est connu et n'a aucune de ces valeurs", "is known and holds none of these values"},
       content::values_of_fact},
      {"empty",
       yaml::value_kind::boolean,
       false,
       {"est connu et vide, ou non vide", "is known and empty, or not empty"}}};
  return table;
}

condition_id always(loading& into) { return into.rules.conditions.add({}); }

condition_id never(loading& into) {
  condition node;
  node.kind = condition_kind::unless;
  node.children = {always(into)};
  return into.rules.conditions.add(std::move(node));
}

condition_id all_of(loading& into, const std::vector<condition_id>& parts) {
  if (parts.empty()) return always(into);
  if (parts.size() == 1) return parts.front();
  condition node;
  node.kind = condition_kind::all;
  node.children = parts;
  return into.rules.conditions.add(std::move(node));
}

condition_id read_condition(const yaml::node& node, const condition_scope& scope, loading& into,
                            const sink& to) {
  if (!is_kind(node, yaml::value_kind::mapping, "when", to)) return always(into);
  if (node.entries.empty())
    report(to, node, code::empty_condition, {"cette condition est vide", "this condition is empty"},
           {"écrivez always: true si elle vaut pour tous", "write always: true when it holds for everyone"});
  const builder with{into, scope, to};
  std::vector<condition_id> parts;
  parts.reserve(node.entries.size());
  for (const yaml::entry& given : node.entries) parts.push_back(read_entry(with, given));
  return all_of(into, parts);
}

condition_id read_guard(const yaml::node& mapping, const condition_scope& scope, loading& into,
                        const sink& to) {
  std::vector<condition_id> parts;
  if (const yaml::node* when = mapping.find("when")) parts.push_back(read_condition(*when, scope, into, to));
  if (const yaml::node* unless = mapping.find("unless"))
    parts.push_back(except_when({into, scope, to}, *unless));
  return all_of(into, parts);
}

}  // namespace aiguillage::load
