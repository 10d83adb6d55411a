#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "aiguillage/pack.h"
#include "load/fields.h"

namespace aiguillage::load {

/// What a procedure of the vocabulary says of the rights that go through it.
struct procedure {
  bool offline = false;
  std::string family;
};

/// A pack while its files are read.
struct loading {
  pack rules;
  int layer = 0;                                    // 0: the pack itself; then one for each local pack
  std::map<std::string, std::vector<value>> lists;  // "vocabulary.actor_types", "value_lists.rights"
  std::map<std::string, procedure> procedures;
  std::set<std::string> volatile_sources;  // law behind the procedures whose law changes often
  std::map<std::string, int> layer_of;     // "rule hungry": the layer that wrote it last
  std::set<std::size_t> defined_needs;
};

/// One reader per kind of file; `stem` is the file name without .yaml.
using part_reader = void (*)(const yaml::node& root, const std::string& stem, loading& into, const sink& to);

void read_pack_file(const yaml::node& root, const std::string& stem, loading& into, const sink& to);
void read_vocabulary(const yaml::node& root, const std::string& stem, loading& into, const sink& to);
void read_facts_file(const yaml::node& root, const std::string& stem, loading& into, const sink& to);
/// Facts of this pack beside those of facts.yaml.
void read_own_facts(const yaml::node& root, const std::string& stem, loading& into, const sink& to);
void read_publics(const yaml::node& root, const std::string& stem, loading& into, const sink& to);
void read_sources(const yaml::node& root, const std::string& stem, loading& into, const sink& to);
void read_claims(const yaml::node& root, const std::string& stem, loading& into, const sink& to);
void read_need(const yaml::node& root, const std::string& stem, loading& into, const sink& to);
void read_competence(const yaml::node& root, const std::string& stem, loading& into, const sink& to);
void read_state(const yaml::node& root, const std::string& stem, loading& into, const sink& to);
void read_routing(const yaml::node& root, const std::string& stem, loading& into, const sink& to);
void read_urgency(const yaml::node& root, const std::string& stem, loading& into, const sink& to);
void read_ranking(const yaml::node& root, const std::string& stem, loading& into, const sink& to);
void read_questions(const yaml::node& root, const std::string& stem, loading& into, const sink& to);
void read_defaults(const yaml::node& root, const std::string& stem, loading& into, const sink& to);
void read_grid(const yaml::node& root, const std::string& stem, loading& into, const sink& to);
/// The strengths that a local pack gives to rules of the packs before it; read once all rules are.
void read_strengths(const yaml::node& root, const std::string& stem, loading& into, const sink& to);

/// True when this layer may write the item: nobody did, or an earlier layer; reports a second time.
[[nodiscard]] bool take_id(loading& into, const std::string& kind, const std::string& id,
                           const yaml::node& at, const sink& to);

/// Reports a file whose name is not the id that it holds.
void check_stem(const yaml::node& root, const char* key, const std::string& stem, const sink& to);

/// The statement part of a rule: title, text, strength, evidence, sources, dates.
[[nodiscard]] rule read_statement(const yaml::node& mapping, const std::string& id, const loading& into,
                                  const sink& to);

/// The sources of a statement; reports those that are not in the register.
[[nodiscard]] std::vector<std::string> read_source_ids(const yaml::node& mapping, const pack& rules,
                                                       severity level, const sink& to);

/// Replaces the item with the same id, or adds it at the end.
template <class List, class Item, class Same>
void put(List& list, Item item, Same same) {
  for (auto& old : list)
    if (same(old)) {
      old = std::move(item);
      return;
    }
  list.push_back(std::move(item));
}

}  // namespace aiguillage::load
