#include "aiguillage/engine.h"

#include <algorithm>
#include <utility>

#include "aiguillage/explain/why.h"
#include "aiguillage/load.h"
#include "load/fields.h"

namespace aiguillage {
namespace {

const named_file* find_file(const file_set& in, std::string_view inside) {
  for (const named_file& one : in.files)
    if (one.inside == inside) return &one;
  return nullptr;
}

std::optional<engine_territory> from_snapshot(const file_set& in, const named_file& file, const pack& rules,
                                              diagnostics& out) {
  engine_territory read;
  read.kept = read_snapshot(file.bytes, in.name + "/" + file.inside, rules, out);
  if (!read.kept) return std::nullopt;
  std::optional<territory> all = whole(*read.kept, rules, out);
  if (!all) return std::nullopt;
  read.all = std::move(*all);
  return read;
}

std::optional<engine_territory> read_territory(const file_set& in, const pack& rules, diagnostics& out) {
  const named_file* const kept = find_file(in, snapshot_file);
  if (find_file(in, "territory.yaml") == nullptr && kept != nullptr)
    return from_snapshot(in, *kept, rules, out);
  std::optional<territory> all = parse_territory(in, rules, out);
  if (!all) return std::nullopt;
  return engine_territory{std::move(*all), std::nullopt};
}

void add_territory(engine& into, engine_territory one, const file_set& from, diagnostics& out) {
  const auto same = [&](const engine_territory& other) { return other.all.id == one.all.id; };
  if (std::any_of(into.territories.begin(), into.territories.end(), same))
    load::report({from.name, out}, load::code::duplicate_id,
                 {"ce territoire est donné deux fois", "this territory is given twice"});
  else
    into.territories.push_back(std::move(one));
}

id_vector<condition_id, text> all_said(const pack& rules) {
  id_vector<condition_id, text> said;
  for (std::size_t i = 0; i < rules.conditions.size(); ++i)
    said.add(line_words(rules, {{}, condition_id(i), {}, tri::unknown, 0}));
  return said;
}

/// Packs first and apart, in their order; what is neither is reported.
void sort_folders(const std::vector<file_set>& folders, std::vector<file_set>& packs,
                  std::vector<const file_set*>& lands, diagnostics& out) {
  for (const file_set& one : folders) {
    if (find_file(one, "pack.yaml") != nullptr)
      packs.push_back(one);
    else if (find_file(one, "territory.yaml") != nullptr || find_file(one, snapshot_file) != nullptr)
      lands.push_back(&one);
    else if (one.readable)
      load::report({one.name, out}, load::code::missing_part,
                   {"ce dossier n'a ni pack.yaml ni territory.yaml",
                    "this folder has neither pack.yaml nor territory.yaml"},
                   {"un paquet de règles a pack.yaml, un territoire territory.yaml",
                    "a pack has pack.yaml, a territory has territory.yaml"});
  }
}

}  // namespace

std::shared_ptr<const engine> make_engine(const std::vector<file_set>& folders, diagnostics& out) {
  std::vector<file_set> packs;
  std::vector<const file_set*> lands;
  diagnostics found;
  sort_folders(folders, packs, lands, found);
  auto made = std::make_shared<engine>();
  if (std::optional<pack> rules = parse_pack(packs, found)) {
    made->rules = std::move(*rules);
    made->conditions_said = all_said(made->rules);
    made->neutral = neutral_territory(made->rules);
    for (const file_set* one : lands)
      if (std::optional<engine_territory> land = read_territory(*one, made->rules, found))
        add_territory(*made, std::move(*land), *one, found);
  }
  out.insert(out.end(), found.begin(), found.end());
  if (has_errors(found)) return nullptr;
  return made;
}

}  // namespace aiguillage
