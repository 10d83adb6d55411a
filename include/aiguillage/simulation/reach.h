#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "aiguillage/pack.h"
#include "aiguillage/population.h"
#include "aiguillage/scenario.h"
#include "aiguillage/territory.h"

/// How much help is near where people live, and where there is none: floating catchment areas (coverage/access.h) over the areas of a
/// population. Nobody is drawn: figures are of places and of what a scenario declares, so nothing in them tells of a person.
#pragma GCC visibility push(default)
namespace aiguillage {

/// Help of one dimension near one area.
struct area_reach {
  bool located = false;  // it is known where some of its people live
  std::optional<double>
      minutes;              // of help for each person who comes; none: no place with a declared time is near
  std::int64_t places = 0;  // with a declared time, near any of its homes
  std::int64_t places_without_time = 0;  // as near, but nobody says how much time they have
  std::optional<std::int64_t>
      nearest_metres;        // to the nearest of all these: a mean over the people who have one
  double share_without = 0;  // of its people whose home is known: nobody is near

  /// A white zone: no place is near any home.
  [[nodiscard]] bool is_white() const { return located && places + places_without_time == 0; }
};

/// Help of one dimension in a territory. Each place that may serve it is counted exactly once.
struct dimension_reach {
  std::int64_t places = 0;               // where people are received, with a declared time
  std::int64_t places_without_time = 0;  // where people are received; the scenario says of no time
  std::int64_t places_closed = 0;        // with no minute a day
  std::int64_t places_remote = 0;  // by phone, online, by post or at home: they are near everybody or nobody
  std::int64_t places_without_point = 0;
  std::int64_t minutes_a_week =
      0;  // of the places counted first; a place that serves two dimensions has them in both
  std::optional<double> minutes;  // as of an area, over the people of all areas where some home is known
  double share_without = 0;       // of these people
  std::int64_t white_zones = 0;   // areas
  std::vector<area_reach> areas;  // of the population
};

/// By dimension.
using territory_reach = std::array<dimension_reach, dimension_names.size()>;

/// Enhanced two-step floating catchment areas (Luo and Qi 2009): supply is the minutes a week of each place that may serve some need
/// of the dimension by the pack, demand the people who come in a week, each area sending as many as it has people, distances
/// are the crow's flight in whole metres from the homes of an area and count as `told.reach` says. Who lives outside the zone that
/// a place serves is not near it. A home is where the population has it, else at the first site of its commune, else where
/// the territory has the commune.
[[nodiscard]] territory_reach reach_of(const pack& rules, const territory& land, const population& people,
                                       const scenario& told);

}  // namespace aiguillage
#pragma GCC visibility pop
