#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "export/tally.h"
#include "import/places.h"
#include "import/reader.h"

/// From listings to the cells of a format, by the mapping that reads it.
namespace aiguillage::exports {

/// Of each table and column, its values.
using record_cells = std::vector<std::vector<std::vector<std::string>>>;

/// How cells are written, hence read again.
enum class syntax { table, json };

/// Writes one listing after another. A value is written when what a reader takes it for is all said of the place, or does it no
/// harm; the cells are then read again, and what a reader does not get back is lost.
class row_writer {
 public:
  row_writer(const column_mapping& by, const territory& land, const pack& rules, syntax as, tally& to);

  [[nodiscard]] const record_cells& write(const listing& of, const actor& made);

  /// A cell of a table: its values as one text.
  [[nodiscard]] std::string joined(std::size_t table, std::size_t column) const;

 private:
  struct column_form {
    const written_column* as = nullptr;
    std::size_t place = 0;  // in the reader
    char separator = 0;     // 0: one value
    std::set<std::string> names;
  };
  struct slot {
    const column_form& form;
    std::vector<std::string>& values;
  };

  void start(const listing& of);
  void fill(const slot& to, bool again);
  void fill_remarks(const slot& to);
  void fill_by(const slot& to, const column_rule& rule, bool again);
  bool add(const slot& to, const std::string& value, const statement* must);
  [[nodiscard]] bool harmless(const statement& one) const;
  [[nodiscard]] bool says_any(attribute what) const;
  [[nodiscard]] std::vector<said_value> meaning(const column_form& of,
                                                const std::vector<std::string>& values);
  [[nodiscard]] std::string cell_of(const column_form& of, const std::vector<std::string>& values) const;
  [[nodiscard]] std::vector<said_value> read_again();
  void compare(const actor& made);
  void compare_places(const actor& made, std::vector<said_value> says);

  const column_mapping& by_;
  const territory& land_;
  syntax as_;
  tally& to_;
  diagnostics ignored_;
  import::file_reader reader_;
  std::vector<std::vector<column_form>> forms_;
  std::set<attribute> columns_;  // that the format can say
  territory again_;
  import::place_maker maker_;
  std::map<site_id, site_id> same_;

  // Of the listing that is written.
  const listing* of_ = nullptr;
  bool assumed_type_ = false;
  std::set<statement> wanted_;
  std::set<statement> covered_;
  record_cells cells_;
};

/// Hands on the cells of every actor, and tells all that is kept and lost.
using row_taker = std::function<void(const row_writer& by, const record_cells& cells, const listing& of)>;
void write_rows(const territory& land, const pack& rules, const column_mapping& by, syntax as,
                const row_taker& on_row, tally& to);

}  // namespace aiguillage::exports
