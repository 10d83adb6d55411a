#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "aiguillage/pack.h"
#include "load/conditions.h"
#include "load/json_tree.h"
#include "load/tables.h"

/// From the key tables to JSON Schemas.
namespace aiguillage::load {

/// One schema while it is made: what it refers to is written once.
struct schema_builder {
  const pack& rules;
  std::map<std::string, json> definitions;
};

/// Refers to a definition, made by `make` the first time; it may refer to itself.
template <class Make>
[[nodiscard]] json refer_to(schema_builder& with, const std::string& name, Make make) {
  if (with.definitions.emplace(name, nullptr).second) with.definitions[name] = make();
  return {{"$ref", "#/definitions/" + name}};
}

/// A text in both languages on one line.
[[nodiscard]] std::string both(const text& given);

using named_texts = std::vector<std::pair<std::string, text>>;

/// One of these names, each with what it means.
[[nodiscard]] json one_of(const named_texts& names);

/// Any value of a kind.
[[nodiscard]] json of_kind(schema_builder& with, yaml::value_kind kind);

/// One value of a name or of a closed list.
[[nodiscard]] json of_content(schema_builder& with, const yaml::key_spec& key);

/// The value of a key.
[[nodiscard]] json of_key(schema_builder& with, const yaml::key_spec& key);

/// A mapping with these keys.
[[nodiscard]] json of_table(schema_builder& with, const keys& table);

/// A list, or one alone.
[[nodiscard]] json one_or_several(const json& item, bool may_be_empty);

/// Facts that are known of a person.
[[nodiscard]] json of_facts(schema_builder& with);

/// A condition that may look at what this scope allows.
[[nodiscard]] json of_condition(schema_builder& with, content scope);

}  // namespace aiguillage::load
