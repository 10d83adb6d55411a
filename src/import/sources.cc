#include "import/sources.h"

#include <filesystem>
#include <unordered_map>
#include <unordered_set>

#include "import/codes.h"
#include "import/json_rows.h"
#include "table/csv.h"

/// Each file, by what it is: a table, a list of JSON objects, or one of those of an HSDS package.
namespace aiguillage::import {
namespace {

bool is_json(const std::string& file) {
  std::string end = std::filesystem::path(file).extension().string();
  for (char& c : end)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return end == ".json" || end == ".geojson";
}

void read_table(const import_source& from, std::size_t findings, file_reader& into, way& along,
                diagnostics& out) {
  std::vector<cell> cells;
  table::csv_limits bounds;
  bounds.findings = static_cast<int>(findings);
  const table::heading_taker on_heading = [&](const table::heading& top) {
    for (const std::string& name : top.names) add_column(into, name);
    return has_its_columns(into, top.line);
  };
  const table::row_taker on_row = [&](const table::row& row) {
    cells.clear();
    std::size_t bytes = row.cells.size();
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      bytes += row.cells[i].size();
      if (!row.cells[i].empty()) cells.push_back({i, row.cells[i]});
    }
    read_record(into, row.line, cells, 0);
    along.read(bytes);
  };
  const table::counts seen =
      from.content ? table::read_csv_text(*from.content, from.file, bounds, on_heading, on_row, out)
                   : table::read_csv(from.file, bounds, on_heading, on_row, out);
  into.report.records += seen.refused;
  into.report.refused += seen.refused;
  if (seen.refused > 0) into.report.why[code::not_whole] += seen.refused;
}

void read_objects(const import_source& from, file_reader& into, way& along, diagnostics& out) {
  std::unordered_map<std::string, std::size_t> columns;
  std::vector<cell> cells;
  const auto on_record = [&](int line, const std::vector<json_field>& fields) {
    cells.clear();
    std::size_t bytes = 0;
    for (const json_field& one : fields) {
      bytes += one.name.size() + one.value.size();
      const auto [place, fresh] = columns.emplace(one.name, columns.size());
      if (fresh) add_column(into, one.name);
      if (!one.value.empty()) cells.push_back({place->second, one.value});
    }
    read_record(into, line, cells, list_separator);
    along.read(bytes);
  };
  const json_end end = from.content ? read_json_text(*from.content, from.file, on_record, out)
                                    : read_json(from.file, on_record, out);
  if (end == json_end::cut) {
    ++into.report.records;
    ++into.report.refused;
    ++into.report.why[code::not_whole];
  }
  if (end == json_end::unread) return;
  if (into.report.records > 0)
    static_cast<void>(has_its_columns(into, 0));
  else
    into.findings.tell(0, code::no_records,
                       {"aucune liste d'objets dans ce fichier", "there is no list of objects in this file"});
}

/// The files of one HSDS package: those of one folder.
std::vector<import_source> package_of(const std::vector<import_source>& sources, const import_source& of) {
  const auto folder = [](const import_source& one) {
    std::error_code failed;
    const std::filesystem::path path(one.file);
    return std::filesystem::is_directory(path, failed) ? path / "" : path.parent_path() / "";
  };
  std::vector<import_source> all;
  for (const import_source& one : sources)
    if (one.mapping == of.mapping && folder(one) == folder(of)) all.push_back(one);
  return all;
}

}  // namespace

bool read_sources(const std::vector<import_source>& sources, const reading& with,
                  std::map<std::string, column_mapping>& mappings, std::vector<file_reader>& files,
                  std::vector<hsds::joined_package>& packages) {
  std::unordered_set<std::string> read_with_others;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const import_source& one = sources[i];
    if (!mappings.contains(one.mapping)) {
      auto read = load_mapping(one.mapping, with.rules, with.out);
      if (!read) return false;
      mappings.emplace(one.mapping, std::move(*read));
    }
    const column_mapping& by = mappings.at(one.mapping);
    if (by.hsds) {
      const auto package = package_of(sources, one);
      if (package.front().file == one.file && read_with_others.insert(one.mapping + "\n" + one.file).second)
        packages.push_back(hsds::read_package(package, by, with.options, files, with.out));
    } else {
      files.emplace_back(by, with.options, one.file, with.out);
      if (is_json(one.file))
        read_objects(one, files.back(), with.along, with.out);
      else
        read_table(one, with.options.findings, files.back(), with.along, with.out);
    }
    with.along.end_file(i);
  }
  return true;
}

}  // namespace aiguillage::import
