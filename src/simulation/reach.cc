#include "aiguillage/simulation/reach.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "aiguillage/coverage/access.h"
#include "network/builder.h"
#include "network/home.h"
#include "simulation/served.h"

namespace aiguillage {
namespace {

constexpr double pi = 3.14159265358979323846;
constexpr double metres_per_degree = 6371008.8 * pi / 180;  // of latitude, on the sphere of metres_between
constexpr double leeway = 1.01;  // for what the plane takes from arcs as long as the longest band
constexpr std::int64_t working_days = 5;

/// Where some people of an area live; a place knows them by its number.
struct origin {
  std::size_t area = 0;
  std::string commune;
  point at;
  double share = 0;  // of the people of the area
};

std::vector<origin> origins_of(const territory& land, const population& people) {
  const detail::first_sites sites = detail::first_sites_of(land);
  std::vector<origin> all;
  for (std::size_t area = 0; area < people.areas.size(); ++area) {
    std::vector<people_home> homes = people.areas[area].homes;
    if (homes.empty()) homes.push_back({people.areas[area].commune, std::nullopt, 1});
    std::int64_t sum = 0;
    for (const people_home& one : homes) sum += one.people;
    for (const people_home& one : homes)
      if (const auto at = detail::point_of_home(land, sites, one.at, one.commune); at && one.people > 0)
        all.push_back({area, one.commune, *at, static_cast<double>(one.people) / static_cast<double>(sum)});
  }
  return all;
}

/// A place where people are received, and what it may serve.
struct facility {
  actor_id who;
  point at;
  std::optional<int> minutes_a_day;
  detail::lanes serves;
};

/// Counts each place that may serve a dimension, and keeps those where people go.
std::vector<facility> facilities_of(const pack& rules, const territory& land, const scenario& told,
                                    territory_reach& result) {
  const detail::lanes_by_type by_type = detail::lanes_of(rules);
  std::vector<facility> all;
  for (std::size_t i = 0; i < land.actors.size(); ++i) {
    const actor& one = land.actors.items[i];
    const facility here{
        actor_id(i), {}, help_minutes_a_day(told, one), detail::lanes_at(rules, by_type, one)};
    const std::optional<point> at = one.at.known() ? land.sites[one.at].where : std::nullopt;
    for (std::size_t lane = 0; lane < result.size(); ++lane) {
      if (!here.serves[lane]) continue;
      dimension_reach& in = result[lane];
      if (here.minutes_a_day == 0)
        ++in.places_closed;
      else if (!detail::receives_in_person(one))
        ++in.places_remote;
      else if (!at)
        ++in.places_without_point;
      else if (!here.minutes_a_day)
        ++in.places_without_time;
      else
        ++in.places, in.minutes_a_week += working_days * *here.minutes_a_day;
    }
    if (!at || here.serves.none() || here.minutes_a_day == 0 || !detail::receives_in_person(one)) continue;
    all.push_back(here);
    all.back().at = *at;
  }
  return all;
}

/// A plane in which nobody is farther than on the sphere: east and west shrink as at the highest latitude.
struct plane {
  double shrink = 1;

