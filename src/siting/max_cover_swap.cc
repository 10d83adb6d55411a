#include "siting/max_cover_swap.h"

#include <algorithm>

namespace aiguillage::siting {
namespace {

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

  [[nodiscard]] std::int64_t covered() const { return covered_; }

 private:
  const cover_instance& at_;
  std::vector<std::uint32_t> times_;
  std::vector<std::int64_t> adds_;
  std::vector<bool> is_open_;
  std::int64_t covered_ = 0;
};

}  // namespace

cover_set filled_and_improved(const cover_instance& at, const std::vector<std::uint32_t>& from) {
  opening state(at);
  cover_set made{from, 0};
  for (const std::uint32_t j : from) state.open(j);
  while (made.open.size() < std::min(at.wanted, at.place.size())) {
    made.open.push_back(state.best(state.first_closed()));
    state.open(made.open.back());
  }
  bool better = true;
  while (better) {
    better = false;
    for (std::uint32_t& one : made.open) {
      state.close(one);
      const std::uint32_t other = state.best(one);
      better = better || other != one;
      one = other;
      state.open(one);
    }
  }
  made.covered = state.covered();
  return made;
}

}  // namespace aiguillage::siting
