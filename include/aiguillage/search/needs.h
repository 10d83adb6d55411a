#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "aiguillage/search/costs.h"

namespace aiguillage::search {

/// A set of needs: bit n stands for need n.
using need_set = std::uint16_t;

/// The most needs that one search takes.
inline constexpr std::size_t most_needs = 16;

/// The needs of one person and what each vertex does for them. Arriving at a vertex meets every open need that it
/// serves and whose earlier needs are met, again and again until nothing is added.
struct need_rules {
  std::size_t count = 0;
  std::vector<need_set> before;  // for each need, the needs to be met first
  std::vector<need_set> serves;  // for each vertex
  /// For each vertex: it can be entered only while all of these are open. Empty: every vertex always can.
  std::vector<need_set> only_while_open;
};

/// The resource of a search over needs: the set of needs met. A `resource` of label_setting.h.
class need_resource {
 public:
  using state = need_set;  // the needs met
  static constexpr bool arcs_alike = true;
  static constexpr std::size_t lanes = 0;

  /// No need and no vertex, until `load`.
  need_resource() = default;

  /// Takes the rules in; refused: more than `most_needs`, a need or a vertex that is not there.
  [[nodiscard]] refusal load(const need_rules& rules, std::size_t vertices) {
    if (rules.count > most_needs) return refusal::too_many_needs;
    const auto known = static_cast<need_set>((std::uint32_t{1} << rules.count) - 1);
    if (rules.serves.size() != vertices) return refusal::unknown_vertex;
    if (!rules.only_while_open.empty() && rules.only_while_open.size() != vertices)
      return refusal::unknown_vertex;
    if (rules.before.size() != rules.count) return refusal::unknown_need;
    need_set named = 0;
    for (const auto* sets : {&rules.before, &rules.serves, &rules.only_while_open})
      for (const need_set set : *sets) named |= set;
    if ((named & ~known) != 0) return refusal::unknown_need;
    all_ = known;
    serves_ = rules.serves;
    only_while_open_ = rules.only_while_open;
    monotone_ = true;
    for (const need_set set : only_while_open_) monotone_ = monotone_ && set == 0;
    index(rules.before);
    return refusal::none;
  }

  /// All the needs.
  [[nodiscard]] need_set all() const { return all_; }
  /// True when meeting more needs never closes a vertex; superset dominance is exact only then.
  [[nodiscard]] bool monotone() const { return monotone_; }
  /// The needs that a vertex serves.
  [[nodiscard]] need_set serves(vertex v) const { return serves_[v]; }

  /// The open needs that may be met now: their earlier needs are met.
  [[nodiscard]] need_set ready(need_set met) const {
    const auto open = static_cast<need_set>(all_ & ~met);
    return static_cast<need_set>(open & ~(blocked_[0][open & 255U] | blocked_[1][open >> 8U]));
  }
  /// True when every met need has its earlier needs met; no path reaches another set.
  [[nodiscard]] bool closed(need_set met) const {
    return ((earlier_[0][met & 255U] | earlier_[1][met >> 8U]) & ~met) == 0;
  }
  /// The needs met after arriving at v.
  [[nodiscard]] need_set visit(vertex v, need_set met) const {
    need_set left = serves_[v] & static_cast<need_set>(~met);
    while (left != 0) {
      const auto added = static_cast<need_set>(left & ready(met));
      if (added == 0) break;
      met |= added;
      left &= static_cast<need_set>(~added);
    }
    return met;
  }

  /// The needs met at the start, by v itself.
  [[nodiscard]] state start(vertex v) const { return visit(v, 0); }
  /// Meets what v serves; false, and nothing met, when a need that v must find open is met.
  [[nodiscard]] bool enter(state& met, vertex v) const {
    if (!monotone_ && (only_while_open_[v] & met) != 0) return false;
    met = visit(v, met);
    return true;
  }
  /// Always true: an arc changes nothing.
  [[nodiscard]] static bool cross(state& /*met*/, vertex /*to*/, std::uint32_t /*arc*/) { return true; }
  /// True when all needs are met, wherever.
  [[nodiscard]] bool complete(state met, vertex /*v*/) const { return met == all_; }
  /// The needs not met yet.
  [[nodiscard]] need_set open(state met) const { return static_cast<need_set>(all_ & ~met); }
  /// Always 0: there is no lane.
  [[nodiscard]] static std::uint32_t lane(state /*met*/, std::size_t /*k*/) { return 0; }

 private:
  /// For each half of a set, what its members block while open, and what they need first: two look-ups per set.
  void index(const std::vector<need_set>& before) {
    std::array<need_set, most_needs> after{}, first{};
    for (std::size_t n = 0; n < before.size(); ++n) {
      first[n] = before[n];
      for (std::size_t m = 0; m < before.size(); ++m)
        if ((before[n] >> m & 1U) != 0) after[m] |= static_cast<need_set>(1U << n);
    }
    for (std::size_t half = 0; half < 2; ++half)
      for (std::size_t set = 1; set < 256; ++set) {
        const std::size_t rest = set & (set - 1),
                          low = static_cast<std::size_t>(std::countr_zero(set)) + 8 * half;
        blocked_[half][set] = blocked_[half][rest] | after[low];
        earlier_[half][set] = earlier_[half][rest] | first[low];
      }
  }

  need_set all_ = 0;
  bool monotone_ = true;
  std::vector<need_set> serves_, only_while_open_;
  std::array<std::array<need_set, 256>, 2> blocked_{}, earlier_{};
};

}  // namespace aiguillage::search
