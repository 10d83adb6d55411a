#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "import/hsds_join.h"

namespace aiguillage::import::hsds {

/// A cell under its dotted name; a list has list_separator between its values.
struct named_cell {
  std::string name;
  std::string value;
};

/// The names that a mapping reads.
struct known_names {
  explicit known_names(const column_mapping& by);

  const column_mapping& mapping;
  std::unordered_map<std::string, std::vector<const column_rule*>> rules;  // by folded name
  std::unordered_map<std::string, bool> beginnings;                        // folded: service phones fax

  /// Whether a column is called so, or begins so.
  [[nodiscard]] bool reads(const std::string& beginning) const;
  /// Whether this column holds several values; one that is not read does.
  [[nodiscard]] bool several(const std::string& name) const;
};

/// Everything that a row and its parts say, under `path` (service, location, organization).
struct cell_maker {
  const joined_package& from;
  const known_names& names;
  std::string day;                  // of what says none
  std::vector<named_cell> cells;    // each name once
  std::vector<std::string> unread;  // schedules
  bool moved = false;               // some times are in UTC
  std::size_t bytes = 0;

  void add_row(const std::string& path, std::size_t row);
  void add_cell(const std::string& name, const std::string& value);

 private:
  void add_fields(const std::string& path, const entry& row);
  void add_part(const std::string& path, const entry& row, std::size_t number);
  void add_attribute(const std::string& path, const entry& row);
  void add_identifier(const std::string& path, const entry& row);
  void add_schedules(const std::string& path, const std::vector<const entry*>& all);
  [[nodiscard]] std::string narrowed(const std::string& path, const std::vector<std::string>& words) const;
};

/// One record for the reader: a cell is read by the rules that name it, but what is said once by the first of its columns that
/// this record has. Names become columns of the file as they are met.
struct record_columns {
  file_reader& into;
  const known_names& names;
  std::map<std::pair<std::string, std::vector<const column_rule*>>, std::size_t> places;

  /// The values live as long as `from`.
  [[nodiscard]] std::vector<cell> arranged(const std::vector<named_cell>& from);
};

}  // namespace aiguillage::import::hsds
