#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aiguillage/import.h"
#include "aiguillage/mapping.h"
#include "import/finder.h"
#include "import/words.h"

/// From the cells of one file to listings, by a mapping.
namespace aiguillage::import {

/// One cell that is not empty: the column, and its values.
struct cell {
  std::size_t column = 0;
  std::string_view value;
};

/// A file while it is read.
struct file_reader {
  file_reader(const column_mapping& by, const import_options& options, const std::string& name,
              diagnostics& out);

  const column_mapping& mapping;
  finder findings;
  std::string vintage;  // of records that say none
  file_report report;
  std::vector<std::string> headers;                      // as written
  std::vector<std::vector<const column_rule*>> rules;    // of each column
  std::size_t member_of = static_cast<std::size_t>(-1);  // column
  word_memo words;
  std::map<std::pair<std::size_t, std::string>, std::size_t> unread;
  bool undated = false;  // told that some record says no day
  std::vector<listing> listings;
  std::vector<bool> here;  // which of them stayed; filled when places are refused
  std::vector<std::pair<std::string, listing>> members;  // id of the record that each adds to
};

/// Adds a column as it is met; its place.
std::size_t add_column(file_reader& into, const std::string& header);

/// False, with a finding, when a column without which the file is not of this format is missing.
[[nodiscard]] bool has_its_columns(file_reader& into, int line);

/// Reads one record. `list_separator` stands between the values of a cell that had several; 0: none had.
void read_record(file_reader& into, int line, const std::vector<cell>& cells, char list_separator);

/// What cells say, without the rest of a record.
[[nodiscard]] std::vector<said_value> read_cells(file_reader& into, const std::vector<cell>& cells,
                                                 char list_separator, int line = 0);

}  // namespace aiguillage::import
