#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <utility>
#include <vector>

#include "aiguillage/search/ends.h"
#include "aiguillage/search/frontier.h"
#include "aiguillage/search/graph.h"
#include "aiguillage/search/outcome.h"
#include "aiguillage/search/resource.h"

namespace aiguillage::search {

/// Exact multi-criteria label setting (Martins, 1984) in the order of a weighted sum, with lower bounds to the end
/// (NAMOA*: Mandow and Pérez de la Cruz, 2010). A bound is a function (vertex, state) -> costs that never exceeds the
/// costs to the end, lane by lane; `unreachable` in lane 0 when there is no end.
///
/// Of equal cost vectors the path met first stands: by weighted bound, then in the order of the arcs. Memory is reused.
template <class Lane, std::size_t Criteria, resource Resource>
class label_setting {
 public:
  using cost = costs<Lane, Criteria>;              // of a path
  using state = typename Resource::state;          // of a path, at its last vertex
  using graph_type = ready_graph<Lane, Criteria>;  // with lanes of the same width

  /// The Pareto front from `start`: the whole of it or, with a tolerance, a smaller set of which some vector is, in every
  /// criterion, at most that much worse than any one of the front. Refused: a path whose costs do not fit in the lane.
  template <class Bound>
  [[nodiscard]] refusal run(const graph_type& graph, const Resource& uses, const Bound& bound, vertex start,
                            const search_limits& limits, const cost& tolerance = {}) {
    reset(graph, uses, bound, start, tolerance);
    budget_meter budget(limits.budget);
    while (!open_.empty() && !overflow_ && !budget.spent(labels_.size())) {
      std::pop_heap(open_.begin(), open_.end(), std::greater<>());
      const auto next = static_cast<std::uint32_t>(open_.back());
      open_.pop_back();
      const label from = labels_[next];
      if (ends_.hopeless(from.spent + bound(from.v, from.at))) continue;
      ++counters_.expanded;
      if (limits.subsets)
        expand<true>(graph, uses, bound, from, next);
      else
        expand<false>(graph, uses, bound, from, next);
    }
    if (overflow_) return refusal::overflow;
    finish(graph.by, bound);
    return refusal::none;
  }

  /// The front, in lexicographic order of the cost vectors.
  [[nodiscard]] const std::vector<found_cost<Lane, Criteria>>& front() const { return ends_.found(); }
  /// False when the search was cut short or had a tolerance.
  [[nodiscard]] bool exact() const { return open_.empty() && ends_.tolerance() == cost{}; }
  [[nodiscard]] const search_gap& gap() const { return gap_; }                 // of the last run
  [[nodiscard]] const search_counters& counters() const { return counters_; }  // of the last run

  /// The path of a vector found.
  [[nodiscard]] std::vector<step> path_of(const found_cost<Lane, Criteria>& end) const {
    std::vector<step> path;
    for (std::uint32_t i = end.label; i != 0; i = labels_[i].parent)
      path.push_back({labels_[i].v, labels_[i].arc});
    std::reverse(path.begin(), path.end());
    return path;
  }

 private:
  using ends = path_ends<Lane, Criteria>;
  using kept = frontier<Lane, Criteria + Resource::lanes>;
  struct label {
    cost spent;
    state at;
    vertex v;
    std::uint32_t parent;  // label 0 is the start
    std::uint32_t arc;
  };

  /// A way on from the label that is expanded.
  struct attempt {
    std::uint32_t arc;  // where it is in the graph
    vertex to;
    state at;
  };

  template <class Bound>
  void reset(const graph_type& graph, const Resource& uses, const Bound& bound, vertex start,
             const cost& tolerance) {
    ends_.restart(tolerance);
    if (kept_.size() < graph.vertex_count()) kept_.resize(graph.vertex_count());
    for (kept& list : kept_) list.clear();
    labels_.clear();
    open_.clear();
    counters_ = {};
    overflow_ = false;
    const state at = uses.start(start);
    if (bound(start, at)[0] >= unreachable<Lane>) return;
    labels_.push_back({cost{}, at, start, 0, 0});
    if (uses.complete(at, start))
      ends_.add(cost{}, 0);
    else
      open_.push_back(0);
  }

