#include "import/hsds_rows.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "fold.h"
#include "import/cells.h"
#include "import/codes.h"
#include "import/hsds_cells.h"
#include "import/json_rows.h"
#include "import/members.h"

namespace aiguillage::import::hsds {
namespace {

constexpr std::size_t largest_member = std::size_t{1} << 16;  // as of any record

struct place_reader {
  joined_package& made;
  const known_names& names;
  std::vector<file_reader>& files;
  std::vector<record_columns> columns;  // of each file
  std::unordered_set<std::string> ids;  // of places
  std::unordered_map<std::size_t, std::vector<named_cell>> long_ones;

  [[nodiscard]] const entry& row(std::size_t number) const { return made.in.rows[number]; }
  [[nodiscard]] file_reader& file_of(std::size_t number) const { return files[row(number).file]; }
  [[nodiscard]] cell_maker maker(std::size_t number) const {
    return {made, names, file_of(number).vintage, {}, {}};
  }

  void tell_schedules(std::size_t number, const cell_maker& of) const {
    file_reader& file = file_of(number);
    for (const std::string& one : of.unread)
      file.findings.tell(row(number).line, code::unread_cell,
                         {"« " + shown(one) + " » n'a pas d'écriture parmi les horaires",
                          "'" + shown(one) + "' cannot be said as opening hours"},
                         {"gardé en remarque", "kept as a remark"});
    if (of.moved)
      file.findings.tell(row(number).line, code::odd_hours,
                         {"des heures sont en temps universel (Z) : elles se lisent comme celles du lieu",
                          "some times are in UTC (Z): they are read as those of the place"});
  }
  /// What a row says wherever it is said; kept when it is long, since many places may say it.
  [[nodiscard]] std::vector<named_cell> cells_of(const std::string& path, std::size_t number) {
    if (const auto known = long_ones.find(number); known != long_ones.end()) return known->second;
    constexpr std::size_t long_one = 4096;
    cell_maker cells = maker(number);
    cells.add_row(path, number);
    tell_schedules(number, cells);
    if (cells.bytes > long_one) long_ones.emplace(number, cells.cells);
    return std::move(cells.cells);
  }
  /// What is said of a service here comes before what is said of it everywhere.
  [[nodiscard]] std::vector<named_cell> cells_of(const offered& one) {
    cell_maker cells = maker(one.service);
    for (const std::size_t site : one.sites) cells.add_row("service", site);
    tell_schedules(one.service, cells);
    for (const named_cell& each : cells_of("service", one.service)) cells.add_cell(each.name, each.value);
    return std::move(cells.cells);
  }
  /// What its services say of a place as a whole: its type, of when it is, its name when it has none.
  void lift(const std::vector<named_cell>& service, cell_maker& to) const {
    for (const named_cell& one : service) {
      const auto rules = names.rules.find(detail::folded(one.name));
      if (rules == names.rules.end()) continue;
      for (const column_rule* rule : rules->second) {
        if (rule->says == attribute::type) to.add_cell(one.name, one.value);
        if (rule->says == attribute::vintage) keep_latest(one, to);
        if (rule->says == attribute::name && !has_one_of(*rule, to)) to.add_cell(one.name, one.value);
      }
    }
  }
  static void keep_latest(const named_cell& one, cell_maker& to) {
    const auto there = std::find_if(to.cells.begin(), to.cells.end(),
                                    [&](const named_cell& known) { return known.name == one.name; });
    if (there == to.cells.end())
      to.cells.push_back(one);
    else
      there->value = std::max(there->value, one.value);
  }
  static bool has_one_of(const column_rule& rule, const cell_maker& in) {
    return std::any_of(in.cells.begin(), in.cells.end(), [&](const named_cell& one) {
      return std::find(rule.from.begin(), rule.from.end(), detail::folded(one.name)) != rule.from.end();
    });
  }
  /// That of our own exports, or of the row that stands for the place.
  std::string id_of(const place& of, const cell_maker& cells) {
    std::vector<std::string> wanted;
    for (const named_cell& one : cells.cells)
      if (one.name == "organization.identifiers.producer") wanted.push_back(one.value);
    for (const std::size_t each : {of.location, of.owner, of.organization})
      if (each != no_entry && !value_of(row(each), "id").starts_with(given_id))
        wanted.push_back(value_of(row(each), "id"));
    for (const std::string& each : wanted)
      if (!each.empty() && each.find(list_separator) == std::string::npos && ids.insert(each).second)
        return each;
    const std::string stem = wanted.empty() || wanted[0].empty() ? "place" : wanted[0];
    std::size_t next = ids.size();
    while (!ids.insert(stem + "/" + std::to_string(next)).second) ++next;
    return stem + "/" + std::to_string(next);
  }
  /// What is there because the standard asks for it, and says nothing more.
  static void drop_repeats(std::vector<named_cell>& cells) {
    std::string name;
    std::string commune;
    for (const char* one : {"organization.name", "location.name"})
      for (const named_cell& each : cells)
        if (each.name == one) name = each.value;
    std::string department;
    for (const named_cell& each : cells) {
      if (each.name.starts_with("location.external_identifier.")) commune = each.value;
      if (each.name == "location.addresses.postal_code" && department.empty())
        department = department_of(each.value);
    }
    if (!commune.empty()) department = department_of(commune);
    const auto repeats = [&](const named_cell& one) {
      return (one.name.ends_with(".description") && one.value == name) ||
             (one.name.ends_with(".state_province") && one.value == department) ||
             (!commune.empty() && (one.name == "location.external_identifier" ||
                                   one.name == "location.external_identifier_type"));
    };
    cells.erase(std::remove_if(cells.begin(), cells.end(), repeats), cells.end());
  }
  void read(place& at) {
    cell_maker cells = maker(at.owner);
    if (at.location != no_entry) cells.add_row("location", at.location);
    tell_schedules(at.owner, cells);
    if (at.organization != no_entry)
      for (const named_cell& each : cells_of("organization", at.organization))
        cells.add_cell(each.name, each.value);
    std::vector<std::vector<named_cell>> services;
    for (const offered& each : at.services) {
      services.push_back(cells_of(each));
      lift(services.back(), cells);
    }
    cells.cells.push_back({"place.id", id_of(at, cells)});
    drop_repeats(cells.cells);
    file_reader& file = file_of(at.owner);
    const std::size_t before = file.listings.size();
    read_record(file, row(at.owner).line, columns[row(at.owner).file].arranged(cells.cells), list_separator);
    at.read = file.listings.size() > before;
    if (!at.read) return;
    at.listed = {row(at.owner).file, before};
    take_services(at, services, file.listings.back());
  }
  void take_services(const place& at, const std::vector<std::vector<named_cell>>& services, listing& into) {
    std::vector<listing> members;
    for (std::size_t i = 0; i < services.size(); ++i) {
      const std::size_t service = at.services[i].service;
      std::size_t bytes = 0;
      for (const named_cell& one : services[i]) bytes += one.value.size();
      if (bytes > largest_member) {
        made.in.rows[service].why = code::too_large;
        file_of(service).findings.tell(row(service).line, code::too_large,
                                       {"ce service dépasse 64 Kio", "this service is over 64 KiB"});
        continue;
      }
      const auto cells = columns[row(service).file].arranged(services[i]);
      listing& one = members.emplace_back();
      one.line = row(service).line;
      one.says = read_cells(file_of(service), cells, list_separator, one.line);
    }
    std::vector<const listing*> all;
    for (const listing& one : members) all.push_back(&one);
    take_in(into, all);
  }
};

/// The tables without which there are no places.
bool has_its_tables(const package& in, file_reader& first) {
  std::string given;
  std::string missing;
  const auto is_given = [&](table_id of) { return in.given[static_cast<std::size_t>(of)]; };
  for (std::size_t i = 0; i + 1 < table_count; ++i)
    if (in.given[i]) given.append(given.empty() ? "" : ", ").append(name_of(static_cast<table_id>(i)));
  for (const table_id of : {table_id::organization, table_id::service, table_id::location})
    if (!is_given(of)) missing.append(missing.empty() ? "" : ", ").append(name_of(of));
  if (missing.empty()) return true;
  first.findings.tell(
      0, code::missing_table,
      {"il manque des tables du paquet HSDS : " + missing,
       "tables of the HSDS package are missing: " + missing},
      {"données : " + (given.empty() ? "aucune" : given) +
           " ; donnez le dossier, ou tous ses fichiers : organizations.csv services.csv locations.csv "
           "service_at_locations.csv addresses.csv…",
       "given: " + (given.empty() ? "none" : given) +
           "; give the folder, or all its files: organizations.csv services.csv locations.csv "
           "service_at_locations.csv addresses.csv…"},
      severity::error);
  return false;
}

}  // namespace

joined_package read_package(const std::vector<import_source>& sources, const column_mapping& by,
                            const import_options& options, std::vector<file_reader>& files,
                            diagnostics& out) {
  package in;
  const std::size_t first = files.size();
  bool tables = false;
  for (const import_source& source : sources)
    for (const package_file& one : files_of(source, out)) {
      files.emplace_back(by, options, one.from.file, out);
      if (read_file(one, options.findings, files.size() - 1, files.back(), in, out)) tables = true;
    }
  if (files.size() == first) {
    files.emplace_back(by, options, sources.front().file, out);
    tables = true;
  }
  if (tables && !has_errors(out) && !has_its_tables(in, files[first])) in = {};
  const known_names names(by);
  joined_package made = join(std::move(in), files);
  place_reader reader{made, names, files, {}, {}, {}};
  for (file_reader& file : files) reader.columns.push_back({file, names, {}});
  for (place& each : made.places) reader.read(each);
  return made;
}

}  // namespace aiguillage::import::hsds
