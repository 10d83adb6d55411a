// places_bench [--rounds N] [--data FOLDER] [--metres M]: an index of 60,000 places beside the R-tree of Boost.Geometry, each
// round one after the other: both are built, then asked for the ids within M metres (15,000) of 35,000 points,
// sorted and unsorted.
// Places and points lie at random in France, in towns and outside, overseas too; with a folder they are those of
// actors/acteurs_france.csv (each once, evenly left out) and the centres of communes/communes_2026.csv.
// One line a goal: name ours=… peer=… ratio=… goal=… ok|short. Times of the processor, medians; ratios medians of those inside each round.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point.hpp>
#include <boost/geometry/index/rtree.hpp>

#include "aiguillage/place_index.h"
#include "table/columns.h"
#include "table/numbers.h"

namespace {

using namespace aiguillage;

constexpr std::size_t place_count = 60000;
constexpr std::size_t origin_count = 35000;
constexpr double degree = 3.14159265358979323846 / 180;
constexpr double earth_radius = 6371008.8;

struct instance {
  std::vector<indexed_place> places;
  std::vector<point> origins;
};

/// 400 towns; of places three in five, of origins two in five are near one. One in fifty is overseas.
instance random_instance() {
  std::mt19937 random(20261122);
  const auto between = [&](double low, double high) {
    return low + (high - low) * static_cast<double>(random()) / 4294967295.0;
  };
  const auto anywhere = [&]() -> point {
    if (random() % 50 == 0) return {between(-21.4, -20.8), between(55.2, 55.9)};
    return {between(42.5, 51), between(-4.5, 8)};
  };
  std::vector<point> towns;
  for (int i = 0; i < 400; ++i) towns.push_back(anywhere());
  const auto near_towns = [&](unsigned fifths) {
    point where = anywhere();
    if (random() % 5 < fifths) where = towns[random() % towns.size()];
    return point{where.latitude + between(-0.05, 0.05) + between(-0.05, 0.05),
                 where.longitude + between(-0.07, 0.07) + between(-0.07, 0.07)};
  };
  instance result;
  for (std::size_t i = 0; i < place_count; ++i)
    result.places.push_back({static_cast<std::uint32_t>(i), near_towns(3)});
  for (std::size_t i = 0; i < origin_count; ++i) result.origins.push_back(near_towns(2));
  return result;
}

std::vector<point> points_of(const std::string& file) {
  std::vector<point> result;
  diagnostics out;
  const bool read = table::read_named_columns(
      file, {}, {{"latitude"}, {"longitude"}},
      [&](const table::row& row, const table::columns& in, table::findings&) {
        const auto latitude = table::decimal(in.cell(row, 0)), longitude = table::decimal(in.cell(row, 1));
        if (latitude && longitude) result.push_back({*latitude, *longitude});
      },
      out);
  for (const diagnostic& one : out) std::fprintf(stderr, "%s\n", to_string(one, language::en).c_str());
  if (!read) std::exit(3);
  return result;
}

instance instance_of(const std::string& folder) {
  const std::vector<point> actors = points_of(folder + "/actors/acteurs_france.csv");
  instance result;
  result.origins = points_of(folder + "/communes/communes_2026.csv");
  const std::size_t count = std::min(place_count, actors.size());
  for (std::size_t i = 0; i < count; ++i)
    result.places.push_back({static_cast<std::uint32_t>(i), actors[i * actors.size() / count]});
  return result;
}

/// The peer, as fast as we know how to use it: packed, queried by the box of the circle, then the chord between unit
/// vectors that it stores, which needs no trigonometry.
struct chord_value {
  double x, y, z;
  std::uint32_t id;
};
using flat = boost::geometry::model::point<double, 2, boost::geometry::cs::cartesian>;
using flat_box = boost::geometry::model::box<flat>;
using value = std::pair<flat, chord_value>;
struct place_of_value {
  using result_type = const flat&;
  result_type operator()(const value& one) const { return one.first; }
};
using rtree = boost::geometry::index::rtree<value, boost::geometry::index::rstar<16>, place_of_value>;

chord_value chord_of(const point& where, std::uint32_t id) {
  const double latitude = where.latitude * degree, longitude = where.longitude * degree;
  return {std::cos(latitude) * std::cos(longitude), std::cos(latitude) * std::sin(longitude),
          std::sin(latitude), id};
}

void peer_within(const rtree& tree, const point& from, double metres, std::vector<std::uint32_t>& found) {
  found.clear();
  const double reach = metres / earth_radius;
  const double up = reach / degree * (1 + 1e-9);
  const double side = std::asin(std::sin(reach) / std::cos(from.latitude * degree)) / degree * (1 + 1e-9);
  const flat_box around(flat(from.longitude - side, from.latitude - up),
                        flat(from.longitude + side, from.latitude + up));
  const chord_value here = chord_of(from, 0);
  const double most = 4 * std::pow(std::sin(reach / 2), 2);
  for (auto at = tree.qbegin(boost::geometry::index::intersects(around)); at != tree.qend(); ++at) {
    const chord_value& there = at->second;
    const double x = there.x - here.x, y = there.y - here.y, z = there.z - here.z;
    if (x * x + y * y + z * z <= most) found.push_back(there.id);
  }
}

/// Of the processor, so that others on the machine count less.
template <class Work>
double milliseconds(const Work& work) {
  const std::clock_t start = std::clock();
  work();
  return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

double median(std::vector<double> all) {
  std::sort(all.begin(), all.end());
  return all.size() % 2 == 1 ? all[all.size() / 2] : (all[all.size() / 2 - 1] + all[all.size() / 2]) / 2;
}

struct times {
  std::vector<double> ours, peer;

  [[nodiscard]] double ratio() const {
    std::vector<double> each;
    for (std::size_t i = 0; i < ours.size(); ++i) each.push_back(peer[i] / ours[i]);
    return median(each);
  }
};

int status = 0;

void report(const char* name, const times& of, double goal) {
  const bool good = of.ratio() >= goal;
  status = good ? status : 1;
  std::printf("%s ours=%.2fms peer=%.2fms ratio=%.1f goal=%.0f %s\n", name, median(of.ours), median(of.peer),
              of.ratio(), goal, good ? "ok" : "short");
}

void report_alone(const char* name, double ours, const char* unit, double most) {
  const bool good = ours <= most;
  status = good ? status : 1;
  std::printf("%s ours=%.2f%s peer=- ratio=%.1f goal=%.0f%s %s\n", name, ours, unit, most / ours, most, unit,
              good ? "ok" : "short");
}

void measure(const instance& given, double metres, int rounds) {
  times build, sorted, unsorted;
  std::vector<std::uint32_t> found;
  std::size_t ours = 0, theirs = 0, bytes = 0;
  for (int round = 0; round < rounds; ++round) {
    std::optional<place_index> index;
    build.ours.push_back(milliseconds([&] { index = index_places(given.places); }));
    if (!index) std::exit(3);
    bytes = index->bytes();
    std::unique_ptr<rtree> tree;
    build.peer.push_back(milliseconds([&] {
      std::vector<value> values;
      for (const indexed_place& one : given.places)
        values.emplace_back(flat(one.where.longitude, one.where.latitude), chord_of(one.where, one.id));
      tree = std::make_unique<rtree>(values);
    }));
    const auto all = [&](const auto& ask, std::size_t& count) {
      count = 0;
      return milliseconds([&] {
        for (const point& from : given.origins) count += ask(from);
      });
    };
    place_query query(*index);
    const auto peer = [&](const point& from) {
      return peer_within(*tree, from, metres, found), found.size();
    };
    const auto peer_sorted = [&](const point& from) {
      peer(from);
      std::sort(found.begin(), found.end());
      return found.size();
    };
    sorted.ours.push_back(all([&](const point& from) { return query.within(from, metres).size(); }, ours));
    sorted.peer.push_back(all(peer_sorted, theirs));
    unsorted.ours.push_back(
        all([&](const point& from) { return query.within_unsorted(from, metres).size(); }, ours));
    unsorted.peer.push_back(all(peer, theirs));
  }
  std::printf("places=%zu origins=%zu metres=%.0f found=%zu (%.1f each), the peer %zu\n", given.places.size(),
              given.origins.size(), metres, ours,
              static_cast<double>(ours) / static_cast<double>(given.origins.size()), theirs);
  if (ours != theirs) status = 1;
  report_alone("places_build", median(build.ours), "ms", 3);
  report_alone("places_bytes", static_cast<double>(bytes) / static_cast<double>(given.places.size()), "B",
               24);
  report_alone("places_within", median(sorted.ours), "ms", 100);
  report("places_build_beside_rtree", build, 2);
  report("places_within_beside_rtree", sorted, 2);
  report("places_within_unsorted_beside_rtree", unsorted, 2);
}

}  // namespace

int main(int count, char** words) {
  int rounds = 11;
  double metres = 15000;
  std::string folder;
  for (int i = 1; i + 1 < count; i += 2) {
    const std::string name = words[i];
    if (name == "--rounds") rounds = std::max(1, std::atoi(words[i + 1]));
    if (name == "--metres") metres = std::atof(words[i + 1]);
    if (name == "--data") folder = words[i + 1];
  }
  measure(folder.empty() ? random_instance() : instance_of(folder), metres, rounds);
  return status;
}
