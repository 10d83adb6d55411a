#include "siting/max_cover_bound.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace aiguillage::siting {
namespace {

constexpr std::int32_t direction_scale = 256;  // of one point covered once too often
constexpr std::int32_t most_slope = 1000;
constexpr std::int64_t most_step = std::int64_t{1} << 44;  // times the largest direction, within 64 bits

}  // namespace

cover_relaxation::cover_relaxation(const cover_instance& at, std::vector<std::int64_t> multipliers)
    : at_(at),
      multipliers_(std::move(multipliers)),
      paid_(at.place.size(), 0),
      all_(at.place.size(), standing::free),
      free_(at.place.size()),
      is_chosen_(at.place.size(), false),
      times_(at.weight.size(), 0),
      direction_(at.weight.size(), 0) {
  std::iota(free_.begin(), free_.end(), 0U);
  for (std::size_t i = 0; i < at.weight.size(); ++i) kept_ += at.weight[i] * cover_scale - multipliers_[i];
  for (std::size_t j = 0; j < paid_.size(); ++j)
    for (const std::uint32_t i : points_of(at, j)) paid_[j] += multipliers_[i];
}

std::int64_t cover_relaxation::choose() {
  const auto more = [&](std::uint32_t a, std::uint32_t b) {
    return paid_[a] != paid_[b] ? paid_[a] > paid_[b] : a < b;
  };
  const auto wanted = static_cast<std::ptrdiff_t>(std::min(at_.wanted, free_.size()));
  std::nth_element(free_.begin(), free_.begin() + wanted, free_.end(), more);
  std::sort(free_.begin(), free_.begin() + wanted, more);
  value_ = at_.covered * cover_scale + kept_;
  last_in_ = std::numeric_limits<std::int64_t>::max() / 4;
  for (const std::uint32_t j : chosen_) is_chosen_[j] = false;
  count(-1);
  chosen_.assign(free_.begin(), free_.begin() + wanted);
  count(1);
  for (const std::uint32_t j : chosen_) {
    value_ += paid_[j];
    last_in_ = paid_[j];
    is_chosen_[j] = true;
  }
  first_out_ = chosen_.size() < free_.size() ? paid_[free_[chosen_.size()]] : 0;
  return value_;
}

void cover_relaxation::count(std::int32_t more) {
  for (const std::uint32_t j : chosen_)
    for (const std::uint32_t i : points_of(at_, j)) times_[i] += more;
}

bool cover_relaxation::settle(std::int64_t target) {
  for (const std::uint32_t j : free_) {
    if (all_[j] != standing::free) continue;
    if (is_chosen_[j] ? value_ - paid_[j] + first_out_ >= target : value_ + paid_[j] - last_in_ >= target)
      continue;
    all_[j] = is_chosen_[j] ? standing::open : standing::closed;
    if (is_chosen_[j]) ++opened_;
  }
  std::erase_if(free_, [&](std::uint32_t j) { return all_[j] == standing::closed; });
  return opened_ <= at_.wanted && free_.size() >= at_.wanted;
}

std::int64_t cover_relaxation::turn() {
  std::int32_t any = 0;
  std::int64_t squares = 0;
  for (std::size_t i = 0; i < direction_.size(); ++i) {
    const bool in_full = multipliers_[i] == at_.weight[i] * cover_scale;
    std::int32_t slope = std::min(times_[i], most_slope) - (in_full ? 0 : 1);
    std::int32_t turned = (direction_[i] * 3 + slope * direction_scale) / 4;
    if (multipliers_[i] == 0) {
      slope = std::min(slope, 0);
      turned = std::min(turned, 0);
    } else if (in_full) {
      turned = std::max(turned, 0);
    }
    any |= slope;
    direction_[i] = turned;
    squares += std::int64_t{turned} * turned;
  }
  return any == 0 ? 0
                  : std::max(squares / (std::int64_t{direction_scale} * direction_scale), std::int64_t{1});
}

void cover_relaxation::pay(std::size_t point, std::int64_t multiplier) {
  const std::int64_t more = multiplier - multipliers_[point];
  if (more == 0) return;
  multipliers_[point] = multiplier;
  kept_ -= more;
  for (const std::uint32_t j : candidates_of(at_, point)) paid_[j] += more;
}

void cover_relaxation::step(std::int64_t by) {
  by = std::clamp(by, std::int64_t{1}, most_step);
  for (std::size_t i = 0; i < direction_.size(); ++i)
    if (direction_[i] != 0)
      pay(i, std::clamp(multipliers_[i] - by * direction_[i] / direction_scale, std::int64_t{0},
                        at_.weight[i] * cover_scale));
}

void cover_relaxation::move_to(const std::vector<std::int64_t>& multipliers) {
  for (std::size_t i = 0; i < multipliers.size(); ++i) pay(i, multipliers[i]);
}

}  // namespace aiguillage::siting
