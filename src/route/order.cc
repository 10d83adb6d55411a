#include <algorithm>
#include <compare>
#include <tuple>

#include "aiguillage/route.h"

/// How plans compare.
namespace aiguillage {
namespace {

// Which of two stops comes first: by door, then by needs; of two that begin alike, the one that serves more.
std::strong_ordering compare_stops(const planned_stop& a, const planned_stop& b) {
  if (a.door != b.door) return a.door <=> b.door;
  const std::size_t both = std::min(a.serves.size(), b.serves.size());
  for (std::size_t i = 0; i < both; ++i)
    if (a.serves[i]->need != b.serves[i]->need) return a.serves[i]->need <=> b.serves[i]->need;
  return b.serves.size() <=> a.serves.size();
}

// The same for plans, of which the one with fewer stops comes first; then who hands over to each stop, then which of these
// hand-overs are between doors of one site.
bool comes_before(const plan& a, const plan& b) {
  const std::size_t both = std::min(a.stops.size(), b.stops.size());
  for (std::size_t i = 0; i < both; ++i)
    if (const auto order = compare_stops(a.stops[i], b.stops[i]); order != 0) return order < 0;
  if (a.stops.size() != b.stops.size()) return a.stops.size() < b.stops.size();
  for (std::size_t i = 0; i < both; ++i)
    if (a.stops[i].from != b.stops[i].from) return a.stops[i].from < b.stops[i].from;
  for (std::size_t i = 0; i < both; ++i)
    if (a.stops[i].next_door != b.stops[i].next_door) return b.stops[i].next_door;
  return false;
}

int served_here(const network& world, const plan& one) {
  std::size_t count = 0;
  for (const planned_stop& stop : one.stops)
    if (world.doors[static_cast<std::size_t>(stop.door)].here) count += stop.serves.size();
  return static_cast<int>(count);
}

}  // namespace

std::int64_t total_weight(const network& world) {
  std::int64_t sum = 0;
  for (const network_need& one : world.needs) sum += one.weight;
  return std::max<std::int64_t>(sum, 1);
}

bool better(const network& world, const plan& a, const plan& b) {
  const auto key = [&](const plan& one) {
    return std::make_tuple(one.cost.score, one.cost.actors, one.cost.partial_services, one.stops.size(),
                           one.cost.waiting, -served_here(world, one));
  };
  if (key(a) != key(b)) return key(a) < key(b);
  return comes_before(a, b);
}

}  // namespace aiguillage
