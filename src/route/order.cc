#include <algorithm>
#include <limits>
#include <tuple>
#include <vector>

#include "aiguillage/route.h"

/// How plans compare.
namespace aiguillage {
namespace {

// Door and needs of each stop; the mark at the end puts the stop that serves more needs first.
std::vector<std::vector<int>> canonical(const plan& one) {
  std::vector<std::vector<int>> form;
  for (const planned_stop& stop : one.stops) {
    std::vector<int> row{stop.door};
    for (const service* each : stop.serves) row.push_back(each->need);
    row.push_back(std::numeric_limits<int>::max());
    form.push_back(std::move(row));
  }
  return form;
}

// Who hands over to each stop, then which of these hand-overs are between doors of one site.
std::vector<int> origins(const plan& one) {
  std::vector<int> result;
  for (const planned_stop& stop : one.stops) result.push_back(stop.from);
  for (const planned_stop& stop : one.stops) result.push_back(stop.next_door ? 1 : 0);
  return result;
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
  const auto form_a = canonical(a);
  const auto form_b = canonical(b);
  return form_a != form_b ? form_a < form_b : origins(a) < origins(b);
}

}  // namespace aiguillage
