#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <vector>

#include "aiguillage/search/graph.h"
#include "aiguillage/search/needs.h"

namespace aiguillage::search {

/// Vertices are padded to a multiple of this many lanes, so that loops over them have no remainder.
inline constexpr std::size_t lane_block = 16;

/// The least cost between all pairs of vertices, for each of `Kinds` costs; needs and closed doors are ignored.
/// By the algorithm of Floyd (1962) and Warshall (1962); time O(vertices cubed).
template <class Lane, std::size_t Kinds>
struct distances {
  std::size_t lanes = 0;
  std::array<std::vector<Lane>, Kinds> to;  // to[k][b * lanes + a]: from a to b
  Lane greatest = 0;                        // of those that are not `unreachable`
};

namespace detail {

template <class Lane>
void close_paths(std::vector<std::uint32_t>& to, std::size_t count, std::size_t lanes) {
  for (std::size_t middle = 0; middle < count; ++middle)
    for (std::size_t b = 0; b < count; ++b) {
      const std::uint32_t rest = to[b * lanes + middle];
      if (rest >= unreachable<std::uint32_t> || b == middle) continue;
      std::uint32_t* const row = &to[b * lanes];
      const std::uint32_t* const first = &to[middle * lanes];
      for (std::size_t a = 0; a < lanes; ++a) row[a] = std::min(row[a], rest + first[a]);
    }
}

}  // namespace detail

/// Measures a graph; `cost_of(head)[k]` is the least cost of kind k over the arcs of a head. Refused: a distance that
/// does not fit in the lane.
template <class Lane, std::size_t Criteria, std::size_t Kinds, class CostOf>
[[nodiscard]] refusal measure(const ready_graph<Lane, Criteria>& graph, CostOf cost_of,
                              distances<Lane, Kinds>& into) {
  const std::size_t count = graph.vertex_count();
  into.lanes = (count + lane_block - 1) / lane_block * lane_block;
  into.greatest = 0;
  std::vector<std::uint32_t> wide;
  for (std::size_t k = 0; k < Kinds; ++k) {
    wide.assign(into.lanes * count, unreachable<std::uint32_t>);
    for (vertex v = 0; v < count; ++v) {
      wide[v * into.lanes + v] = 0;
      for (std::uint32_t h = graph.first_head[v]; h < graph.first_head[v + 1]; ++h) {
        std::uint32_t& least = wide[graph.heads[h].to * into.lanes + v];
        least = std::min<std::uint32_t>(least, cost_of(graph.heads[h])[k]);
      }
    }
    detail::close_paths<Lane>(wide, count, into.lanes);
    into.to[k].resize(wide.size());
    std::uint32_t greatest = 0;
    for (std::size_t i = 0; i < wide.size(); ++i) {
      greatest = std::max(greatest, wide[i] >= unreachable<std::uint32_t> ? 0 : wide[i]);
      into.to[k][i] = static_cast<Lane>(std::min<std::uint32_t>(wide[i], unreachable<Lane>));
    }
    if (greatest >= unreachable<Lane>) return refusal::overflow;
    into.greatest = std::max(into.greatest, static_cast<Lane>(greatest));
  }
  return refusal::none;
}

/// The least cost from every vertex and set of needs met to the end, for each of `Kinds` costs on its own.
/// Exact when the resource is monotone; otherwise a lower bound, since closed doors are ignored. Backward dynamic
/// programming over the sets that are closed under "before" (the order ideals), as Held and Karp (1962) over subsets:
/// with all vertices a at once, toGo(S, a) = min over b that serve something now of dist(a, b) + toGo(visit(b, S), b).
template <class Lane, std::size_t Kinds>
class cost_to_go {
 public:
  using cost = costs<Lane, Kinds>;  // to the end, by kind; `unreachable` when there is no end

  /// Computes the table, reusing memory; `every`: of the sets that no path reaches too. Refused: costs too great for the lane.
  [[nodiscard]] refusal compute(const distances<Lane, Kinds>& far, const need_resource& needs,
                                bool every = false) {
    const auto steps = static_cast<std::uint64_t>(std::popcount(needs.all()));
    if (steps * far.greatest >= unreachable<Lane>) return refusal::overflow;
    lanes_ = far.lanes;
    list_sets(needs, every);
    providers(needs, far.to[0].size() / std::max<std::size_t>(lanes_, 1));
    if (rows_.size() < sets_.size() * lanes_) rows_.resize(sets_.size() * lanes_);
    relaxations_ = 0;
    std::fill_n(rows_.begin(), lanes_, cost{});
    for (std::size_t rank = 1; rank < sets_.size(); ++rank) {
      gather(needs, sets_[rank]);
      relax(far, &rows_[rank * lanes_]);
    }
    return refusal::none;
  }

  /// From v, with these needs met (v's own visit included).
  [[nodiscard]] const cost& at(vertex v, need_set met) const { return rows_[row_of_[met] + v]; }
  /// How many sets of needs were looked at.
  [[nodiscard]] std::uint64_t ideals() const { return sets_.size(); }
  [[nodiscard]] std::uint64_t relaxations() const { return relaxations_; }  // tries of a vertex for a set

