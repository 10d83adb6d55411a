#include "aiguillage/coverage/access.h"

#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <random>
#include <utility>

#include <gtest/gtest.h>

namespace aiguillage {
namespace {

template <typename Value>
Value sound(std::optional<Value> found) {
  EXPECT_TRUE(found);
  return std::move(found).value_or(Value{});
}

struct random_world {
  plane_points origins;
  plane_points facilities;
  double radius = 0;
  access_world amounts;
};

/// Few places of a small lattice, stretched and moved: many are at the same place, or exactly at the radius.
random_world make_world(std::mt19937& random) {
  const auto roll = [&](std::size_t many) { return static_cast<double>(random() % many); };
  const double side = 1 + roll(40);
  const std::array<double, 5> steps = {1, 5, 0.1, 12345.678, 1e6};
  const double step = steps[random() % steps.size()];
  const double east = random() % 3 == 0 ? -roll(1000000) : 0;
  const auto scatter = [&](std::size_t count) {
    plane_points made;
    for (std::size_t i = 0; i < count; ++i) {
      made.x.push_back(east +
                       step * (random() % 20 == 0 ? 10 * roll(40) : roll(static_cast<std::size_t>(side))));
      made.y.push_back(step * roll(static_cast<std::size_t>(side)));
    }
    return made;
  };
  random_world made;
  made.origins = scatter(random() % 60);
  made.facilities = scatter(random() % 20);
  made.radius = step * (random() % 4 == 0 ? 5 * roll(5) : roll(12));
  for (std::size_t i = 0; i < made.origins.x.size(); ++i)
    made.amounts.population.push_back(random() % 5 == 0 ? 0 : roll(5000) / 4);
  for (std::size_t j = 0; j < made.facilities.x.size(); ++j)
    made.amounts.supply.push_back(random() % 8 == 0 ? 0 : roll(100) / 8);
  return made;
}

double square(const random_world& in, std::size_t i, std::size_t j) {
  const double east = in.origins.x[i] - in.facilities.x[j];
  const double north = in.origins.y[i] - in.facilities.y[j];
  return east * east + north * north;
}

bool is_pair(const random_world& in, std::size_t i, std::size_t j) {
  return square(in, i, j) <= in.radius * in.radius;
}

access_pairs pairs_of(const random_world& in) {
  return sound(find_access_pairs(in.origins, in.facilities, in.radius));
}

/// Weights of random pairs; none at times.
std::vector<double> make_weights(const access_pairs& pairs, std::mt19937& random) {
  std::vector<double> made;
  if (random() % 3 == 0) return made;
  for (std::size_t k = 0; k < pairs.origins.size(); ++k)
    made.push_back(random() % 6 == 0 ? 0 : static_cast<double>(random() % 1000) / 700);
  return made;
}

/// All origins and all facilities, in their order; `weight(i, j)` is asked for pairs only.
template <typename Weight>
access_scores over_all(const random_world& in, const Weight& weight) {
  const auto& [population, supply] = in.amounts;
  access_scores made;
  for (std::size_t j = 0; j < supply.size(); ++j) {
    double demand = 0;
    for (std::size_t i = 0; i < population.size(); ++i)
      if (is_pair(in, i, j)) demand += weight(i, j) * population[i];
    made.demand.push_back(demand);
    made.ratios.push_back(demand > 0 ? supply[j] / demand : 0);
  }
  for (std::size_t i = 0; i < population.size(); ++i) {
    double access = 0;
    for (std::size_t j = 0; j < supply.size(); ++j)
      if (is_pair(in, i, j)) access += weight(i, j) * made.ratios[j];
    made.access.push_back(access);
  }
  return made;
}

double weight_between(const access_pairs& pairs, const std::vector<double>& weights, std::size_t i,
                      std::size_t j) {
  if (weights.empty()) return 1;
  for (std::size_t k = pairs.facility_starts[j]; k < pairs.facility_starts[j + 1]; ++k)
    if (pairs.origins[k] == i) return weights[k];
  return -1;
}

void expect_same(const access_scores& one, const access_scores& other) {
  EXPECT_EQ(one.demand, other.demand);
  EXPECT_EQ(one.ratios, other.ratios);
  EXPECT_EQ(one.access, other.access);
}

TEST(access, finds_the_pairs_that_all_pairs_hold) {
  std::mt19937 random(30);
  std::size_t found = 0;
  std::size_t at_the_radius = 0;
  for (int round = 0; round < 3000; ++round) {
    const random_world in = make_world(random);
    const access_pairs pairs = pairs_of(in);
    access_pairs all;
    all.facility_starts = all.origin_starts = {0};
    for (std::size_t j = 0; j < in.facilities.x.size(); ++j) {
      for (std::size_t i = 0; i < in.origins.x.size(); ++i)
        if (is_pair(in, i, j)) all.origins.push_back(static_cast<std::uint32_t>(i));
      all.facility_starts.push_back(static_cast<std::uint32_t>(all.origins.size()));
    }
    for (std::size_t i = 0; i < in.origins.x.size(); ++i) {
      for (std::size_t j = 0; j < in.facilities.x.size(); ++j) {
        if (is_pair(in, i, j)) all.facilities.push_back(static_cast<std::uint32_t>(j));
        if (square(in, i, j) == in.radius * in.radius) ++at_the_radius;
      }
      all.origin_starts.push_back(static_cast<std::uint32_t>(all.facilities.size()));
    }
    ASSERT_EQ(pairs.facility_starts, all.facility_starts) << round;
    ASSERT_EQ(pairs.origins, all.origins) << round;
    ASSERT_EQ(pairs.origin_starts, all.origin_starts) << round;
    ASSERT_EQ(pairs.facilities, all.facilities) << round;
    found += pairs.origins.size();
  }
  EXPECT_GT(found, 50000U);
  EXPECT_GT(at_the_radius, 5000U);
}

TEST(access, measures_each_pair) {
  std::mt19937 random(31);
  for (int round = 0; round < 300; ++round) {
    const random_world in = make_world(random);
    const access_pairs pairs = pairs_of(in);
    const std::vector<double> metres = pair_distances(pairs, in.origins, in.facilities);
    ASSERT_EQ(metres.size(), pairs.origins.size());
    for (std::size_t j = 0; j < in.facilities.x.size(); ++j)
      for (std::size_t k = pairs.facility_starts[j]; k < pairs.facility_starts[j + 1]; ++k)
        ASSERT_EQ(metres[k], std::sqrt(square(in, pairs.origins[k], j)));
  }
}

TEST(access, equals_all_pairs_in_their_order) {
  std::mt19937 random(32);
  for (int round = 0; round < 2000; ++round) {
    const random_world in = make_world(random);
    const access_pairs pairs = pairs_of(in);
    const std::vector<double> weights = make_weights(pairs, random);
    const auto weight = [&](std::size_t i, std::size_t j) { return weight_between(pairs, weights, i, j); };
    expect_same(sound(two_step_access(pairs, weights, in.amounts)), over_all(in, weight));
    ASSERT_FALSE(HasFailure()) << round;
  }
}

TEST(access, decays_as_declared) {
  std::mt19937 random(33);
  for (int round = 0; round < 500; ++round) {
    const random_world in = make_world(random);
    if (in.radius < 0.01) continue;
    const access_pairs pairs = pairs_of(in);
    const std::vector<double> metres = pair_distances(pairs, in.origins, in.facilities);
    const double sigma = in.radius / 3;
    const access_scores decayed =
        sound(two_step_access(pairs, sound(gaussian_weights(metres, sigma)), in.amounts));
    const access_scores expected = over_all(
        in, [&](std::size_t i, std::size_t j) { return std::exp(-square(in, i, j) / (2 * sigma * sigma)); });
    for (std::size_t i = 0; i < expected.access.size(); ++i)
      ASSERT_NEAR(decayed.access[i], expected.access[i], 1e-13 * expected.access[i]) << round;
    const auto bands = sound(band_weights(metres, {{in.radius / 2, 1}, {in.radius, 0.3}}));
    const auto by_steps = [&](std::size_t i, std::size_t j) {
      return std::sqrt(square(in, i, j)) <= in.radius / 2 ? 1
             : std::sqrt(square(in, i, j)) <= in.radius   ? 0.3
                                                          : 0;
    };
    expect_same(sound(two_step_access(pairs, bands, in.amounts)), over_all(in, by_steps));
    ASSERT_FALSE(HasFailure()) << round;
  }
}

TEST(access, hands_out_all_supply_that_someone_can_reach) {
  std::mt19937 random(34);
  int partly = 0;
  for (int round = 0; round < 2000; ++round) {
    const random_world in = make_world(random);
    const access_pairs pairs = pairs_of(in);
    const access_scores scores = sound(two_step_access(pairs, make_weights(pairs, random), in.amounts));
    double supply = 0;
    double reached = 0;
    for (std::size_t j = 0; j < in.amounts.supply.size(); ++j) {
      if (scores.demand[j] > 0) supply += in.amounts.supply[j];
      if (scores.demand[j] == 0 && in.amounts.supply[j] > 0) ++partly;
    }
    for (std::size_t i = 0; i < scores.access.size(); ++i)
      reached += in.amounts.population[i] * scores.access[i];
    ASSERT_NEAR(reached, supply, 1e-12 * supply) << round;
  }
  EXPECT_GT(partly, 1000);
}

TEST(access, a_change_equals_a_whole_computation) {
  std::mt19937 random(35);
  for (int round = 0; round < 1000; ++round) {
    random_world in = make_world(random);
    if (in.facilities.x.empty()) continue;
    const access_pairs pairs = pairs_of(in);
    const std::vector<double> weights = make_weights(pairs, random);
    access_scores scores = sound(two_step_access(pairs, weights, in.amounts));
    for (int change = 0; change < 5; ++change) {
      const auto facility = static_cast<std::uint32_t>(random() % in.facilities.x.size());
      in.amounts.supply[facility] = random() % 3 == 0 ? 0 : static_cast<double>(random() % 100) / 7;
      ASSERT_TRUE(change_supply(pairs, weights, facility, in.amounts.supply[facility], scores));
      expect_same(scores, sound(two_step_access(pairs, weights, in.amounts)));
      ASSERT_FALSE(HasFailure()) << round;
    }
  }
}

TEST(access, more_supply_is_never_less_access) {
  std::mt19937 random(36);
  for (int round = 0; round < 1000; ++round) {
    random_world in = make_world(random);
    const access_pairs pairs = pairs_of(in);
    const std::vector<double> weights = make_weights(pairs, random);
    const access_scores before = sound(two_step_access(pairs, weights, in.amounts));
    for (double& supply : in.amounts.supply) supply += static_cast<double>(random() % 3);
    const access_scores after = sound(two_step_access(pairs, weights, in.amounts));
    for (std::size_t i = 0; i < before.access.size(); ++i)
      ASSERT_GE(after.access[i], before.access[i]) << round;
  }
}

TEST(access, a_closed_facility_is_as_none) {
  std::mt19937 random(37);
  for (int round = 0; round < 500; ++round) {
    random_world in = make_world(random);
    if (in.facilities.x.empty()) continue;
    const access_pairs pairs = pairs_of(in);
    access_scores scores = sound(two_step_access(pairs, {}, in.amounts));
    const std::size_t gone = random() % in.facilities.x.size();
    ASSERT_TRUE(change_supply(pairs, {}, static_cast<std::uint32_t>(gone), 0, scores));
    for (std::vector<double>* all : {&in.facilities.x, &in.facilities.y, &in.amounts.supply})
      all->erase(all->begin() + static_cast<std::ptrdiff_t>(gone));
    ASSERT_EQ(scores.access, sound(two_step_access(pairs_of(in), {}, in.amounts)).access) << round;
  }
}

TEST(access, a_worked_example) {
  // Two towns of 100 and 300 share a facility of 8; the second alone has one of 3; a third is out of reach.
  const plane_points towns{{0, 10, 1000}, {0, 0, 0}};
  const plane_points facilities{{5, 14}, {0, 0}};
  const access_pairs pairs = sound(find_access_pairs(towns, facilities, 5));
  const access_scores scores = sound(two_step_access(pairs, {}, {{100, 300, 50}, {8, 3}}));
  EXPECT_EQ(scores.demand, (std::vector<double>{400, 300}));
  EXPECT_EQ(scores.ratios, (std::vector<double>{0.02, 0.01}));
  EXPECT_EQ(scores.access, (std::vector<double>{0.02, 0.02 + 0.01, 0}));
}

TEST(access, the_radius_is_included) {
  const double beyond = std::nextafter(4.0, 5.0);
  const access_pairs pairs = sound(find_access_pairs({{3, 3, 3}, {4, beyond, -4}}, {{0}, {0}}, 5));
  EXPECT_EQ(pairs.origins, (std::vector<std::uint32_t>{0, 2}));
  EXPECT_EQ(sound(find_access_pairs({{7, 7}, {1, 1}}, {{7, 7}, {1, 2}}, 0)).facilities,
            (std::vector<std::uint32_t>{0, 0}));
}

TEST(access, takes_points_at_the_farthest) {
  const double far = access_farthest;
  const plane_points corners{{-far, far, -far, far, 0}, {-far, -far, far, far, 0}};
  EXPECT_EQ(sound(find_access_pairs(corners, corners, 0)).origins.size(), 5U);
  EXPECT_EQ(sound(find_access_pairs(corners, corners, far)).origins.size(), 5U);
  // A crowd in one place beside one point far away: the cells cannot be small.
  plane_points crowd{std::vector<double>(3000, 1), std::vector<double>(3000, 1)};
  crowd.x.push_back(far);
  crowd.y.push_back(far);
  EXPECT_EQ(sound(find_access_pairs(crowd, {{2, far - 1}, {1, far}}, 1)).origins.size(), 3001U);
}

TEST(access, takes_what_is_empty) {
  const plane_points none;
  const plane_points one{{0}, {0}};
  const access_pairs no_facility = sound(find_access_pairs(one, none, 10));
  EXPECT_EQ(sound(two_step_access(no_facility, {}, {{5}, {}})).access, (std::vector<double>{0}));
  const access_pairs no_origin = sound(find_access_pairs(none, one, 10));
  EXPECT_EQ(sound(two_step_access(no_origin, {}, {{}, {5}})).ratios, (std::vector<double>{0}));
  EXPECT_TRUE(sound(two_step_access(sound(find_access_pairs(none, none, 0)), {}, {})).access.empty());
  EXPECT_EQ(sound(two_step_access(sound(find_access_pairs(one, one, 0)), {}, {{0}, {5}})).access,
            (std::vector<double>{0}));
}

TEST(access, refuses_what_is_not_within_limits) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinite = std::numeric_limits<double>::infinity();
  const plane_points one{{0}, {0}};
  for (const double radius : {-1.0, nan, infinite, 2 * access_farthest})
    EXPECT_FALSE(find_access_pairs(one, one, radius)) << radius;
  for (const double x : {nan, infinite, -infinite, 2 * access_farthest}) {
    EXPECT_FALSE(find_access_pairs({{x}, {0}}, one, 1)) << x;
    EXPECT_FALSE(find_access_pairs(one, {{0}, {x}}, 1)) << x;
  }
  EXPECT_FALSE(find_access_pairs({{0, 1}, {0}}, one, 1));
  const access_pairs pairs = sound(find_access_pairs(one, one, 1));
  access_scores scores = sound(two_step_access(pairs, {}, {{2}, {3}}));
  EXPECT_FALSE(two_step_access(pairs, {}, {{2, 2}, {3}}));
  EXPECT_FALSE(two_step_access(pairs, {}, {{2}, {}}));
  EXPECT_FALSE(two_step_access(pairs, {1, 1}, {{2}, {3}}));
  EXPECT_FALSE(two_step_access({}, {}, {{2}, {3}}));
  EXPECT_FALSE(change_supply(pairs, {}, 1, 1, scores));
  EXPECT_FALSE(change_supply(pairs, {1, 1}, 0, 1, scores));
  for (const double wrong : {-1.0, nan, infinite, 2 * access_most}) {
    EXPECT_FALSE(two_step_access(pairs, {wrong}, {{2}, {3}})) << wrong;
    EXPECT_FALSE(two_step_access(pairs, {}, {{wrong}, {3}})) << wrong;
    EXPECT_FALSE(two_step_access(pairs, {}, {{2}, {wrong}})) << wrong;
    EXPECT_FALSE(change_supply(pairs, {}, 0, wrong, scores)) << wrong;
    EXPECT_FALSE(band_weights({1}, {{1, wrong}})) << wrong;
    EXPECT_FALSE(gaussian_weights({1}, wrong)) << wrong;
  }
  expect_same(scores, sound(two_step_access(pairs, {}, {{2}, {3}})));
}

TEST(access, stays_finite_where_weights_are_tiny) {
  const access_pairs pairs = sound(find_access_pairs({{0}, {0}}, {{0}, {0}}, 1));
  for (const double weight : {1e-300, 1e-231, 1e-229, 1e-30, access_most}) {
    const double access = sound(two_step_access(pairs, {weight}, {{2}, {access_most}})).access[0];
    if (2 * weight < access_nobody)
      EXPECT_EQ(access, 0) << weight;
    else
      EXPECT_NEAR(access, access_most / 2, 1) << weight;
  }
}

TEST(access, a_band_holds_its_limit) {
  const std::vector<double> distances = {0, 10, 10.5, 20, 30, 30.5};
  EXPECT_EQ(sound(band_weights(distances, {{10, 1}, {20, 0.68}, {30, 0.22}})),
            (std::vector<double>{1, 1, 0.68, 0.68, 0.22, 0}));
  EXPECT_EQ(sound(band_weights(distances, {})), std::vector<double>(6, 0));
  EXPECT_EQ(sound(band_weights({0, 1}, {{0, 3}})), (std::vector<double>{3, 0}));
  EXPECT_FALSE(band_weights(distances, {{10, 1}, {10, 0.5}}));
  EXPECT_FALSE(band_weights(distances, {{-1, 1}}));
  EXPECT_FALSE(band_weights(distances, {{std::numeric_limits<double>::quiet_NaN(), 1}}));
}

TEST(access, the_exponential_is_exact_to_the_last_place) {
  std::vector<double> distances = {0};
  std::mt19937 random(38);
  for (int i = 0; i < 200000; ++i) distances.push_back(38.0 * static_cast<double>(random()) / 4294967296.0);
  const std::vector<double> weights = sound(gaussian_weights(distances, 1));
  EXPECT_EQ(weights[0], 1);
  for (std::size_t i = 0; i < distances.size(); ++i) {
    const double exponent = -distances[i] * distances[i] / 2;
    const double expected = exponent < -700 ? 0 : std::exp(exponent);
    ASSERT_NEAR(weights[i], expected, 3e-16 * expected) << distances[i];
  }
}

}  // namespace
}  // namespace aiguillage
