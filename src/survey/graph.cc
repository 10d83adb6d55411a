#include "survey/graph.h"

#include <algorithm>
#include <iterator>
#include <limits>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dominator_tree.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/property_map/property_map.hpp>

namespace aiguillage::surveying {
namespace {

template <class Values, class Graph>
auto by_vertex(Values& values, const Graph& graph) {
  return boost::make_iterator_property_map(values.begin(), boost::get(boost::vertex_index, graph));
}

}  // namespace

std::vector<std::size_t> strong_components_of(std::size_t vertices, const std::vector<arc>& arcs) {
  using rows = boost::compressed_sparse_row_graph<boost::directedS>;
  const rows graph(boost::edges_are_unsorted_multi_pass, arcs.begin(), arcs.end(), vertices);
  std::vector<std::size_t> component(vertices);
  if (vertices > 0) boost::strong_components(graph, by_vertex(component, graph));
  return component;
}

std::vector<std::size_t> articulation_points_of(std::size_t vertices, const std::vector<arc>& edges) {
  using net = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
  const net graph(edges.begin(), edges.end(), vertices);
  std::vector<std::size_t> found;
  boost::articulation_points(graph, std::back_inserter(found));
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::size_t> dominators_of(std::size_t vertices, const std::vector<arc>& arcs, std::size_t root) {
  // The compact rows of Boost 1.81 model no BidirectionalGraph: they have no degree().
  using net = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;
  const net graph(arcs.begin(), arcs.end(), vertices);
  std::vector<std::size_t> above(vertices, no_vertex);
  // The short form of Boost 1.81 takes vertices that are not reached for the first one.
  std::vector<std::size_t> discovered(vertices, std::numeric_limits<std::size_t>::max());
  std::vector<std::size_t> parent(vertices, no_vertex);
  std::vector<std::size_t> in_order(vertices, no_vertex);
  boost::lengauer_tarjan_dominator_tree(graph, root, boost::get(boost::vertex_index, graph),
                                        by_vertex(discovered, graph), by_vertex(parent, graph), in_order,
                                        by_vertex(above, graph));
  above[root] = no_vertex;
  return above;
}

}  // namespace aiguillage::surveying
