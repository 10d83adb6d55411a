#include "aiguillage/place_index.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "aiguillage/territory.h"

namespace aiguillage {
namespace {

constexpr double degree = 3.14159265358979323846 / 180.0;
constexpr double earth_radius = 6371008.8;  // that of metres_between
constexpr double half_way_round = 180 * degree * earth_radius;
constexpr std::size_t most_bins = 1U << 15U;

bool on_earth(const point& where) {  // false for what is not a number
  return std::abs(where.latitude) <= 90 && std::abs(where.longitude) <= 180;
}

/// The place of a value among `count` slices; the same steps for what is stored and what is looked for, so that order holds.
std::size_t slice_of(double value, double least, double per_degree, std::size_t count) {
  const double at = (value - least) * per_degree;
  if (!(at > 0)) return 0;
  return at < static_cast<double>(count) ? static_cast<std::size_t>(at) : count - 1;
}

std::size_t bin_of(const place_index& in, double latitude) {
  return slice_of(latitude, in.south, in.bins_per_degree, in.band_of_bin.size());
}

std::size_t cell_of(const place_index::band& in, double longitude) {
  return in.first_cell + slice_of(longitude, in.west, in.cells_per_degree, in.cells);
}

const place_index::band& band_at(const place_index& in, double latitude) {
  return in.bands[in.band_of_bin[bin_of(in, latitude)]];
}

/// Slices of latitude, joined into bands. A question costs something for each band that it crosses and for each place to its
/// north and south: 2.5 is where both are even for 60,000 places in France and 15 km.
void make_bands(const std::vector<indexed_place>& places, place_index& into) {
  const auto [low, high] = std::minmax_element(
      places.begin(), places.end(),
      [](const indexed_place& a, const indexed_place& b) { return a.where.latitude < b.where.latitude; });
  const std::size_t bins = std::clamp<std::size_t>(places.size() / 8, 1, most_bins);
  into.south = low->where.latitude;
  const double range = high->where.latitude - into.south;
  into.bins_per_degree = range > 0 ? static_cast<double>(bins) / range : 0;
  into.band_of_bin.assign(bins, 0);
  std::vector<std::uint32_t> held(bins);
  for (const indexed_place& one : places) ++held[bin_of(into, one.where.latitude)];
  const auto enough = static_cast<std::size_t>(2.5 * std::sqrt(static_cast<double>(places.size())));
  std::size_t in_band = 0;
  std::uint16_t band = 0;
  for (std::size_t bin = 0; bin < bins; ++bin) {
    if (in_band > enough) {
      ++band;
      in_band = 0;
    }
    into.band_of_bin[bin] = band;
    in_band += held[bin];
  }
  into.bands.resize(band + std::size_t{1});
}

/// Two places a cell on average.
void make_cells(const std::vector<indexed_place>& places, place_index& into) {
  struct extent {
    double south = 90, north = -90, west = 180, east = -180;
    std::size_t count = 0;
  };
  std::vector<extent> extents(into.bands.size());
  for (const indexed_place& one : places) {
    extent& in = extents[into.band_of_bin[bin_of(into, one.where.latitude)]];
    in.south = std::min(in.south, one.where.latitude);
    in.north = std::max(in.north, one.where.latitude);
    in.west = std::min(in.west, one.where.longitude);
    in.east = std::max(in.east, one.where.longitude);
    ++in.count;
  }
  std::uint32_t cells = 0;
  for (std::size_t i = 0; i < extents.size(); ++i) {
    const extent& in = extents[i];
    const auto count = static_cast<std::uint32_t>(in.count / 2 + 1);
    const double scale = in.east > in.west ? count / (in.east - in.west) : 0;
    into.bands[i] = {in.south, in.north, in.west, scale, cells, count};
    cells += count;
  }
  into.starts.assign(cells + std::size_t{1}, 0);
}

/// A counting sort by cell, which keeps the order of the places inside each.
void fill_cells(const std::vector<indexed_place>& places, place_index& into) {
  std::vector<std::uint32_t> cells;
  cells.reserve(places.size());
  for (const indexed_place& one : places) {
    cells.push_back(
        static_cast<std::uint32_t>(cell_of(band_at(into, one.where.latitude), one.where.longitude)));
    ++into.starts[cells.back() + std::size_t{1}];
  }
  for (std::size_t i = 1; i < into.starts.size(); ++i) into.starts[i] += into.starts[i - 1];
  std::vector<std::uint32_t> next(into.starts.begin(), into.starts.end() - 1);
  into.latitudes.resize(places.size());
  into.longitudes.resize(places.size());
  into.ids.resize(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::uint32_t at = next[cells[i]]++;
    into.latitudes[at] = places[i].where.latitude;
    into.longitudes[at] = places[i].where.longitude;
    into.ids[at] = places[i].id;
  }
}

/// Whether ids can be sorted by a bit each.
void mark_ids(place_index& into) {
  into.greatest_id = *std::max_element(into.ids.begin(), into.ids.end());
  into.dense = into.greatest_id / 64 <= into.size();
  if (!into.dense) return;
  std::vector<bool> seen(into.greatest_id + std::size_t{1});
  for (const std::uint32_t id : into.ids) {
    into.dense = into.dense && !seen[id];
    seen[id] = true;
  }
}

/// A circle, and how to tell without trigonometry that a place is in it or not.
///
/// With x and y the differences of latitude and longitude, the haversine of a distance is sin²(x/2) + c0 c sin²(y/2), where
/// c0 and c are the cosines of both latitudes. From t² (1 - t²/12) <= 4 sin²(t/2) <= t² and the bounds of c in the circle,
/// whose haversine is h: a place is in it when x² + k y² <= 4h with the greatest k = c0 c, and is not in it when
/// x² + k y² > 4h / (1 - t²/12) with the least k and the greatest t. In between, it is measured.
struct circle {
  point from;
  double metres = 0;
  double reach = 0;        // in latitude, degrees
  bool everywhere = true;  // the bounds do not hold: all longitudes, and every place is measured
  double most_k = 0, least_k = 0;
  double sure = 0, possible = 0;  // degrees²
};

circle circle_around(const point& from, double metres) {
  constexpr double margin = 1e-9;  // far above what rounding does, far below what measuring costs
  circle result{from, metres};
  const double reach = metres / earth_radius;
  result.reach = reach / degree * (1 + margin) + margin;
  const double north = std::abs(from.latitude) * degree;
  const double least_cosine = std::cos(north + reach);
  if (metres < 1e-3 || reach > 0.5 || north + reach > 89 * degree) return result;
  const double sideways = std::sin(reach) / std::cos(north);
  if (sideways > 0.5) return result;
  const double widest = std::asin(sideways);
  if (std::abs(from.longitude) + widest / degree * (1 + margin) > 180) return result;
  const double sine = std::sin(reach / 2);
  const double curve = 1 - widest * widest / 12;  // widest >= reach
  result.everywhere = false;
  result.most_k = std::cos(north) * std::cos(std::max(0.0, north - reach));
  result.least_k = std::cos(north) * least_cosine;
  result.sure = 4 * sine * sine * (1 - margin) / (degree * degree);
  result.possible = 4 * sine * sine * (1 + margin) / curve / (degree * degree);
  return result;
}

/// Where the places of a circle stand in the index; what holds them only grows.
struct gathering {
  const place_index& in;
  circle around;
  std::vector<std::uint32_t>& into;
  std::size_t count = 0;

