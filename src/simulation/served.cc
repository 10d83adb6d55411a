#include "simulation/served.h"

#include <algorithm>

#include "network/builder.h"
#include "qualify/derive.h"

namespace aiguillage::detail {
namespace {

bool meets(const pack& rules, const need_type& what, level_id level) {
  return rules.levels[level].id != "decide" && level_may_meet(rules, what, level);
}

}  // namespace

lanes_by_type lanes_of(const pack& rules) {
  lanes_by_type all(rules.actor_types.size());
  for (std::vector<bool>& one : all.items) one.resize(rules.needs.size());
  for (const competence& row : rules.competences) {
    if (rules.actor_types[row.actor].family == group::forbidden) continue;
    for (const need_type_id what : row.needs)
      if (std::any_of(row.levels.begin(), row.levels.end(),
                      [&](level_id level) { return meets(rules, rules.needs[what], level); }))
        all[row.actor][what.index()] = true;
  }
  return all;
}

lanes lanes_at(const pack& rules, const lanes_by_type& by_type, const actor& who) {
  lanes served;
  for (std::size_t i = 0; i < rules.needs.size(); ++i)
    if (by_type[who.type][i] && !contains(who.without, need_type_id(i)))
      served.set(static_cast<std::size_t>(rules.needs.items[i].lane));
  return served;
}

}  // namespace aiguillage::detail
