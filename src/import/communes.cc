#include "import/communes.h"

#include <algorithm>

namespace aiguillage::import {

std::optional<gazetteer> communes_for(const import_options& options, diagnostics& out) {
  if (options.communes.empty()) return gazetteer{};
  std::optional<gazetteer> all = load_gazetteer({options.communes, options.former, {}, {}, {}, {}}, out);
  if (!all || options.departments.empty()) return all;
  std::vector<bool> kept;
  for (const commune& one : all->communes) {
    const std::string code = one.department.known() ? all->departments[one.department].code : "";
    kept.push_back(std::find(options.departments.begin(), options.departments.end(), code) !=
                   options.departments.end());
  }
  return part_of(*all, kept);
}

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
    assumed[i] = one.where.has_value();
  }
  for (actor& one : land.actors)
    if (one.at.known() && assumed[one.at.index()]) one.assumed.emplace_back("point");
}

}  // namespace aiguillage::import
