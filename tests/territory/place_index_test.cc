#include "aiguillage/place_index.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "aiguillage/gazetteer.h"
#include "aiguillage/territory.h"
#include "load/support.h"
#include "table/columns.h"
#include "table/numbers.h"
#include "territory/shared_data.h"

namespace aiguillage {
namespace {

using ids = std::vector<std::uint32_t>;

ids brute_within(const std::vector<indexed_place>& all, const point& from, double metres) {
  ids found;
  for (const indexed_place& one : all)
    if (metres >= 2.1e7 || metres_between(from, one.where) <= metres) found.push_back(one.id);
  std::sort(found.begin(), found.end());
  return found;
}

ids within(const place_index& in, const point& from, double metres) {
  place_query query(in);
  const auto found = query.within(from, metres);
  return {found.begin(), found.end()};
}

struct box {
  double south, north, west, east;
};
constexpr std::array<box, 8> of_france = {{{41.3, 51.1, -5.1, 9.6},         // metropolitan
                                           {14.3, 18.2, -63.2, -60.8},      // the West Indies
                                           {2.1, 5.8, -54.6, -51.6},        // Guyane
                                           {-21.4, -20.8, 55.2, 55.9},      // La Réunion
                                           {-13.1, -12.6, 45.0, 45.3},      // Mayotte
                                           {46.7, 47.2, -56.4, -56.1},      // Saint-Pierre-et-Miquelon
                                           {-23, -19, 163, 168},            // Nouvelle-Calédonie
                                           {-14.4, -13.2, -178.3, -176}}};  // Wallis et Futuna

class random_points {
 public:
  explicit random_points(std::uint32_t seed) : random_(seed) {}

  double between(double low, double high) {
    return low + (high - low) * static_cast<double>(random_()) / 4294967295.0;
  }
  point in(const box& where) { return {between(where.south, where.north), between(where.west, where.east)}; }
  point in_france() { return in(of_france[between(0, 1) < 0.7 ? 0 : random_() % of_france.size()]); }
  point anywhere() { return in({-90, 90, -180, 180}); }
  double radius() { return std::pow(10, between(0, 7.35)); }

