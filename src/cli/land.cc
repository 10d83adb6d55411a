#include "cli/land.h"

#include <algorithm>

#include <CLI/CLI.hpp>

namespace aiguillage::cli {
namespace {

/// The same places without the actor types that do not exist in a case.
territory without(const territory& land, const std::vector<actor_type_id>& absent) {
  territory left = land;
  left.actors = {};
  std::vector<actor_id> renamed;
  for (const actor& one : land.actors) {
    const bool kept = std::find(absent.begin(), absent.end(), one.type) == absent.end();
    renamed.push_back(kept ? left.actors.add(one) : actor_id{});
  }
  left.links.clear();
  for (handoff_link one : land.links) {
    one.from = renamed[one.from.index()];
    one.to = renamed[one.to.index()];
    if (one.from.known() && one.to.known()) left.links.push_back(one);
  }
  return left;
}

}  // namespace

void add_territory(CLI::App& to, const session& in, std::string& folder) {
  to.add_option("--territory", folder,
                in.say({"dossier d'un territoire (par défaut : un territoire neutre)",
                        "folder of a territory (default: a neutral one)"}))
      ->option_text("DIR");
}

std::optional<territory> land_of(const session& in, const pack& rules, const std::string& folder,
                                 const situation_file& person) {
  std::vector<actor_type_id> absent;
  if (person.as_case) absent = absent_types(rules, *person.as_case);
  if (folder.empty()) return neutral_territory(rules, absent);
  diagnostics found;
  const std::optional<territory> land = load_territory(folder, rules, found);
  tell(in, found);
  return land ? std::optional<territory>(without(*land, absent)) : std::nullopt;
}

}  // namespace aiguillage::cli
