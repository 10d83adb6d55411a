#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "aiguillage/search/graph.h"
#include "aiguillage/search/needs.h"
#include "aiguillage/search/path_tree.h"

namespace aiguillage::search {

/// The weighted best alone, by the algorithm of Dijkstra (1959) over (vertex, needs met), with a consistent lower bound
/// (A*: Hart, Nilsson and Raphael, 1968) if there is one. It needs no table, so it is the fastest on few needs. Exact for
/// any need resource, monotone or not. Memory: one number per vertex and set of needs, kept for the next search.
template <class Lane, std::size_t Criteria>
class forward_search {
 public:
  /// The canonical best plan from `start`; none when the needs cannot all be met. `bound(v, met)` never exceeds the cost
  /// to the end by more than an arc saves it, and is `unreachable<std::uint32_t>` when there is no end.
  template <class Bound>
  [[nodiscard]] std::optional<plan> run(const ready_graph<Lane, Criteria>& graph, const need_resource& needs,
                                        vertex start, const Bound& bound) {
    tree_.restart(start, needs.start(start));
    open_.assign(1, {0, 0});
    stride_ = graph.vertex_count();
    const std::size_t states = (std::size_t{needs.all()} + 1) * stride_;
    if (node_of_.size() < states) node_of_.resize(states, nobody);
    node_of_[place(tree_[0])] = 0;
    std::optional<std::uint32_t> goal;
    while (!open_.empty()) {
      std::pop_heap(open_.begin(), open_.end(), later);
      const entry top = open_.back();
      open_.pop_back();
      if (goal && top.key > end_key(*goal)) break;
      const path_tree::node from = tree_[top.node];
      if (from.met == needs.all()) {
        if (!goal || tree_.before(from.parent, from.by, tree_[*goal].parent, tree_[*goal].by))
          goal = top.node;
      } else if (node_of_[place(from)] == top.node) {
        expand(graph, needs, bound, top.node);
      }
    }
    for (std::uint32_t i = 0; i < tree_.size(); ++i) node_of_[place(tree_[i])] = nobody;
    if (!goal) return std::nullopt;
    return plan{tree_[*goal].cost, tree_.path_to(*goal)};
  }

 private:
  static constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();
  struct entry {
    std::uint64_t key;  // the bound on the cost, then the number of arcs
    std::uint32_t node;
  };
  static bool later(const entry& a, const entry& b) {
    return a.key != b.key ? a.key > b.key : a.node > b.node;
  }

  [[nodiscard]] std::uint64_t end_key(std::uint32_t i) const {
    return std::uint64_t{tree_[i].cost} << 32U | tree_[i].arcs;
  }
  [[nodiscard]] std::size_t place(const path_tree::node& one) const { return one.met * stride_ + one.by.to; }

  template <class Bound>
  void expand(const ready_graph<Lane, Criteria>& graph, const need_resource& needs, const Bound& bound,
              std::uint32_t parent) {
    const path_tree::node from = tree_[parent];
    for (std::uint32_t h = graph.first_head[from.by.to]; h < graph.first_head[from.by.to + 1]; ++h) {
      const auto& head = graph.heads[h];
      need_set met = from.met;
      if (!needs.enter(met, head.to)) continue;
      const auto& arc = graph.arcs[head.cheapest];
      const path_tree::node next{{head.to, arc.id}, parent, from.arcs + 1, from.cost + arc.weight, met};
      reach(next, bound);
    }
  }

  template <class Bound>
  void reach(const path_tree::node& next, const Bound& bound) {
    std::uint32_t& known = node_of_[place(next)];
    if (known != nobody) {
      const path_tree::node& old = tree_[known];
      if (old.cost < next.cost || (old.cost == next.cost && old.arcs < next.arcs)) return;
      if (old.cost == next.cost && old.arcs == next.arcs) {
        if (tree_.before(next.parent, next.by, old.parent, old.by)) tree_.divert(known, next.parent, next.by);
        return;
      }
    }
    const std::uint32_t rest = bound(next.by.to, next.met);
    if (rest >= unreachable<std::uint32_t>) return;
    known = tree_.add(next);
    open_.push_back({(std::uint64_t{next.cost} + rest) << 32U | next.arcs, known});
    std::push_heap(open_.begin(), open_.end(), later);
  }

  path_tree tree_;
  std::vector<entry> open_;
  std::vector<std::uint32_t> node_of_;  // the best way to each vertex and set of needs met
  std::size_t stride_ = 0;
};

}  // namespace aiguillage::search
