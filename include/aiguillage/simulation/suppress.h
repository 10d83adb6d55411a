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

/// Rows of a table of counts that may be published each by itself, and those that are put together as one row.
struct row_groups {
  std::vector<std::size_t> alone;
  std::vector<std::size_t> together;
};

/// Puts rows together until every cell of every row is 0 or 11 at least, so that nothing smaller follows from the rows, their
/// sums or those of the columns. The row put together may have small cells only when it holds all rows: then `published` is for
/// it. Fewest people first; ties by number.
[[nodiscard]] row_groups published_rows(const std::vector<std::vector<std::int64_t>>& rows);

}  // namespace aiguillage
#pragma GCC visibility pop
