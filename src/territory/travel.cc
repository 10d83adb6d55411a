#include <cmath>

#include "aiguillage/territory.h"

namespace aiguillage {

double metres_between(const point& a, const point& b) {
  constexpr double radius = 6371008.8;
  constexpr double degree = 3.14159265358979323846 / 180.0;
  const double dlat = (b.latitude - a.latitude) * degree;
  const double dlon = (b.longitude - a.longitude) * degree;
  const double h = std::sin(dlat / 2) * std::sin(dlat / 2) + std::cos(a.latitude * degree) *
                                                                 std::cos(b.latitude * degree) *
                                                                 std::sin(dlon / 2) * std::sin(dlon / 2);
  return 2 * radius * std::asin(std::sqrt(h));
}

int travel_minutes(const travel_model& model, double metres) {
  const auto path = static_cast<std::int64_t>(std::lround(metres)) * model.detour_thousandths / 1000;
  const std::int64_t walk = path / model.walk_metres_per_minute;
  if (walk <= model.walk_limit_minutes) return static_cast<int>(walk);
  return static_cast<int>(model.transit_wait_minutes + path / model.transit_metres_per_minute);
}

}  // namespace aiguillage