  template <bool Subsets, class Bound>
  void expand(const graph_type& graph, const Resource& uses, const Bound& bound, const label& from,
              std::uint32_t parent) {
    std::size_t count = 0;
    const std::uint32_t heads_end = graph.first_head[from.v + 1];
    for (std::uint32_t h = graph.first_head[from.v]; h < heads_end; ++h) {
      const auto& head = graph.heads[h];
      state entered = from.at;
      if (!uses.enter(entered, head.to)) continue;
      const cost& rest = bound(head.to, entered);
      if (rest[0] >= unreachable<Lane>) continue;
      const cost through = from.spent + rest;
      const std::uint32_t last = Resource::arcs_alike ? head.useful : head.last;
      for (std::uint32_t i = head.first; i < last; ++i) {
        const auto& arc = graph.arcs[i];
        state at = entered;
        if (!uses.cross(at, head.to, arc.id)) continue;
        attempt& way = ways_[count];  // by parts: the whole would be copied at once, and wait for them
        way.arc = i;
        way.to = head.to;
        way.at = at;
        hopes_[count] = through + arc.costs;
        if (++count == ends::batch_size)
          add_hopeful<Subsets>(graph, uses, from, parent, std::exchange(count, 0));
      }
    }
    add_hopeful<Subsets>(graph, uses, from, parent, count);
  }

  template <bool Subsets>
  void add_hopeful(const graph_type& graph, const Resource& uses, const label& from, std::uint32_t parent,
                   std::size_t count) {
    counters_.generated += count;
    ends_.visit_hopeful(hopes_, count, [&](std::size_t i) {
      const attempt& way = ways_[i];
      const auto& arc = graph.arcs[way.arc];
      add<Subsets>(uses, {from.spent + arc.costs, way.at, way.to, parent, arc.id},
                   weigh(hopes_[i], graph.by));
    });
  }

  template <bool Subsets>
  void add(const Resource& uses, const label& one, std::uint64_t weight) {
    const auto index = static_cast<std::uint32_t>(labels_.size());
    if (uses.complete(one.at, one.v)) {
      ends_.add(one.spent, index);
    } else {
      typename kept::point point;
      for (std::size_t k = 0; k < Criteria; ++k) point[k] = one.spent[k];
      for (std::size_t k = 0; k < Resource::lanes; ++k)
        point[Criteria + k] = static_cast<Lane>(uses.lane(one.at, k));
      static_assert(sizeof(uses.open(one.at)) <= sizeof(Lane), "the lanes must hold the set of what is open");
      const auto bits = static_cast<Lane>(uses.open(one.at));
      if (kept_[one.v].template dominates<Subsets>(point, bits)) return;
      kept_[one.v].push(point, bits);
      const std::uint64_t key = std::min<std::uint64_t>(weight, std::numeric_limits<std::uint32_t>::max());
      open_.push_back(key << 32U | index);
      std::push_heap(open_.begin(), open_.end(), std::greater<>());
    }
    overflow_ |= overflows(one.spent);
    labels_.push_back(one);
    ++counters_.labels;
  }

  /// Sorts the front, and measures what the labels still open could bring.
  template <class Bound>
  void finish(const weights<Criteria>& by, const Bound& bound) {
    ends_.sort();
    std::vector<cost> hopes;
    const auto closed = [&](std::uint64_t key) {
      const label& one = labels_[static_cast<std::uint32_t>(key)];
      const cost hope = one.spent + bound(one.v, one.at);
      if (ends_.hopeless(hope)) return true;
      hopes.push_back(hope);
      return false;
    };
    open_.erase(std::remove_if(open_.begin(), open_.end(), closed), open_.end());
    gap_ = certify(ends_.found(), hopes, ends_.tolerance(), by);
  }

  std::vector<label> labels_;
  std::vector<std::uint64_t> open_;  // a heap: the weighted bound, then the label
  std::vector<kept> kept_;           // by vertex
  ends ends_;
  std::array<attempt, ends::batch_size> ways_{};  // of the label that is expanded
  typename ends::batch hopes_{};                  // the least costs of these ways to the end
  search_counters counters_;
  search_gap gap_;
  bool overflow_ = false;
};

}  // namespace aiguillage::search
