#include "simulation/homes.h"

namespace aiguillage::detail {

first_sites first_sites_of(const territory& land) {
  first_sites first;
  for (const site& one : land.sites)
    if (one.where) first.try_emplace(one.commune, *one.where);
  return first;
}

std::optional<point> start_of(const territory& land, const first_sites& sites,
                              const std::optional<point>& home, const std::string& commune) {
  if (home) return home;
  if (commune.empty()) return land.centre;
  if (const auto found = sites.find(commune); found != sites.end()) return found->second;
  const commune_id which = find_commune(land.communes, commune);
  if (!which.known()) return std::nullopt;
  const aiguillage::commune& one = land.communes.communes[which];
  if (const auto found = sites.find(std::string(land.communes[one.code])); found != sites.end())
    return found->second;
  const std::optional<point> at = place_of(one);
  return at ? at : place_of(land.communes.communes[whole_commune(land.communes, which)]);
}

}  // namespace aiguillage::detail
