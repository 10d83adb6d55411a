#pragma once

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "aiguillage/batch.h"
#include "batch/bits.h"

/// A rule set as the peers of `compare.sh qualify` read it: rules.json, a list of rules {"id": …, "all": [{"f": fact,
/// "op": 0 equal | 1 at least | 2 at most | 3 between, "v": …, "w": …}]}, and persons.bin, one byte a fact, person after
/// person. Becomes a pack like any other: a fact that is only compared with 0 and 1 is a boolean, another an integer;
/// each rule makes a need of its own.
namespace aiguillage::bench {

struct rule_set {
  pack rules;
  std::vector<std::uint8_t> persons;  // by person, then by fact; then those of nobody, for a whole strip
  std::size_t count = 0;
};

inline bool of_boolean(const nlohmann::json& test) { return test["op"] == 0 && test["v"].get<int>() <= 1; }

inline void add_facts(const nlohmann::json& all, pack& to) {
  std::size_t count = 0;
  for (const auto& one : all)
    for (const auto& test : one["all"]) count = std::max(count, test["f"].get<std::size_t>() + 1);
  for (std::size_t i = 0; i < count; ++i) {
    fact about;
    about.id = "f" + std::to_string(i);
    about.values.resize(2);
    to.facts.add(about);
  }
  for (const auto& one : all)
    for (const auto& test : one["all"])
      if (!of_boolean(test)) {
        to.facts[fact_id(test["f"].get<std::size_t>())].kind = fact_kind::integer;
        to.facts[fact_id(test["f"].get<std::size_t>())].values.clear();
      }
}

inline condition_id add_test(const nlohmann::json& test, pack& to) {
  condition node;
  node.fact = fact_id(test["f"].get<std::size_t>());
  const int op = test["op"];
  const std::int64_t v = test["v"];
  if (to.facts[node.fact].kind == fact_kind::boolean) {
    node.kind = condition_kind::value;
    node.values.set(static_cast<std::size_t>(v));
  } else {
    node.kind = condition_kind::range;
    if (op != 2) node.low = v * 1000;
    if (op != 1) node.high = (op == 3 ? test["w"].get<std::int64_t>() : v) * 1000;
  }
  return to.conditions.add(node);
}

inline pack to_pack(const nlohmann::json& all) {
  pack result;
  add_facts(all, result);
  for (const auto& one : all) {
    need_type made;
    made.id = "r" + std::to_string(one["id"].get<int>());
    condition every;
    every.kind = condition_kind::all;
    for (const auto& test : one["all"]) every.children.push_back(add_test(test, result));
    need_rule rule;
    rule.about.id = made.id;
    rule.need = result.needs.add(made);
    rule.when = result.conditions.add(every);
    result.need_rules.push_back(rule);
  }
  return result;
}

/// Reads rules.json and persons.bin of a folder; nullopt when they are not there.
inline std::optional<rule_set> read_rule_set(const std::string& folder) {
  std::ifstream text(folder + "/rules.json");
  std::ifstream bytes(folder + "/persons.bin", std::ios::binary);
  if (!text || !bytes) return std::nullopt;
  rule_set result;
  result.rules = to_pack(nlohmann::json::parse(text));
  result.persons.assign(std::istreambuf_iterator<char>(bytes), {});
  result.count = result.persons.size() / result.rules.facts.size();
  result.persons.resize((result.count + 64) * result.rules.facts.size() + 8);
  return result;
}

/// How many persons are read at a time.
constexpr std::size_t strip = 64;

template <class Cell>
void write_cells(const std::array<std::uint64_t, strip>& eights, unsigned byte, Cell* to) {
  for (std::size_t i = 0; i < strip; ++i) to[i] = static_cast<Cell>(eights[i] >> (8 * byte) & 0xFF);
}

/// Eight facts of a strip of persons, into the columns of these facts.
inline void fill_strip(const rule_set& from, std::size_t person, std::size_t fact, std::size_t place,
                       people& to) {
  const std::size_t facts = from.rules.facts.size();
  std::array<std::uint64_t, strip> eights;
  for (std::size_t i = 0; i < strip; ++i)
    eights[i] = batch::eight_bytes(from.persons.data() + (person + i) * facts + fact);
  for (unsigned i = 0; i < std::min<std::size_t>(8, facts - fact); ++i) {
    fact_column& column = to.facts[fact_id(fact + i)];
    if (column.number.empty())
      write_cells(eights, i, column.index.data() + place);
    else
      write_cells(eights, i, column.number.data() + place);
  }
}

/// Writes `count` persons from `first` on into the columns of `to`, which has been made for that many.
inline void fill(const rule_set& from, std::size_t first, std::size_t count, people& to) {
  const std::size_t facts = from.rules.facts.size();
  for (std::size_t f = 0; f < facts; ++f) open_column(from.rules, to, fact_id(f));
  for (std::size_t done = 0; done < count; done += strip)
    for (std::size_t f = 0; f < facts; f += 8) fill_strip(from, first + done, f, done, to);
  to.count = count;
}

}  // namespace aiguillage::bench
