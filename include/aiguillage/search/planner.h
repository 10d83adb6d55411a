#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "aiguillage/search/lane_planner.h"

namespace aiguillage::search {

/// The most vertices of a graph that a planner takes: 256 actors, and the place where the person is.
inline constexpr std::size_t most_vertices = 257;

/// The Pareto front of a person's plans.
template <std::size_t Criteria>
struct plan_front {
  std::vector<std::array<std::uint32_t, Criteria>> costs;  // non-dominated, in lexicographic order
  bool exact = true;
  search_gap gap;  // certified when not exact
  search_counters counters;
};

/// The K best plans asked for.
struct plan_list {
  std::vector<plan> plans;          // in canonical order (path_tree.h), and each truly the next best
  bool exact = true;                // false: the budget ran out before all were found
  std::uint64_t least_missing = 0;  // not exact: no plan that is missing costs less
};

/// Plans over a host's own graph, with up to 16 needs: the weighted best, the K best, the whole Pareto front.
///
/// The graph must outlive the planner. Costs are kept in 16 bits while all of them fit, else in 32; `load` refuses
/// with `overflow` what 32 bits might not hold. Nothing is thrown but for want of memory. Memory is reused from person to
/// person. Call `load`, then for each person `ask`, then any of the searches.
///
/// Tables have a row for each set of needs that is closed under "before", and in it a cost per vertex: 2 bytes for
/// weights, 2 per criterion (3 as 4) for a front, twice that in 32 bits. At most, 16 needs that wait for nothing and 256
/// actors, that is 36 MB and 143 MB in 16 bits, and half a second or less for weights; 12 needs and 40 actors are under 1 MB.
/// Tables are always built in full; only labels have a budget, and a front of more than 12 needs should be given one.
template <cost_graph Graph>
class planner {
 public:
  static constexpr std::size_t criteria = Graph::criteria;

  /// Takes a graph in, and what a unit of each criterion weighs.
  [[nodiscard]] refusal load(const Graph& graph, const weights<criteria>& by) {
    graph_ = &graph;
    by_ = by;
    asked_ = nullptr;
    if (graph.vertex_count() > most_vertices) return refusal::too_many_vertices;
    const refusal no = narrow_.load(graph, by);
    wide_in_use_ = no == refusal::overflow;
    return wide_in_use_ ? wide_.load(graph, by) : no;
  }

  /// Builds the tables that serve every person; searches do it when they need it.
  [[nodiscard]] refusal measure() {
    return attempt([](auto& lanes) { return lanes.measure(); });
  }

  /// Takes the needs of one person in; the rules must outlive the searches.
  [[nodiscard]] refusal ask(const need_rules& rules) {
    asked_ = &rules;
    return wide_in_use_ ? wide_.ask(rules) : narrow_.ask(rules);
  }

  /// The canonical plan of least weighted cost; none when the needs cannot all be met.
  [[nodiscard]] refusal best(vertex start, std::optional<plan>& into) {
    return attempt([&](auto& lanes) { return lanes.best(start, into); });
  }

  /// The `count` plans of least weighted cost; `different`: no two visit the same vertices in the same order.
  [[nodiscard]] refusal k_best(vertex start, std::size_t count, bool different, plan_list& into,
                               const search_budget& budget = {}) {
    return attempt([&](auto& lanes) {
      const refusal no = lanes.k_best(start, {count, different, budget}, into.plans);
      into.exact = lanes.k_best_state().exact();
      into.least_missing = lanes.k_best_state().least_open();
      return no;
    });
  }

  /// The whole Pareto front or, with a tolerance, fewer vectors: each one of the front is, in every criterion k, at most
  /// `tolerance[k]` better than some vector given.
  [[nodiscard]] refusal front(vertex start, plan_front<criteria>& into, const search_limits& limits = {},
                              const std::array<std::uint32_t, criteria>& tolerance = {}) {
    return attempt([&](auto& lanes) {
      const refusal no = lanes.front(start, limits, tolerance);
      if (no != refusal::none) return no;
      into.costs.clear();
      for (const auto& found : lanes.labels().front()) {
        into.costs.emplace_back();
        for (std::size_t k = 0; k < criteria; ++k) into.costs.back()[k] = found.cost[k];
      }
      into.exact = lanes.labels().exact();
      into.gap = lanes.labels().gap();
      into.counters = lanes.labels().counters();
      return no;
    });
  }

  /// A path of plan `i` of the front found last: the canonical one when that front was exact, else the one found.
  [[nodiscard]] std::vector<step> path_of(vertex start, std::size_t i) {
    return wide_in_use_ ? wide_.path_of(start, i) : narrow_.path_of(start, i);
  }

  /// How many tries of a vertex the last table of weighted costs took; the same on every machine.
  [[nodiscard]] std::uint64_t relaxations() const {
    return wide_in_use_ ? wide_.table().relaxations() : narrow_.table().relaxations();
  }

 private:
  /// Runs a search in narrow lanes and, when they overflow, in wide ones from then on.
  template <class Search>
  [[nodiscard]] refusal attempt(const Search& search) {
    if (!wide_in_use_) {
      const refusal no = search(narrow_);
      if (no != refusal::overflow) return no;
      if (const refusal never = wide_.load(*graph_, by_); never != refusal::none) return never;
      wide_in_use_ = true;
      if (asked_ != nullptr)
        if (const refusal never = wide_.ask(*asked_); never != refusal::none) return never;
    }
    return search(wide_);
  }

  const Graph* graph_ = nullptr;
  const need_rules* asked_ = nullptr;
  weights<criteria> by_{};
  bool wide_in_use_ = false;
  lane_planner<std::uint16_t, criteria> narrow_;
  lane_planner<std::uint32_t, criteria> wide_;
};

}  // namespace aiguillage::search
