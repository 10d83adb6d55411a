#include "import/communes.h"

#include <algorithm>
#include <cmath>

namespace aiguillage::import {

std::optional<gazetteer> communes_for(const import_options& options, diagnostics& out) {
  if (options.communes.empty()) return gazetteer{};
  std::optional<gazetteer> all = load_gazetteer({options.communes, options.former, {}, {}, {}, {}}, out);
  if (!all || options.only.empty()) return all;
  std::vector<std::string> departments;  // people come from around the communes that are kept
  for (const area& one : options.only)
    departments.push_back(one.kind == area_kind::commune ? department_of(one.code) : one.code);
  std::vector<bool> kept;
  for (const commune& one : all->communes) {
    const std::string code = one.department.known() ? all->departments[one.department].code : "";
    kept.push_back(std::find(departments.begin(), departments.end(), code) != departments.end());
  }
  return part_of(*all, kept);
}

namespace {

/// As it is written: seven decimals.
double rounded(double degrees) { return std::round(degrees * 1e7) / 1e7; }

}  // namespace

void follow_code(const gazetteer& communes, listing& one) {
  for (said_value& each : one.says) {
    if (each.what != attribute::commune) continue;
    const commune_id now = find_commune(communes, each.value);
    if (now.known()) each.value = communes[communes.communes[now].code];
  }
}

void place_in_communes(territory& land) {
  std::vector<bool> assumed(land.sites.size(), false);
  for (std::size_t i = 0; i < land.sites.size(); ++i) {
    site& one = land.sites[site_id(i)];
    if (one.where) continue;
    const commune_id in = find_commune(land.communes, one.commune);
    if (!in.known()) continue;
    one.where = place_of(land.communes.communes[in]);
    if (!one.where) one.where = place_of(land.communes.communes[whole_commune(land.communes, in)]);
    if (!one.where) continue;
    one.where = point{rounded(one.where->latitude), rounded(one.where->longitude)};
    assumed[i] = true;
  }
  for (actor& one : land.actors)
    if (one.at.known() && assumed[one.at.index()]) one.assumed.emplace_back("point");
}

}  // namespace aiguillage::import
