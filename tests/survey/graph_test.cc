#include "survey/graph.h"

#include <algorithm>
#include <limits>
#include <random>

#include <gtest/gtest.h>

/// The algorithms on random graphs, against what their names mean.
namespace aiguillage::survey_tests {
namespace {

using namespace surveying;

struct random_graph {
  std::mt19937 random;
  std::size_t vertices = 0;
  std::vector<arc> arcs;

  explicit random_graph(unsigned seed) : random(seed) {
    vertices = 2 + below(7);
    const std::size_t count = below(2 * vertices);
    for (std::size_t i = 0; i < count; ++i) {
      const arc one{below(vertices), below(vertices)};
      if (one.first != one.second) arcs.push_back(one);
    }
  }
  std::size_t below(std::size_t most) {
    return std::uniform_int_distribution<std::size_t>(0, most - 1)(random);
  }
};

constexpr unsigned graphs = 500;

/// What a vertex leads to, itself first, when another one is not there.
std::vector<bool> reached(const random_graph& in, std::size_t from, std::size_t without, bool both_ways) {
  std::vector<bool> seen(in.vertices);
  if (from == without) return seen;
  seen[from] = true;
  for (bool again = true; again;) {
    again = false;
    const auto pass = [&](std::size_t a, std::size_t b) {
      if (!seen[a] || seen[b] || b == without) return;
      seen[b] = again = true;
    };
    for (const auto& [a, b] : in.arcs) {
      pass(a, b);
      if (both_ways) pass(b, a);
    }
  }
  return seen;
}

TEST(SurveyGraph, StrongComponentsLeadToEachOther) {
  for (unsigned seed = 0; seed < graphs; ++seed) {
    const random_graph in(seed);
    const std::vector<std::size_t> component = strong_components_of(in.vertices, in.arcs);
    for (std::size_t a = 0; a < in.vertices; ++a)
      for (std::size_t b = 0; b < in.vertices; ++b)
        ASSERT_EQ(component[a] == component[b],
                  reached(in, a, no_vertex, false)[b] && reached(in, b, no_vertex, false)[a])
            << seed;
  }
  EXPECT_TRUE(strong_components_of(0, {}).empty());
}

TEST(SurveyGraph, AnArticulationPointPartsOthers) {
  for (unsigned seed = 0; seed < graphs; ++seed) {
    const random_graph in(seed);
    const std::vector<std::size_t> found = articulation_points_of(in.vertices, in.arcs);
    for (std::size_t v = 0; v < in.vertices; ++v) {
      bool parts = false;
      for (std::size_t a = 0; a < in.vertices; ++a)
        for (std::size_t b = 0; b < in.vertices; ++b)
          parts = parts ||
                  (a != v && b != v && reached(in, a, no_vertex, true)[b] && !reached(in, a, v, true)[b]);
      ASSERT_EQ(std::find(found.begin(), found.end(), v) != found.end(), parts) << seed << " " << v;
    }
  }
}

TEST(SurveyGraph, ADominatorIsOnEveryWay) {
  for (unsigned seed = 0; seed < graphs; ++seed) {
    const random_graph in(seed);
    const std::vector<std::size_t> above = dominators_of(in.vertices, in.arcs, 0);
    const std::vector<bool> there = reached(in, 0, no_vertex, false);
    for (std::size_t v = 0; v < in.vertices; ++v) {
      std::vector<bool> dominates(in.vertices);
      for (std::size_t up = above[v]; up != no_vertex; up = above[up]) dominates[up] = true;
      for (std::size_t by = 0; by < in.vertices; ++by)
        ASSERT_EQ(dominates[by], by != v && there[v] && !reached(in, 0, by, false)[v]) << seed << " " << v;
    }
  }
}

/// The least cut over all sets that hold the source and not the sink.
long least_cut(const random_graph& in, const std::vector<pipe>& pipes) {
  long least = std::numeric_limits<long>::max();
  const std::size_t sink = in.vertices - 1;
  for (std::size_t set = 1; set < (std::size_t{1} << in.vertices); set += 2) {
    if ((set >> sink & 1U) != 0) continue;
    long cut = 0;
    for (const pipe& one : pipes)
      if ((set >> one.from & 1U) != 0 && (set >> one.to & 1U) == 0) cut += one.capacity;
    least = std::min(least, cut);
  }
  return least;
}

TEST(SurveyGraph, TheGreatestFlowIsTheLeastCut) {
  for (unsigned seed = 0; seed < graphs; ++seed) {
    random_graph in(seed);
    std::vector<pipe> pipes;
    for (const auto& [from, to] : in.arcs) pipes.push_back({from, to, static_cast<long>(in.below(5))});
    const std::vector<long> flow = greatest_flow(in.vertices, pipes, 0, in.vertices - 1);
    std::vector<long> kept(in.vertices);
    for (std::size_t i = 0; i < pipes.size(); ++i) {
      ASSERT_TRUE(flow[i] >= 0 && flow[i] <= pipes[i].capacity) << seed;
      kept[pipes[i].from] -= flow[i];
      kept[pipes[i].to] += flow[i];
    }
    for (std::size_t v = 1; v + 1 < in.vertices; ++v) ASSERT_EQ(kept[v], 0) << seed;
    ASSERT_EQ(kept.back(), least_cut(in, pipes)) << seed;
  }
}

}  // namespace
}  // namespace aiguillage::survey_tests
