// dimacs FILE PREFIX: the product graph of an instance in the form of the 9th DIMACS challenge, a file for each criterion
// (PREFIX-c1.gr, …), one sink, no parallel arcs: those after the first get a vertex of their own. Prints source and sink.
#include <cstdio>
#include <fstream>
#include <set>
#include <string>
#include <utility>

#include "peers/product.h"

namespace {

void without_parallels(product::graph& of) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
  for (std::size_t i = 0, count = of.arcs.size(); i < count; ++i) {
    product::arc& one = of.arcs[i];
    if (seen.insert({one.from, one.to}).second) continue;
    const product::arc rest{of.count, one.to, {}};
    one.to = of.count++;
    of.arcs.push_back(rest);
  }
}

}  // namespace

int main(int count, char** arguments) {
  std::string error;
  const auto one = count == 3 ? instance_file::read(arguments[1], error) : std::nullopt;
  if (!one) {
    std::fprintf(stderr, "%s\n", count == 3 ? error.c_str() : "usage: dimacs FILE PREFIX");
    return 2;
  }
  product::graph graph = product::make(*one);
  const std::uint32_t sink = graph.count++;
  for (const std::uint32_t end : graph.ends) graph.arcs.push_back({end, sink, {}});
  without_parallels(graph);
  for (std::size_t k = 0; k < 3; ++k) {
    std::ofstream out(std::string(arguments[2]) + "-c" + std::to_string(k + 1) + ".gr");
    out << "p sp " << graph.count << ' ' << graph.arcs.size() << '\n';
    for (const product::arc& each : graph.arcs)
      out << "a " << each.from + 1 << ' ' << each.to + 1 << ' ' << each.cost[k] << '\n';
  }
  std::printf("1 %u\n", sink + 1);
}
