#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "aiguillage/search/costs.h"

namespace aiguillage::search {

/// What a path may use: `Kinds` resources, each between a least and a greatest amount over the whole path, used up by
/// vertices and arcs; the path ends at `target`.
template <std::size_t Kinds>
struct limit_rules {
  using amounts = std::array<std::uint32_t, Kinds>;  // of each resource
  amounts least{}, greatest{};
  std::vector<amounts> of_vertex, of_arc;  // of_arc by the id of the arc
  /// For each vertex, the least amounts from it to the target, its own left out: a bound that cuts hopeless paths.
  std::vector<amounts> to_target;
  vertex target = 0;
  /// At most 32 vertices that a path may enter once only.
  std::vector<vertex> once;
};

/// The resource of a resource-constrained shortest path (Beasley and Christofides, 1989). A `resource` of
/// label_setting.h. A path that has not yet the least amounts is worse the more it lacks; hence two lanes per kind.
template <std::size_t Kinds>
class limit_resource {
 public:
  /// What a path has used, its last vertex included, and which vertices of `once` it entered.
  struct state {
    std::array<std::uint32_t, Kinds> used{};
    std::uint32_t seen = 0;  // bit i: limit_rules::once[i]
  };
  static constexpr bool arcs_alike = false;
  static constexpr std::size_t lanes = 2 * Kinds;

  /// The rules must outlive the resource.
  explicit limit_resource(const limit_rules<Kinds>& rules) : rules_(&rules), bit_(rules.of_vertex.size(), 0) {
    for (std::size_t i = 0; i < rules.once.size(); ++i) bit_[rules.once[i]] = std::uint32_t{1} << i;
  }

  /// The state of a path that begins at v: what v uses; limits are not looked at.
  [[nodiscard]] state start(vertex v) const {
    state result;
    result.used = rules_->of_vertex[v];
    result.seen = bit_[v];
    return result;
  }
  /// Adds what v uses; false when v may not be entered again or the limits cannot be kept.
  [[nodiscard]] bool enter(state& s, vertex v) const {
    if ((s.seen & bit_[v]) != 0) return false;
    s.seen |= bit_[v];
    return take(s, rules_->of_vertex[v], v);
  }
  /// Adds what an arc, by its id, uses; false when the limits cannot be kept.
  [[nodiscard]] bool cross(state& s, vertex to, std::uint32_t arc) const {
    return take(s, rules_->of_arc[arc], to);
  }
  /// True at the target, when every amount lies within its limits.
  [[nodiscard]] bool complete(const state& s, vertex v) const {
    bool enough = v == rules_->target;
    for (std::size_t k = 0; k < Kinds; ++k)
      enough = enough && s.used[k] >= rules_->least[k] && s.used[k] <= rules_->greatest[k];
    return enough;
  }
  /// The vertices of `once` that can no more be entered, as bits.
  [[nodiscard]] std::uint32_t open(const state& s) const { return s.seen; }
  /// Lanes 0 to Kinds - 1: what is used of each kind; from Kinds on: what is lacking to its least amount.
  [[nodiscard]] std::uint32_t lane(const state& s, std::size_t k) const {
    if (k < Kinds) return s.used[k];
    const std::uint32_t least = rules_->least[k - Kinds], used = s.used[k - Kinds];
    return least > used ? least - used : 0;
  }

 private:
  /// False when what is used, and what must still be, is too much.
  bool take(state& s, const std::array<std::uint32_t, Kinds>& amounts, vertex at) const {
    bool within = true;
    for (std::size_t k = 0; k < Kinds; ++k) {
      s.used[k] += amounts[k];
      within = within && std::uint64_t{s.used[k]} + rules_->to_target[at][k] <= rules_->greatest[k];
    }
    return within;
  }

  const limit_rules<Kinds>* rules_;
  std::vector<std::uint32_t> bit_;
};

}  // namespace aiguillage::search
