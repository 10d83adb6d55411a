#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "aiguillage/id.h"
#include "aiguillage/text.h"

/// A common evaluation grid: a few short questions, each answered with 0, 1 or 2, that give one value of one fact.
#pragma GCC visibility push(default)
namespace aiguillage {

/// One question of a grid; its answers count 0, 1, 2 in this order.
struct grid_item {
  std::string id;
  text question;
  std::vector<text> answers;
};

/// How many items may have an answer of one kind.
struct grid_count {
  std::size_t least = 0;
  std::size_t most = std::numeric_limits<std::size_t>::max();
};

/// One line of the rule: the value, when the counts of 0 and of 2 are within these bounds.
struct grid_result {
  std::size_t value = 0;  // index into the values of the fact
  grid_count zeros;
  grid_count twos;
};

/// The fact that it settles is not known when there is no grid.
struct evaluation_grid {
  fact_id settles;
  text title;
  std::vector<std::string> sources;
  std::vector<grid_item> items;
  std::vector<grid_result> results;  // the first that fits decides
};

/// The value that the answers give, one for each item; nullopt when an item was not answered or no line fits.
[[nodiscard]] std::optional<std::size_t> grid_value(const evaluation_grid& grid,
                                                    const std::vector<std::optional<int>>& answers);

}  // namespace aiguillage
#pragma GCC visibility pop
