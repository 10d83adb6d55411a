#pragma once

#include <map>
#include <optional>
#include <string>

#include "aiguillage/territory.h"

/// Where people set out from, as routes have it.
namespace aiguillage::detail {

/// The point of the first site of each commune that has one, by its code.
using first_sites = std::map<std::string, point>;

[[nodiscard]] first_sites first_sites_of(const territory& land);

/// The home; else the first site of its commune; else where the territory has the commune; the centre when no commune is said.
[[nodiscard]] std::optional<point> start_of(const territory& land, const first_sites& sites,
                                            const std::optional<point>& home, const std::string& commune);

}  // namespace aiguillage::detail
