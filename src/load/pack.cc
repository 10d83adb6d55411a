#include <algorithm>
#include <array>

#include <range/v3/view/iota.hpp>
#include <range/v3/view/set_algorithm.hpp>

#include "aiguillage/load.h"
#include "load/conditions.h"
#include "load/folder.h"

namespace aiguillage {
namespace load {
namespace {

/// A kind of file in a pack folder.
struct part {
  const char* folder;  // "" at the top
  const char* stem;    // "": any name
  part_reader read;
  bool base_only;
  bool required;
};

/// In the order in which they are read: each may name what the ones before it define.
constexpr std::array<part, 16> parts = {{
    {"", "pack", read_pack_file, false, true},
    {"", "vocabulary", read_vocabulary, true, true},
    {"", "facts", read_facts_file, true, true},
    {"facts", "", read_own_facts, true, false},
    {"sources", "", read_sources, false, false},
    {"", "publics", read_publics, false, false},
    {"", "claims", read_claims, false, false},
    {"needs", "", read_need, false, false},
    {"competence", "", read_competence, false, false},
    {"states", "", read_state, false, false},
    {"routing", "", read_routing, false, false},
    {"", "urgency", read_urgency, false, false},
    {"", "ranking", read_ranking, false, false},
    {"", "questions", read_questions, false, false},
    {"", "grid", read_grid, false, false},
    {"", "defaults", read_defaults, false, false},
}};

/// A local pack has no file of its own for what only the base defines.
bool may_have(const part& kind, std::size_t layer) { return layer == 0 || !kind.base_only; }

bool belongs(const folder_file& file, const part& kind) {
  const std::string stem = kind.stem;
  return file.part == kind.folder && (stem.empty() || file.stem == stem);
}

void check_files(const folder& one, std::size_t layer, diagnostics& out) {
  for (const folder_file& file : one.files) {
    const auto kind =
        std::find_if(parts.begin(), parts.end(), [&](const part& each) { return belongs(file, each); });
    if (kind != parts.end() && may_have(*kind, layer)) continue;
    report({file.name, out}, code::unexpected_file,
           {"ce fichier n'est pas une partie d'un paquet", "this file is not a part of a pack"},
           {"un paquet local n'a ni vocabulary.yaml ni facts.yaml ; les règles sont dans needs, competence, "
            "states, routing",
            "a local pack has neither vocabulary.yaml nor facts.yaml; rules are in needs, competence, "
            "states, routing"});
  }
}

void missing(const folder& one, const std::string& inside, diagnostics& out) {
  const std::string name = one.name + "/" + inside;
  report({name, out}, code::missing_part,
         {"ce fichier manque au paquet", "this file is missing from the pack"});
}

/// True when every file without which nothing can be read is there and parsed.
bool check_required(const std::vector<folder>& folders, diagnostics& out) {
  bool complete = true;
  for (std::size_t layer = 0; layer < folders.size(); ++layer)
    for (const part& kind : parts) {
      if (!kind.required || !may_have(kind, layer)) continue;
      const folder& one = folders[layer];
      const auto same = [&](const folder_file& file) { return belongs(file, kind); };
      if (std::any_of(one.files.begin(), one.files.end(), same)) continue;
      const std::string inside = std::string(kind.stem) + ".yaml";
      complete = false;
      const bool seen = std::find(one.seen.begin(), one.seen.end(), inside) != one.seen.end();
      if (one.readable && !seen) missing(one, inside, out);
    }
  return complete;
}

void read_part(const std::vector<folder>& folders, const part& kind, loading& into, diagnostics& out) {
  for (std::size_t layer = 0; layer < folders.size(); ++layer) {
    into.layer = static_cast<int>(layer);
    for (const folder_file& file : folders[layer].files)
      if (belongs(file, kind) && may_have(kind, layer))
        kind.read(file.root, file.stem, into, {file.name, out});
  }
}

void read_all_strengths(const std::vector<folder>& folders, loading& into, diagnostics& out) {
  for (std::size_t layer = 1; layer < folders.size(); ++layer)
    for (const folder_file& file : folders[layer].files)
      if (belongs(file, parts[0])) read_strengths(file.root, file.stem, into, {file.name, out});
}

bool fits_in_sets(const pack& rules) {
  const std::size_t most = value_set().size();
  const auto fits = [&](const fact& one) { return one.values.size() <= most; };
  return rules.facts.size() <= most && rules.rights.size() <= most && rules.actor_types.size() <= most &&
         rules.needs.size() <= most && std::all_of(rules.facts.begin(), rules.facts.end(), fits);
}

// The needs of the vocabulary less those that a file defines.
void check_defined(const folder& base, loading& into, diagnostics& out) {
  const auto undefined = ranges::views::set_difference(
      ranges::views::iota(std::size_t{0}, into.rules.needs.size()), into.defined_needs);
  for (const std::size_t i : undefined) {
    const std::string inside = "needs/" + into.rules.needs[need_type_id(i)].id + ".yaml";
    if (std::find(base.seen.begin(), base.seen.end(), inside) == base.seen.end()) missing(base, inside, out);
  }
}

/// The items of each id together, in the order of the ids, otherwise as they came.
template <class Id, class Item>
void group_by(std::vector<Item>& items, Id Item::* which, std::size_t ids) {
  std::vector<Item> sorted;
  for (std::size_t i = 0; i < ids; ++i)
    for (Item& one : items)
      if (one.*which == Id(i)) sorted.push_back(std::move(one));
  items = std::move(sorted);
}

void put_in_order(pack& rules) {
  rules.partial.items.resize(rules.actor_types.size());
  group_by(rules.need_rules, &need_rule::need, rules.needs.size());
  group_by(rules.competences, &competence::actor, rules.actor_types.size());
}

void read_pack(const std::vector<folder>& folders, loading& into, diagnostics& out) {
  for (std::size_t layer = 0; layer < folders.size(); ++layer) check_files(folders[layer], layer, out);
  if (folders.empty() || !check_required(folders, out)) return;
  for (const part& kind : parts) {
    read_part(folders, kind, into, out);
    if (!fits_in_sets(into.rules)) return;
  }
  read_all_strengths(folders, into, out);
  check_defined(folders.front(), into, out);
  put_in_order(into.rules);
}

}  // namespace
}  // namespace load

std::optional<pack> parse_pack(const std::vector<file_set>& folders, diagnostics& out) {
  diagnostics found;
  load::fingerprint hash;
  std::vector<load::folder> read;
  read.reserve(folders.size());
  if (folders.empty())
    load::report({"", found}, load::code::missing_folder,
                 {"aucun paquet de règles n'est donné", "no pack of rules is given"});
  for (const file_set& one : folders) read.push_back(load::read_folder(one, hash, found));
  load::loading into;
  load::read_pack(read, into, found);
  into.rules.hash = hash.hexadecimal();
  out.insert(out.end(), found.begin(), found.end());
  if (has_errors(found)) return std::nullopt;
  return std::move(into.rules);
}

std::optional<pack> load_pack(const std::vector<std::string>& folders, diagnostics& out) {
  diagnostics found;
  std::vector<file_set> read;
  read.reserve(folders.size());
  for (const std::string& path : folders) read.push_back(read_file_set(path, found));
  std::optional<pack> rules = parse_pack(read, found);
  if (has_errors(found)) rules.reset();
  out.insert(out.end(), found.begin(), found.end());
  return rules;
}

}  // namespace aiguillage
