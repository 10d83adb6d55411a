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

int travel_minutes(const travel_model& model, travel_means by, double metres) {
  const auto path = static_cast<std::int64_t>(std::lround(metres)) * model.detour_thousandths / 1000;
  switch (by) {
    case travel_means::on_foot: return static_cast<int>(path / model.walk_metres_per_minute);
    case travel_means::public_transport:
      return static_cast<int>(model.transit_wait_minutes + path / model.transit_metres_per_minute);
    case travel_means::car: break;
  }
  return static_cast<int>(model.car_wait_minutes + path / model.car_metres_per_minute);
}

int travel_minutes(const travel_model& model, double metres) {
  const int walk = travel_minutes(model, travel_means::on_foot, metres);
  return walk <= model.walk_limit_minutes ? walk
                                          : travel_minutes(model, travel_means::public_transport, metres);
}

}  // namespace aiguillage
