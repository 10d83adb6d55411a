#include "load/schema.h"
#include "load/values.h"
#include "pattern.h"

/// Facts and what conditions say of them.
namespace aiguillage::load {
namespace {

bool is_number(const fact& one) { return one.kind == fact_kind::integer || one.kind == fact_kind::number; }

/// Lists of the vocabulary are shared by the facts that take their values from them.
json value_of(schema_builder& with, const fact& of) {
  return refer_to(with, (of.values_from.empty() ? "values_of_" + of.id : of.values_from), [&] {
    named_texts names;
    for (const value& each : of.values) names.emplace_back(each.id, each.label);
    return one_of(names);
  });
}

json known_value(schema_builder& with, const fact& of) {
  const bounds range = bounds_of(content::not_negative);
  switch (of.kind) {
    case fact_kind::boolean: break;
    case fact_kind::integer:
    case fact_kind::number:
      return {{"type", of.kind == fact_kind::integer ? "integer" : "number"},
              {"minimum", range.low},
              {"maximum", range.high}};
    case fact_kind::one_of: return value_of(with, of);
    case fact_kind::set_of: return {{"type", "array"}, {"items", value_of(with, of)}};
    case fact_kind::code:
      return {{"type", "string"}, {"pattern", "^(?:" + of.pattern + ")$"}, {"maxLength", longest_code}};
  }
  return {{"type", "boolean"}};
}

json described(const fact& of, json made) {
  json result{{"description", both(of.question)}};
  result.update(made);
  return result;
}

/// A test written as a mapping: at least one of the keys.
json test_of(schema_builder& with, const fact& of, const keys& table) {
  json made = of_table(with, table);
  for (const yaml::key_spec& key : table) {
    if (key.holds != content::values_of_fact) continue;
    json& place = made["properties"][key.name];
    place.update(one_or_several(value_of(with, of), false));
  }
  made["minProperties"] = 1;
  return made;
}

json test_of_fact(schema_builder& with, const fact& of) {
  if (is_number(of)) return test_of(with, of, number_test_keys());
  if (of.kind == fact_kind::boolean) return known_value(with, of);
  json made = one_or_several(value_of(with, of), false);
  if (of.kind == fact_kind::set_of) made["anyOf"].push_back(test_of(with, of, set_test_keys()));
  return made;
}

const condition_scope& scope_of(content scope) {
  if (scope == content::need_condition) return for_a_need;
  if (scope == content::routing_condition) return for_routing;
  return scope == content::urgency_condition ? for_urgency : facts_only;
}

std::string name_of(content scope) {
  if (scope == content::need_condition) return "need_condition";
  if (scope == content::routing_condition) return "routing_condition";
  return scope == content::urgency_condition ? "urgency_condition" : "fact_condition";
}

json special_test(schema_builder& with, const yaml::key_spec& key, content scope) {
  json made{{"description", both(key.purpose)}};
  if (key.holds == content::conditions)
    made.update({{"type", "array"}, {"items", of_condition(with, scope)}, {"minItems", 1}});
  else if (key.holds == content::exception)
    made.update(of_condition(with, scope));
  else
    return of_key(with, key);
  return made;
}

}  // namespace

json of_facts(schema_builder& with) {
  return refer_to(with, "known_facts", [&] {
    json properties = json::object();
    for (const fact& one : with.rules.facts) properties[one.id] = described(one, known_value(with, one));
    return json{{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
  });
}

json of_condition(schema_builder& with, content scope) {
  return refer_to(with, name_of(scope), [&] {
    json properties = json::object();
    for (const yaml::key_spec& key : condition_keys())
      if (may_stand(key.name, scope_of(scope))) properties[key.name] = special_test(with, key, scope);
    for (const fact& one : with.rules.facts)
      if (one.kind != fact_kind::code)
        properties[one.id] =
            refer_to(with, "test_of_" + one.id, [&] { return described(one, test_of_fact(with, one)); });
    return json{{"type", "object"},
                {"properties", properties},
                {"additionalProperties", false},
                {"minProperties", 1}};
  });
}

}  // namespace aiguillage::load
