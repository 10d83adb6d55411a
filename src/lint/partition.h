#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "lint/reason.h"

namespace aiguillage::lint {

/// One thing that may vary: a fact, the procedure, the urgency, or the certain needs, with what the conditions that
/// look at it can tell apart.
struct variable {
  std::vector<condition_id> atoms;
  std::set<std::vector<tri>> classes;  // each: the truth of every atom
};

struct partition {
  std::vector<variable> variables;
  std::map<condition_id, std::pair<std::size_t, std::size_t>> atoms;  // variable, place in it
};

/// The partition of all situations by the conditions under these roots; nullopt when one variable has too many classes.
[[nodiscard]] std::optional<partition> partition_of(const pack& rules, const surroundings& around,
                                                    const std::vector<demand>& roots);

}  // namespace aiguillage::lint
