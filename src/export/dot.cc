#include "export/formats.h"

/// Graphviz: the actors, and the hand-offs that are known between them.
namespace aiguillage::exports {
namespace {

/// Words between quotes; a backslash of the words is no escape of the language.
std::string quoted(const std::string& words) {
  std::string result = "\"";
  for (const char one : words) {
    if (one == '"' || one == '\\') result += '\\';
    result += one == '\n' ? ' ' : one;
  }
  return result + "\"";
}

}  // namespace

void write_dot(const job& of) {
  of.out = "digraph " + quoted(of.land.id) + " {\n  rankdir=LR;\n  node [shape=box, style=rounded];\n";
  for (const actor& one : of.land.actors) {
    const std::string name = quoted(one.name);
    of.out += "  " + quoted(one.id) + " [label=" + name +
              ", class=" + quoted(of.rules.actor_types[one.type].id) + "];\n";
  }
  for (const handoff_link& one : of.land.links)
    of.out += "  " + quoted(of.land.actors[one.from].id) + " -> " + quoted(of.land.actors[one.to].id) +
              " [label=" + quoted(of.rules.modes[one.mode].id) + ", tooltip=" + quoted(one.source) + "];\n";
  of.out += "}\n";
  tally_listings(
      of.land, of.rules, [](const listing&) { return std::set<attribute>{attribute::name, attribute::type}; },
      of.count);
}

}  // namespace aiguillage::exports
