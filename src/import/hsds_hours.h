#pragma once

#include <string>
#include <vector>

#include "import/hsds_tables.h"

namespace aiguillage::import::hsds {

/// What the schedules of one place or service say.
struct read_schedules {
  std::string hours;                // in OSM syntax; "" when they say none
  std::vector<std::string> unread;  // schedules that it cannot say, each as it is written
  std::vector<field> beside;        // notes, links, a description that is no opening time
  bool moved = false;               // times are in UTC, and read as those of the place
};

/// Reads RFC 5545 rules as HSDS cuts them in columns, and the weekdays of version 1. What recurs every other week, so many
/// times or on days of the month has no place in opening hours. A rule that began by `day` (YYYY-MM-DD; "": all did) needs
/// no date.
[[nodiscard]] read_schedules hours_of(const std::vector<const entry*>& schedules, const std::string& day);

}  // namespace aiguillage::import::hsds
