#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

#include "aiguillage/search/costs.h"

namespace aiguillage::search {

/// An arc out of a vertex: where it goes, an id of the caller's own, and an additive cost per criterion, none negative.
template <class A>
concept cost_arc = requires(const A& a) {
  { a.to } -> std::convertible_to<vertex>;
  { a.id } -> std::convertible_to<std::uint32_t>;
  { a.cost[0] } -> std::convertible_to<std::uint32_t>;
};

/// What a host's graph must show: how many criteria and vertices there are, and the arcs out of each vertex, in any
/// order, parallel arcs allowed. Ids tell arcs apart and break ties: of equal arcs the smallest id wins.
template <class G>
concept cost_graph = requires(const G& g, vertex v) {
  { G::criteria } -> std::convertible_to<std::size_t>;
  { g.vertex_count() } -> std::convertible_to<std::size_t>;
  { *std::begin(g.arcs_from(v)) } -> cost_arc;
};

/// A plain model of `cost_graph`: the arcs out of each vertex.
template <std::size_t Criteria>
struct arc_lists {
  static constexpr std::size_t criteria = Criteria;
  /// A cost_arc.
  struct arc {
    vertex to = 0;
    std::uint32_t id = 0;
    std::array<std::uint32_t, Criteria> cost{};
  };
  std::vector<std::vector<arc>> from;

  /// How many vertices there are.
  [[nodiscard]] std::size_t vertex_count() const { return from.size(); }
  /// The arcs out of v, which must be a vertex of the graph.
  [[nodiscard]] const std::vector<arc>& arcs_from(vertex v) const { return from[v]; }
};

/// A graph made ready for searching: arcs in rows by tail, grouped by head, costs in lanes of one width.
template <class Lane, std::size_t Criteria>
struct ready_graph {
  using cost = costs<Lane, Criteria>;  // of an arc, by criterion
  /// An arc; its vertices are known by where it stands.
  struct arc {
    cost costs;
    Lane weight = 0;  // the weighted cost
    std::uint32_t id = 0;
  };
  /// The arcs from one vertex to another: [first, last). Those from `useful` on are no better than another one in any
  /// criterion.
  struct head {
    cost least;  // of each criterion
    vertex to = 0;
    std::uint32_t first = 0, useful = 0, last = 0;
    std::uint32_t cheapest = 0;  // the arc of least weight, then of least id
  };

  weights<Criteria> by{};
  std::vector<std::uint32_t> first_head;  // heads of v: [first_head[v], first_head[v + 1])
  std::vector<head> heads;                // of one vertex, by `to`
  std::vector<arc> arcs;

  /// How many vertices there are.
  [[nodiscard]] std::size_t vertex_count() const { return first_head.empty() ? 0 : first_head.size() - 1; }
};

namespace detail {

template <class Arc>
bool cheaper(const Arc& a, const Arc& b) {
  return a.weight != b.weight ? a.weight < b.weight : a.id < b.id;
}

/// Orders the arcs of one head: those no better than another one go last, the rest by weight and id.
template <class Arc>
std::uint32_t sort_useful(Arc* first, Arc* last) {
  std::sort(first, last, cheaper<Arc>);
  Arc* useful = first;
  for (Arc* one = first; one != last; ++one) {
    const bool beaten =
        std::any_of(first, useful, [&](const Arc& other) { return at_most(other.costs, one->costs); }) ||
        std::any_of(one + 1, last, [&](const Arc& other) {
          return at_most(other.costs, one->costs) && other.costs != one->costs;
        });
    if (!beaten) std::rotate(useful++, one, one + 1);
  }
  return static_cast<std::uint32_t>(useful - first);
}

template <class Lane, std::size_t Criteria>
void add_head(ready_graph<Lane, Criteria>& into, vertex to, std::uint32_t first) {
  typename ready_graph<Lane, Criteria>::head head;
  head.to = to;
  head.first = first;
  head.last = static_cast<std::uint32_t>(into.arcs.size());
  head.useful = first + sort_useful(into.arcs.data() + first, into.arcs.data() + head.last);
  const auto row = into.arcs.begin();
  head.cheapest = static_cast<std::uint32_t>(
      std::min_element(row + first, row + head.last, cheaper<typename ready_graph<Lane, Criteria>::arc>) -
      row);
  head.least = into.arcs[first].costs;
  for (std::uint32_t i = first; i < head.useful; ++i)
    for (std::size_t k = 0; k < Criteria; ++k)
      head.least.of[k] = std::min(head.least[k], into.arcs[i].costs[k]);
  into.heads.push_back(head);
}

template <class Lane, std::size_t Criteria, class Arc>
bool add_arc(ready_graph<Lane, Criteria>& into, const Arc& arc, std::uint64_t most) {
  std::uint64_t greatest = 0;
  typename ready_graph<Lane, Criteria>::arc ready;
  for (std::size_t k = 0; k < Criteria; ++k) {
    greatest = std::max<std::uint64_t>(greatest, arc.cost[k]);
    ready.costs.of[k] = static_cast<Lane>(arc.cost[k]);
  }
  const std::uint64_t weight = weigh(arc.cost, into.by);
  ready.weight = static_cast<Lane>(weight);
  ready.id = arc.id;
  into.arcs.push_back(ready);
  return std::max(greatest, weight) <= most;
}

}  // namespace detail

/// Makes a graph ready, reusing the memory of `into`. Refused: an arc into a vertex that is not there, and costs with
/// which a path of `arcs_at_most` arcs could not be told from `unreachable`; narrow lanes that refuse may be widened.
template <cost_graph Graph, class Lane>
[[nodiscard]] refusal make_ready(const Graph& graph, const weights<Graph::criteria>& by,
                                 std::uint64_t arcs_at_most, ready_graph<Lane, Graph::criteria>& into) {
  const std::size_t count = graph.vertex_count();
  const std::uint64_t most = (unreachable<Lane> - 1) / std::max<std::uint64_t>(arcs_at_most, 1);
  into.by = by;
  into.first_head.assign(1, 0);
  into.heads.clear();
  into.arcs.clear();
  using arc_type = std::decay_t<decltype(*std::begin(graph.arcs_from(0)))>;
  std::vector<const arc_type*> sorted;
  for (vertex v = 0; v < count; ++v) {
    sorted.clear();
    for (const auto& arc : graph.arcs_from(v)) sorted.push_back(&arc);
    std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->to < b->to; });
    for (std::size_t i = 0; i < sorted.size();) {
      const auto first = static_cast<std::uint32_t>(into.arcs.size());
      const vertex to = sorted[i]->to;
      if (to >= count) return refusal::unknown_vertex;
      for (; i < sorted.size() && sorted[i]->to == to; ++i)
        if (!detail::add_arc(into, *sorted[i], most)) return refusal::overflow;
      detail::add_head(into, to, first);
    }
    into.first_head.push_back(static_cast<std::uint32_t>(into.heads.size()));
  }
  return refusal::none;
}

}  // namespace aiguillage::search
