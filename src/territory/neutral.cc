#include <algorithm>

#include "aiguillage/territory.h"

namespace aiguillage {
namespace {

bool contains(const std::vector<actor_type_id>& list, actor_type_id one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

}  // namespace

std::string file_stem_of(const std::string& commune) {
  if (commune.size() != 5) return "elsewhere";
  std::string department = department_of(commune);
  for (char& c : department)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return department;
}

territory neutral_territory(const pack& rules, const std::vector<actor_type_id>& absent,
                            const std::vector<actor_type_id>& only) {
  territory land;
  land.id = "neutral";
  land.title = {"un acteur de chaque type, à 15 minutes", "one actor of each type, 15 minutes away"};
  land.neutral = true;
  for (std::size_t i = 0; i < rules.actor_types.size(); ++i) {
    const actor_type_id type(i);
    if (contains(absent, type) || (!only.empty() && !contains(only, type))) continue;
    actor one;
    one.id = rules.actor_types[type].id;
    one.name = rules.actor_types[type].label.fr;
    one.type = type;
    land.actors.add(std::move(one));
  }
  land.hash = "neutral";
  land.assumed_opening = parse_hours(assumed_hours).hours.value_or(opening_hours{});
  return land;
}

}  // namespace aiguillage
