#include <algorithm>
#include <filesystem>

#include "fold.h"
#include "import/codes.h"
#include "import/hsds_tables.h"
#include "import/json_rows.h"
#include "table/csv.h"

namespace aiguillage::import::hsds {
namespace {

/// What the name of an older table says of its rows.
void say_form(std::string_view name, entry& row) {
  if (row.of == table_id::address && value_of(row, "address_type").empty() && !name.starts_with("address"))
    row.fields.push_back({"address_type", std::string(name.substr(0, name.find('_')))});
  if (name.starts_with("holiday")) row.fields.push_back({"holiday", "true"});
}

// --- tables ---

struct csv_reader {
  std::size_t file;
  file_reader& report;
  package& to;
  std::string name;  // of the table
  table_id of = table_id::none;
  std::vector<std::string> columns;

  bool begin(const table::heading& top) {
    for (const std::string& one : top.names) columns.push_back(detail::slug(one));
    to.given[static_cast<std::size_t>(of)] = true;
    const bool needs_id = of <= table_id::location;
    if (!needs_id || std::find(columns.begin(), columns.end(), "id") != columns.end()) return true;
    report.findings.tell(top.line, code::missing_column,
                         {"il manque la colonne « id »", "the column 'id' is missing"},
                         {"les tables d'un paquet HSDS se joignent par leurs identifiants",
                          "the tables of an HSDS package are joined by their ids"},
                         severity::error);
    return false;
  }
  void take(const table::row& given) {
    entry row{of, true, file, given.line, nullptr, {}};
    for (std::size_t i = 0; i < given.cells.size() && i < columns.size(); ++i)
      if (const auto value = detail::trimmed(given.cells[i]); !value.empty())
        row.fields.push_back({columns[i], std::string(value)});
    if (of == table_id::none) {
      row.why = code::unknown_table;
      row.fields.clear();
      to.rows.push_back(std::move(row));
      return;
    }
    say_form(name, row);
    add_row(to, std::move(row), report);
  }
};

void tell_unknown(file_reader& report, const std::string& name) {
  report.findings.tell(
      0, code::unknown_table,
      {"« " + name + " » n'est pas une table HSDS qui parle d'un lieu : ses lignes ne sont pas lues",
       "'" + name + "' is no HSDS table that tells of a place: its rows are not read"},
      {"organizations, services, locations, service_at_locations, addresses, phones, schedules…",
       "organizations, services, locations, service_at_locations, addresses, phones, schedules…"});
}

/// organizations.csv, hsds-services-2025-01.csv
std::string table_name_of(const package_file& from) {
  if (!from.table.empty() && table_of_name(from.table) != table_id::none) return from.table;
  std::string name = detail::slug(std::filesystem::path(from.from.file).stem().string());
  while (!name.empty() && (name.back() == '_' || (name.back() >= '0' && name.back() <= '9'))) name.pop_back();
  if (name.starts_with("hsds_")) name.erase(0, 5);
  return name;
}

void read_csv_file(const package_file& from, std::size_t findings, csv_reader& reader, diagnostics& out) {
  table::csv_limits bounds;
  bounds.findings = static_cast<int>(findings);
  const table::heading_taker on_heading = [&](const table::heading& top) { return reader.begin(top); };
  const table::row_taker on_row = [&](const table::row& row) { reader.take(row); };
  const table::counts seen =
      from.from.content
          ? table::read_csv_text(*from.from.content, from.from.file, bounds, on_heading, on_row, out)
          : table::read_csv(from.from.file, bounds, on_heading, on_row, out);
  reader.report.report.records += seen.refused;
  reader.report.report.refused += seen.refused;
  if (seen.refused > 0) reader.report.report.why[code::not_whole] += seen.refused;
}

// --- JSON ---

const json_tree* inside(const json_tree& of, std::string_view key) {
  for (const json_tree& one : of.inside)
    if (one.key == key) return &one;
  return nullptr;
}

bool has(const json_tree& of, std::initializer_list<std::string_view> keys) {
  return std::any_of(keys.begin(), keys.end(),
                     [&](std::string_view key) { return inside(of, key) != nullptr; });
}

/// What a record is, by the list that it is in, or by what it has.
table_id table_of_record(const std::string& under, const json_tree& record) {
  const table_id named = table_of_name(under);
  if (named != table_id::none) return named;
  if (has(record, {"location", "location_id"}) && has(record, {"service", "service_id"}))
    return table_id::service_at_location;
  if (has(record, {"organization", "organization_id", "service_at_locations", "status"}) &&
      !has(record, {"location_type", "latitude"}))
    return table_id::service;
  if (has(record, {"location_type", "latitude", "addresses", "physical_addresses"}))
    return table_id::location;
  if (has(record, {"services", "locations", "legal_status", "organization_identifiers", "website"}))
    return table_id::organization;
  return has(record, {"name"}) ? table_id::service : table_id::none;
}

bool has_sites(const json_tree& service) {
  return std::any_of(service.inside.begin(), service.inside.end(), [](const json_tree& one) {
    return table_of_name(one.key) == table_id::service_at_location && !one.inside.empty();
  });
}

/// One record of JSON, made rows. A service is counted once for each of its places.
struct tree_rows {
  std::size_t file;
  int line;
  file_reader& report;
  package& to;

  struct role {
    table_id of = table_id::none;
    std::string key;
    bool counted = false;
    std::vector<field> links;
  };

