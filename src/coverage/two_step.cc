#include <algorithm>

#include "aiguillage/coverage/access.h"

namespace aiguillage {
namespace {

bool within_limits(double value) { return value >= 0 && value <= access_most; }

bool all_within_limits(const std::vector<double>& values) {
  return std::all_of(values.begin(), values.end(), within_limits);
}

/// Every weight of a pair is 1.
struct no_weights {
  double operator[](std::size_t) const { return 1; }
};

double ratio_of(double supply, double demand) { return demand < access_nobody ? 0 : supply / demand; }

template <typename Weights>
double demand_around(const access_pairs& pairs, const Weights& weights, const std::vector<double>& population,
                     std::size_t facility) {
  double sum = 0;
  for (std::size_t pair = pairs.facility_starts[facility]; pair < pairs.facility_starts[facility + 1]; ++pair)
    sum += weights[pair] * population[pairs.origins[pair]];
  return sum;
}

/// Facilities come in increasing order, hence those around each origin do.
template <typename Weights>
void share_out(const access_pairs& pairs, const Weights& weights, std::size_t facility, double ratio,
               std::vector<double>& access) {
  for (std::size_t pair = pairs.facility_starts[facility]; pair < pairs.facility_starts[facility + 1]; ++pair)
    access[pairs.origins[pair]] += weights[pair] * ratio;
}

template <typename Weights>
access_scores both_steps(const access_pairs& pairs, const Weights& weights, const access_world& of) {
  access_scores made;
  made.demand.resize(of.supply.size());
  made.ratios.resize(of.supply.size());
  made.access.assign(of.population.size(), 0);
  for (std::size_t j = 0; j < of.supply.size(); ++j) {
    made.demand[j] = demand_around(pairs, weights, of.population, j);
    made.ratios[j] = ratio_of(of.supply[j], made.demand[j]);
    share_out(pairs, weights, j, made.ratios[j], made.access);
  }
  return made;
}

std::size_t pair_of(const access_pairs& pairs, std::uint32_t facility, std::uint32_t origin) {
  const auto begin = pairs.origins.begin();
  const auto found = std::lower_bound(begin + pairs.facility_starts[facility],
                                      begin + pairs.facility_starts[facility + 1], origin);
  return static_cast<std::size_t>(found - begin);
}

/// The same sum as `share_out` makes, for one origin.
double access_at(const access_pairs& pairs, const std::vector<double>& weights,
                 const std::vector<double>& ratios, std::uint32_t origin) {
  double sum = 0;
  for (std::size_t k = pairs.origin_starts[origin]; k < pairs.origin_starts[origin + 1]; ++k) {
    const std::uint32_t j = pairs.facilities[k];
    sum += weights.empty() ? ratios[j] : weights[pair_of(pairs, j, origin)] * ratios[j];
  }
  return sum;
}

bool fit(const access_pairs& pairs, const std::vector<double>& weights, std::size_t origins,
         std::size_t facilities) {
  return pairs.origin_starts.size() == origins + 1 && pairs.facility_starts.size() == facilities + 1 &&
         (weights.empty() || weights.size() == pairs.origins.size());
}

}  // namespace

std::optional<access_scores> two_step_access(const access_pairs& pairs, const std::vector<double>& weights,
                                             const access_world& of) {
  if (!fit(pairs, weights, of.population.size(), of.supply.size()) || !all_within_limits(weights) ||
      !all_within_limits(of.population) || !all_within_limits(of.supply))
    return std::nullopt;
  return weights.empty() ? both_steps(pairs, no_weights{}, of) : both_steps(pairs, weights, of);
}

bool change_supply(const access_pairs& pairs, const std::vector<double>& weights, std::uint32_t facility,
                   double supply, access_scores& scores) {
  if (!fit(pairs, weights, scores.access.size(), scores.ratios.size()) ||
      scores.demand.size() != scores.ratios.size() || facility >= scores.ratios.size() ||
      !within_limits(supply))
    return false;
  scores.ratios[facility] = ratio_of(supply, scores.demand[facility]);
  for (std::size_t k = pairs.facility_starts[facility]; k < pairs.facility_starts[facility + 1]; ++k)
    scores.access[pairs.origins[k]] = access_at(pairs, weights, scores.ratios, pairs.origins[k]);
  return true;
}

}  // namespace aiguillage
