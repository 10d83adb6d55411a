#pragma once

#include "aiguillage/report/simulation.h"
#include "aiguillage/simulation/estimate.h"
#include "report/json_writer.h"

namespace aiguillage::report {

/// An outcome in words.
[[nodiscard]] text outcome_words(outcome which);

/// A figure with one decimal, and its interval when it has one.
[[nodiscard]] std::string tenths_of(double figure, language wanted);
[[nodiscard]] std::string shown_figure(const estimate& of, language wanted);

/// What stands where a figure would tell of under 11 people.
[[nodiscard]] text left_out_words();

/// {mean, half_width}
void write_estimate(json_writer& to, const estimate& of);

/// What `simulation_manifest` writes, into an object that is open.
void manifest_fields(json_writer& to, const simulated& of);

/// A line of a table: words, then a figure.
[[nodiscard]] std::string figure_line(const std::string& words, const std::string& figure);

/// A figure of each replication, then over all.
template <class Figure>
[[nodiscard]] estimate over_runs(const simulated& of, Figure figure) {
  std::vector<double> values;
  for (const replication& one : of.runs) values.push_back(figure(one));
  return estimate_of(values);
}

/// Per cent, 0 of nothing.
[[nodiscard]] inline double percent_of(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

/// A sum by each person who was given a path.
[[nodiscard]] inline double by_person(std::int64_t sum, const replication& one) {
  return one.with_path == 0 ? 0 : static_cast<double>(sum) / static_cast<double>(one.with_path);
}

/// A figure of the way of each person who was given a path.
struct path_measure {
  const char* id;
  text words;
  double (*figure)(const replication&);
};
[[nodiscard]] const std::vector<path_measure>& path_measures();

/// Per cent of the stops that people arrived at: whose way is in no kilometre.
[[nodiscard]] inline double unmeasured_percent(const replication& one) {
  return percent_of(one.unmeasured, one.stops);
}

/// People whose plan was found near home and in the whole territory, over all replications.
struct checked_plans {
  std::int64_t people = 0;
  std::int64_t different = 0;
};
[[nodiscard]] checked_plans checked_plans_of(const simulated& of);

/// Visits to a place in a week, and the days that each waited.
[[nodiscard]] estimate visits_a_week(const simulated& of, actor_id who);
[[nodiscard]] estimate days_waited(const simulated& of, actor_id who);

/// Per cent of the minutes that a place had in the weeks simulated; none without a capacity.
[[nodiscard]] std::optional<estimate> load_of(const simulated& of, actor_id who);

/// Places whose visits are published (simulation_published.h), the most visited first.
[[nodiscard]] std::vector<actor_id> places_by_visits(const simulated& of);

/// Per cent of the people who came.
[[nodiscard]] estimate outcome_percent(const simulated& of, outcome which);

/// One row of a table by area: an area by itself, or those whose cells are too small put together.
struct area_row {
  std::vector<std::size_t> areas;
  std::vector<std::int64_t> counts;
};

/// The rows of a table of counts, by area.
[[nodiscard]] std::vector<area_row> rows_of(const std::vector<std::vector<std::int64_t>>& by_area);

}  // namespace aiguillage::report
