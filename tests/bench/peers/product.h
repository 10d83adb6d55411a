#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "search/instance_file.h"

/// The explicit graph of (vertex, needs met) that searches without resources work on.
namespace product {

struct arc {
  std::uint32_t from, to;
  std::array<std::uint32_t, 3> cost;
};
struct graph {
  std::uint32_t count = 0;
  std::vector<arc> arcs;            // by tail, from state 0: home with nothing met
  std::vector<std::uint32_t> ends;  // where all needs are met
};

/// What can be reached from home, breadth first.
inline graph make(const instance_file::instance& of) {
  namespace search = aiguillage::search;
  search::need_resource needs;
  if (needs.load(of.needs, of.graph.vertex_count()) != search::refusal::none) return {};
  using state = std::pair<search::vertex, search::need_set>;
  std::vector<state> states = {{of.home, needs.start(of.home)}};
  std::map<state, std::uint32_t> known = {{states[0], 0}};
  graph into;
  for (std::uint32_t i = 0; i < states.size(); ++i) {
    const auto [v, met] = states[i];
    if (needs.complete(met, v)) {
      into.ends.push_back(i);
      continue;
    }
    for (const auto& one : of.graph.from[v]) {
      search::need_set then = met;
      if (!needs.enter(then, one.to)) continue;
      const auto [at, added] = known.try_emplace({one.to, then}, static_cast<std::uint32_t>(states.size()));
      if (added) states.emplace_back(one.to, then);
      into.arcs.push_back({i, at->second, one.cost});
    }
  }
  into.count = static_cast<std::uint32_t>(states.size());
  return into;
}

}  // namespace product
