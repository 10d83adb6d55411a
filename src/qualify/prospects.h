#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "qualify/belief.h"

/// What the rules could still say of a person once more is known.
namespace aiguillage::detail {

/// How a prospect stands to what the person came for.
enum class nearness : std::uint8_t { general, theme, close, called_for };

enum class outcome : std::uint8_t { need, urgency, state, right, path };

/// Something that the rules could still say. `gain` in thousandths of a need.
struct prospect {
  std::int64_t gain = 0;
  nearness near = nearness::general;
  outcome kind = outcome::path;
  std::size_t which = 0;  // index of the need, urgency row, state or routing rule
  distance way;
};

/// One prospect seen from one fact.
struct credit {
  std::size_t from = 0;
  std::int64_t value = 0;
};

struct figures {
  std::array<std::int64_t, 4> near{};
  std::int64_t sensitive = 0, level = 0, path = 0, again = 0, rest = 0, same = 0, specialist = 0, plan = 0,
               minutes = 1;
};

struct inquiry {
  const pack& rules;
  condition_context context;
  const findings& found;
  std::string day;
  fact_id request;
  figures weights;
  value_set rights;  // on the table
  value_set
      themes;  // needs that the organism on the table, or a specialist of a certain need, serves as well
  std::vector<prospect> prospects;
  std::vector<std::vector<credit>> credits;  // by fact
};

/// Everything that could still be said, given what is known and found.
[[nodiscard]] inquiry inquire(const pack& rules, const situation& person, const findings& now);

/// The order of a level of urgency; 0 when it is not known.
[[nodiscard]] int rank_of(const pack& rules, urgency_id level);

}  // namespace aiguillage::detail
