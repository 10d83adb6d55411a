#include "search/small_world.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace small_world {
namespace {

namespace search = aiguillage::search;

/// One need at a time, in the order of their numbers, until none can be met: written apart from the library.
unsigned after_arrival(const world& in, search::vertex v, unsigned met) {
  for (bool changed = true; changed;) {
    changed = false;
    for (unsigned n = 0; n < in.needs.count; ++n) {
      const bool open = (met >> n & 1U) == 0, served = (in.needs.serves[v] >> n & 1U) != 0;
      if (!open || !served || (in.needs.before[n] & ~met) != 0) continue;
      met |= 1U << n;
      changed = true;
    }
  }
  return met;
}

struct enumeration {
  const world& in;
  const search::weights<3>& by;
  std::size_t most, made = 0;
  std::vector<walk> walks;
  std::set<std::pair<search::vertex, unsigned>> on_the_way;

  void go_on(search::vertex v, unsigned met, const walk& so_far) {
    if (++made > most) return;
    if (met + 1 == 1U << in.needs.count) {
      walks.push_back(so_far);
      return;
    }
    for (const auto& arc : in.graph.from[v]) {
      if (!in.needs.only_while_open.empty() && (in.needs.only_while_open[arc.to] & met) != 0) continue;
      const unsigned then = after_arrival(in, arc.to, met);
      if (!on_the_way.insert({arc.to, then}).second) continue;
      walk longer = so_far;
      for (std::size_t k = 0; k < 3; ++k) {
        longer.costs[k] += arc.cost[k];
        longer.weight += std::uint64_t{arc.cost[k]} * by[k];
      }
      longer.steps.push_back({arc.to, arc.id});
      go_on(arc.to, then, longer);
      on_the_way.erase({arc.to, then});
    }
  }
};

}  // namespace

world random_world(std::mt19937_64& random, const taste& like) {
  const auto below = [&](std::size_t n) { return static_cast<std::uint32_t>(random() % n); };
  world result;
  result.graph.from.resize(like.vertices);
  result.home = below(like.vertices);
  result.needs.count = like.needs;
  for (std::size_t n = 0; n < like.needs; ++n)
    result.needs.before.push_back(n > 0 && below(3) == 0 ? static_cast<search::need_set>(1U << below(n))
                                                         : search::need_set{0});
  for (std::size_t v = 0; v < like.vertices; ++v)
    result.needs.serves.push_back(
        static_cast<search::need_set>(below(std::size_t{1} << like.needs) & random()));
  if (like.closing)
    for (std::size_t v = 0; v < like.vertices; ++v)
      result.needs.only_while_open.push_back(
          below(3) == 0 ? static_cast<search::need_set>(1U << below(like.needs)) : search::need_set{0});
  for (std::uint32_t i = 0; i < like.arcs; ++i) {
    const std::uint32_t from = below(like.vertices), to = below(like.vertices);
    search::arc_lists<3>::arc arc{to, i, {}};
    for (std::uint32_t& cost : arc.cost) cost = below(like.greatest + 1);
    result.graph.from[from].push_back(arc);
  }
  return result;
}

std::vector<walk> all_walks(const world& in, const search::weights<3>& by, std::size_t most, bool& too_many) {
  enumeration all{in, by, most, 0, {}, {}};
  const unsigned met = after_arrival(in, in.home, 0);
  all.on_the_way.insert({in.home, met});
  all.go_on(in.home, met, {});
  too_many = all.made > most;
  if (too_many) return {};
  std::sort(all.walks.begin(), all.walks.end(), [](const walk& a, const walk& b) {
    if (a.weight != b.weight) return a.weight < b.weight;
    return a.steps.size() != b.steps.size() ? a.steps.size() < b.steps.size() : a.steps < b.steps;
  });
  return all.walks;
}

std::vector<std::array<std::uint32_t, 3>> front_of(const std::vector<walk>& walks) {
  std::set<std::array<std::uint32_t, 3>> all, front;
  for (const walk& one : walks) all.insert(one.costs);
  for (const auto& one : all) {
    const bool beaten = std::any_of(all.begin(), all.end(), [&](const auto& other) {
      return other != one && other[0] <= one[0] && other[1] <= one[1] && other[2] <= one[2];
    });
    if (!beaten) front.insert(one);
  }
  return {front.begin(), front.end()};
}

}  // namespace small_world
