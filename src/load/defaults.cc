#include <algorithm>

#include "load/loading.h"
#include "load/tables.h"

namespace aiguillage::load {

using yaml::value_kind;

const std::vector<std::string>& default_area_words() {
  static const words list = words_from({"commune", "department"});
  return list;
}

const keys& defaults_file_keys() {
  static const keys table{
      {"defaults",
       value_kind::sequence,
       true,
       {"ce qu'un type d'acteur laisse supposer", "what a type of actor lets one suppose"},
       {},
       default_keys}};
  return table;
}

const keys& default_keys() {
  static const keys table = joined(
      {{"type", value_kind::name, true, {"le type d'acteur", "the type of actor"}, content::actor_types},
       {"serves",
        value_kind::name,
        true,
        {"qui il sert : les habitants de sa commune, ou de son département",
         "whom it serves: those who live in its commune, or in its department"},
        content::default_areas}},
      source_keys());
  return table;
}

void read_defaults(const yaml::node& root, const std::string&, loading& into, const sink& to) {
  yaml::check_keys(root, defaults_file_keys(), to.file, to.out);
  for (const yaml::node& item : items_at(root, "defaults")) {
    yaml::check_keys(item, default_keys(), to.file, to.out);
    type_default read;
    read.type = resolve_at(into.rules.actor_types, item, "type", to);
    if (!read.type.known() || !take_id(into, "default", into.rules.actor_types[read.type].id, item, to))
      continue;
    const bool whole = word_at(default_area_words(), item, "serves", 0, to) == 1;
    read.serves = whole ? area_kind::department : area_kind::commune;
    read.sources = read_source_ids(item, into.rules, severity::error, to);
    read.where = {to.file, item.line};
    const actor_type_id type = read.type;
    put(into.rules.defaults, std::move(read), [&](const type_default& old) { return old.type == type; });
  }
}

}  // namespace aiguillage::load
