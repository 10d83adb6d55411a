#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// How much of a service each place can reach: floating catchment areas. A facility shares its supply among the people
/// around it, a place adds up the shares of the facilities around it. Every sum runs over increasing origins, or increasing
/// facilities, from 0, and the exponential is our own: the same input gives the same bytes everywhere.
#pragma GCC visibility push(default)
namespace aiguillage {

/// Points of a plane, in metres (of a projection such as Lambert-93): as many x as y, none beyond access_farthest.
struct plane_points {
  std::vector<double> x;
  std::vector<double> y;
};

/// The largest coordinate, either way, and the largest radius.
inline constexpr double access_farthest = 1e9;

/// The largest population, supply and weight.
inline constexpr double access_most = 1e15;

/// A facility whose weighted people are fewer has nobody around it.
inline constexpr double access_nobody = 1e-230;

/// Origins and facilities within a radius of each other, seen from both sides. A pair is numbered by its facility, then its
/// origin: its number is its place in `origins`.
struct access_pairs {
  std::vector<std::uint32_t> facility_starts;  // of each facility in `origins`, and one more
  std::vector<std::uint32_t> origins;          // around each facility, in increasing order
  std::vector<std::uint32_t> origin_starts;    // of each origin in `facilities`, and one more
  std::vector<std::uint32_t> facilities;       // around each origin, in increasing order
};

/// All pairs at most this far apart: (x − x′)² + (y − y′)² ≤ radius², as doubles reckon it; a uniform grid finds them.
/// nullopt when a coordinate is missing, not a number or too large, when the radius is negative, not a number or too large,
/// and when there are about 2^32 points or pairs, or more.
[[nodiscard]] std::optional<access_pairs> find_access_pairs(const plane_points& origins,
                                                            const plane_points& facilities, double radius);

/// How far apart each pair is, in metres. Expects the points that the pairs were found among.
[[nodiscard]] std::vector<double> pair_distances(const access_pairs& pairs, const plane_points& origins,
                                                 const plane_points& facilities);

/// What a person counts up to a distance, itself included.
struct access_band {
  double metres = 0;
  double weight = 0;
};

/// The weight at each distance by steps: that of the first band that holds it, 0 beyond the last. nullopt unless bands go
/// outwards from 0 and weights are within 0 and access_most.
[[nodiscard]] std::optional<std::vector<double>> band_weights(const std::vector<double>& distances,
                                                              const std::vector<access_band>& bands);

/// The weight at each distance by a Gaussian that is 1 at 0: exp(−d² / 2σ²), and 0 where that is less than exp(−700). nullopt
/// unless σ is within 0.001 and access_farthest, in the unit of the distances.
[[nodiscard]] std::optional<std::vector<double>> gaussian_weights(const std::vector<double>& distances,
                                                                  double sigma);

/// People at each origin, and what each facility has to give them: both within 0 and access_most, in any unit.
struct access_world {
  std::vector<double> population;
  std::vector<double> supply;
};

/// What a computation leaves: all that a change needs.
struct access_scores {
  std::vector<double> demand;  // of each facility: the weighted people around it
  std::vector<double> ratios;  // of each facility: supply by demand; 0 when nobody is around
  std::vector<double> access;  // of each origin: the weighted ratios around it; 0 when none is
};

/// The two-step floating catchment area (Luo and Wang 2003) where there are no weights: each pair then counts 1; the enhanced
/// one (Luo and Qi 2009) where each pair has its weight, in both steps. nullopt when lengths do not fit or a number is not
/// within its limits.
[[nodiscard]] std::optional<access_scores> two_step_access(const access_pairs& pairs,
                                                           const std::vector<double>& weights,
                                                           const access_world& of);

/// What these scores become when one facility has another supply: exactly those of a whole computation, but only the origins
/// around it are visited. It closes with 0; a place that may open later takes part from the start, with 0. Expects the
/// weights that the scores were computed with. False, and nothing changes, when lengths do not fit, when there is no such
/// facility or the supply is not within its limits.
[[nodiscard]] bool change_supply(const access_pairs& pairs, const std::vector<double>& weights,
                                 std::uint32_t facility, double supply, access_scores& scores);

}  // namespace aiguillage
#pragma GCC visibility pop
