#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "aiguillage/search/costs.h"
#include "aiguillage/search/needs.h"

namespace aiguillage::search {

/// Paths that share their beginnings. Node 0 is the start.
///
/// The canonical order of paths: by cost, then the fewer arcs, then step by step the smaller vertex, then the smaller
/// arc. A search that keeps to it answers the same whatever the order of its input, its compiler or its machine.
class path_tree {
 public:
  /// A path, as its last arc and the path before it.
  struct node {
    step by;  // the arc to here; by.to is the vertex
    std::uint32_t parent = 0, arcs = 0;
    std::uint32_t cost = 0;  // from the start
    need_set met = 0;
  };

  /// Forgets all paths but that of no arc, with the needs met at its vertex.
  void restart(vertex start, need_set met) { nodes_.assign(1, {{start, 0}, 0, 0, 0, met}); }
  /// Adds a path, and returns its index; the parent must be there.
  std::uint32_t add(const node& one) {
    nodes_.push_back(one);
    return static_cast<std::uint32_t>(nodes_.size() - 1);
  }
  /// Gives a node another way to it, of the same cost and number of arcs.
  void divert(std::uint32_t i, std::uint32_t parent, const step& by) {
    nodes_[i].parent = parent;
    nodes_[i].by = by;
  }
  /// The node of an index; it lasts until the next `add`.
  [[nodiscard]] const node& operator[](std::uint32_t i) const { return nodes_[i]; }
  /// How many nodes there are, the start included.
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }

  /// Step by step, of two paths with as many arcs: the path to `a`, then one step, before the path to `b`, then one.
  [[nodiscard]] bool before(std::uint32_t a, step to_a, std::uint32_t b, step to_b) const {
    bool less = to_a < to_b;
    for (; a != b; a = nodes_[a].parent, b = nodes_[b].parent) {
      to_a = nodes_[a].by;
      to_b = nodes_[b].by;
      if (!(to_a == to_b)) less = to_a < to_b;
    }
    return less;
  }

  /// The steps from the start to a node; none to the start itself.
  [[nodiscard]] std::vector<step> path_to(std::uint32_t i) const {
    std::vector<step> path;
    for (; i != 0; i = nodes_[i].parent) path.push_back(nodes_[i].by);
    std::reverse(path.begin(), path.end());
    return path;
  }

 private:
  std::vector<node> nodes_;
};

/// A path from the start to where all needs are met, and its weighted cost.
struct plan {
  std::uint64_t cost = 0;
  std::vector<step> steps;
};

}  // namespace aiguillage::search
