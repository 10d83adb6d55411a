#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aiguillage/search/graph.h"

/// Resource-constrained shortest path problems of Beasley and Christofides (OR-Library), read strictly and solved.
namespace rcsp_file {

/// From vertex 0 to the last one, with the amounts of each resource.
struct problem {
  std::size_t resources = 0;
  aiguillage::search::arc_lists<1> graph;  // arcs numbered in the order of the file
  std::vector<std::uint32_t> least, greatest;
  std::vector<std::vector<std::uint32_t>> of_vertex, of_arc;
};

/// The most resources of a problem.
inline constexpr std::size_t most_resources = 16;

/// The problem, or none and `error` = "file:line: what is wrong". The file: n m K; K least and K greatest amounts; K
/// amounts per vertex; per arc: from, to (1 to n), cost, K amounts.
[[nodiscard]] std::optional<problem> read(const std::string& path, std::string& error);

/// The least cost of a path that visits no vertex twice and keeps to the amounts; none when there is no such path, and
/// an `error` when the problem is refused.
[[nodiscard]] std::optional<std::uint32_t> solve(const problem& one, std::string& error);

}  // namespace rcsp_file
