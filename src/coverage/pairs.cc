#include <algorithm>
#include <cmath>
#include <limits>

#include "aiguillage/coverage/access.h"

namespace aiguillage {
namespace {

constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
constexpr double cells_per_radius = 2;
constexpr double leeway = 1e-3;  // metres: far more than rounding takes away at the farthest

/// Points in square cells, a row of cells after the other.
struct plane_grid {
  double west = 0;
  double south = 0;
  double per_metre = 1;  // cells
  std::size_t columns = 1;
  std::size_t rows = 1;
  std::vector<std::uint32_t> starts;  // of each cell among the points, and one more
  std::vector<std::uint32_t> ids;
  std::vector<double> x;
  std::vector<double> y;
};

bool is_sound(const plane_points& points) {
  const auto near = [](double v) { return std::abs(v) <= access_farthest; };
  return points.x.size() == points.y.size() && points.x.size() < most &&
         std::all_of(points.x.begin(), points.x.end(), near) &&
         std::all_of(points.y.begin(), points.y.end(), near);
}

/// Which of `count` slices from `low` holds a value; never decreases with it.
std::size_t slice(double value, double low, double per_metre, std::size_t count) {
  const double at = (value - low) * per_metre;
  return at <= 0 ? 0 : std::min(count - 1, static_cast<std::size_t>(at));
}

/// Cells as fine as the radius asks, but not many more than there are points.
plane_grid lay_out(const plane_points& points, double radius) {
  const auto [west, east] = std::minmax_element(points.x.begin(), points.x.end());
  const auto [south, north] = std::minmax_element(points.y.begin(), points.y.end());
  const double width = *east - *west;
  const double height = *north - *south;
  const auto count = static_cast<double>(points.x.size());
  const double side = std::max(
      {radius / cells_per_radius, std::sqrt(width * height / count), width / count, height / count, leeway});
  plane_grid made;
  made.west = *west;
  made.south = *south;
  made.per_metre = 1 / side;
  made.columns = static_cast<std::size_t>(width / side) + 1;
  made.rows = static_cast<std::size_t>(height / side) + 1;
  return made;
}

plane_grid sort_into_cells(const plane_points& points, double radius) {
  plane_grid made = lay_out(points, radius);
  const std::size_t count = points.x.size();
  std::vector<std::size_t> cell(count);
  made.starts.assign(made.columns * made.rows + 1, 0);
  for (std::size_t i = 0; i < count; ++i) {
    cell[i] = slice(points.y[i], made.south, made.per_metre, made.rows) * made.columns +
              slice(points.x[i], made.west, made.per_metre, made.columns);
    ++made.starts[cell[i] + 1];
  }
  for (std::size_t c = 1; c < made.starts.size(); ++c) made.starts[c] += made.starts[c - 1];
  made.ids.resize(count);
  made.x.resize(count);
  made.y.resize(count);
  std::vector<std::uint32_t> next = made.starts;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = next[cell[i]]++;
    made.ids[at] = static_cast<std::uint32_t>(i);
    made.x[at] = points.x[i];
    made.y[at] = points.y[i];
  }
  return made;
}

/// Says, row after row, where the cells begin and end that a circle can touch.
template <typename Visit>
void visit_rows(const plane_grid& in, double x, double y, double radius, const Visit& visit) {
  const double reach = radius + radius * 1e-9 + leeway;
  const std::size_t left = slice(x - reach, in.west, in.per_metre, in.columns);
  const std::size_t right = slice(x + reach, in.west, in.per_metre, in.columns);
  const std::size_t bottom = slice(y - reach, in.south, in.per_metre, in.rows);
  const std::size_t top = slice(y + reach, in.south, in.per_metre, in.rows);
  for (std::size_t row = bottom; row <= top; ++row)
    visit(in.starts[row * in.columns + left], in.starts[row * in.columns + right + 1]);
}

double square_between(double x, double y, double to_x, double to_y) {
  return (x - to_x) * (x - to_x) + (y - to_y) * (y - to_y);
}

std::uint64_t count_around(const plane_grid& in, double x, double y, double radius) {
  const double limit = radius * radius;
  std::uint64_t count = 0;
  visit_rows(in, x, y, radius, [&](std::size_t first, std::size_t last) {
    for (std::size_t k = first; k < last; ++k)
      count += square_between(in.x[k], in.y[k], x, y) <= limit ? 1U : 0U;
  });
  return count;
}

/// Each of a row is written down after those that are within; `room` has space for them all.
void list_around(const plane_grid& in, double x, double y, double radius, std::vector<std::uint32_t>& room,
                 std::vector<std::uint32_t>& origins) {
  const double limit = radius * radius;
  visit_rows(in, x, y, radius, [&](std::size_t first, std::size_t last) {
    std::uint32_t* next = room.data();
    for (std::size_t k = first; k < last; ++k) {
      *next = in.ids[k];
      next += square_between(in.x[k], in.y[k], x, y) <= limit ? 1 : 0;
    }
    origins.insert(origins.end(), room.data(), next);
  });
}

/// False when there are too many.
bool count_all(const plane_grid& in, const plane_points& facilities, double radius, access_pairs& made) {
  std::uint64_t count = 0;
  made.facility_starts.assign(1, 0);
  for (std::size_t j = 0; j < facilities.x.size(); ++j) {
    count += count_around(in, facilities.x[j], facilities.y[j], radius);
    if (count >= most) return false;
    made.facility_starts.push_back(static_cast<std::uint32_t>(count));
  }
  return true;
}

void list_all(const plane_grid& in, const plane_points& facilities, double radius, access_pairs& made) {
  std::vector<std::uint32_t> room(in.ids.size());
  made.origins.reserve(made.facility_starts.back());
  for (std::size_t j = 0; j < facilities.x.size(); ++j)
    list_around(in, facilities.x[j], facilities.y[j], radius, room, made.origins);
}

/// Facilities come in increasing order, hence stay so around each origin.
void list_by_origin(std::size_t origins, access_pairs& made) {
  made.origin_starts.assign(origins + 1, 0);
  for (const std::uint32_t i : made.origins) ++made.origin_starts[i + 1];
  for (std::size_t i = 0; i < origins; ++i) made.origin_starts[i + 1] += made.origin_starts[i];
  std::vector<std::uint32_t> next = made.origin_starts;
  made.facilities.resize(made.origins.size());
  for (std::size_t j = 0; j + 1 < made.facility_starts.size(); ++j)
    for (std::size_t k = made.facility_starts[j]; k < made.facility_starts[j + 1]; ++k)
      made.facilities[next[made.origins[k]]++] = static_cast<std::uint32_t>(j);
}

/// The same the other way round: now in increasing order.
void list_in_order(access_pairs& made) {
  std::vector<std::uint32_t> next = made.facility_starts;
  for (std::size_t i = 0; i + 1 < made.origin_starts.size(); ++i)
    for (std::size_t k = made.origin_starts[i]; k < made.origin_starts[i + 1]; ++k)
      made.origins[next[made.facilities[k]]++] = static_cast<std::uint32_t>(i);
}

}  // namespace

