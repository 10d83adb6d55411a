#pragma once

#include "aiguillage/report/simulation.h"
#include "aiguillage/simulation/estimate.h"

namespace aiguillage::report {

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

/// Visits to a place in a week, and the days that each waited.
[[nodiscard]] estimate visits_a_week(const simulated& of, actor_id who);
[[nodiscard]] estimate days_waited(const simulated& of, actor_id who);

/// Per cent of the minutes that a place had in the weeks simulated; none without a capacity.
[[nodiscard]] std::optional<estimate> load_of(const simulated& of, actor_id who);

/// Places where somebody arrived, the most visited first.
[[nodiscard]] std::vector<actor_id> places_by_visits(const simulated& of);

/// Persons of an area by outcome, a mean over the replications, to the nearest.
[[nodiscard]] std::vector<std::int64_t> mean_outcomes(const simulated& of, std::size_t area);

}  // namespace aiguillage::report
