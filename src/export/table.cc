#include "export/formats.h"
#include "export/rows.h"
#include "table/csv.h"

/// CSV, as a mapping says its columns: a comma between cells, the separator of the column inside.
namespace aiguillage::exports {

void write_table(const job& of) {
  const std::vector<written_column>& columns = of.by.writes.front().columns;
  std::vector<std::string_view> names;
  for (const written_column& one : columns) names.emplace_back(one.header);
  of.out += table::write_csv_row(names);
  const auto on_row = [&](const row_writer& by, const record_cells&, const listing&) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < columns.size(); ++i) cells.push_back(by.joined(0, i));
    of.out += table::write_csv_row({cells.begin(), cells.end()});
  };
  write_rows(of.land, of.rules, of.by, syntax::table, on_row, of.count);
}

}  // namespace aiguillage::exports
