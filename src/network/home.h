#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "aiguillage/territory.h"

/// Where people are taken to live.
namespace aiguillage::detail {

/// The first site of each commune that has one with a point, by the code that it gives.
using first_sites = std::unordered_map<std::string, site_id>;

[[nodiscard]] inline first_sites first_sites_of(const territory& land) {
  first_sites first;
  for (std::size_t i = 0; i < land.sites.size(); ++i)
    if (const site& one = land.sites[site_id(i)]; one.where) first.try_emplace(one.commune, site_id(i));
  return first;
}

/// The home; else the first site of its commune; a commune that has no site is where the territory says that it lies, failing that
/// somewhere, but not at the centre; the centre when no commune is said. `first_of(written, today)`: the first site with a
/// point that gives one of both codes of the commune.
template <class FirstOf>
[[nodiscard]] std::optional<point> point_of_home(const territory& land, const std::optional<point>& home,
                                                 const std::string& commune, const FirstOf& first_of) {
  if (home) return home;
  if (commune.empty()) return land.centre;
  const gazetteer& communes = land.communes;
  const commune_id now = find_commune(communes, commune);
  const site_id first =
      first_of(commune, now.known() ? std::string(communes[communes.communes[now].code]) : commune);
  if (first.known()) return land.sites[first].where;
  if (!now.known()) return std::nullopt;
  const std::optional<point> at = place_of(communes.communes[now]);
  return at ? at : place_of(communes.communes[whole_commune(communes, now)]);
}

/// The same for many people.
[[nodiscard]] inline std::optional<point> point_of_home(const territory& land, const first_sites& sites,
                                                        const std::optional<point>& home,
                                                        const std::string& commune) {
  return point_of_home(land, home, commune, [&](const std::string& written, const std::string& today) {
    site_id first;
    for (const std::string* code : {&written, &today})
      if (const auto at = sites.find(*code); at != sites.end()) first = std::min(first, at->second);
    return first;
  });
}

}  // namespace aiguillage::detail
