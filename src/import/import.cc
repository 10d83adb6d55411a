#include "aiguillage/import.h"

#include <algorithm>
#include <filesystem>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "import/codes.h"
#include "import/communes.h"
#include "import/json_rows.h"
#include "import/merge.h"
#include "import/places.h"
#include "import/reader.h"
#include "table/csv.h"

namespace aiguillage {
namespace import {
namespace {

bool is_json(const std::string& file) {
  const std::string end = std::filesystem::path(file).extension().string();
  return end == ".json" || end == ".geojson";
}

void read_table(const import_source& from, std::size_t findings, file_reader& into, diagnostics& out) {
  std::vector<cell> cells;
  table::csv_limits bounds;
  bounds.findings = static_cast<int>(findings);
  const table::heading_taker on_heading = [&](const table::heading& top) {
    for (const std::string& name : top.names) add_column(into, name);
    return has_its_columns(into, top.line);
  };
  const table::row_taker on_row = [&](const table::row& row) {
    cells.clear();
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (!row.cells[i].empty()) cells.push_back({i, row.cells[i]});
    read_record(into, row.line, cells, 0);
  };
  const table::counts seen =
      from.content ? table::read_csv_text(*from.content, from.file, bounds, on_heading, on_row, out)
                   : table::read_csv(from.file, bounds, on_heading, on_row, out);
  into.report.records += seen.refused;
  into.report.refused += seen.refused;
  if (seen.refused > 0) into.report.why[code::not_whole] += seen.refused;
}

void read_objects(const import_source& from, file_reader& into, diagnostics& out) {
  std::unordered_map<std::string, std::size_t> columns;
  std::vector<cell> cells;
  const auto on_record = [&](int line, const std::vector<json_field>& fields) {
    cells.clear();
    for (const json_field& one : fields) {
      const auto [place, fresh] = columns.emplace(one.name, columns.size());
      if (fresh) add_column(into, one.name);
      if (!one.value.empty()) cells.push_back({place->second, one.value});
    }
    read_record(into, line, cells, list_separator);
  };
  const bool read = from.content ? read_json_text(*from.content, from.file, on_record, out)
                                 : read_json(from.file, on_record, out);
  if (read && into.report.records > 0) static_cast<void>(has_its_columns(into, 0));
}

bool is_here(const listing& one, const import_options& options) {
  if (options.only.empty()) return true;
  const std::string& commune = said(one, attribute::commune);
  // A postcode begins with the department, but for Corsica and some villages near a border.
  const std::string& code = commune.empty() ? said(one, attribute::postcode) : commune;
  return std::any_of(options.only.begin(), options.only.end(), [&](const area& here) {
    return here.kind == area_kind::department ? department_of(code) == here.code : commune == here.code;
  });
}

bool is_somewhere(const listing& one) {
  for (const attribute what :
       {attribute::latitude, attribute::commune, attribute::address, attribute::postcode})
    if (!said(one, what).empty()) return true;
  return std::any_of(one.says.begin(), one.says.end(), [](const said_value& each) {
    return each.what == attribute::channels && each.value != "in_person" && each.value != "itinerant";
  });
}

void refuse(file_reader& from, const listing& one, const char* code, text message, severity level) {
  ++from.report.refused;
  ++from.report.why[code];
  from.findings.tell(one.line, code, std::move(message), {}, level);
}

/// Moves the listings of one file to all; those that are nowhere, or elsewhere, are refused.
void keep_places(file_reader& from, std::size_t file, const import_options& options,
                 const gazetteer& communes, std::vector<listing>& all, std::vector<std::size_t>& owner) {
  std::unordered_set<std::string> ids;
  for (listing& one : from.listings) {
    follow_code(communes, one);
    if (!is_somewhere(one)) {
      refuse(from, one, code::no_place,
             {"ce lieu n'a ni point, ni commune, ni adresse", "this place has no point, commune or address"},
             severity::warning);
    } else if (!is_here(one, options)) {
      ++from.report.refused;
      ++from.report.why[code::elsewhere];
    } else {
      if (!ids.insert(one.sources.front().producer + "/" + one.sources.front().id).second)
        from.findings.tell(
            one.line, code::same_id,
            {"l'identifiant « " + one.sources.front().id + " » est déjà pris : un autre est donné",
             "the id '" + one.sources.front().id + "' is taken: another one is given"});
      all.push_back(std::move(one));
      owner.push_back(file);
    }
  }
}

/// What services say of the places that give them: each list grows. A public that not every service keeps to itself is no
/// condition of the place, only whom it receives first.
void take_in(listing& place, const std::vector<const listing*>& members) {
  std::size_t open = 0;
  for (const listing* each : members) {
    bool exclusive = false;
    for (said_value one : each->says) {
      if (one.what == attribute::publics_only) exclusive = true;
      const bool first =
          one.what == attribute::id || one.what == attribute::name || one.what == attribute::vintage;
      if (first) continue;
      one.source = 0;
      if (form_of(one.what).several || said(place, one.what).empty()) place.says.push_back(std::move(one));
    }
    if (!exclusive) ++open;
  }
  if (open == 0) return;
  for (said_value& one : place.says)
    if (one.what == attribute::publics_only) one.what = attribute::publics_first;
}

void join_members(std::vector<file_reader>& files) {
  std::unordered_map<std::string, listing*> by_id;
  for (file_reader& file : files)
    for (listing& one : file.listings) by_id.emplace(one.sources.front().id, &one);
  std::map<listing*, std::vector<const listing*>> members;
  for (file_reader& file : files)
    for (const auto& [of, one] : file.members) {
      const auto found = by_id.find(of);
      if (found == by_id.end()) {
        refuse(file, one, code::no_such_record,
               {"aucun lieu n'a l'identifiant « " + of + " »", "no place has the id '" + of + "'"},
               severity::warning);
        continue;
      }
      members[found->second].push_back(&one);
      ++file.report.joined;
    }
  for (file_reader& file : files)
    for (listing& one : file.listings)
      if (const auto found = members.find(&one); found != members.end()) take_in(one, found->second);
}

void finish(file_reader& file, import_report& report) {
  file.findings.finish();
  for (const auto& [what, count] : file.unread)
    file.report.unread.push_back({file.headers[what.first], what.second, count});
  std::sort(file.report.unread.begin(), file.report.unread.end(),
            [](const unread_value& a, const unread_value& b) {
              return std::tie(b.records, a.column, a.value) < std::tie(a.records, b.column, b.value);
            });
  report.files.push_back(std::move(file.report));
}

/// The order in which the files of a territory are read: by department, those without a commune last.
void order_as_written(std::vector<listing>& all, std::vector<std::size_t>& owner) {
  std::vector<std::pair<std::string, std::size_t>> order;
  for (std::size_t i = 0; i < all.size(); ++i)
    order.emplace_back(file_stem_of(said(all[i], attribute::commune)), i);
  std::sort(order.begin(), order.end());
  std::vector<listing> listings;
  std::vector<std::size_t> owners;
  listings.reserve(all.size());
  for (const auto& [stem, i] : order) {
    listings.push_back(std::move(all[i]));
    owners.push_back(owner[i]);
  }
  all = std::move(listings);
  owner = std::move(owners);
}

bool read_sources(const std::vector<import_source>& sources, const import_options& options, const pack& rules,
                  std::map<std::string, column_mapping>& mappings, std::vector<file_reader>& files,
                  diagnostics& out) {
  for (const import_source& one : sources) {
    if (mappings.count(one.mapping) == 0) {
      auto read = load_mapping(one.mapping, rules, out);
      if (!read) return false;
      mappings.emplace(one.mapping, std::move(*read));
    }
    files.emplace_back(mappings.at(one.mapping), options, one.file, out);
    if (is_json(one.file))
      read_objects(one, files.back(), out);
    else
      read_table(one, options.findings, files.back(), out);
  }
  return true;
}

}  // namespace
}  // namespace import

std::optional<import_result> import_files(const std::vector<import_source>& sources,
                                          const import_options& options, const pack& rules,
                                          diagnostics& out) {
  diagnostics found;
  std::map<std::string, column_mapping> mappings;
  std::vector<import::file_reader> files;
  files.reserve(sources.size());
  std::optional<gazetteer> communes = import::communes_for(options, found);
  const bool read = communes && import::read_sources(sources, options, rules, mappings, files, found);
  if (!read) communes.emplace();
  import_result result;
  std::vector<listing> all;
  std::vector<std::size_t> owner;
  import::join_members(files);
  for (std::size_t i = 0; i < files.size(); ++i)
    import::keep_places(files[i], i, options, *communes, all, owner);
  for (import::file_reader& file : files) import::finish(file, result.report);
  out.insert(out.end(), found.begin(), found.end());
  if (!read || has_errors(found)) return std::nullopt;
  if (options.merge) import::merge(all, owner, options, result.report);
  import::order_as_written(all, owner);
  result.land.id = options.territory;
  result.land.title = {options.territory, options.territory};
  result.land.assumed_opening = parse_hours(assumed_hours).hours.value_or(opening_hours{});
  import::place_maker maker(rules, result.land);
  for (std::size_t i = 0; i < all.size(); ++i) {
    maker.add(all[i]);
    ++result.report.files[owner[i]].kept;
  }
  result.land.communes = std::move(*communes);
  import::place_in_communes(result.land);
  return result;
}

}  // namespace aiguillage