 private:
  std::mt19937 random_;
};

/// Every query from every kind of place agrees with looking at all places.
void expect_exact(const std::vector<indexed_place>& all, const std::vector<point>& origins,
                  random_points& random) {
  const auto index = index_places(all);
  ASSERT_TRUE(index);
  EXPECT_EQ(index->size(), all.size());
  place_query query(*index);
  for (const point& from : origins) {
    double metres = random.radius();
    if (!all.empty() && random.between(0, 1) < 0.3)  // a place on the border
      metres = metres_between(
          from,
          all[static_cast<std::size_t>(random.between(0, 1) * 0.99 * static_cast<double>(all.size()))].where);
    SCOPED_TRACE(std::to_string(from.latitude) + " " + std::to_string(from.longitude) + " " +
                 std::to_string(metres));
    const ids expected = brute_within(all, from, metres);
    const auto sorted = query.within(from, metres);
    ASSERT_EQ(ids(sorted.begin(), sorted.end()), expected);
    const auto unsorted = query.within_unsorted(from, metres);
    ids any(unsorted.begin(), unsorted.end());
    std::sort(any.begin(), any.end());
    ASSERT_EQ(any, expected);
    const std::size_t count = 1 + static_cast<std::size_t>(random.between(0, 12));
    std::vector<std::pair<double, std::uint32_t>> nearest;
    for (const indexed_place& one : all)
      if (std::binary_search(expected.begin(), expected.end(), one.id))
        nearest.emplace_back(metres_between(from, one.where), one.id);
    std::sort(nearest.begin(), nearest.end());
    nearest.resize(std::min(count, nearest.size()));
    std::vector<std::pair<double, std::uint32_t>> got;
    for (const near_place& one : query.nearest(from, count, metres)) got.emplace_back(one.metres, one.id);
    ASSERT_EQ(got, nearest);
  }
}

template <class Make>
std::vector<indexed_place> some_places(std::size_t count, const Make& make) {
  std::vector<indexed_place> all;
  for (std::size_t i = 0; i < count; ++i) all.push_back({static_cast<std::uint32_t>(i * 7), make()});
  return all;
}

TEST(PlaceIndex, AgreesWithLookingAtAllOfFrance) {
  random_points random(1);
  for (const std::size_t count : {1U, 2U, 10U, 300U, 5000U}) {
    const auto all = some_places(count, [&] { return random.in_france(); });
    std::vector<point> origins;
    for (int i = 0; i < 150; ++i) origins.push_back(random.in_france());
    for (int i = 0; i < 20; ++i) origins.push_back(all[static_cast<std::size_t>(i) % all.size()].where);
    expect_exact(all, origins, random);
  }
}

TEST(PlaceIndex, AgreesAnywhereOnEarth) {
  random_points random(2);
  for (const std::size_t count : {30U, 2000U}) {
    auto all = some_places(count, [&] { return random.anywhere(); });
    for (const double latitude : {-90.0, -89.999, 0.0, 89.999, 90.0})
      for (const double longitude : {-180.0, -179.999, 0.0, 179.999, 180.0})
        all.push_back({static_cast<std::uint32_t>(all.size() * 7), {latitude, longitude}});
    std::vector<point> origins;
    for (int i = 0; i < 150; ++i) origins.push_back(random.anywhere());
    for (int i = 0; i < 150; ++i) {
      origins.push_back({random.between(-1, 1) < 0 ? random.between(-90, -88) : random.between(88, 90),
                         random.between(-180, 180)});
      origins.push_back({random.between(-80, 80),
                         random.between(-1, 1) < 0 ? random.between(-180, -179) : random.between(179, 180)});
    }
    for (std::size_t i = all.size() - 25; i < all.size(); ++i) origins.push_back(all[i].where);
    expect_exact(all, origins, random);
  }
}

TEST(PlaceIndex, AgreesOnCrowdsAndLines) {
  random_points random(3);
  const std::vector<point> origins = [&] {
    std::vector<point> some{{48.85, 2.35}, {48.85, -177.65}, {-48.85, 2.35}};
    for (int i = 0; i < 60; ++i) some.push_back(random.in({48.8, 48.9, 2.3, 2.4}));
    return some;
  }();
  expect_exact(some_places(500, [] { return point{48.85, 2.35}; }), origins, random);
  expect_exact(some_places(500, [&] { return point{48.85, random.between(2.2, 2.5)}; }), origins, random);
  expect_exact(some_places(500, [&] { return point{random.between(48.7, 49), 2.35}; }), origins, random);
  expect_exact(some_places(3000, [&] { return random.in({48.84, 48.86, 2.34, 2.36}); }), origins, random);
  expect_exact({}, origins, random);
  std::vector<indexed_place> far_apart = some_places(400, [&] { return random.in({48.8, 48.9, 2.3, 2.4}); });
  for (indexed_place& one : far_apart) one.id = 4294967295U - one.id * 1000;
  expect_exact(far_apart, origins, random);
}

TEST(PlaceIndex, TakesTheBorderIn) {
  const std::vector<indexed_place> all{{4, {48.1, -1.6}}, {2, {48.2, -1.7}}, {9, {48.1, -1.6}}};
  const auto index = index_places(all);
  ASSERT_TRUE(index);
  const point from{48.0, -1.5};
  const double metres = metres_between(from, all[0].where);
  EXPECT_EQ(within(*index, from, metres), (ids{4, 9}));
  EXPECT_EQ(within(*index, from, std::nextafter(metres, 0.0)), ids{});
  EXPECT_EQ(within(*index, all[1].where, 0), ids{2});
  const auto doubled = index_places(std::vector<indexed_place>(20, {3, {48, 2}}));
  EXPECT_EQ(within(*doubled, {48, 2}, 1), ids(20, 3)) << "an id may be there twice";
  place_query query(*index);
  const auto found = query.nearest(from, 2, 1e9);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].id, 4U) << "as near: the smaller id first";
  EXPECT_EQ(found[1].id, 9U);
  EXPECT_EQ(found[0].metres, metres);
  EXPECT_TRUE(query.nearest(from, 0, 1e9).empty());
}

