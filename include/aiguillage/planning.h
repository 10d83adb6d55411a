#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "aiguillage/population.h"
#include "aiguillage/scenario.h"
#include "aiguillage/territory.h"

/// Where more places of a type would help most: the people of a scenario, what the rules of the pack let such a place do for
/// them, and the problems of siting/.
#pragma GCC visibility push(default)
namespace aiguillage {

/// What is best: that most people have a place within reach, or that people are as near to one as can be.
enum class siting_goal : std::uint8_t { cover, distance };

/// The goals as options and JSON name them, in the order of `siting_goal`.
inline constexpr std::array<const char*, 2> goal_names = {"cover", "distance"};

/// What is asked.
struct siting_request {
  actor_type_id type;
  std::size_t add = 1;
  std::int64_t within_metres = 5000;  // by road: as the crow flies times the detour of the territory
  siting_goal goal = siting_goal::cover;
};

/// People who live at one point and have a need that a place of the type could meet.
struct siting_demand {
  std::string commune;  // INSEE code; "" when it is not known
  point at;
  std::int64_t people = 0;
};

/// A place to open, and whom it adds, in the order in which each adds most after those before it.
struct new_place {
  std::size_t demand = 0;         // it stands where these people live
  std::int64_t newly_within = 0;  // people within reach of it and of none before it
};

/// The answer. Places of the type that exist stay open.
struct siting_plan {
  std::vector<siting_demand> demand;  // in the order of the points' first persons
  std::size_t existing = 0;           // places of the type with a point
  std::int64_t people = 0;            // with such a need
  std::int64_t within_before = 0;     // of these, within reach of a place of the type
  std::int64_t within_after = 0;
  std::int64_t metres_before = 0;  // sum over people of the way to the nearest place; 0 when none exists
  std::int64_t metres_after = 0;
  std::vector<new_place> places;
  double gap =
      0;  // by how much, relative, the best answer may be better in what is asked for; 0: this one is proved best
};

/// Draws the people of the first replication of the scenario, asks the rules whom a place of the type could help if it stood
/// beside them, and solves. Candidates are the points where people live. Fewer places come back than were asked for when there are
/// no more points.
[[nodiscard]] siting_plan site_places(const pack& rules, const territory& land, const population& people,
                                      const scenario& told, const siting_request& asked);

}  // namespace aiguillage
#pragma GCC visibility pop
