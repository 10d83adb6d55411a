#include "siting/max_cover_swap.h"

#include <algorithm>
#include <random>

namespace aiguillage::siting {
namespace {

constexpr std::size_t shaken_at_once = 3;

/// Open candidates, with what each candidate covers that none of them does.
class opening {
 public:
  explicit opening(const cover_instance& at)
      : at_(at), times_(at.weight.size(), 0), adds_(at.place.size(), 0), is_open_(at.place.size(), false) {
    for (std::size_t j = 0; j < adds_.size(); ++j)
      for (const std::uint32_t i : points_of(at, j)) adds_[j] += at.weight[i];
  }

  void open(std::uint32_t candidate) {
    covered_ += adds_[candidate];
    is_open_[candidate] = true;
    for (const std::uint32_t i : points_of(at_, candidate))
      if (times_[i]++ == 0)
        for (const std::uint32_t j : candidates_of(at_, i)) adds_[j] -= at_.weight[i];
  }

  void close(std::uint32_t candidate) {
    is_open_[candidate] = false;
    for (const std::uint32_t i : points_of(at_, candidate))
      if (--times_[i] == 0)
        for (const std::uint32_t j : candidates_of(at_, i)) adds_[j] += at_.weight[i];
    covered_ -= adds_[candidate];
  }

  /// The closed candidate that adds most, the first of those; `instead` when none adds more than that one.
  [[nodiscard]] std::uint32_t best(std::uint32_t instead) const {
    std::uint32_t found = instead;
    for (std::uint32_t j = 0; j < adds_.size(); ++j)
      if (!is_open_[j] && adds_[j] > adds_[found]) found = j;
    return found;
  }

  [[nodiscard]] std::uint32_t first_closed() const {
    return static_cast<std::uint32_t>(std::find(is_open_.begin(), is_open_.end(), false) - is_open_.begin());
  }

  [[nodiscard]] bool is_open(std::uint32_t candidate) const { return is_open_[candidate]; }
  [[nodiscard]] std::int64_t covered() const { return covered_; }

 private:
  const cover_instance& at_;
  std::vector<std::uint32_t> times_;
  std::vector<std::int64_t> adds_;
  std::vector<bool> is_open_;
  std::int64_t covered_ = 0;
};

/// Exchanges one open candidate for a closed one, the best for each in turn, while that covers more.
void exchange(opening& state, std::vector<std::uint32_t>& open) {
  bool better = true;
  while (better) {
    better = false;
    for (std::uint32_t& one : open) {
      state.close(one);
      const std::uint32_t other = state.best(one);
      better = better || other != one;
      one = other;
      state.open(one);
    }
  }
}

/// Goes back from one set of open candidates to another one.
void replace(opening& state, std::vector<std::uint32_t>& open, const std::vector<std::uint32_t>& by) {
  for (std::size_t k = 0; k < open.size(); ++k)
    if (open[k] != by[k]) state.close(open[k]);
  for (std::size_t k = 0; k < open.size(); ++k)
    if (open[k] != by[k]) state.open(by[k]);
  open = by;
}

}  // namespace

cover_set filled_and_improved(const cover_instance& at, const std::vector<std::uint32_t>& from) {
  opening state(at);
  cover_set made{from, 0};
  for (const std::uint32_t j : from) state.open(j);
  while (made.open.size() < std::min(at.wanted, at.place.size())) {
    made.open.push_back(state.best(state.first_closed()));
    state.open(made.open.back());
  }
  exchange(state, made.open);
  made.covered = state.covered();
  return made;
}

cover_set shaken(const cover_instance& at, cover_set from, std::size_t times) {
  if (from.open.size() >= at.place.size()) return from;
  std::mt19937 random(1);  // NOLINT(bugprone-random-generator-seed): the same answer each time
  opening state(at);
  for (const std::uint32_t j : from.open) state.open(j);
  from.covered = state.covered();
  std::vector<std::uint32_t> open = from.open;
  for (std::size_t time = 0; time < times; ++time) {
    for (std::size_t k = 0; k < shaken_at_once; ++k) {
      std::uint32_t& one = open[random() % open.size()];
      const auto other = static_cast<std::uint32_t>(random() % at.place.size());
      if (state.is_open(other)) continue;
      state.close(one);
      one = other;
      state.open(one);
    }
    exchange(state, open);
    if (state.covered() < from.covered)
      replace(state, open, from.open);
    else
      from = {open, state.covered()};
  }
  return from;
}

}  // namespace aiguillage::siting
