#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "aiguillage/search/frontier.h"
#include "aiguillage/search/graph.h"
#include "aiguillage/search/needs.h"
#include "aiguillage/search/path_tree.h"

namespace aiguillage::search {

/// Finds the canonical path of one cost vector of the front: the fewest arcs, then step by step the smaller vertex, then
/// the smaller arc. Label setting keeps one path per cost vector, whichever it meets first; this one depends on nothing.
template <class Lane, std::size_t Criteria>
class retrace {
 public:
  using cost = costs<Lane, Criteria>;  // of a path, by criterion

  /// `goal` must be on the true front. `bound` as for label setting. Breadth first: paths of as many arcs are met in
  /// canonical order, so the first to reach a vertex with the same needs and costs stands for all the others.
  template <class Bound>
  [[nodiscard]] std::vector<step> run(const ready_graph<Lane, Criteria>& graph, const need_resource& needs,
                                      const Bound& bound, vertex start, const cost& goal) {
    tree_.restart(start, needs.start(start));
    spent_.assign(1, cost{});
    seen_.resize(graph.vertex_count());
    for (list& one : seen_) one.clear();
    for (std::uint32_t next = 0; next < tree_.size(); ++next) {
      if (tree_[next].met == needs.all() && spent_[next] == goal) return tree_.path_to(next);
      if (tree_[next].met != needs.all()) expand(graph, needs, bound, next, goal);
    }
    return {};
  }

 private:
  using list = frontier<Lane, Criteria>;

  template <class Bound>
  void expand(const ready_graph<Lane, Criteria>& graph, const need_resource& needs, const Bound& bound,
              std::uint32_t parent, const cost& goal) {
    const path_tree::node from = tree_[parent];
    const cost so_far = spent_[parent];
    for (std::uint32_t h = graph.first_head[from.by.to]; h < graph.first_head[from.by.to + 1]; ++h) {
      const auto& head = graph.heads[h];
      need_set met = from.met;
      if (!needs.enter(met, head.to)) continue;
      const cost& rest = bound(head.to, met);
      if (rest[0] >= unreachable<Lane> || !at_most(so_far + head.least + rest, goal)) continue;
      by_id_.clear();
      for (std::uint32_t i = head.first; i < head.last; ++i)
        if (at_most(so_far + graph.arcs[i].costs + rest, goal)) by_id_.push_back(i);
      std::sort(by_id_.begin(), by_id_.end(),
                [&](std::uint32_t a, std::uint32_t b) { return graph.arcs[a].id < graph.arcs[b].id; });
      for (const std::uint32_t i : by_id_)
        reach(so_far + graph.arcs[i].costs, {{head.to, graph.arcs[i].id}, parent, from.arcs + 1, 0, met});
    }
  }

  /// A path with no more of any cost and the same needs met, seen before, makes this one needless: `goal` is on the front.
  void reach(const cost& spent, const path_tree::node& next) {
    typename list::point point;
    for (std::size_t k = 0; k < Criteria; ++k) point[k] = spent[k];
    if (seen_[next.by.to].template dominates<false>(point, next.met)) return;
    seen_[next.by.to].push(point, next.met);
    tree_.add(next);
    spent_.push_back(spent);
  }

  path_tree tree_;
  std::vector<cost> spent_;  // by node of the tree
  std::vector<list> seen_;   // by vertex
  std::vector<std::uint32_t> by_id_;
};

}  // namespace aiguillage::search