  [[nodiscard]] bool measured(std::size_t at) const {
    return metres_between(around.from, {in.latitudes[at], in.longitudes[at]}) <= around.metres;
  }
  void make_room(std::size_t more) {
    if (into.size() < count + more) into.resize(std::max(count + more, into.size() * 2));
  }
  void take_all(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) into[count++] = static_cast<std::uint32_t>(i);
  }
  void take_inside(std::size_t begin, std::size_t end);
  void take_measured(std::size_t begin, std::size_t end);
};

void gathering::take_inside(std::size_t begin, std::size_t end) {
  const circle bounds = around;
  std::size_t next = count;
  for (std::size_t i = begin; i < end; ++i) {
    const double x = in.latitudes[i] - bounds.from.latitude;
    const double y = in.longitudes[i] - bounds.from.longitude;
    bool inside = x * x + bounds.least_k * (y * y) <= bounds.possible;
    if (inside && x * x + bounds.most_k * (y * y) > bounds.sure) inside = measured(i);
    into[next] = static_cast<std::uint32_t>(i);
    next += inside ? 1U : 0U;
  }
  count = next;
}

void gathering::take_measured(std::size_t begin, std::size_t end) {
  make_room(end - begin);
  for (std::size_t i = begin; i < end; ++i)
    if (measured(i)) into[count++] = static_cast<std::uint32_t>(i);
}

/// The places of a band that may be in the circle; those in cells that are wholly inside are taken as they are.
void take_band(const place_index::band& one, gathering& to) {
  const circle& around = to.around;
  const double below = one.south - around.from.latitude;
  const double above = one.north - around.from.latitude;
  const double near = std::max({0.0, below, -above});
  const double left = around.possible - near * near;
  if (left < 0) return;
  const std::vector<std::uint32_t>& starts = to.in.starts;
  const auto cell = [&](double y) { return cell_of(one, around.from.longitude + y); };
  const double outer = std::sqrt(left / around.least_k) * (1 + 1e-12) + 1e-12;
  const std::size_t begin = starts[cell(-outer)], end = starts[cell(outer) + 1];
  to.make_room(end - begin);
  const double far = std::max(std::abs(below), std::abs(above));
  const double inner =
      std::sqrt(std::max(0.0, (around.sure - far * far) / around.most_k)) * (1 - 1e-12) - 1e-12;
  // A place in a cell beyond that of a longitude lies beyond that longitude.
  const std::size_t first = inner > 0 ? cell(-inner) + 1 : 0;
  const std::size_t last = inner > 0 ? cell(inner) : 0;
  if (first >= last) return to.take_inside(begin, end);
  to.take_inside(begin, starts[first]);
  to.take_all(starts[first], starts[last]);
  to.take_inside(starts[last], end);
}

/// Calls on each band that may hold places of the circle.
template <class Call>
void each_band(const place_index& in, const circle& around, const Call& call) {
  const std::size_t first = in.band_of_bin[bin_of(in, around.from.latitude - around.reach)];
  const std::size_t last = in.band_of_bin[bin_of(in, around.from.latitude + around.reach)];
  for (std::size_t i = first; i <= last; ++i) call(in.bands[i]);
}

/// Where in the index the places of a circle stand: so many of `found`, which only grows.
std::size_t find_positions(const place_index& in, const point& from, double metres,
                           std::vector<std::uint32_t>& found) {
  if (in.size() == 0 || !on_earth(from) || !(metres >= 0)) return 0;
  const bool all = metres >= half_way_round;
  gathering to{in, circle_around(from, all ? 0 : metres), found};
  if (all) {
    to.make_room(in.size());
    to.take_all(0, in.size());
    return to.count;
  }
  each_band(in, to.around, [&](const place_index::band& one) {
    if (to.around.everywhere)
      to.take_measured(in.starts[one.first_cell], in.starts[one.first_cell + one.cells]);
    else
      take_band(one, to);
  });
  return to.count;
}

}  // namespace

