#include "export/tally.h"

#include <string_view>

#include "fold.h"
#include "import/cells.h"
#include "report/degrees.h"

namespace aiguillage::exports {
namespace {

bool same_travel(const travel_model& a, const travel_model& b) {
  return a.detour_thousandths == b.detour_thousandths &&
         a.walk_metres_per_minute == b.walk_metres_per_minute &&
         a.walk_limit_minutes == b.walk_limit_minutes &&
         a.transit_metres_per_minute == b.transit_metres_per_minute &&
         a.transit_wait_minutes == b.transit_wait_minutes &&
         a.car_metres_per_minute == b.car_metres_per_minute && a.car_wait_minutes == b.car_wait_minutes &&
         a.most_minutes == b.most_minutes && a.limited_minutes == b.limited_minutes && a.source == b.source;
}

void tally_actor(const actor& one, const pack& rules, tally& to) {
  for (const need_type_id each : one.without) to.lose("without", rules.needs[each].id);
  if (!one.full_until.empty()) to.lose("full_until");
  for (std::size_t i = 1; i < one.sources.size(); ++i) to.lose("sources", one.sources[i].producer);
}

/// Importing gives a site the name of its first actor.
void tally_site_names(const territory& land, tally& to) {
  std::set<site_id> seen;
  for (const actor& one : land.actors)
    if (one.at.known() && seen.insert(one.at).second && land.sites[one.at].name != one.name)
      to.lose("site_name");
  for (std::size_t i = 0; i < land.sites.size(); ++i)
    if (!seen.contains(site_id(i))) to.lose("empty_site", land.sites.items[i].id);
}

void write(const std::map<std::pair<std::string, std::string>, std::size_t>& from,
           std::vector<export_item>& to) {
  for (const auto& [what, records] : from) to.push_back({what.first, what.second, records});
}

}  // namespace

statement statement_of(attribute what, const std::string& value) {
  if (what == attribute::latitude || what == attribute::longitude)
    return {what, report::degrees(import::degrees_of(value))};
  if (what != attribute::remark) return {what, value};
  const std::size_t equals = value.find('=');
  return {what, detail::folded(value.substr(0, equals)) +
                    (equals == std::string::npos ? "" : value.substr(equals))};
}

std::set<statement> statements_of(const std::vector<said_value>& says) {
  std::set<statement> all;
  std::set<attribute> once;
  for (const said_value& one : says)
    if (form_of(one.what).several || once.insert(one.what).second)
      all.insert(statement_of(one.what, one.value));
  return all;
}

void tally::lose(const std::string& attribute, const std::string& value) { ++lost_[{attribute, value}]; }

void tally::add(const std::string& attribute, const std::string& value) { ++added_[{attribute, value}]; }

void tally::lose(const statement& one, bool has_column) {
  const attribute_form& form = form_of(one.first);
  if (one.first == attribute::remark) return lose(form.name, one.second.substr(0, one.second.find('=')));
  const bool told = form.several || has_column || one.first == attribute::type;
  lose(form.name, told ? import::shown(one.second) : "");
}

void tally::give(export_result& to) const {
  to.kept = kept_;
  to.said = kept_;
  for (const auto& [what, records] : lost_) to.said += records;
  write(lost_, to.lost);
  write(added_, to.added);
}

void tally_beyond(const territory& land, const pack& rules, bool links, tally& to) {
  for (const actor& one : land.actors) tally_actor(one, rules, to);
  tally_site_names(land, to);
  for (const handoff_link& one : land.links) {
    if (links)
      to.keep();
    else
      to.lose("link", rules.modes[one.mode].id);
  }
  if (land.title.fr != land.id || land.title.en != land.id) to.lose("title");
  if (land.centre) to.lose("centre");
  if (!land.communes.communes.empty()) to.lose("known_communes");
  if (!same_travel(land.travel, {})) to.lose("travel");
  for (std::size_t by = 0; by < land.measured.size(); ++by)
    for (std::size_t i = 0; i < land.measured[by].size(); ++i)
      to.lose("travel_table", travel_means_names[by]);
}

void tally_listings(const territory& land, const pack& rules, const kept_attributes& kept, tally& to) {
  std::set<site_id> seen;
  for (std::size_t i = 0; i < land.actors.size(); ++i) {
    const site_id at = land.actors.items[i].at;
    if (at.known() && !seen.insert(at).second) to.lose("shared_site", land.sites[at].id);
    const listing one = listing_of(land, actor_id(i), rules);
    const std::set<attribute> all = kept(one);
    for (const statement& each : statements_of(one.says)) {
      if (all.contains(each.first))
        to.keep();
      else
        to.lose(each, false);
    }
    if (!one.assumed.empty()) to.lose("assumed", "type");
  }
}

}  // namespace aiguillage::exports
