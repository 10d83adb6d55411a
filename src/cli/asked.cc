#include "cli/asked.h"

#include "aiguillage/diagnostic.h"

namespace aiguillage::cli {

std::optional<std::vector<asked_actor>> asked_for(const session& in, const pack& rules, const territory& land,
                                                  const std::vector<std::string>& names) {
  std::vector<asked_actor> all;
  std::vector<std::string> known;
  for (const actor& one : land.actors) known.push_back(one.id);
  for (const actor_type& one : rules.actor_types) known.push_back(one.id);
  for (const std::string& name : names) {
    const std::optional<asked_actor> found = find_asked(rules, land, name);
    if (!found) {
      const std::string near = nearest_name(name, known);
      tell(in,
           text{"acteur inconnu ici : " + name +
                    (near.empty() ? "" : "\n  Vouliez-vous écrire « " + near + " » ?"),
                "actor unknown here: " + name + (near.empty() ? "" : "\n  Did you mean \"" + near + "\"?")});
      return std::nullopt;
    }
    all.push_back(*found);
  }
  return all;
}

}  // namespace aiguillage::cli
