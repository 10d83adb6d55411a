#include <algorithm>

#include "load/schema.h"

/// Key tables: each key by its kind, and by what it holds.
namespace aiguillage::load {
namespace {

using yaml::key_spec;
using yaml::value_kind;

json list_of(const json& item) { return {{"type", "array"}, {"items", item}}; }

json or_null(json made) { return {{"anyOf", {std::move(made), {{"type", "null"}}}}}; }

json number_of(const char* type, content holds) {
  const bounds range = bounds_of(holds);
  json made{{"type", type}, {"minimum", range.low}};
  if (holds != content::not_negative) made["maximum"] = range.high;
  return made;
}

json department() {
  return {{"type", "string"}, {"pattern", "^(0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|9[78][0-9])$"}};
}

json mandates(schema_builder& with) {
  const json kinds = of_content(with, {"", value_kind::name, false, {}, content::mandate_kinds});
  return {{"anyOf", {{{"type", "boolean"}}, {{"type", "array"}, {"items", kinds}}}}};
}

json code_of(const char* pattern) { return {{"type", "string"}, {"pattern", pattern}}; }

json commune() { return {{"type", "string"}, {"pattern", "^([0-9]{2}|2[AB])[0-9]{3}$"}}; }

/// One mapping for each of these names, and for any other name.
json by_name(const named_texts& names, const json& each) {
  json properties = json::object();
  for (const auto& [name, meaning] : names) {
    properties[name] = {{"description", both(meaning)}};
    properties[name].update(each);
  }
  json made{{"type", "object"}};
  if (!names.empty()) made["properties"] = properties;
  made["additionalProperties"] = each;
  return made;
}

named_texts rules_of(const pack& rules) {
  named_texts names;
  const auto add = [&](const rule& one) { names.emplace_back(one.id, one.title); };
  for (const need_rule& one : rules.need_rules) add(one.about);
  for (const urgency_rule& one : rules.urgency_rules) add(one.about);
  for (const routing_rule& one : rules.routing) add(one.about);
  for (const state& one : rules.states) add(one.about);
  return names;
}

named_texts ranking_of(const pack& rules) {
  named_texts names;
  for (const auto& [name, one] : rules.ranking) names.emplace_back(name, one.meaning);
  return names;
}

json of_names_in(schema_builder& with, content holds) {
  return of_content(with, {"", value_kind::name, false, {}, holds});
}

json needs_by_actor(schema_builder& with) {
  json properties = json::object();
  const json needs = refer_to(with, "several_needs",
                              [&] { return one_or_several(of_names_in(with, content::needs), true); });
  for (const actor_type& one : with.rules.actor_types) {
    properties[one.id] = {{"description", both(one.label)}};
    properties[one.id].update(needs);
  }
  return {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
}

json vocabulary_by_dimension(schema_builder& with, const char* section) {
  json properties = json::object();
  for (const std::string& one : dimension_words())
    properties[one] = list_of(of_table(with, vocabulary_item_keys(section)));
  return {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
}

json one_effect(schema_builder& with, const keys& table) {
  json made = of_table(with, table);
  made["minProperties"] = 1;
  made["maxProperties"] = 1;
  return made;
}

json shares_by_value(content share) { return by_name({}, number_of("number", share)); }

/// What is more than a name, a word or a table; nothing when the content is none of these.
json of_structure(schema_builder& with, const key_spec& key) {
  const auto inside = [&] { return of_table(with, key.inside()); };
  switch (key.holds) {
    case content::fact_condition:
    case content::need_condition:
    case content::routing_condition:
    case content::urgency_condition: return of_condition(with, key.holds);
    case content::actor_lists:
      return list_of(
          {{"type", "array"}, {"items", of_names_in(with, content::actor_types)}, {"minItems", 1}});
    case content::any_name: return by_name({}, inside());
    case content::ranking: return by_name(ranking_of(with.rules), refer_to(with, "ranking_value", inside));
    case content::strengths_by_rule:
      return by_name(rules_of(with.rules), of_names_in(with, content::strengths));
    case content::effect: return of_table(with, effect_item_keys(key.name));
    case content::one_effect: return one_effect(with, key.inside());
    case content::known_facts: return of_facts(with);
    case content::import_words: return by_name({}, one_or_several(of_kind(with, value_kind::text), true));
    case content::shares_by_value: return shares_by_value(content::not_negative);
    case content::percent_by_value: return shares_by_value(content::percent);
    case content::shares_by_trait: return by_name({}, shares_by_value(content::not_negative));
    case content::measures_by_trait: return by_name({}, by_name({}, of_table(with, key.inside())));
    case content::values_by_name: return by_name({}, one_or_several(of_kind(with, value_kind::text), true));
    case content::mandates: return mandates(with);
    case content::needs_by_actor: return needs_by_actor(with);
    case content::vocabulary_by_dimension: return vocabulary_by_dimension(with, key.name);
    case content::vocabulary_items: return list_of(of_table(with, vocabulary_item_keys(key.name)));
    default: return nullptr;
  }
}

/// A scalar that its kind alone does not describe; nothing for others.
json of_scalar(schema_builder& with, content holds) {
  switch (holds) {
    case content::day_minutes:
    case content::days:
    case content::event_day:
    case content::arrivals:
    case content::help_minutes:
    case content::metres:
    case content::people:
    case content::replications:
    case content::weeks:
    case content::rank:
    case content::stops:
    case content::transit_speed:
    case content::travel_minutes:
    case content::walk_speed: return number_of("integer", holds);
    case content::rank_or_null: return or_null(number_of("integer", holds));
    case content::detour:
    case content::log_odds:
    case content::percent:
    case content::latitude:
    case content::longitude:
    case content::not_negative: return number_of("number", holds);
    case content::actor_type_or_null: return or_null(of_names_in(with, content::actor_types));
    case content::any_code: return of_kind(with, value_kind::code);
    case content::commune: return commune();
    case content::department: return department();
    case content::country: return code_of("^99[0-9]{3}$");
    case content::epci: return code_of("^[0-9]{9}$");
    case content::region: return code_of("^[0-9]{2}$");
    case content::siret: return code_of("^[0-9]{14}$");
    case content::day_or_date:
      return {{"anyOf", {number_of("integer", content::event_day), of_kind(with, value_kind::date)}}};
    case content::time_of_day: return {{"type", "string"}, {"pattern", "^([01][0-9]|2[0-3]):[0-5][0-9]$"}};
    case content::home: return {{"anyOf", {commune(), of_table(with, point_keys())}}};
    case content::only_true: return {{"const", true}};
    default: return nullptr;
  }
}

json without_description(schema_builder& with, const key_spec& key) {
  if (json made = of_structure(with, key); !made.is_null()) return made;
  json scalar = of_scalar(with, key.holds);
  if (key.kind == value_kind::sequence && !scalar.is_null()) return list_of(scalar);
  if (!scalar.is_null()) return scalar;
  if (key.inside != nullptr) {
    const json table = of_table(with, key.inside());
    return key.kind == value_kind::sequence ? list_of(table) : table;
  }
  if (key.kind == value_kind::names || key.kind == value_kind::texts) {
    const value_kind one = key.kind == value_kind::names ? value_kind::name : value_kind::text;
    const json item = of_content(with, {key.name, one, false, {}, key.holds});
    return key.kind == value_kind::names ? one_or_several(item, true) : list_of(item);
  }
  return of_content(with, key);
}

}  // namespace

json of_kind(schema_builder& with, value_kind kind) {
  switch (kind) {
    case value_kind::any: return json::object();
    case value_kind::text: return {{"type", {"string", "number", "boolean"}}, {"pattern", "\\S"}};
    case value_kind::name:
      return {{"type", {"string", "integer"}}, {"pattern", "^[A-Za-z0-9_][a-z0-9_]*$"}, {"minimum", 0}};
    case value_kind::boolean: return {{"type", "boolean"}};
    case value_kind::integer: return {{"type", "integer"}};
    case value_kind::decimal: return {{"type", "number"}};
    case value_kind::date:
      return {{"type", "string"}, {"pattern", "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"}};
    case value_kind::code: return {{"type", "string"}, {"pattern", "^\\S+$"}};
    case value_kind::mapping: return {{"type", "object"}};
    case value_kind::sequence: return {{"type", "array"}};
    case value_kind::names: return one_or_several(of_kind(with, value_kind::name), true);
    case value_kind::texts: return list_of(of_kind(with, value_kind::text));
    case value_kind::bilingual: break;
  }
  return refer_to(with, "bilingual", [&] { return of_table(with, yaml::bilingual_keys()); });
}

json one_or_several(const json& item, bool may_be_empty) {
  json list = list_of(item);
  if (!may_be_empty) list["minItems"] = 1;
  return {{"anyOf", {item, list}}};
}

json of_key(schema_builder& with, const key_spec& key) {
  json made{{"description", both(key.purpose)}};
  made.update(without_description(with, key));
  return made;
}

json of_table(schema_builder& with, const keys& table) {
  json properties = json::object();
  json required = json::array();
  for (const key_spec& key : table) {
    properties[key.name] = of_key(with, key);
    if (key.required) required.push_back(key.name);
  }
  json made{{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
  if (!required.empty()) made["required"] = required;
  for (const key_choice& pair : key_choices()) {
    if (!properties.contains(pair.one) || !properties.contains(pair.other)) continue;
    if (pair.required)
      made["oneOf"] = {{{"required", {pair.one}}}, {{"required", {pair.other}}}};
    else
      made["not"] = {{"required", {pair.one, pair.other}}};
  }
  return made;
}

}  // namespace aiguillage::load