TEST(PlaceIndex, RefusesWhatIsNotOnEarth) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinity = std::numeric_limits<double>::infinity();
  for (const point& bad :
       {point{nan, 0}, point{0, nan}, point{infinity, 0}, point{90.1, 0}, point{0, -180.1}}) {
    EXPECT_FALSE(index_places({{1, {48, 2}}, {2, bad}}));
    const auto index = index_places({{1, {48, 2}}});
    ASSERT_TRUE(index);
    EXPECT_TRUE(within(*index, bad, 1e7).empty());
    EXPECT_TRUE(place_query(*index).nearest(bad, 3, infinity).empty());
  }
  const auto index = index_places({{1, {48, 2}}});
  EXPECT_TRUE(within(*index, {48, 2}, nan).empty());
  EXPECT_TRUE(within(*index, {48, 2}, -1).empty());
  EXPECT_EQ(within(*index, {-48, -178}, infinity), ids{1});
}

TEST(PlaceIndex, IsCompactAndAlwaysTheSame) {
  random_points random(4);
  const auto all = some_places(60000, [&] { return random.in_france(); });
  const auto index = index_places(all);
  ASSERT_TRUE(index);
  EXPECT_LE(index->bytes(), 24 * all.size());
  const auto again = index_places(all);
  EXPECT_EQ(again->ids, index->ids);
  EXPECT_EQ(again->starts, index->starts);
}

/// The points of the France Services of 2024.
std::vector<indexed_place> france_services(const std::filesystem::path& data, diagnostics& out) {
  std::vector<indexed_place> services;
  const bool read = table::read_named_columns(
      (data / "france_services/france_services_compact_2024.csv").string(), {}, {{"latitude"}, {"longitude"}},
      [&](const table::row& row, const table::columns& in, table::findings&) {
        const auto latitude = table::decimal(in.cell(row, 0)), longitude = table::decimal(in.cell(row, 1));
        ASSERT_TRUE(latitude && longitude) << row.line;
        services.push_back({static_cast<std::uint32_t>(row.line), {*latitude, *longitude}});
      },
      out);
  EXPECT_TRUE(read);
  return services;
}

/// Metropolitan France once: Paris, Lyon and Marseille by their districts.
std::vector<const commune*> metropolitan_communes(const gazetteer& land) {
  std::set<std::size_t> in_districts;
  for (const commune& one : land.communes)
    if (one.part_of.known()) in_districts.insert(one.part_of.index());
  EXPECT_EQ(in_districts.size(), 3U);
  std::vector<const commune*> result;
  for (std::size_t i = 0; i < land.communes.size(); ++i) {
    const commune& one = land.communes[commune_id(i)];
    const std::string& region = land.regions[one.region].code;  // overseas: 01 to 06, and three figures
    if (region.size() == 2 && region[0] != '0' && in_districts.count(i) == 0) result.push_back(&one);
  }
  return result;
}

/// Figures of the README beside the data: the part of the people of metropolitan France who live within some kilometres of
/// a France Services, and the mean; as the crow flies, from the town hall (where its point is not known, from the centre).
TEST(PlaceIndex, ReproducesTheCheckFiguresOfFrance) {
  const auto data = territory_tests::shared_data();
  if (!data) GTEST_SKIP() << "AIGUILLAGE_SHARED has no data";
  diagnostics found;
  const auto land = load_gazetteer(territory_tests::files_of_france(*data), found);
  const auto index = index_places(france_services(*data, found));
  ASSERT_TRUE(land && index) << load_tests::all_of(found);
  EXPECT_EQ(index->size(), 2845U);
  double people = 0, metres = 0;
  std::array<double, 3> near{};  // 5, 10, 20 km
  place_query query(*index);
  for (const commune* const one : metropolitan_communes(*land)) {
    const auto from = place_of(*one);
    if (!from || !one->population) continue;
    const auto nearest = query.nearest(*from, 1, 1e9);
    ASSERT_EQ(nearest.size(), 1U);
    people += *one->population;
    metres += nearest[0].metres * *one->population;
    for (std::size_t i = 0; i < near.size(); ++i)
      near[i] += nearest[0].metres <= 5000 * (1 << i) ? *one->population : 0;
  }
  const auto printed = [](double value, const char* format) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), format, value);
    return std::string(text.data());
  };
  EXPECT_EQ(printed(100 * near[0] / people, "%.1f"), "70.9");
  EXPECT_EQ(printed(100 * near[1] / people, "%.1f"), "93.9");
  EXPECT_EQ(printed(100 * near[2] / people, "%.1f"), "99.9");
  EXPECT_EQ(printed(metres / people / 1000, "%.2f"), "3.73");
}

}  // namespace
}  // namespace aiguillage
