#include "report/simulation_groups.h"

#include <array>
#include <map>

#include "aiguillage/simulation/overlaps.h"
#include "aiguillage/simulation/suppress.h"

namespace aiguillage::report {
namespace {

std::int64_t runs_of(const simulated& of) { return static_cast<std::int64_t>(of.runs.size()); }

published_count mean_of(const simulated& of, std::int64_t sum) {
  return (2 * sum + runs_of(of)) / (2 * runs_of(of));
}

overlapping_counts publics_counted(const simulated& of) {
  std::map<std::vector<public_id>, outcome_counts> sums;
  for (const replication& one : of.runs)
    for (const auto& [publics, counts] : one.outcomes_by_publics)
      for (std::size_t i = 0; i < counts.size(); ++i) sums[publics][i] += counts[i];
  overlapping_counts all{of.rules.publics.size(), {}};
  for (const auto& [publics, counts] : sums) {
    all.parts.push_back({{}, {counts.begin(), counts.end()}});
    for (const public_id one : publics) all.parts.back().in.push_back(one.index());
  }
  return all;
}

/// Outcomes by what is the same for the columns of a group; those whose total is not published bring their groups together.
column_groups grouped(const std::vector<published_count>& totals,
                      const std::array<std::size_t, outcome_names.size()>& kind_of) {
  std::vector<bool> hidden(outcome_names.size());
  for (std::size_t i = 0; i < totals.size(); ++i)
    if (!totals[i]) hidden[kind_of[i]] = true;
  column_groups groups(outcome_names.size() + 1);
  for (std::size_t i = 0; i < totals.size(); ++i)
    groups[hidden[kind_of[i]] ? outcome_names.size() : kind_of[i]].push_back(i);
  std::erase_if(groups, [](const auto& one) { return one.empty(); });
  return groups;
}

/// From the coarsest figures to the finest: people; with a whole answer or no need; every outcome.
std::array<column_groups, 3> steps_of(const std::vector<published_count>& totals) {
  column_groups people(1);
  for (std::size_t i = 0; i < totals.size(); ++i) people.front().push_back(i);
  return {people, grouped(totals, {0, 1, 1, 1, 1, 1, 2}), grouped(totals, {0, 1, 2, 3, 4, 5, 6})};
}

}  // namespace

std::vector<published_public> publics_of(const simulated& of) {
  const published_outcomes whole = outcomes_of(of);
  const overlapping_counts counted = publics_counted(of);
  std::vector<std::vector<std::int64_t>> sums(counted.sets, std::vector<std::int64_t>(outcome_names.size()));
  std::vector<std::int64_t> people(counted.sets);
  for (const overlapping_counts::part& part : counted.parts)
    for (const std::size_t set : part.in)
      for (std::size_t i = 0; i < part.counts.size(); ++i) {
        sums[set][i] += part.counts[i];
        people[set] += part.counts[i];
      }
  std::vector<published_public> all;
  for (std::size_t set = 0; set < counted.sets; ++set)
    all.push_back({public_id(set), std::nullopt, std::vector<published_count>(outcome_names.size())});
  std::vector<bool> among(counted.sets, whole.people.has_value());
  for (const column_groups& step : steps_of(whole.outcomes)) {
    among = published_sets(counted, step, among, least_published * runs_of(of));
    for (std::size_t set = 0; set < counted.sets; ++set) {
      if (!among[set]) continue;
      all[set].people = mean_of(of, people[set]);
      if (step.size() == 1) continue;
      for (const std::vector<std::size_t>& columns : step)
        if (columns.size() == 1) all[set].outcomes[columns.front()] = mean_of(of, sums[set][columns.front()]);
    }
  }
  std::erase_if(all, [&](const published_public& one) { return people[one.which.index()] == 0; });
  return all;
}

}  // namespace aiguillage::report
