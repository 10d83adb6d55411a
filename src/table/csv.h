#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "aiguillage/diagnostic.h"

/// Tables in CSV, a record at a time, in bounded memory; the only room that sees libcsv.
namespace aiguillage::table {

/// One record: UTF-8, nothing trimmed, as many cells as the heading; the views live until the next record.
struct row {
  int line = 0;  // where the record begins, from 1
  std::vector<std::string_view> cells;
};

/// The first line that is not empty; names without spaces around them.
struct heading {
  int line = 1;
  std::vector<std::string> names;
  char separator = ',';
};

/// `records`: all after the heading; `refused`: those not handed on, each reported.
struct counts {
  std::size_t records = 0;
  std::size_t refused = 0;
};

struct csv_limits {
  std::size_t record_bytes = std::size_t{1} << 20;
  std::size_t columns = 1000;
  int findings = 50;  // more are counted, and said once
};

using heading_taker = std::function<bool(const heading&)>;
using row_taker = std::function<void(const row&)>;

inline constexpr auto no_column = static_cast<std::size_t>(-1);

/// The first column of this name, or no_column.
[[nodiscard]] std::size_t column_of(const heading& of, std::string_view name);

/// Hands the heading on (false from it: stop), then each record that is whole. The separator is that of the heading: , ; |
/// or tab. UTF-8 with or without a mark, UTF-16 with one; a record that is not UTF-8 is read as Windows-1252, which is said.
///
/// What cannot be read is an error, and nothing is handed on: no file, no heading. A record that is not whole is a warning
/// at the line where it begins; reading resumes at the next record, after an unclosed quote at the next line. Empty lines
/// are no records; empty cells after the last column are no cells. A quote inside a cell without quotes stands for itself;
/// in such a line, which is said too, the spaces around cells are not kept.
counts read_csv(const std::string& path, const csv_limits& bounds, const heading_taker& on_heading,
                const row_taker& on_row, diagnostics& out);

/// The same for the bytes of a file.
counts read_csv_text(std::string_view content, const std::string& file_name, const csv_limits& bounds,
                     const heading_taker& on_heading, const row_taker& on_row, diagnostics& out);

/// One line with its end (\n); quotes where they are needed to read the same cells again.
[[nodiscard]] std::string write_csv_row(const std::vector<std::string_view>& cells, char separator = ',');

}  // namespace aiguillage::table
