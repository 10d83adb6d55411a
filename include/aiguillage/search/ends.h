#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "aiguillage/search/costs.h"
#include "aiguillage/search/frontier.h"
#include "aiguillage/search/outcome.h"

namespace aiguillage::search {

/// The non-dominated cost vectors found so far, which tell what cannot lead to a better one.
template <class Lane, std::size_t Criteria>
class path_ends {
 public:
  /// A vector of the front, as label setting has it.
  using cost = costs<Lane, Criteria>;
  static constexpr std::size_t batch_size = frontier<Lane, Criteria>::block_size;
  using batch = std::array<cost, batch_size>;  // as many costs as are sieved at once

  /// Forgets all; from now on, what is worse than some vector by at most `tolerance` is hopeless too.
  void restart(const cost& tolerance) {
    tolerance_ = tolerance;
    points_.clear();
    found_.clear();
  }

  /// True when some vector is no worse than a path of these least costs, or worse within the tolerance. Lanes that wrap
  /// around keep a path too many, never one too few.
  [[nodiscard]] bool hopeless(const cost& least) {
    return points_.template dominates<true>(numbers(least + tolerance_), 0);
  }

  /// Calls `visit(i)` for each of the first `count` costs that is not hopeless by then; a visit may add a vector. Most
  /// are hopeless, and the first block of points tells it of all of them at once.
  template <class Visit>
  void visit_hopeful(const batch& least, std::size_t count, const Visit& visit) {
    std::uint64_t left = points_.pass_first_block(columns(least)) & ((std::uint64_t{1} << count) - 1);
    const std::size_t sieved = points_.changes();
    for (; left != 0; left &= left - 1) {
      const auto i = static_cast<std::size_t>(std::countr_zero(left));
      const std::size_t block = points_.changes() == sieved ? 1 : 0;
      if (!points_.template dominates<true>(numbers(least[i] + tolerance_), 0, block)) visit(i);
    }
  }

  /// Adds a vector that is not hopeless, and where its path ends; those that are no better go.
  void add(const cost& total, std::uint32_t label) {
    if (points_.erase_dominated(numbers(total)))
      found_.erase(std::remove_if(found_.begin(), found_.end(),
                                  [&](const auto& other) { return at_most(total, other.cost); }),
                   found_.end());
    points_.push(numbers(total), 0);
    found_.push_back({total, label});
  }

  /// Puts the vectors in lexicographic order.
  void sort() {
    std::sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.cost < b.cost; });
  }
  /// The vectors, and where their paths end; in the order of `sort` until the next one is added.
  [[nodiscard]] const std::vector<found_cost<Lane, Criteria>>& found() const { return found_; }
  /// The tolerance of the last `restart`.
  [[nodiscard]] const cost& tolerance() const { return tolerance_; }

 private:
  using points = frontier<Lane, Criteria>;

  static typename points::point numbers(const cost& of) {
    typename points::point result;
    for (std::size_t k = 0; k < Criteria; ++k) result[k] = of[k];
    return result;
  }
  [[nodiscard]] typename points::columns columns(const batch& least) const {
    typename points::columns result;
    for (std::size_t k = 0; k < Criteria; ++k)
      for (std::size_t i = 0; i < batch_size; ++i)
        result[k][i] = static_cast<Lane>(least[i].of[k] + tolerance_.of[k]);
    return result;
  }

  cost tolerance_;
  points points_;
  std::vector<found_cost<Lane, Criteria>> found_;  // the same, and their paths
};

}  // namespace aiguillage::search
