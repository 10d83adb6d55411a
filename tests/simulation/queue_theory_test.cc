#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <utility>

#include <gtest/gtest.h>

#include "simulation/queue_reference.h"

namespace aiguillage {
namespace {

TEST(queue_theory, single_server_follows_lindley) {
  std::mt19937 random(3);
  std::vector<std::pair<std::int64_t, std::uint32_t>> people;
  for (int i = 0; i < 20000; ++i)
    people.emplace_back((people.empty() ? 0 : people.back().first) + static_cast<std::int64_t>(random() % 21),
                        static_cast<std::uint32_t>(random() % 20));
  const queue_results found = run_queues(one_actor(1, people));
  std::int64_t wait = 0;
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (i > 0)
      wait = std::max<std::int64_t>(0, wait + people[i - 1].second - (people[i].first - people[i - 1].first));
    ASSERT_EQ(found.wait[i], wait) << i;
  }
  EXPECT_GT(found.actors[0].longest_wait, 100);
}

/// Numbers that depend on their index only.
double uniform(std::uint64_t index) {
  std::uint64_t z = (index + 1) * 0x9E3779B97F4A7C15U;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  z ^= z >> 31U;
  return (static_cast<double>(z >> 11U) + 0.5) * 0x1.0p-53;
}

/// Expects the mean wait to be within four standard errors of `mean`; the error is that of the means of 40 batches, long
/// enough to be all but independent, and must itself be small enough to tell something.
void expect_mean_wait(const queue_results& found, double mean) {
  constexpr std::size_t batches = 40;
  const std::size_t size = found.wait.size() / batches;
  std::vector<double> means;
  for (std::size_t i = 0; i < batches; ++i) {
    const auto begin = found.wait.begin() + static_cast<std::ptrdiff_t>(i * size);
    means.push_back(static_cast<double>(
                        std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(size), std::int64_t{0})) /
                    static_cast<double>(size));
  }
  const double all = std::accumulate(means.begin(), means.end(), 0.0) / batches;
  double square = 0;
  for (const double one : means) square += (one - all) * (one - all);
  const double error = std::sqrt(square / (batches - 1) / batches);
  EXPECT_LT(4 * error, 0.05 * mean);
  EXPECT_NEAR(all, mean, 4 * error);
}

constexpr double unit = 100000;  // of the mean service: rounding to whole units does not show

std::vector<std::pair<std::int64_t, std::uint32_t>> poisson(std::uint64_t many, double between,
                                                            bool random_service) {
  std::vector<std::pair<std::int64_t, std::uint32_t>> people;
  double time = 0;
  for (std::uint64_t i = 0; i < many; ++i) {
    time -= std::log(uniform(2 * i)) * between * unit;
    const double service = random_service ? -std::log(uniform(2 * i + 1)) : 1;
    people.emplace_back(static_cast<std::int64_t>(time), static_cast<std::uint32_t>(service * unit));
  }
  return people;
}

TEST(queue_theory, wait_as_pollaczek_and_khinchine_say) {
  const double load = 0.8;
  const queue_results found = run_queues(one_actor(1, poisson(400000, 1 / load, false)));
  expect_mean_wait(found, unit * load / (2 * (1 - load)));
}

TEST(queue_theory, wait_as_erlang_says) {
  const double offered = 2.4;
  const int servers = 4;
  double term = 1;
  double sum = 0;
  for (int k = 0; k < servers; ++k, term *= offered / k) sum += term;
  const double last = term * servers / (servers - offered);
  const double waits = last / (sum + last);
  const queue_results found =
      run_queues(one_actor(static_cast<std::uint32_t>(servers), poisson(800000, 1 / offered, true)));
  expect_mean_wait(found, unit * waits / (servers - offered));
}

}  // namespace
}  // namespace aiguillage
