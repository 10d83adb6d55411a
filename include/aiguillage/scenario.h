#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aiguillage/pack.h"
#include "aiguillage/territory.h"

/// What a simulation is told: where, whom, how long, and how much help there is.
#pragma GCC visibility push(default)
namespace aiguillage {

/// How many minutes of help a place has for people on each working day, Monday to Friday.
struct capacity {
  actor_type_id type;  // each place of this type
  std::string actor;   // or this one place, which comes before its type; "": none
  int minutes_a_day = 0;
  std::vector<std::string> sources;
};

/// Who says where people go.
enum class routing_policy : std::uint8_t {
  engine,   // the plans of `refer`
  habit,    // each helper sends on as helpers say that they do
  nearest,  // the nearest place, whatever it is, then the next
};

/// The policies as files and JSON name them, in the order of `routing_policy`.
inline constexpr std::array<const char*, 3> policy_names = {"engine", "habit", "nearest"};

/// What is known, or assumed, of people who are sent on without a plan; for the policies `habit` and `nearest`.
struct sending_habits {
  /// How often helpers send to a type of place.
  struct destination {
    actor_type_id type;  // unknown: the operator of a need that is left
    std::int64_t share = 0;
  };
  std::vector<destination> destinations;
  std::vector<std::int64_t> modes;  // how often they hand over in each mode, by mode
  int most_doors = 0;               // after so many doors a person gives up
  int minutes_in_vain = 0;          // of a helper who cannot help
  std::vector<std::string> sources;
};

/// What a place counts for people who live up to so many metres away, as the crow flies.
struct reach_band {
  std::int64_t metres = 0;
  std::int64_t percent_thousandths = 0;
};

/// How far help is taken to reach: bands outwards; beyond the last one a place counts for nobody. The default is assumed: 8 km
/// are some 30 minutes by car in the travel model, as the label of the France services offices has it (knowledge E023).
struct reach_assumption {
  std::vector<reach_band> bands = {{2000, 100000}, {4000, 60000}, {8000, 30000}};
  std::vector<std::string> sources = {"assumed"};
};

/// A scenario file. Places without a capacity have time for everybody (assumed).
struct scenario {
  std::string id;
  std::string hash;  // 16 hexadecimal digits over what the file says
  text title;
  std::vector<std::string> packs;  // folders of local packs, from that of the scenario
  std::string territory;           // folder, from the same
  std::string population;          // file, from the same
  int arrivals_a_week = 0;         // persons who ask for help for the first time
  std::vector<std::string> arrival_sources;
  int weeks = 1;
  int replications = 1;
  std::uint64_t seed = 1;
  std::vector<capacity> capacities;
  routing_policy policy = routing_policy::engine;
  std::optional<sending_habits> habits;
  std::vector<int>
      waiting_steps;  // days, ascending from 0: a wait enters routes as the greatest step that it reaches
  reach_assumption reach;
};

/// The minutes a day of an actor; nullopt when the scenario says nothing of it.
[[nodiscard]] std::optional<int> help_minutes_a_day(const scenario& of, const actor& who);

}  // namespace aiguillage
#pragma GCC visibility pop
