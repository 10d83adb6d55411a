#include <cmath>

#include "aiguillage/simulation/reach.h"
#include "report/simulation_figures.h"
#include "report/simulation_groups.h"
#include "table/csv.h"

namespace aiguillage {
namespace {

using namespace report;

std::string row(const std::vector<std::string>& cells) {
  const std::vector<std::string_view> views(cells.begin(), cells.end());
  return table::write_csv_row(views);
}

std::string cell(const published_count& count) { return count ? std::to_string(*count) : ""; }

std::string decimals(double figure) {
  constexpr std::int64_t thousand = 1000;
  const std::int64_t all = std::llround(figure * thousand);
  const std::string part = std::to_string(1000 + all % thousand).substr(1);
  return std::to_string(all / thousand) + "." + part;
}

void add(std::vector<std::string>& cells, const std::optional<estimate>& of) {
  cells.push_back(of ? decimals(of->mean) : "");
  cells.push_back(of && of->half_width ? decimals(*of->half_width) : "");
}

std::string outcomes_csv(const simulated& of) {
  std::vector<std::string> head = {"areas", "people"};
  head.insert(head.end(), outcome_names.begin(), outcome_names.end());
  std::string csv = row(head);
  const published_outcomes all = outcomes_of(of);
  const auto line = [&](const std::string& areas, const published_count& people,
                        const std::vector<published_count>& counts) {
    std::vector<std::string> cells = {areas, cell(people)};
    for (const published_count& one : counts) cells.push_back(cell(one));
    csv += row(cells);
  };
  for (const published_outcomes::row& one : all.rows) {
    std::string areas;
    for (const std::size_t area : one.areas) areas += (areas.empty() ? "" : " ") + of.people.areas[area].id;
    line(areas, one.people, one.outcomes);
  }
  line("*", all.people, all.outcomes);
  return csv;
}

std::string publics_csv(const simulated& of) {
  std::vector<std::string> head = {"public", "people"};
  head.insert(head.end(), outcome_names.begin(), outcome_names.end());
  std::string csv = row(head);
  for (const published_public& one : publics_of(of)) {
    std::vector<std::string> cells = {of.rules.publics[one.which].id, cell(one.people)};
    for (const published_count& count : one.outcomes) cells.push_back(cell(count));
    csv += row(cells);
  }
  return csv;
}

std::string needs_csv(const simulated& of) {
  std::string csv = row({"dimension", "certain", "reached", "unmet", "lost"});
  const std::vector<published_needs> all = needs_of(of);
  for (std::size_t i = 0; i < all.size(); ++i)
    csv += row({dimension_names[i], cell(all[i].certain), cell(all[i].reached), cell(all[i].unmet),
                cell(all[i].lost)});
  return csv;
}

std::string exclusions_csv(const simulated& of) {
  const published_exclusions all = exclusions_of(of);
  std::string csv = row({"reason", "kind", "people"});
  for (const published_exclusions::reason& one : all.reasons)
    csv += row({one.id, one.which == nullptr ? "place" : "rule", cell(one.people)});
  return csv + row({"*", "", cell(all.people)});
}

std::string path_csv(const simulated& of) {
  std::string csv = row({"measure", "by_person", "by_person_half_width"});
  for (const path_measure& one : path_measures()) {
    std::vector<std::string> cells = {one.id};
    add(cells, over_runs(of, one.figure));
    csv += row(cells);
  }
  return csv;
}

std::string flows_csv(const simulated& of) {
  std::string csv = row({"from_type", "to_type", "visits"});
  for (const published_visits::flow& one : visits_of(of).flows)
    csv += row({!one.handed        ? ""
                : one.from.known() ? of.rules.actor_types[one.from].id
                                   : "first_asked",
                of.rules.actor_types[one.to].id, cell(one.visits)});
  return csv;
}

std::string places_csv(const simulated& of) {
  std::string csv = row({"actor", "type", "visits_a_week", "visits_a_week_half_width", "load_percent",
                         "load_percent_half_width", "waited_days", "waited_days_half_width"});
  for (const actor_id who : places_by_visits(of)) {
    const actor& place = of.land.actors[who];
    std::vector<std::string> cells = {place.id, of.rules.actor_types[place.type].id};
    add(cells, visits_a_week(of, who));
    add(cells, load_of(of, who));
    add(cells, days_waited(of, who));
    csv += row(cells);
  }
  return csv;
}

std::string access_csv(const simulated& of) {
  std::string csv = row({"area", "dimension", "minutes_by_person", "places", "places_without_time",
                         "nearest_metres", "people_without_percent", "white_zone"});
  const territory_reach all = reach_of(of.rules, of.land, of.people, of.told);
  for (std::size_t area = 0; area < of.people.areas.size(); ++area)
    for (std::size_t lane = 0; lane < all.size(); ++lane) {
      const area_reach& one = all[lane].areas[area];
      std::vector<std::string> cells = {of.people.areas[area].id, dimension_names[lane]};
      if (one.located)
        cells.insert(cells.end(), {one.minutes ? decimals(*one.minutes) : "", std::to_string(one.places),
                                   std::to_string(one.places_without_time), cell(one.nearest_metres),
                                   decimals(100 * one.share_without), one.is_white() ? "yes" : "no"});
      else
        cells.resize(cells.size() + 6);
      csv += row(cells);
    }
  return csv;
}

std::string losses_csv(const simulated& of) {
  std::string csv = row({"mode", "stop", "lost"});
  const published_losses all = losses_of(of);
  for (std::size_t i = 0; i < all.by_mode.size(); ++i)
    csv += row({of.rules.modes.items[i].id, "", cell(all.by_mode[i])});
  for (std::size_t i = 0; i < all.at_stop.size(); ++i)
    csv += row({"", std::to_string(i + 1), cell(all.at_stop[i])});
  return csv;
}

}  // namespace

std::vector<named_table> simulation_tables(const simulated& of) {
  return {{"outcomes", outcomes_csv(of)},     {"publics", publics_csv(of)}, {"needs", needs_csv(of)},
          {"exclusions", exclusions_csv(of)}, {"path", path_csv(of)},       {"flows", flows_csv(of)},
          {"places", places_csv(of)},         {"losses", losses_csv(of)},   {"access", access_csv(of)}};
}

}  // namespace aiguillage
