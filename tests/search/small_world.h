#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include "aiguillage/search/planner.h"

/// Small random worlds for the searches over needs, and their plans found by plain enumeration.
namespace small_world {

struct world {
  aiguillage::search::arc_lists<3> graph;
  aiguillage::search::need_rules needs;
  aiguillage::search::vertex home = 0;
};

/// What random worlds are like.
struct taste {
  std::size_t vertices = 5, needs = 3, arcs = 11;
  std::uint32_t greatest = 4;  // of a cost
  bool closing = false;        // doors that close when needs are met
};

/// The same world for the same state of the generator, on every machine.
[[nodiscard]] world random_world(std::mt19937_64& random, const taste& like);

/// A way from home to where all needs are met.
struct walk {
  std::array<std::uint32_t, 3> costs{};
  std::uint64_t weight = 0;
  std::vector<aiguillage::search::step> steps;
};

/// All walks that come back to no vertex without a need met since, in canonical order. No bound, no dominance. Empty and
/// `too_many` when there are more than `most` partial walks.
[[nodiscard]] std::vector<walk> all_walks(const world& in, const aiguillage::search::weights<3>& by,
                                          std::size_t most, bool& too_many);

/// The costs that no other walk's costs beat, in lexicographic order.
[[nodiscard]] std::vector<std::array<std::uint32_t, 3>> front_of(const std::vector<walk>& walks);

}  // namespace small_world
