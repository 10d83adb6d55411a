#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>

/// Searches over any graph with additive costs and resources. This room knows nothing of the rest of the library.
namespace aiguillage::search {

/// A vertex of a graph: 0 to one less than the number of vertices.
using vertex = std::uint32_t;

/// Why a graph, a set of needs or a search was refused.
enum class refusal : std::uint8_t {
  none,
  too_many_vertices,
  too_many_needs,
  unknown_vertex,
  unknown_need,
  closing_doors,
  overflow
};

/// A cost that no path reaches. The sum of two costs up to it fits in the lane, so sums never wrap around.
template <class Lane>
inline constexpr Lane unreachable = std::numeric_limits<Lane>::max() / 2;

/// `Count` lanes as one value, which g++ and clang++ keep in vector registers where there are any.
template <class Lane, std::size_t Count>
struct lane_vector {
  using type [[gnu::vector_size(Count * sizeof(Lane))]] = Lane;  // element i is lane i
};

/// A vector of `Criteria` costs, padded so that one machine word or vector register holds it.
template <class Lane, std::size_t Criteria>
struct alignas(sizeof(Lane) * std::bit_ceil(Criteria)) costs {
  static constexpr std::size_t criteria = Criteria;
  std::array<Lane, std::bit_ceil(Criteria)> of{};  // lanes from `Criteria` on are 0

  /// The cost under criterion k.
  constexpr Lane operator[](std::size_t k) const { return of[k]; }

  /// Lane by lane; wraps around when a sum does not fit, which no sum of two costs up to `unreachable` does.
  friend costs operator+(const costs& a, const costs& b) {
    typename lane_vector<Lane, std::bit_ceil(Criteria)>::type sum, other;
    std::memcpy(&sum, a.of.data(), sizeof sum);
    std::memcpy(&other, b.of.data(), sizeof other);
    sum += other;
    costs result;
    std::memcpy(result.of.data(), &sum, sizeof sum);
    return result;
  }
  /// @{
  /// Lexicographic, criterion 0 first.
  friend constexpr bool operator==(const costs& a, const costs& b) { return a.of == b.of; }
  friend constexpr bool operator!=(const costs& a, const costs& b) { return a.of != b.of; }
  friend constexpr bool operator<(const costs& a, const costs& b) { return a.of < b.of; }
  /// @}
};

/// True when no cost of `a` is greater than that of `b`.
template <class Lane, std::size_t Criteria>
[[nodiscard]] constexpr bool at_most(const costs<Lane, Criteria>& a, const costs<Lane, Criteria>& b) {
  bool all = true;
  for (std::size_t k = 0; k < a.of.size(); ++k) all &= a.of[k] <= b.of[k];
  return all;
}

/// True when some cost is more than a path may have, so that a wider lane is needed.
template <class Lane, std::size_t Criteria>
[[nodiscard]] constexpr bool overflows(const costs<Lane, Criteria>& a) {
  bool any = false;
  for (std::size_t k = 0; k < a.of.size(); ++k) any |= a.of[k] >= unreachable<Lane>;
  return any;
}

/// What one unit of each criterion weighs in the weighted cost.
template <std::size_t Criteria>
using weights = std::array<std::uint32_t, Criteria>;

/// The weighted cost: the sum of each cost times its weight.
template <class Costs, std::size_t Criteria>
[[nodiscard]] constexpr std::uint64_t weigh(const Costs& cost, const weights<Criteria>& by) {
  std::uint64_t sum = 0;
  for (std::size_t k = 0; k < Criteria; ++k) sum += std::uint64_t{cost[k]} * by[k];
  return sum;
}

/// One arc of a path, and the vertex that it enters.
struct step {
  vertex to = 0;
  std::uint32_t arc = 0;  // the id that the graph gave it

  /// @{
  /// By vertex, then by arc.
  friend bool operator==(const step& a, const step& b) { return a.to == b.to && a.arc == b.arc; }
  friend bool operator<(const step& a, const step& b) { return a.to != b.to ? a.to < b.to : a.arc < b.arc; }
  /// @}
};

}  // namespace aiguillage::search
