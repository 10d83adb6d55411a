#pragma once

#include <cstddef>
#include <utility>
#include <vector>

/// The algorithms of Boost.Graph that the survey needs, over numbered vertices; the only files that pay for its headers.
namespace aiguillage::surveying {

using arc = std::pair<std::size_t, std::size_t>;

inline constexpr std::size_t no_vertex = static_cast<std::size_t>(-1);

/// The strong component of each vertex of a directed graph.
[[nodiscard]] std::vector<std::size_t> strong_components_of(std::size_t vertices,
                                                            const std::vector<arc>& arcs);

/// The vertices without which an undirected graph falls into more parts, ascending.
[[nodiscard]] std::vector<std::size_t> articulation_points_of(std::size_t vertices,
                                                              const std::vector<arc>& edges);

/// The immediate dominator of each vertex of a directed graph from a root; no_vertex for the root and for vertices that
/// it does not lead to.
[[nodiscard]] std::vector<std::size_t> dominators_of(std::size_t vertices, const std::vector<arc>& arcs,
                                                     std::size_t root);

struct pipe {
  std::size_t from = 0;
  std::size_t to = 0;
  long capacity = 0;
};

/// What runs through each pipe in a greatest flow from a source to a sink.
[[nodiscard]] std::vector<long> greatest_flow(std::size_t vertices, const std::vector<pipe>& pipes,
                                              std::size_t source, std::size_t sink);

}  // namespace aiguillage::surveying
