// boost_csr_peak load|best FILE: the most memory, in KiB, that the process held once the instance was loaded, or after Boost.Graph
// found the weighted best on the product graph in compressed rows.
#include <cstdio>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>

#include "peers/product.h"

namespace {

struct weighed {
  std::uint32_t weight = 0;
};
using rows = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, weighed>;

/// The least cost to an end. The lists that the rows are made from are gone before the search.
std::uint32_t best(const instance_file::instance& of) {
  std::vector<std::uint32_t> ends;
  const rows graph = [&] {
    const product::graph from = product::make(of);
    ends = from.ends;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> arcs;
    std::vector<weighed> weights;
    for (const auto& one : from.arcs) {
      arcs.emplace_back(one.from, one.to);
      weights.push_back({static_cast<std::uint32_t>(aiguillage::search::weigh(one.cost, of.weights))});
    }
    return rows(boost::edges_are_sorted, arcs.begin(), arcs.end(), weights.begin(), from.count);
  }();
  std::vector<std::uint32_t> reached(num_vertices(graph));
  const auto distance = boost::make_iterator_property_map(reached.begin(), get(boost::vertex_index, graph));
  boost::dijkstra_shortest_paths(graph, 0,
                                 boost::weight_map(get(&weighed::weight, graph)).distance_map(distance));
  std::uint32_t least = ~0U;
  for (const std::uint32_t end : ends) least = std::min(least, reached[end]);
  return least;
}

}  // namespace

int main(int count, char** arguments) {
  std::string error;
  const auto one = count == 3 ? instance_file::read(arguments[2], error) : std::nullopt;
  if (!one) {
    std::fprintf(stderr, "%s\n", count == 3 ? error.c_str() : "usage: boost_csr_peak load|best FILE");
    return 2;
  }
  if (std::string(arguments[1]) == "best") std::fprintf(stderr, "best=%u\n", best(*one));
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;)
    if (word == "VmHWM:" && status >> word) std::printf("%s\n", word.c_str());
}
