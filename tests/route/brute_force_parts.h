#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "aiguillage/route.h"

/// What brute force keeps of a plan that it draws, and when its stops are.
namespace aiguillage::brute_force {

using index_set = std::uint64_t;  // of stops, or of doors
constexpr index_set bit(int index) { return index_set{1} << index; }
constexpr bool has(index_set set, int index) { return (set & bit(index)) != 0; }
constexpr std::size_t max_stops = 24;

template <class Visit>
void for_each_bit(index_set set, Visit visit) {
  for (; set != 0; set &= set - 1) visit(std::countr_zero(set));
}

struct draft_stop {
  int door = 0;
  std::vector<const service*> serves;  // in the order of needs; empty: bridging
  int handed_by = -1;                  // the stop of the same site that hands over
  // What follows from the above and from the other stops; see complete().
  state_set produces = 0, required = 0;
  state_set at_hand = 0;  // without any earlier stop
  bool vital = false, non_digital = false, waits_for_non_digital = false;
};

/// A plan with all that orders it among others, in this order.
struct candidate {
  std::tuple<std::int64_t, int, int, std::size_t, std::int64_t, int> costs;
  std::vector<std::vector<int>> form;
  std::vector<int> from;
  std::vector<bool> handed_over;
  plan what;
};

struct enumeration {
  const network& world;
  std::vector<draft_stop> stops;
  std::map<std::pair<index_set, index_set>, candidate>
      best;  // for each set of first doors and of doors visited
};

struct schedule {
  std::vector<int> order;
  index_set ready = 0, placed = 0;
  std::array<int, max_stops> asked{};             // when all predecessors have ended
  std::array<int, max_stops> begin{}, end{};      // days; minutes in a timed network
  std::array<index_set, max_stops> before{};      // direct predecessors
  std::array<index_set, max_stops> all_before{};  // and indirect ones
};

inline const door& door_of(const enumeration& all, const draft_stop& stop) {
  return all.world.doors[static_cast<std::size_t>(stop.door)];
}
inline const draft_stop& at(const enumeration& all, int stop) {
  return all.stops[static_cast<std::size_t>(stop)];
}
inline int begin_of(const schedule& done, int stop) { return done.begin[static_cast<std::size_t>(stop)]; }
inline int day_of(const enumeration& all, const schedule& done, int stop) {
  return all.world.timed ? begin_of(done, stop) / 1440 : begin_of(done, stop);
}
inline int smallest_need(const draft_stop& stop) {
  return stop.serves.empty() ? -1 : stop.serves.front()->need;
}
inline bool is_digital(const enumeration& all, const service& one) {
  return all.world.needs[one.need].lane == dimension::digital;
}

/// The passage that a stop takes through its door.
[[nodiscard]] const passage& passage_of(const enumeration& all, const draft_stop& stop);

/// Fills what follows, in each stop, from the others.
void complete(enumeration& all);

/// Places the stops one after another, each time the one that can begin first; nothing when one never can.
[[nodiscard]] std::optional<schedule> scheduled(const enumeration& all);

}  // namespace aiguillage::brute_force