  void add(plane_points& to, const point& at) const {
    to.x.push_back(at.longitude * metres_per_degree * shrink);
    to.y.push_back(at.latitude * metres_per_degree);
  }
};

/// Who is near whom: pairs, their whole metres, and their weights, 0 for those that are not near.
struct neighbours {
  access_pairs pairs;
  std::vector<double> metres;
  std::vector<double> weights;
};

/// Takes away the pairs of a place and those who live outside its zone.
void keep_to_zones(const pack& rules, const territory& land, const std::vector<origin>& homes,
                   const std::vector<facility>& places, neighbours& near) {
  const qualification nothing;
  situation person;
  person.facts = id_vector<fact_id, fact_value>(rules.facts.size());
  std::vector<std::uint32_t> next = near.pairs.facility_starts;
  for (std::size_t i = 0; i < homes.size(); ++i) {
    person.home = homes[i].at;
    person.home_commune = homes[i].commune;
    const detail::build_view view = detail::view_of(rules, land, person, nothing);
    for (std::size_t k = near.pairs.origin_starts[i]; k < near.pairs.origin_starts[i + 1]; ++k) {
      const std::size_t place = near.pairs.facilities[k];
      const std::size_t pair = next[place]++;
      if (detail::lives_in_zone(view, land.actors[places[place].who]) == tri::no) near.weights[pair] = 0;
    }
  }
}

std::optional<neighbours> neighbours_of(const std::vector<origin>& homes, const std::vector<facility>& places,
                                        const std::vector<reach_band>& bands) {
  plane flat;
  for (const origin& one : homes) flat.shrink = std::min(flat.shrink, std::cos(one.at.latitude * pi / 180));
  for (const facility& one : places)
    flat.shrink = std::min(flat.shrink, std::cos(one.at.latitude * pi / 180));
  plane_points from;
  plane_points to;
  for (const origin& one : homes) flat.add(from, one.at);
  for (const facility& one : places) flat.add(to, one.at);
  if (homes.empty() || places.empty() || bands.empty()) return std::nullopt;
  auto pairs = find_access_pairs(from, to, static_cast<double>(bands.back().metres) * leeway);
  if (!pairs) return std::nullopt;
  neighbours near{std::move(*pairs), {}, {}};
  for (std::size_t place = 0; place < places.size(); ++place)
    for (std::size_t k = near.pairs.facility_starts[place]; k < near.pairs.facility_starts[place + 1]; ++k)
      near.metres.push_back(std::round(metres_between(homes[near.pairs.origins[k]].at, places[place].at)));
  std::vector<access_band> steps;
  for (const reach_band& one : bands)
    steps.push_back({static_cast<double>(one.metres), static_cast<double>(one.percent_thousandths) / 100000});
  auto weights = band_weights(near.metres, steps);
  if (!weights) return std::nullopt;
  near.weights = std::move(*weights);
  return near;
}

/// All that the figures of one dimension are made of.
struct setting_of_reach {
  const population& people;
  const scenario& told;
  const std::vector<origin>& homes;
  const std::vector<facility>& places;
  const neighbours& near;
};

/// Minutes of help for each person, by home.
std::vector<double> minutes_by_home(const setting_of_reach& in, std::size_t lane) {
  double everybody = 0;
  for (const people_area& one : in.people.areas) everybody += static_cast<double>(one.people);
  access_world world;
  for (const origin& one : in.homes)
    world.population.push_back(static_cast<double>(in.people.areas[one.area].people) * one.share *
                               in.told.arrivals_a_week / std::max(everybody, 1.0));
  for (const facility& one : in.places)
    world.supply.push_back(
        one.serves[lane] ? static_cast<double>(working_days * one.minutes_a_day.value_or(0)) : 0);
  const auto scores = two_step_access(in.near.pairs, in.near.weights, world);
  return scores ? scores->access : std::vector<double>(in.homes.size());
}

constexpr double nobody = std::numeric_limits<double>::infinity();

/// Counts the places near each area, each once, and gives the metres to the nearest one of each home.
std::vector<double> look_around(const setting_of_reach& in, std::size_t lane,
                                std::vector<area_reach>& areas) {
  std::vector<double> nearest(in.homes.size(), nobody);
  std::vector<std::size_t> last(areas.size(), in.places.size());  // the last place counted there
  const auto& starts = in.near.pairs.facility_starts;
  for (std::size_t place = 0; place < in.places.size(); ++place) {
    const facility& one = in.places[place];
    for (std::size_t k = starts[place]; one.serves[lane] && k < starts[place + 1]; ++k) {
      if (in.near.weights[k] <= 0) continue;
      const std::size_t home = in.near.pairs.origins[k];
      const std::size_t area = in.homes[home].area;
      nearest[home] = std::min(nearest[home], in.near.metres[k]);
      if (last[area] == place) continue;
      last[area] = place;
      ++(one.minutes_a_day ? areas[area].places : areas[area].places_without_time);
    }
  }
  return nearest;
}

/// Sums over the homes of one area, or of all.
struct reach_sums {
  double known = 0;
  double near = 0;
  double minutes = 0;
  double metres = 0;

  void add(double nearest, double share, double help) {
    known += share;
    minutes += share * help;
    if (nearest == nobody) return;
    near += share;
    metres += share * nearest;
  }
};

void finish(const reach_sums& of, area_reach& made) {
  made.located = of.known > 0;
  if (of.known > 0 && made.places > 0) made.minutes = of.minutes / of.known;
  if (of.near > 0) made.nearest_metres = std::llround(of.metres / of.near);
  if (of.known > 0) made.share_without = of.near > 0 ? std::max(0.0, 1 - of.near / of.known) : 1;
}

void fill(const setting_of_reach& in, std::size_t lane, dimension_reach& into) {
  const std::vector<double> minutes = minutes_by_home(in, lane);
  into.areas.resize(in.people.areas.size());
  const std::vector<double> nearest = look_around(in, lane, into.areas);
  std::vector<reach_sums> sums(into.areas.size());
  double known = 0;
  double without = 0;
  double help = 0;
  for (std::size_t i = 0; i < in.homes.size(); ++i)
    sums[in.homes[i].area].add(nearest[i], in.homes[i].share, minutes[i]);
  for (std::size_t area = 0; area < sums.size(); ++area) {
    const auto people = static_cast<double>(in.people.areas[area].people);
    known += people * sums[area].known;
    without += people * (sums[area].known - sums[area].near);
    help += people * sums[area].minutes;
    finish(sums[area], into.areas[area]);
    if (into.areas[area].is_white()) ++into.white_zones;
  }
  if (known > 0 && into.places > 0) into.minutes = help / known;
  if (known > 0) into.share_without = std::max(0.0, without / known);
}

}  // namespace

territory_reach reach_of(const pack& rules, const territory& land, const population& people,
                         const scenario& told) {
  territory_reach result;
  const std::vector<origin> homes = origins_of(land, people);
  const std::vector<facility> places = facilities_of(rules, land, told, result);
  std::optional<neighbours> near = neighbours_of(homes, places, told.reach.bands);
  if (near)
    keep_to_zones(rules, land, homes, places, *near);
  else
    near = neighbours{};
  near->pairs.facility_starts.resize(places.size() + 1);
  near->pairs.origin_starts.resize(homes.size() + 1);
  for (std::size_t lane = 0; lane < result.size(); ++lane)
    fill({people, told, homes, places, *near}, lane, result[lane]);
  return result;
}

}  // namespace aiguillage
