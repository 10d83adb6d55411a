#pragma once

#include <optional>
#include <string>

#include "aiguillage/search/graph.h"
#include "aiguillage/search/needs.h"

/// Instances of the routing benchmark ("AIG1"), read strictly.
namespace instance_file {

/// A graph in minutes, days and risk, what one person needs of it, and what the criteria weigh. Arcs are numbered in the
/// order of the file.
struct instance {
  aiguillage::search::arc_lists<3> graph;
  aiguillage::search::need_rules needs;
  aiguillage::search::weights<3> weights{};
  aiguillage::search::vertex home = 0;
};

/// The instance, or none and `error` = "file:line: what is wrong". Its lines: `AIG1 seed actors needs coarse arcs`, then
/// per need `need dimension before`, per actor `actor x y type serves`, `home x y`, per arc `arc from to mode minutes
/// days risk`; from = actors is home, which no arc enters.
[[nodiscard]] std::optional<instance> read(const std::string& path, std::string& error);

}  // namespace instance_file
