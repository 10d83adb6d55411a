#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "aiguillage/search/graph.h"
#include "aiguillage/search/needs.h"
#include "aiguillage/search/outcome.h"
#include "aiguillage/search/path_tree.h"

namespace aiguillage::search {

/// The K plans of least weighted cost, or the K best of those that differ in the vertices they visit. A plan comes back
/// to no vertex without a need met since. Best first with a lower bound; with an exact one, about K times the length of
/// a plan is expanded.
template <class Lane, std::size_t Criteria>
class k_best_search {
 public:
  /// What was asked: how many, whether they must differ in vertices, and the budget.
  struct request {
    std::size_t plans = 1;
    bool different = false;
    search_budget budget{};
  };

  /// In canonical order; fewer when there are no more, or when `exact()` is false. `bound` is as for `forward_search`.
  template <class Bound>
  [[nodiscard]] std::vector<plan> run(const ready_graph<Lane, Criteria>& graph, const need_resource& needs,
                                      vertex start, const Bound& bound, const request& asked) {
    std::vector<plan> result;
    tree_.restart(start, needs.start(start));
    open_.clear();
    if (bound(start, tree_[0].met) < unreachable<std::uint32_t>) open_.assign(1, {0, 0});
    const auto later = [this](const entry& a, const entry& b) { return comes_later(a, b); };
    budget_meter budget(asked.budget);
    while (!open_.empty() && result.size() < asked.plans && !budget.spent(tree_.size())) {
      std::pop_heap(open_.begin(), open_.end(), later);
      const std::uint32_t next = open_.back().node;
      open_.pop_back();
      if (tree_[next].met == needs.all())
        result.push_back({tree_[next].cost, tree_.path_to(next)});
      else
        expand(graph, needs, bound, next, asked.different, later);
    }
    exact_ = open_.empty() || result.size() == asked.plans;
    least_open_ = open_.empty() ? std::numeric_limits<std::uint64_t>::max() : open_.front().key >> 32U;
    return result;
  }

  /// False when the budget did not suffice.
  [[nodiscard]] bool exact() const { return exact_; }
  /// No plan that is missing costs less.
  [[nodiscard]] std::uint64_t least_open() const { return least_open_; }

 private:
  struct entry {
    std::uint64_t key;  // the bound on the cost, then the number of arcs
    std::uint32_t node;
  };

  [[nodiscard]] bool comes_later(const entry& a, const entry& b) const {
    if (a.key != b.key) return a.key > b.key;
    return a.node != b.node &&
           tree_.before(tree_[b.node].parent, tree_[b.node].by, tree_[a.node].parent, tree_[a.node].by);
  }

  template <class Bound, class Later>
  void expand(const ready_graph<Lane, Criteria>& graph, const need_resource& needs, const Bound& bound,
              std::uint32_t parent, bool different, const Later& later) {
    const path_tree::node from = tree_[parent];
    for (std::uint32_t h = graph.first_head[from.by.to]; h < graph.first_head[from.by.to + 1]; ++h) {
      const auto& head = graph.heads[h];
      need_set met = from.met;
      if (!needs.enter(met, head.to) || comes_back(parent, head.to, met)) continue;
      const std::uint64_t rest = bound(head.to, met);
      if (rest >= unreachable<std::uint32_t>) continue;
      for (std::uint32_t i = different ? head.cheapest : head.first;
           i < (different ? head.cheapest + 1 : head.last); ++i) {
        const auto& arc = graph.arcs[i];
        const std::uint32_t cost = from.cost + arc.weight;
        const std::uint32_t added = tree_.add({{head.to, arc.id}, parent, from.arcs + 1, cost, met});
        open_.push_back({(cost + rest) << 32U | (from.arcs + 1), added});
        std::push_heap(open_.begin(), open_.end(), later);
      }
    }
  }

  [[nodiscard]] bool comes_back(std::uint32_t from, vertex to, need_set met) const {
    for (; tree_[from].met == met; from = tree_[from].parent) {
      if (tree_[from].by.to == to) return true;
      if (from == 0) break;
    }
    return false;
  }

  path_tree tree_;
  std::vector<entry> open_;
  bool exact_ = true;
  std::uint64_t least_open_ = 0;
};

}  // namespace aiguillage::search
