#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#pragma GCC visibility push(default)
namespace aiguillage {

/// Cells with fewer persons are not published.
inline constexpr std::int64_t least_published = 11;

/// A row of counts whose sum is published: small cells are left out, and one more, the smallest of the others, when a cell left
/// out could be found from the sum. Cells that are 0 stay, unless one of them is that one more.
[[nodiscard]] std::vector<std::optional<std::int64_t>> published(const std::vector<std::int64_t>& counts);

}  // namespace aiguillage
#pragma GCC visibility pop
