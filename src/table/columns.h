#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "table/csv.h"
#include "table/findings.h"

namespace aiguillage::table {

/// A column that a reader asks for. A name that ends with '*' is the first that begins so.
struct column_name {
  std::string name;
  bool required = true;
};

/// Where the columns that were asked for stand, in that order.
struct columns {
  std::vector<std::size_t> at;

  /// The cell of a column; empty when the file does not have it.
  [[nodiscard]] std::string_view cell(const row& of, std::size_t which) const {
    return at[which] == no_column ? std::string_view{} : of.cells[at[which]];
  }
};

/// Finds columns by their names; false when one that is required is not there, which is an error.
[[nodiscard]] bool find_columns(const heading& in, const std::vector<column_name>& names, columns& into,
                                findings& to);

using named_row_taker = std::function<void(const row&, const columns&, findings&)>;

/// A file by its path; with bytes, these are read and the name is only how diagnostics call them.
struct csv_file {
  std::string name;
  std::optional<std::string_view> bytes;
};

/// Reads a whole file by the names of its columns; false when it cannot be read.
[[nodiscard]] bool read_named_columns(const csv_file& from, const csv_limits& bounds,
                                      const std::vector<column_name>& names, const named_row_taker& on_row,
                                      diagnostics& out);

/// The same of a file by its path.
[[nodiscard]] bool read_named_columns(const std::string& path, const csv_limits& bounds,
                                      const std::vector<column_name>& names, const named_row_taker& on_row,
                                      diagnostics& out);

}  // namespace aiguillage::table
