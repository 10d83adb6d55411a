#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/property_map/property_map.hpp>

#include "aiguillage/network.h"

/// A network as a directed graph for Boost.Graph: VertexListGraph, IncidenceGraph and EdgeListGraph.
/// Vertex 0 is the place where the person is, vertex i + 1 is network::doors[i]. In a namespace of its own, since
/// Boost.Graph asks for functions with everyday names.
namespace aiguillage::graph {

/// What an edge costs, one figure at a time, in the units of `passage`.
enum class edge_cost : std::uint8_t { days, loss, travel };

/// The concepts of Boost.Graph that a network_graph models.
struct network_graph_category : boost::vertex_list_graph_tag,
                                boost::incidence_graph_tag,
                                boost::edge_list_graph_tag {};

/// One edge; `index` counts the edges of the graph in the order of their sources, then of their targets.
struct network_edge {
  std::size_t source = 0;
  std::size_t target = 0;
  std::size_t index = 0;

  /// @{
  /// Edges of one graph compare by their index.
  friend bool operator==(const network_edge& a, const network_edge& b) { return a.index == b.index; }
  friend bool operator!=(const network_edge& a, const network_edge& b) { return a.index != b.index; }
  /// @}
};

/// Compact rows: the edges out of v are edges[first_edge[v]] to edges[first_edge[v + 1]], the last one excluded.
struct network_graph {
  /// @{
  /// The names by which boost::graph_traits asks for the types and the properties of the graph.
  using vertex_descriptor = std::size_t;
  using edge_descriptor = network_edge;
  using vertex_iterator = boost::counting_iterator<std::size_t>;
  using edge_iterator = std::vector<network_edge>::const_iterator;
  using out_edge_iterator = edge_iterator;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  using directed_category = boost::directed_tag;
  using edge_parallel_category = boost::disallow_parallel_edge_tag;
  using traversal_category = network_graph_category;
  /// @}

  std::vector<std::size_t> first_edge = {0, 0};  // one more than there are vertices
  std::vector<network_edge> edge_list;
  std::vector<std::array<int, 3>> costs;  // of edge_list, by edge_cost

  /// A vertex that is in no graph.
  static vertex_descriptor null_vertex() { return static_cast<std::size_t>(-1); }
};

/// True when a person who is at `from` gains by `to`: it serves a need that `from` does not, or it is next door.
[[nodiscard]] inline bool leads_to(const door& from, const door& to) {
  if (from.site >= 0 && from.site == to.site) return true;
  std::uint32_t served = 0;
  for (const service& one : from.services) served |= std::uint32_t{1} << one.need;
  for (const service& one : to.services)
    if ((served >> one.need & 1U) == 0) return true;
  return false;
}

/// The graph of a network: the person to every door, and each door to the doors that it leads to.
/// An edge costs what the usual passage of its target costs, or network::next_door within one site.
[[nodiscard]] inline network_graph graph_of(const network& world) {
  network_graph result;
  const auto add = [&](std::size_t from, std::size_t to, const passage& through) {
    result.edge_list.push_back({from, to, result.edge_list.size()});
    result.costs.push_back({through.days, through.loss, through.travel});
  };
  const std::vector<door>& doors = world.doors;
  for (std::size_t to = 0; to < doors.size(); ++to) add(0, to + 1, doors[to].usual);
  result.first_edge[1] = doors.size();
  for (std::size_t from = 0; from < doors.size(); ++from) {
    for (std::size_t to = 0; to < doors.size(); ++to) {
      if (to == from || !leads_to(doors[from], doors[to])) continue;
      const bool beside = doors[from].site >= 0 && doors[from].site == doors[to].site;
      add(from + 1, to + 1, beside ? world.next_door : doors[to].usual);
    }
    result.first_edge.push_back(result.edge_list.size());
  }
  return result;
}

/// The number of vertices.
[[nodiscard]] inline std::size_t num_vertices(const network_graph& g) { return g.first_edge.size() - 1; }

/// The number of edges.
[[nodiscard]] inline std::size_t num_edges(const network_graph& g) { return g.edge_list.size(); }

/// All the vertices.
[[nodiscard]] inline std::pair<network_graph::vertex_iterator, network_graph::vertex_iterator> vertices(
    const network_graph& g) {
  return {network_graph::vertex_iterator(0), network_graph::vertex_iterator(num_vertices(g))};
}

/// All the edges.
[[nodiscard]] inline std::pair<network_graph::edge_iterator, network_graph::edge_iterator> edges(
    const network_graph& g) {
  return {g.edge_list.begin(), g.edge_list.end()};
}

/// The edges that leave a vertex.
[[nodiscard]] inline std::pair<network_graph::out_edge_iterator, network_graph::out_edge_iterator> out_edges(
    std::size_t v, const network_graph& g) {
  const auto at = [&](std::size_t vertex) {
    return g.edge_list.begin() + static_cast<std::ptrdiff_t>(g.first_edge[vertex]);
  };
  return {at(v), at(v + 1)};
}

/// The number of edges that leave a vertex.
[[nodiscard]] inline std::size_t out_degree(std::size_t v, const network_graph& g) {
  return g.first_edge[v + 1] - g.first_edge[v];
}

/// The vertex that an edge leaves.
[[nodiscard]] inline std::size_t source(const network_edge& e, const network_graph&) { return e.source; }

/// The vertex that an edge enters.
[[nodiscard]] inline std::size_t target(const network_edge& e, const network_graph&) { return e.target; }

/// Vertices are their own indices.
[[nodiscard]] inline boost::typed_identity_property_map<std::size_t> get(boost::vertex_index_t,
                                                                         const network_graph&) {
  return {};
}

/// The index of a vertex.
[[nodiscard]] inline std::size_t get(boost::vertex_index_t, const network_graph&, std::size_t v) { return v; }

/// A readable property map: one cost of every edge of a graph that must outlive it.
struct edge_cost_map {
  /// @{
  /// The names by which boost::property_traits asks for the types of the map.
  using key_type = network_edge;
  using value_type = int;
  using reference = int;
  using category = boost::readable_property_map_tag;
  /// @}

  const network_graph* of = nullptr;
  edge_cost which = edge_cost::days;

  /// The cost of an edge of the graph, in the units of `passage`.
  friend int get(const edge_cost_map& map, const network_edge& e) {
    return map.of->costs[e.index][static_cast<std::size_t>(map.which)];
  }
};

/// The weights of the edges under one criterion, for boost::weight_map.
[[nodiscard]] inline edge_cost_map cost_of(const network_graph& g, edge_cost which) { return {&g, which}; }

}  // namespace aiguillage::graph

/// @cond
/// Vertices are their own indices.
template <>
struct boost::property_map<aiguillage::graph::network_graph, boost::vertex_index_t> {
  using type = boost::typed_identity_property_map<std::size_t>;
  using const_type = type;
};
/// @endcond
