#include "report/simulation_groups.h"

#include <algorithm>
#include <array>
#include <map>

#include "aiguillage/explain.h"
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

namespace {

const rule* rule_named(const pack& rules, const std::string& id) {
  for (const routing_rule& one : rules.routing)
    if (one.about.id == id) return &one.about;
  for (const state& one : rules.states)
    if (one.about.id == id) return &one.about;
  return nullptr;
}

text reason_words(const pack& rules, const std::string& id) {
  if (const rule* which = rule_named(rules, id))
    return which->because.fr.empty() ? which->title : which->because;
  const auto* const at = std::find(exclusion_names.begin(), exclusion_names.end(), id);
  if (at == exclusion_names.end()) return {id, id};
  if (at == exclusion_names.begin() + static_cast<std::ptrdiff_t>(hindrance::none))
    return {"un type de lieu qui répond à d'autres n'a pas ce rôle pour cette personne",
            "a type of place that answers others does not do so for this person"};
  if (at == exclusion_names.begin() + static_cast<std::ptrdiff_t>(hindrance::absent))
    return {"un type de lieu qui pourrait répondre manque ici",
            "a type of place that could answer is missing here"};
  return hindrance_words(static_cast<hindrance>(at - exclusion_names.begin()));
}

struct reasons_counted {
  std::vector<std::string> ids;
  overlapping_counts counts;
  std::vector<std::int64_t> by_reason;
  std::int64_t people = 0;
};

reasons_counted reasons_counted_in(const simulated& of) {
  std::map<std::vector<std::string>, std::int64_t> sums;
  std::map<std::string, std::size_t> at;
  for (const replication& one : of.runs)
    for (const auto& [reasons, people] : one.unmet_by_reasons) {
      sums[reasons] += people;
      for (const std::string& each : reasons) at.try_emplace(each);
    }
  reasons_counted all;
  for (auto& [id, which] : at) {
    which = all.ids.size();
    all.ids.push_back(id);
  }
  all.counts.sets = all.ids.size();
  all.by_reason.resize(all.ids.size());
  for (const auto& [reasons, people] : sums) {
    all.counts.parts.push_back({{}, {people}});
    for (const std::string& each : reasons) {
      all.counts.parts.back().in.push_back(at.at(each));
      all.by_reason[at.at(each)] += people;
    }
    all.people += people;
  }
  return all;
}

/// Whether the people with an unmet need may be counted beside all people and beside those whose path ended for want of a place.
bool may_be_told(const simulated& of, std::int64_t people) {
  const published_outcomes whole = outcomes_of(of);
  const std::int64_t least = least_published * runs_of(of);
  const auto fine = [&](std::int64_t left) { return left == 0 || left >= least; };
  std::int64_t everybody = 0;
  std::int64_t ended = 0;
  for (const replication& one : of.runs) {
    everybody += one.people();
    for (const outcome end : {outcome::no_path, outcome::partly})
      if (whole.outcomes[static_cast<std::size_t>(end)]) ended += one.outcomes[static_cast<std::size_t>(end)];
  }
  return whole.people && fine(people) && fine(everybody - people) && fine(people - ended);
}

}  // namespace

published_exclusions exclusions_of(const simulated& of) {
  const reasons_counted all = reasons_counted_in(of);
  const bool told = may_be_told(of, all.people);
  const std::vector<bool> shown = published_sets(all.counts, {{0}}, std::vector<bool>(all.counts.sets, told),
                                                 least_published * runs_of(of));
  published_exclusions result;
  if (told) result.people = mean_of(of, all.people);
  for (std::size_t i = 0; i < all.ids.size(); ++i)
    result.reasons.push_back({all.ids[i], rule_named(of.rules, all.ids[i]),
                              reason_words(of.rules, all.ids[i]),
                              shown[i] ? mean_of(of, all.by_reason[i]) : std::nullopt});
  std::sort(result.reasons.begin(), result.reasons.end(),
            [](const published_exclusions::reason& a, const published_exclusions::reason& b) {
              return a.people != b.people ? a.people > b.people : a.id < b.id;
            });
  return result;
}

}  // namespace aiguillage::report
