#pragma once

#include <cstdint>
#include <vector>

#include "network/builder.h"

/// What lies out of a person's reach, and when it matters all the same.
namespace aiguillage::detail {

/// Metres beyond which a place is out of reach by any means, and more than what is walked when the means are not known.
[[nodiscard]] double greatest_reach(const travel_model& model);

/// Metres within which two places may be as many minutes away.
[[nodiscard]] double metres_in_a_minute(const travel_model& model);

/// Whether a place beyond reach may still receive somebody: it comes, it is called, or it does without visits.
[[nodiscard]] bool may_come(const actor& who);

/// Whether a place out of reach is used for want of a nearer one, and only then; else distance leaves nobody out.
[[nodiscard]] bool gives_way_last(const build_view& view);

/// What the rules leave to a person beyond reach, for want of anybody nearer.
struct left_beyond {
  std::vector<std::uint32_t> groups;  // of places alike but for where they are; ascending
  std::vector<bool> types;            // of actors
};

/// `view`: looked up, of all that is within reach and of one place at least of each group. `group_of`: by seat.
[[nodiscard]] left_beyond left_beyond_reach(const build_view& view,
                                            const std::vector<std::uint32_t>& group_of);

}  // namespace aiguillage::detail
