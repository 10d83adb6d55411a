#include "table/columns.h"

#include <algorithm>

#include "table/codes.h"

namespace aiguillage::table {
namespace {

std::size_t place_of(const std::string& name, const heading& in) {
  if (name.back() != '*') return column_of(in, name);
  const std::string_view start = std::string_view(name).substr(0, name.size() - 1);
  const auto found = std::find_if(in.names.begin(), in.names.end(),
                                  [&](const std::string& each) { return each.starts_with(start); });
  return found == in.names.end() ? no_column : static_cast<std::size_t>(found - in.names.begin());
}

}  // namespace

bool find_columns(const heading& in, const std::vector<column_name>& names, columns& into, findings& to) {
  bool good = true;
  for (const column_name& one : names) {
    into.at.push_back(place_of(one.name, in));
    if (into.at.back() != no_column || !one.required) continue;
    good = false;
    const std::string near = nearest_name(one.name, in.names);
    to.add(severity::error, code::missing_column, in.line,
           {"il n'y a pas de colonne « " + one.name + " »", "there is no column \"" + one.name + "\""},
           near.empty() ? text{} : text{"est-ce « " + near + " » ?", "is it \"" + near + "\"?"});
  }
  return good;
}

bool read_named_columns(const csv_file& from, const csv_limits& bounds, const std::vector<column_name>& names,
                        const named_row_taker& on_row, diagnostics& out) {
  findings to{from.name, out, bounds.findings};
  columns found;
  bool good = false;
  const heading_taker on_heading = [&](const heading& in) {
    return good = find_columns(in, names, found, to);
  };
  const row_taker on_any = [&](const row& one) { on_row(one, found, to); };
  if (from.bytes)
    read_csv_text(*from.bytes, from.name, bounds, on_heading, on_any, out);
  else
    read_csv(from.name, bounds, on_heading, on_any, out);
  to.finish();
  return good;
}

bool read_named_columns(const std::string& path, const csv_limits& bounds,
                        const std::vector<column_name>& names, const named_row_taker& on_row,
                        diagnostics& out) {
  return read_named_columns(csv_file{path, std::nullopt}, bounds, names, on_row, out);
}

}  // namespace aiguillage::table
