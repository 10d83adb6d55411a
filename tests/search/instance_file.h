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
  bool coarse = false;  // 5 minutes, 1 day and 1 %; else 1 minute, 1 day and 0.1 %
};

/// The instance, or none and `error` = "file:line: what is wrong". Its lines: `AIG1 seed actors needs coarse arcs`, then
/// per need `need dimension before`, per actor `actor x y type serves`, `home x y`, per arc `arc from to mode minutes
/// days risk`; from = actors is home, which no arc enters.
[[nodiscard]] std::optional<instance> read(const std::string& path, std::string& error);
/// The same from a text, which errors call "text".
[[nodiscard]] std::optional<instance> parse(const std::string& text, std::string& error);

}  // namespace instance_file
