#include "aiguillage/simulation/suppress.h"

#include <algorithm>

namespace aiguillage {

std::vector<std::optional<std::int64_t>> published(const std::vector<std::int64_t>& counts) {
  std::vector<std::optional<std::int64_t>> shown;
  std::size_t hidden = 0;
  for (const std::int64_t count : counts) {
    const bool small = count > 0 && count < least_published;
    shown.push_back(small ? std::nullopt : std::optional(count));
    if (small) ++hidden;
  }
  if (hidden != 1) return shown;
  // One more; a cell of 0 tells nothing, so those with people come first.
  const auto weight = [](const std::optional<std::int64_t>& cell) {
    return !cell ? INT64_MAX : *cell == 0 ? INT64_MAX - 1 : *cell;
  };
  const auto next = std::min_element(shown.begin(), shown.end(),
                                     [&](const auto& a, const auto& b) { return weight(a) < weight(b); });
  if (next->has_value()) next->reset();
  return shown;
}

}  // namespace aiguillage
