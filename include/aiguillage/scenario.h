#pragma once

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

/// A scenario file. Places without a capacity have time for everybody (assumed).
struct scenario {
  std::string id;
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
  std::vector<int>
      waiting_steps;  // days, ascending from 0: a wait enters routes as the greatest step that it reaches
};

/// The minutes a day of an actor; nullopt when the scenario says nothing of it.
[[nodiscard]] std::optional<int> help_minutes_a_day(const scenario& of, const actor& who);

}  // namespace aiguillage
#pragma GCC visibility pop