 private:
  struct option {
    cost rest;  // to go, after going there
    vertex to;
  };

  void list_sets(const need_resource& needs, bool every) {
    sets_.clear();
    row_of_.resize(std::size_t{needs.all()} + 1);
    for (std::uint32_t set = std::uint32_t{needs.all()} + 1; set-- > 0;) {
      if (!every && !needs.closed(static_cast<need_set>(set))) continue;
      row_of_[set] = static_cast<std::uint32_t>(sets_.size() * lanes_);
      sets_.push_back(static_cast<need_set>(set));
    }
  }

  void providers(const need_resource& needs, std::size_t count) {
    words_ = (count + 63) / 64;
    serving_.assign(most_needs * words_, 0);
    for (vertex v = 0; v < count; ++v)
      for (need_set left = needs.serves(v); left != 0; left &= static_cast<need_set>(left - 1))
        serving_[static_cast<std::size_t>(std::countr_zero(left)) * words_ + v / 64] |= std::uint64_t{1}
                                                                                        << v % 64;
  }

  /// The vertices that serve something now, and the cost to go once there. What a vertex serves only thereafter is left
  /// to that cost: staying is free, so it counts the rest of the visit.
  void gather(const need_resource& needs, need_set met) {
    options_.clear();
    const need_set ready = needs.ready(met);
    for (std::size_t word = 0; word < words_; ++word) {
      std::uint64_t useful = 0;
      for (need_set left = ready; left != 0; left &= static_cast<need_set>(left - 1))
        useful |= serving_[static_cast<std::size_t>(std::countr_zero(left)) * words_ + word];
      for (; useful != 0; useful &= useful - 1) {
        const auto v = static_cast<vertex>(word * 64 + static_cast<std::size_t>(std::countr_zero(useful)));
        options_.push_back({at(v, static_cast<need_set>(met | (needs.serves(v) & ready))), v});
      }
    }
    relaxations_ += options_.size();
  }

  void relax(const distances<Lane, Kinds>& far, cost* row) {
    constexpr std::size_t together = 4;
    for (std::size_t first = 0; first < lanes_; first += together * lane_block)
      for (std::size_t k = 0; k < Kinds; ++k) switch (std::min(together, (lanes_ - first) / lane_block)) {
          case 1: relax_blocks<1>(far, first, k, row); break;
          case 2: relax_blocks<2>(far, first, k, row); break;
          case 3: relax_blocks<3>(far, first, k, row); break;
          default: relax_blocks<together>(far, first, k, row);
        }
  }

  /// Some vertices at once, so that the best so far stays in registers; two options at once, so that their minimum waits
  /// for nothing. Lanes are shifted to signed ones: any x86-64 has their minimum in one instruction.
  template <std::size_t Blocks>
  void relax_blocks(const distances<Lane, Kinds>& far, std::size_t first, std::size_t k, cost* row) {
    using shifted = std::make_signed_t<Lane>;
    constexpr std::size_t width = std::min<std::size_t>(__BIGGEST_ALIGNMENT__, 32) / sizeof(Lane);
    constexpr Lane shift = unreachable<Lane> + 1;
    using block = typename lane_vector<shifted, width>::type;
    std::array<block, Blocks * lane_block / width> best;
    best.fill(block{} - 1);
    const Lane* const table = far.to[k].data() + first;
    for (std::size_t i = 0; i < options_.size(); i += 2) {
      const option &one = options_[i], &two = options_[std::min(i + 1, options_.size() - 1)];
      for (std::size_t b = 0; b < best.size(); ++b) {
        block by_one, by_two;
        const block so_far = best[b];
        std::memcpy(&by_one, table + one.to * lanes_ + b * width, sizeof by_one);
        std::memcpy(&by_two, table + two.to * lanes_ + b * width, sizeof by_two);
        by_one += static_cast<shifted>(one.rest[k] - shift);
        by_two += static_cast<shifted>(two.rest[k] - shift);
        by_one = by_one < by_two ? by_one : by_two;
        best[b] = by_one < so_far ? by_one : so_far;
      }
    }
    for (std::size_t b = 0; b < best.size(); ++b)
      for (std::size_t a = 0; a < width; ++a)
        row[first + b * width + a].of[k] = static_cast<Lane>(static_cast<Lane>(best[b][a]) + shift);
  }

  std::size_t lanes_ = 0, words_ = 0;
  std::uint64_t relaxations_ = 0;
  std::vector<need_set> sets_;         // the closed sets, from all needs down to none
  std::vector<std::uint32_t> row_of_;  // of a closed set, where its costs begin in rows_
  std::vector<cost> rows_;             // by closed set, then vertex
  std::vector<std::uint64_t> serving_;
  std::vector<option> options_;
};

}  // namespace aiguillage::search
