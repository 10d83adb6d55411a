#include <algorithm>

#include "yaml/codes.h"
#include "yaml/document.h"
#include "yaml/source.h"

namespace aiguillage::yaml {
namespace {

text known_keys(const std::string& word, const std::vector<key_spec>& table) {
  std::vector<std::string> names;
  for (const key_spec& spec : table) names.emplace_back(spec.name);
  const std::string nearest = nearest_name(word, names);
  if (!nearest.empty())
    return {"vouliez-vous écrire « " + nearest + " » ?", "did you mean \"" + nearest + "\"?"};
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return {"clés possibles : " + list, "possible keys: " + list};
}

}  // namespace

bool check_keys(const node& mapping, const std::vector<key_spec>& table, const std::string& file,
                diagnostics& out) {
  if (!check_kind(mapping, value_kind::mapping, {}, file, out)) return false;
  const std::size_t before = out.size();
  for (const entry& given : mapping.entries) {
    const auto spec =
        std::find_if(table.begin(), table.end(), [&](const key_spec& one) { return given.key == one.name; });
    if (spec != table.end()) {
      check_kind(given.value, spec->kind, given.key, file, out);
      continue;
    }
    const std::string name = shown(given.key);
    out.push_back({severity::error,
                   code::unknown_key,
                   file,
                   given.line,
                   given.column,
                   {"clé inconnue « " + name + " »", "unknown key \"" + name + "\""},
                   known_keys(given.key, table)});
  }
  for (const key_spec& spec : table) {
    if (!spec.required || mapping.find(spec.name) != nullptr) continue;
    const std::string name = spec.name;
    out.push_back(
        error_at(mapping, file, code::missing_key,
                 {"il manque la clé « " + name + " »", "key \"" + name + "\" is missing"},
                 {"« " + name + " » : " + spec.purpose.fr, "\"" + name + "\": " + spec.purpose.en}));
  }
  return out.size() == before;
}

}  // namespace aiguillage::yaml
