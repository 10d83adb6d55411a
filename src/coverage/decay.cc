#include <algorithm>
#include <array>
#include <cstring>

#include "aiguillage/coverage/access.h"

namespace aiguillage {
namespace {

constexpr double least_exponent = -700;
constexpr double least_sigma = 1e-3;
constexpr std::size_t terms = 14;

constexpr std::array<double, terms> inverse_factorials = [] {
  std::array<double, terms> made{};
  double factorial = 1;
  for (std::size_t n = 0; n < terms; ++n) {
    if (n > 0) factorial *= static_cast<double>(n);
    made[n] = 1 / factorial;
  }
  return made;
}();

/// exp(x) for x between least_exponent and 0, to a unit in the last place or so, where libraries differ: 2^k times the
/// series of what k = round(x / ln 2) leaves, at most ln 2 / 2.
double exponential(double x) {
  constexpr double per_ln2 = 0x1.71547652b82fep0;
  constexpr double ln2_high = 0x1.62e42feep-1;  // few bits: its products with k are exact
  constexpr double ln2_low = 0x1.a39ef35793c76p-33;
  const auto k = static_cast<std::int32_t>(x * per_ln2 - 0.5);
  const double left = (x - k * ln2_high) - k * ln2_low;
  double sum = inverse_factorials[terms - 1];
  for (std::size_t n = terms - 1; n-- > 0;) sum = sum * left + inverse_factorials[n];
  const auto bits = static_cast<std::int64_t>(k + 1023) << 52;
  double power = 0;
  std::memcpy(&power, &bits, sizeof power);
  return sum * power;
}

bool lies_within(double value, double low, double high) { return value >= low && value <= high; }

bool is_sound(const std::vector<access_band>& bands) {
  for (std::size_t i = 0; i < bands.size(); ++i) {
    const bool farther = i == 0 ? bands[i].metres >= 0 : bands[i].metres > bands[i - 1].metres;
    if (!farther || !lies_within(bands[i].weight, 0, access_most)) return false;
  }
  return true;
}

}  // namespace

std::optional<std::vector<double>> band_weights(const std::vector<double>& distances,
                                                const std::vector<access_band>& bands) {
  if (!is_sound(bands)) return std::nullopt;
  std::vector<double> made(distances.size(), 0);
  for (std::size_t band = bands.size(); band-- > 0;)
    for (std::size_t k = 0; k < made.size(); ++k)
      made[k] = distances[k] <= bands[band].metres ? bands[band].weight : made[k];
  return made;
}

std::optional<std::vector<double>> gaussian_weights(const std::vector<double>& distances, double sigma) {
  if (!lies_within(sigma, least_sigma, access_farthest)) return std::nullopt;
  std::vector<double> made(distances.size());
  const double twice_square = 2 * (sigma * sigma);
  for (std::size_t k = 0; k < made.size(); ++k) {
    const double exponent = -distances[k] * distances[k] / twice_square;
    const double weight = exponential(std::max(exponent, least_exponent));
    made[k] = exponent < least_exponent ? 0 : weight;
  }
  return made;
}

}  // namespace aiguillage
