// Who to see, and for what: hello PACK SITUATION [TERRITORY]; without a territory, a neutral one.
#include <iostream>

#include "aiguillage/explain.h"
#include "aiguillage/load.h"

using namespace aiguillage;

int main(int count, char** arguments) {
  if (count < 3) return 2;
  diagnostics found;
  const auto rules = load_pack({arguments[1]}, found);
  const auto person = rules ? load_situation(arguments[2], *rules, found) : std::nullopt;
  std::optional<territory> land;
  if (person) land = count > 3 ? load_territory(arguments[3], *rules, found) : neutral_territory(*rules);
  for (const diagnostic& one : found) std::cerr << to_string(one, language::en) << "\n";
  if (!land) return 3;

  const qualification needs = qualify(*rules, person->facts);
  const referral proposed = refer(*rules, *land, person->facts, needs, 1);
  for (const referral_plan& plan : proposed.plans)
    for (const referral_stop& stop : plan.stops) {
      std::cout << "day " << stop.day << ", " << land->actors[stop.who].name
                << (stop.decides ? " (decides)\n" : "\n");
      for (const served_need& one : stop.serves)
        std::cout << "  " << need_words(*rules, *one.which).en << ": " << rules->levels[one.help].label.en
                  << "\n";
    }
  return proposed.unmet.empty() ? 0 : 1;
}
