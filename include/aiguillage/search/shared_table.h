#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "aiguillage/search/ideals.h"

namespace aiguillage::search {

/// The most needs that a shared table takes: it has a row for each of their subsets.
inline constexpr std::size_t most_shared_needs = 14;

/// A way into a graph: the vertex where a person arrives, and what it costs to come there.
struct entry {
  vertex to = 0;
  std::uint32_t cost = 0;
};

/// The best way in, and the cost of the whole path; no path: `unreachable<std::uint32_t>`.
struct arrival {
  vertex to = 0;
  std::uint32_t cost = unreachable<std::uint32_t>;
};

/// The vertices where a person stops: the way in, then each vertex where a need is met.
struct stop_list {
  std::array<vertex, most_shared_needs + 1> at;  // the first `count`
  std::size_t count = 0;
};

/// The least costs of everybody who may enter the same vertices for the same needs, whichever of these needs each one has: a
/// need that a person does not have counts as met, for the needs that wait for it too.
///
/// More needs than `most_shared_needs` are refused: search for each person on their own then (planner.h). Memory: a lane for
/// each of the 2^needs sets and each vertex, padded to 16; in 16 bits 12 needs and 40 actors take 0.4 MB, 14 needs and 256
/// actors 8.4 MB; then 4 bytes per set, and a lane for each pair of vertices. Built once, it may be read by many threads.
template <class Lane>
class shared_table {
 public:
  /// Builds the table from the distances of a graph (`measure`), reusing memory. Refused: too many needs, doors that close
  /// when needs are met, what need_resource::load refuses, and costs that may not fit in the lane. Refused, it answers nobody.
  [[nodiscard]] refusal build(const distances<Lane, 1>& far, const need_rules& of_class) {
    all_ = 0;
    count_ = 0;
    if (of_class.count > most_shared_needs) return refusal::too_many_needs;
    const std::size_t count = far.to[0].size() / std::max<std::size_t>(far.lanes, 1);
    if (const refusal no = needs_.load(of_class, count); no != refusal::none) return no;
    if (!needs_.monotone()) return refusal::closing_doors;
    if (const refusal no = to_go_.compute(far, needs_, true); no != refusal::none) return no;
    all_ = needs_.all();
    count_ = count;
    list_providers();
    from_.resize(count * count);
    for (vertex a = 0; a < count; ++a)
      for (vertex b = 0; b < count; ++b) from_[a * count + b] = far.to[0][b * far.lanes + a];
    return refusal::none;
  }

  /// The best of the entries for a person with the needs `wanted`; of equal ones the first. None for a need or a vertex that
  /// the table does not know.
  [[nodiscard]] arrival best_from(std::span<const entry> entries, need_set wanted) const {
    arrival best;
    if (count_ == 0 || (wanted & ~all_) != 0) return best;
    const auto met = static_cast<need_set>(all_ & ~wanted);
    for (const entry& one : entries) {
      if (one.to >= count_) return {};
      const std::uint32_t rest = to_go_.at(one.to, met)[0];
      if (rest >= unreachable<Lane> || one.cost >= best.cost || rest >= best.cost - one.cost) continue;
      best = {one.to, one.cost + rest};
    }
    return best;
  }

  /// The stops of a best path for a person who arrives at `first`, which `best_from` gave for the same needs; between stops one
  /// goes as the distances do. Of equal next stops the smallest vertex. No stop when there is no path.
  void stops(vertex first, need_set wanted, stop_list& into) const {
    into.count = 0;
    if (first >= count_ || (wanted & ~all_) != 0) return;
    auto met = static_cast<need_set>(all_ & ~wanted);
    if (to_go_.at(first, met)[0] >= unreachable<Lane>) return;
    for (vertex here = first;; here = next(here, met)) {
      into.at[into.count++] = here;
      met = needs_.visit(here, met);
      if (met == all_) return;
    }
  }

  /// The needs that the table knows; none until it is built.
  [[nodiscard]] need_set all() const { return all_; }

 private:
  void list_providers() {
    words_ = (count_ + 63) / 64;
    serving_.assign(most_shared_needs * words_, 0);
    for (vertex v = 0; v < count_; ++v)
      for (need_set left = needs_.serves(v); left != 0; left &= static_cast<need_set>(left - 1))
        serving_[static_cast<std::size_t>(std::countr_zero(left)) * words_ + v / 64] |= std::uint64_t{1}
                                                                                        << v % 64;
  }

  /// The smallest vertex that serves something now and lies on a best path. Its visit costs nothing, so its cost to go before
  /// it is that after it, and one row is enough.
  [[nodiscard]] vertex next(vertex here, need_set met) const {
    const Lane* const far = &from_[here * count_];
    const costs<Lane, 1>* const row = &to_go_.at(0, met);
    const std::uint32_t goal = row[here][0];
    const need_set ready = needs_.ready(met);
    for (std::size_t word = 0; word < words_; ++word) {
      std::uint64_t useful = 0;
      for (need_set left = ready; left != 0; left &= static_cast<need_set>(left - 1))
        useful |= serving_[static_cast<std::size_t>(std::countr_zero(left)) * words_ + word];
      for (; useful != 0; useful &= useful - 1) {
        const auto v = static_cast<vertex>(word * 64 + static_cast<std::size_t>(std::countr_zero(useful)));
        if (std::uint32_t{far[v]} + row[v][0] == goal) return v;
      }
    }
    return here;  // not reached: some vertex gave the row its cost
  }

  need_set all_ = 0;
  std::size_t count_ = 0, words_ = 0;
  need_resource needs_;
  cost_to_go<Lane, 1> to_go_;
  std::vector<Lane> from_;  // from_[a * count_ + b]: from a to b
  std::vector<std::uint64_t> serving_;
};

}  // namespace aiguillage::search
