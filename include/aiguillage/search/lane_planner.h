#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "aiguillage/search/forward.h"
#include "aiguillage/search/ideals.h"
#include "aiguillage/search/k_best.h"
#include "aiguillage/search/label_setting.h"
#include "aiguillage/search/retrace.h"

namespace aiguillage::search {

/// One graph and one person's needs, searched with costs in lanes of one width. Hosts use planner.h, which picks the
/// width. Any call may refuse with `overflow` when the lanes are narrow; with lanes of 32 bits only `load` does.
template <class Lane, std::size_t Criteria>
class lane_planner {
 public:
  using cost = costs<Lane, Criteria>;                               // of a path, by criterion
  using request = typename k_best_search<Lane, Criteria>::request;  // of the K best

  /// Takes a graph in by copy, and what a unit of each criterion weighs; refused as by `make_ready`.
  template <cost_graph Graph>
  [[nodiscard]] refusal load(const Graph& graph, const weights<Criteria>& by) {
    measured_ = false;
    // A path comes back to no vertex with the same needs met.
    const std::uint64_t arcs =
        sizeof(Lane) < sizeof(std::uint32_t) ? 1 : graph.vertex_count() * (most_needs + 1);
    return make_ready(graph, by, arcs, graph_);
  }

  /// Builds what no person changes: the distances that the tables of every person start from.
  [[nodiscard]] refusal measure() {
    if (measured_) return refusal::none;
    const auto weight_of = [&](const auto& head) {
      return std::array<Lane, 1>{graph_.arcs[head.cheapest].weight};
    };
    const auto least_of = [](const auto& head) -> const cost& { return head.least; };
    if (const refusal no = search::measure(graph_, weight_of, weight_far_); no != refusal::none) return no;
    if (const refusal no = search::measure(graph_, least_of, cost_far_); no != refusal::none) return no;
    measured_ = true;
    return refusal::none;
  }

  /// Takes the needs of one person in by copy, after `load`; refused as by need_resource::load.
  [[nodiscard]] refusal ask(const need_rules& rules) {
    weighed_ = bounded_ = false;
    return needs_.load(rules, graph_.vertex_count());
  }

  /// Forward when nothing is measured yet and the needs are few, else over the tables.
  [[nodiscard]] refusal best(vertex start, std::optional<plan>& into) {
    constexpr int few = 7;
    if (!measured_ && std::popcount(needs_.all()) <= few) {
      into = forward_.run(graph_, needs_, start, [](vertex, need_set) { return 0U; });
      return refusal::none;
    }
    if (const refusal no = weigh_all(); no != refusal::none) return no;
    if (!needs_.monotone()) {
      into = forward_.run(graph_, needs_, start, weight_bound());
      return refusal::none;
    }
    std::vector<plan> plans = k_best_.run(graph_, needs_, start, weight_bound(), {1, true});
    into = plans.empty() ? std::nullopt : std::optional<plan>(std::move(plans.front()));
    return refusal::none;
  }

  /// The plans asked for, in canonical order; `k_best_state` says whether they are all there.
  [[nodiscard]] refusal k_best(vertex start, const request& asked, std::vector<plan>& into) {
    if (const refusal no = weigh_all(); no != refusal::none) return no;
    into = k_best_.run(graph_, needs_, start, weight_bound(), asked);
    return refusal::none;
  }

  /// Finds the Pareto front, which `labels` then holds (label_setting::run). `limits.subsets` counts only when the needs are
  /// monotone, a tolerance only up to `unreachable`.
  [[nodiscard]] refusal front(vertex start, search_limits limits,
                              const std::array<std::uint32_t, Criteria>& tolerance) {
    if (const refusal no = bound_all(); no != refusal::none) return no;
    limits.subsets = limits.subsets && needs_.monotone();
    cost within;
    for (std::size_t k = 0; k < Criteria; ++k)
      within.of[k] = static_cast<Lane>(std::min<std::uint32_t>(tolerance[k], unreachable<Lane>));
    return labels_.run(graph_, needs_, cost_bound(), start, limits, within);
  }

  /// The canonical path of a vector of the front found last or, when that was not exact, the path that was found.
  [[nodiscard]] std::vector<step> path_of(vertex start, std::size_t i) {
    const auto& end = labels_.front()[i];
    return labels_.exact() ? retrace_.run(graph_, needs_, cost_bound(), start, end.cost)
                           : labels_.path_of(end);
  }

  /// The front found last, its gap and its counters.
  [[nodiscard]] const label_setting<Lane, Criteria, need_resource>& labels() const { return labels_; }
  /// Whether the last K best were all found, and what those that are missing cost at least.
  [[nodiscard]] const k_best_search<Lane, Criteria>& k_best_state() const { return k_best_; }
  /// The table of weighted costs of the last search that needed one.
  [[nodiscard]] const cost_to_go<Lane, 1>& table() const { return weight_to_go_; }

 private:
  [[nodiscard]] refusal weigh_all() {
    if (weighed_) return refusal::none;
    if (const refusal no = measure(); no != refusal::none) return no;
    const refusal no = weight_to_go_.compute(weight_far_, needs_);
    weighed_ = no == refusal::none;
    return no;
  }
  [[nodiscard]] refusal bound_all() {
    if (bounded_) return refusal::none;
    if (const refusal no = measure(); no != refusal::none) return no;
    const refusal no = cost_to_go_.compute(cost_far_, needs_);
    bounded_ = no == refusal::none;
    return no;
  }
  [[nodiscard]] auto weight_bound() const {
    return [this](vertex v, need_set met) {
      const Lane rest = weight_to_go_.at(v, met)[0];
      return rest >= unreachable<Lane> ? unreachable<std::uint32_t> : std::uint32_t{rest};
    };
  }
  [[nodiscard]] auto cost_bound() const {
    return [this](vertex v, need_set met) -> const cost& { return cost_to_go_.at(v, met); };
  }

  ready_graph<Lane, Criteria> graph_;
  need_resource needs_;
  bool measured_ = false, weighed_ = false, bounded_ = false;
  distances<Lane, 1> weight_far_;
  distances<Lane, Criteria> cost_far_;
  cost_to_go<Lane, 1> weight_to_go_;
  cost_to_go<Lane, Criteria> cost_to_go_;
  forward_search<Lane, Criteria> forward_;
  k_best_search<Lane, Criteria> k_best_;
  label_setting<Lane, Criteria, need_resource> labels_;
  retrace<Lane, Criteria> retrace_;
};

}  // namespace aiguillage::search
