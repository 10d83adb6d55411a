#include "report/simulation_figures.h"

#include <algorithm>

namespace aiguillage::report {

estimate visits_a_week(const simulated& of, actor_id who) {
  return over_runs(of, [&](const replication& one) {
    return static_cast<double>(one.places[who].visits) / of.told.weeks;
  });
}

estimate days_waited(const simulated& of, actor_id who) {
  return over_runs(of, [&](const replication& one) {
    const place_count& place = one.places[who];
    return place.visits == 0 ? 0 : static_cast<double>(place.waited_days) / static_cast<double>(place.visits);
  });
}

std::optional<estimate> load_of(const simulated& of, actor_id who) {
  const std::optional<int> a_day = help_minutes_a_day(of.told, of.land.actors[who]);
  if (!a_day || *a_day == 0) return std::nullopt;
  const std::int64_t all = std::int64_t{5} * *a_day * of.told.weeks;
  return over_runs(of, [&](const replication& one) { return percent_of(one.places[who].minutes, all); });
}

std::vector<actor_id> places_by_visits(const simulated& of) {
  std::vector<std::pair<std::int64_t, actor_id>> counted;
  for (std::size_t i = 0; i < of.land.actors.size(); ++i) {
    std::int64_t visits = 0;
    for (const replication& one : of.runs) visits += one.places.items[i].visits;
    if (visits > 0) counted.emplace_back(visits, actor_id(i));
  }
  std::sort(counted.begin(), counted.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<actor_id> places;
  for (const auto& [visits, who] : counted) places.push_back(who);
  return places;
}

std::vector<std::int64_t> mean_outcomes(const simulated& of, std::size_t area) {
  const auto runs = static_cast<std::int64_t>(of.runs.size());
  std::vector<std::int64_t> means(outcome_names.size());
  for (std::size_t i = 0; i < means.size(); ++i) {
    for (const replication& one : of.runs) means[i] += one.outcomes_by_area[area][i];
    means[i] = (2 * means[i] + runs) / (2 * runs);
  }
  return means;
}

}  // namespace aiguillage::report
