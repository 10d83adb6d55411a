#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aiguillage/hours.h"

namespace aiguillage::exports {

/// Days of every week, and one span of them.
struct weekly_span {
  std::string days;  // MO,TU, as in RFC 5545
  int from = 0;      // minutes
  int to = 0;
};

/// Hours that are the same every week; nullopt when they hang on dates, holidays, appointments or on anything else.
[[nodiscard]] std::optional<std::vector<weekly_span>> weekly_spans(const opening_hours& hours);

}  // namespace aiguillage::exports