std::optional<access_pairs> find_access_pairs(const plane_points& origins, const plane_points& facilities,
                                              double radius) {
  if (!is_sound(origins) || !is_sound(facilities) || !(radius >= 0) || radius > access_farthest)
    return std::nullopt;
  access_pairs made;
  if (origins.x.empty()) {
    made.origin_starts.assign(1, 0);
    made.facility_starts.assign(facilities.x.size() + 1, 0);
    return made;
  }
  const plane_grid around = sort_into_cells(origins, radius);
  if (!count_all(around, facilities, radius, made)) return std::nullopt;
  list_all(around, facilities, radius, made);
  list_by_origin(origins.x.size(), made);
  list_in_order(made);
  return made;
}

std::vector<double> pair_distances(const access_pairs& pairs, const plane_points& origins,
                                   const plane_points& facilities) {
  std::vector<double> made(pairs.origins.size());
  for (std::size_t j = 0; j < facilities.x.size(); ++j)
    for (std::size_t pair = pairs.facility_starts[j]; pair < pairs.facility_starts[j + 1]; ++pair) {
      const std::uint32_t i = pairs.origins[pair];
      made[pair] = std::sqrt(square_between(origins.x[i], origins.y[i], facilities.x[j], facilities.y[j]));
    }
  return made;
}

}  // namespace aiguillage
