#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "aiguillage/diagnostic.h"
#include "aiguillage/listing.h"
#include "aiguillage/pack.h"

/// How the columns of one format become statements: one file, `rules/imports/<format>.yaml` for those that are known.
#pragma GCC visibility push(default)
namespace aiguillage {

/// How a cell is read.
enum class cell_reading : std::uint8_t {
  words,      // as it is written, or by the list of words
  day_hours,  // 09:00 - 12:00 / 13:30 - 17:00, of one day of the week
  areas,      // codes of areas; their form says the kind, or another column
  own,        // our own words: those that the attribute may have
  remarks,    // name=value
  point       // longitude, then latitude, as in GeoJSON
};

/// What becomes of a word that is not in the list of a column.
enum class other_words : std::uint8_t {
  remark,  // kept as a remark, and counted
  keep,    // kept as it is
  skip     // another column says it
};

/// What one column says, and how its cells are read.
struct column_rule {
  std::vector<std::string> from;  // headers, folded; the first that the file has
  std::optional<attribute> says;  // nothing: the column is known, and says nothing more
  cell_reading how = cell_reading::words;
  int day = 0;             // day_hours: 0 for Monday
  std::string kind_from;   // areas: folded header of the column that says the kind; "": the form of the code
  std::string separators;  // characters between the values of a cell
  bool listed = false;     // it has a list of words
  std::map<std::string, std::vector<std::string>> words;  // folded -> ours; an empty list: says nothing
  std::vector<std::string> spelled;  // the same words as they are written, in the order of the file
  other_words others = other_words::remark;
  bool required = false;  // a file without it is not of this format
};

/// A column of the format as it is published today, and what its cells may hold.
struct written_column {
  std::string header;
  std::vector<std::string> words;  // the only values; none: any
  bool one = false;                // at most one value, whatever its separators
  bool number = false;             // in JSON
  std::size_t longest = 0;         // characters; 0: any
};

/// One table of a format, as it is exported.
struct written_table {
  std::string name;  // in JSON
  std::vector<written_column> columns;
};

/// A format: what each column says, what is taken for granted and, if it can be exported, its tables.
struct column_mapping {
  std::string id;
  std::string producer;
  std::string type;       // actor type of every record; "": a column says it
  std::string otherwise;  // of records whose type is not said or not known: a default
  std::string member_of;  // folded header that names the record to which a record adds; "": none
  std::vector<column_rule> columns;
  bool escapes = false;               // \ before a separator, or itself, in a cell of a table
  std::vector<written_table> writes;  // none: read only; columns in the order of the format
  bool hsds = false;  // its files are those of one HSDS package, whose tables are joined by their ids
};

/// Reads a mapping file; nullopt once its errors are in `out`.
[[nodiscard]] std::optional<column_mapping> load_mapping(const std::string& file, const pack& rules,
                                                         diagnostics& out);

}  // namespace aiguillage
#pragma GCC visibility pop