  /// The id of the row.
  std::string add(const json_tree& from, role as) {
    const json_tree* own = inside(from, "id");
    std::string id = own != nullptr ? own->text : "";
    if (id.empty()) id = "\x1d" + std::to_string(++to.ids_given);
    entry row{as.of, as.counted, file, line, nullptr, std::move(as.links)};
    if (own == nullptr || own->text.empty()) row.fields.push_back({"id", id});
    std::vector<std::pair<const json_tree*, role>> children;
    for (const json_tree& each : from.inside) add_member(row, each, children);
    say_form(as.key, row);
    id = add_row(to, std::move(row), report);
    for (auto& [tree, child] : children) {
      child.links = links(as.of, child.of, id);
      static_cast<void>(add(*tree, std::move(child)));
    }
    return id;
  }

 private:
  void add_member(entry& row, const json_tree& each,
                  std::vector<std::pair<const json_tree*, role>>& children) {
    const table_id of = table_of_name(each.key);
    if (each.form == json_tree::kind::scalar) {
      if (!each.text.empty()) row.fields.push_back({each.key, each.text});
    } else if (each.form == json_tree::kind::object) {
      if (of == table_id::none || of == row.of)
        add_flat(row, each.key, each);
      else
        add_named(row, of, each);
    } else {
      add_list(row, each, children);
    }
  }
  /// service.organization: a row that this one names.
  void add_named(entry& row, table_id of, const json_tree& each) {
    const std::string link = link_to(of);
    const std::string id = add(each, {of, each.key, false, {}});
    for (field& one : row.fields)
      if (one.name == link) one.value = id;
    if (value_of(row, link).empty()) row.fields.push_back({link, id});
  }
  /// service.phones: rows that name this one.
  void add_list(entry& row, const json_tree& list, std::vector<std::pair<const json_tree*, role>>& children) {
    const table_id of = table_of_name(list.key);
    std::string words;
    for (const json_tree& each : list.inside) {
      if (each.form == json_tree::kind::scalar) {
        if (!each.text.empty())
          words.append(words.empty() ? "" : std::string(1, list_separator)).append(each.text);
      } else if (each.form == json_tree::kind::object && of != table_id::none) {
        const bool counts = of == table_id::service_at_location || of == table_id::location ||
                            of == table_id::organization || (of == table_id::service && !has_sites(each));
        children.push_back({&each, {of, list.key, counts, {}}});
      } else if (each.form == json_tree::kind::object) {
        add_flat(row, list.key, each);
      }
    }
    if (!words.empty()) row.fields.push_back({list.key, words});
  }
  static std::vector<field> links(table_id parent, table_id of, const std::string& id) {
    if (of == table_id::attribute) return {{"link_id", id}, {"link_entity", name_of(parent)}};
    if (of == table_id::metadata) return {{"resource_id", id}, {"resource_type", name_of(parent)}};
    return {{link_to(parent), id}};
  }
  void add_flat(entry& row, const std::string& name, const json_tree& from) {
    for (const json_tree& each : from.inside) {
      if (each.form == json_tree::kind::object)
        add_flat(row, name + "." + each.key, each);
      else if (!each.text.empty())
        row.fields.push_back({name + "." + each.key, each.text});
    }
  }
};

bool is_list_of_records(const std::string& key) {
  constexpr std::array pages{"contents", "content", "data", "items", "results", "records"};
  return std::find(pages.begin(), pages.end(), key) != pages.end() ||
         table_of_name(key) <= table_id::service_at_location;
}

void read_json_file(const import_source& from, std::size_t file, file_reader& report, package& to,
                    diagnostics& out) {
  std::size_t records = 0;
  const auto on_tree = [&](int line, const std::string& under, const json_tree& record) {
    ++records;
    const table_id of = table_of_record(under, record);
    if (of > table_id::service_at_location) {
      to.rows.push_back({of, true, file, line, code::unknown_table, {}});
      return;
    }
    const bool counts = of != table_id::service || !has_sites(record);
    static_cast<void>(tree_rows{file, line, report, to}.add(record, {of, under, counts, {}}));
  };
  const json_trees how{is_list_of_records, on_tree};
  std::size_t refused = 0;
  const json_end end = from.content ? read_json_trees_text(*from.content, from.file, how, refused, out)
                                    : read_json_trees(from.file, how, refused, out);
  report.report.records += refused;
  report.report.refused += refused;
  if (refused > 0) report.report.why[code::not_whole] += refused;
  if (end != json_end::unread && records == 0 && refused == 0)
    report.findings.tell(0, code::no_records,
                         {"aucun service ni organisation dans ce fichier",
                          "there is no service or organization in this file"});
}

bool is_json_file(const std::string& file) {
  const std::string end = detail::slug(std::filesystem::path(file).extension().string());
  return end == "json" || end == "jsonl" || end == "ndjson";
}

}  // namespace

bool read_file(const package_file& from, std::size_t findings, std::size_t file, file_reader& report,
               package& to, diagnostics& out) {
  if (is_json_file(from.from.file)) {
    read_json_file(from.from, file, report, to, out);
    return false;
  }
  csv_reader reader{file, report, to, table_name_of(from), table_id::none, {}};
  reader.of = table_of_name(reader.name);
  const std::size_t before = to.rows.size();
  read_csv_file(from, findings, reader, out);
  if (reader.of == table_id::none && to.rows.size() > before) tell_unknown(report, reader.name);
  return true;
}

}  // namespace aiguillage::import::hsds
