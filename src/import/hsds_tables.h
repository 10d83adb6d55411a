#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "import/reader.h"

/// The tables of an HSDS package (github.com/openreferral/specification), of versions 1.x to 3.x: rows as they were read, and
/// ids. Nested JSON becomes the same rows.
namespace aiguillage::import::hsds {

enum class table_id : std::uint8_t {
  organization,
  service,
  location,
  service_at_location,
  program,
  contact,
  phone,
  address,
  schedule,
  language,
  accessibility,
  service_area,
  cost_option,
  required_document,
  funding,
  eligibility,
  payment_accepted,
  organization_identifier,
  url,
  service_capacity,
  unit,
  taxonomy,
  taxonomy_term,
  attribute,
  metadata,
  none  // not a table of HSDS, or one that says nothing of a place
};
inline constexpr std::size_t table_count = static_cast<std::size_t>(table_id::none) + 1;

struct field {
  std::string name;
  std::string value;
};

/// A row. One that is not counted is a part of another: an organization inside its service.
struct entry {
  table_id of = table_id::none;
  bool counted = false;
  std::size_t file = 0;
  int line = 0;
  const char* why = nullptr;  // refused
  std::vector<field> fields;
};

inline constexpr auto no_entry = static_cast<std::size_t>(-1);

struct package {
  std::vector<entry> rows;
  std::array<std::unordered_map<std::string, std::size_t>, table_count> by_id;
  std::array<bool, table_count> given{};
  std::unordered_map<std::string, std::string> seen;  // whole rows: their ids
  std::size_t ids_given = 0;                          // to what has none
};

/// Begins the id of what has none.
inline constexpr char given_id = '\x1d';

/// "" when it is not there.
[[nodiscard]] const std::string& value_of(const entry& row, std::string_view name);

/// The row of this table with this id, or no_entry.
[[nodiscard]] std::size_t find_row(const package& in, table_id of, const std::string& id);

/// A name as any version writes it: services_at_location, service_at_locations, physical_addresses…
[[nodiscard]] table_id table_of_name(std::string_view name);

/// What it is called in files today.
[[nodiscard]] const char* name_of(table_id one);

/// The column that names a row of this table: service_id.
[[nodiscard]] std::string link_to(table_id one);

/// A file of a package, and what its table is called when that is not the name of the file.
struct package_file {
  import_source from;
  std::string table;
};

/// The files that a source names: those of a folder, or of a datapackage.json; itself otherwise.
[[nodiscard]] std::vector<package_file> files_of(const import_source& from, diagnostics& out);

/// Adds a row, unless it is there already; its id, or that of the one that is there.
std::string add_row(package& in, entry row, file_reader& to);

/// Adds what a file holds; true for a table, false for JSON. Rows that cannot be read whole are counted in the report of the file.
bool read_file(const package_file& from, std::size_t findings, std::size_t file, file_reader& report,
               package& to, diagnostics& out);

}  // namespace aiguillage::import::hsds
