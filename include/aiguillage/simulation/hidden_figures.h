#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

/// Tables with sums: which figures are left out, so that nobody finds a small one from the others.
#pragma GCC visibility push(default)
namespace aiguillage {

/// A figure as an arc of a network: at each node, what comes in is what goes out. A table with its sums is such a network (sums
/// of rows go to rows, cells from rows to columns, sums of columns from there to the total); so are sums of sums.
struct counted_figure {
  std::uint32_t from = 0;  // nodes
  std::uint32_t to = 0;
  std::int64_t count = 0;  // not negative
  bool told = true;        // false: it is published nowhere
  bool must_stay = false;  // a total, which is published in any case unless it is small itself
};

/// Which figures must not be published: those from 1 to less than `least` and, so that each of these could still lie anywhere in
/// a range at least `least` wide whatever the others tell, some larger ones. The range is what all that is published and
/// counts that are not negative leave open, found as greatest flows in the network of what is hidden; what is hidden
/// beside them is chosen by cheapest paths, which is good but not proven to be the least. All are hidden when the
/// greatest figure is small.
[[nodiscard]] std::vector<bool> hidden_figures(const std::vector<counted_figure>& of, std::int64_t least);

/// A table of counts by rows and columns.
struct count_table {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<std::int64_t> cells;  // row by row

  /// One cell.
  [[nodiscard]] std::int64_t at(std::size_t row, std::size_t column) const {
    return cells[row * columns + column];
  }
};

/// What may not be published of a table and of its sums.
struct hidden_table {
  std::vector<bool> cells;  // row by row
  std::vector<bool> rows;   // sums
  std::vector<bool> columns;
  bool total = false;
};

/// The same for a table whose sums and total are published with it.
[[nodiscard]] hidden_table hidden_cells(const count_table& of, std::int64_t least);

}  // namespace aiguillage
#pragma GCC visibility pop