std::size_t place_index::bytes() const {
  const auto of = [](const auto& all) { return all.capacity() * sizeof(all[0]); };
  return sizeof(place_index) + of(band_of_bin) + of(bands) + of(starts) + of(latitudes) + of(longitudes) +
         of(ids);
}

std::optional<place_index> index_places(const std::vector<indexed_place>& places) {
  place_index result;
  if (places.size() > 0xFFFFFFFEU) return std::nullopt;
  if (!std::all_of(places.begin(), places.end(),
                   [](const indexed_place& one) { return on_earth(one.where); }))
    return std::nullopt;
  if (places.empty()) return result;
  make_bands(places, result);
  make_cells(places, result);
  fill_cells(places, result);
  mark_ids(result);
  return result;
}

std::span<const std::uint32_t> place_query::within_unsorted(const point& from, double metres) {
  const std::size_t count = find_positions(in_, from, metres, found_);
  for (std::size_t i = 0; i < count; ++i) found_[i] = in_.ids[found_[i]];
  return {found_.data(), count};
}

/// Sorts the ids of `count` positions by a bit an id, and a bit for each 64 of these.
void place_query::sort_by_marks(std::size_t count) {
  marks_.resize(in_.greatest_id / 64 + std::size_t{1});
  marked_.resize(marks_.size() / 64 + 1);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t id = in_.ids[found_[i]];
    marks_[id / 64] |= std::uint64_t{1} << id % 64;
    marked_[id / 4096] |= std::uint64_t{1} << id / 64 % 64;
  }
  std::size_t next = 0;
  for (std::size_t i = 0; i < marked_.size(); ++i)
    for (std::uint64_t words = std::exchange(marked_[i], 0U); words != 0; words &= words - 1) {
      const std::size_t word = i * 64 + static_cast<std::size_t>(std::countr_zero(words));
      for (std::uint64_t bits = std::exchange(marks_[word], 0U); bits != 0; bits &= bits - 1)
        found_[next++] =
            static_cast<std::uint32_t>(word * 64) + static_cast<std::uint32_t>(std::countr_zero(bits));
    }
}

std::span<const std::uint32_t> place_query::within(const point& from, double metres) {
  const std::size_t count = find_positions(in_, from, metres, found_);
  if (in_.dense && count > 8 && in_.greatest_id / 4096 <= 2 * count) {
    sort_by_marks(count);
  } else {
    for (std::size_t i = 0; i < count; ++i) found_[i] = in_.ids[found_[i]];
    std::sort(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(count));
  }
  return {found_.data(), count};
}

std::span<const near_place> place_query::nearest(const point& from, std::size_t count, double metres) {
  near_.clear();
  std::size_t within = 0;
  for (double reach = 1000; count > 0; reach *= 2) {  // circles that grow until they hold enough
    within = find_positions(in_, from, std::min(reach, metres), found_);
    if (within >= count || !(reach < std::min(metres, half_way_round))) break;
  }
  for (std::size_t i = 0; i < within; ++i) {
    const std::uint32_t at = found_[i];
    near_.push_back({in_.ids[at], metres_between(from, {in_.latitudes[at], in_.longitudes[at]})});
  }
  const auto nearer = [](const near_place& a, const near_place& b) {
    return a.metres != b.metres ? a.metres < b.metres : a.id < b.id;
  };
  const std::size_t kept = std::min(count, near_.size());
  std::partial_sort(near_.begin(), near_.begin() + static_cast<std::ptrdiff_t>(kept), near_.end(), nearer);
  return {near_.data(), kept};
}

}  // namespace aiguillage
