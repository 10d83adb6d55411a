#include "aiguillage/import.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "import/codes.h"
#include "import/communes.h"
#include "import/hsds_rows.h"
#include "import/json_rows.h"
#include "import/members.h"
#include "import/merge.h"
#include "import/places.h"
#include "import/reader.h"
#include "table/csv.h"

namespace aiguillage {
namespace import {
namespace {

bool is_json(const std::string& file) {
  std::string end = std::filesystem::path(file).extension().string();
  for (char& c : end)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
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

/// A postcode begins with the department, but for Corsica and some villages near a border.
std::string department_of_postcode(const std::string& postcode) {
  std::string department = department_of(postcode);
  if (department != "20" || postcode.size() < 3) return department;
  return postcode[2] < '2' ? "2A" : "2B";
}

bool is_here(const listing& one, const import_options& options) {
  if (options.only.empty()) return true;
  const std::string& commune = said(one, attribute::commune);
  const std::string department =
      commune.empty() ? department_of_postcode(said(one, attribute::postcode)) : department_of(commune);
  return std::any_of(options.only.begin(), options.only.end(), [&](const area& here) {
    return here.kind == area_kind::department ? department == here.code : commune == here.code;
  });
}

bool is_somewhere(const listing& one) {
  for (const attribute what : {attribute::commune, attribute::address, attribute::postcode})
    if (!said(one, what).empty()) return true;
  if (!said(one, attribute::latitude).empty() && !said(one, attribute::longitude).empty()) return true;
  return std::any_of(one.says.begin(), one.says.end(), [](const said_value& each) {
    return each.what == attribute::channels && each.value != "in_person" && each.value != "itinerant";
  });
}

/// An id is that of a format: two formats may use the same one.
std::string key_of(const file_reader& from, const std::string& id) { return from.mapping.id + "/" + id; }

void refuse(file_reader& from, const listing& one, const char* code, text message, severity level) {
  ++from.report.refused;
  ++from.report.why[code];
  from.findings.tell(one.line, code, std::move(message), {}, level);
}

/// Refuses the listings of one file that are nowhere, or elsewhere, and gathers their ids.
void refuse_places(file_reader& from, const import_options& options, const gazetteer& communes,
                   std::unordered_set<std::string>& refused) {
  std::vector<listing> kept;
  for (listing& one : from.listings) {
    follow_code(communes, one);
    const bool somewhere = is_somewhere(one);
    from.here.push_back(somewhere && is_here(one, options));
    if (from.here.back()) {
      kept.push_back(std::move(one));
      continue;
    }
    refused.insert(key_of(from, one.sources.front().id));
    if (!somewhere)
      refuse(from, one, code::no_place,
             {"ce lieu n'a ni point, ni commune, ni adresse", "this place has no point, commune or address"},
             severity::warning);
    else if (said(one, attribute::commune).empty())
      refuse(from, one, code::elsewhere,
             {"sa commune n'est pas dite : on ne sait pas s'il est ici",
              "its commune is not said: it may be elsewhere"},
             severity::note);
    else {
      ++from.report.refused;
      ++from.report.why[code::elsewhere];
    }
  }
  from.listings = std::move(kept);
}

/// Moves the listings of one file to all.
void keep_places(file_reader& from, std::size_t file, std::vector<listing>& all,
                 std::vector<std::size_t>& owner) {
  std::unordered_set<std::string> ids;
  for (listing& one : from.listings) {
    if (!ids.insert(one.sources.front().producer + "/" + one.sources.front().id).second)
      from.findings.tell(
          one.line, code::same_id,
          {"l'identifiant « " + one.sources.front().id + " » est déjà pris : un autre est donné",
           "the id '" + one.sources.front().id + "' is taken: another one is given"});
    all.push_back(std::move(one));
    owner.push_back(file);
  }
}

bool is_area(attribute what) { return what >= attribute::communes && what <= attribute::countries; }

/// What limits a place: a service without such a limit opens the place.
enum class limit : std::uint8_t { publics, requests, areas, none };

limit limit_of(attribute what) {
  if (what == attribute::publics_only) return limit::publics;
  if (what == attribute::requested_by) return limit::requests;
  return is_area(what) ? limit::areas : limit::none;
}

bool is_of_the_site(attribute what) {
  switch (what) {
    case attribute::address:
    case attribute::complement:
    case attribute::postcode:
    case attribute::town:
    case attribute::commune:
    case attribute::latitude:
    case attribute::longitude: return true;
    default: return false;
  }
}

void add_said(listing& place, const listing& member, const said_value& one, bool open) {
  said_value added{one.what, 0, one.value};
  const bool fits = !is_of_the_site(one.what) && (form_of(one.what).several || said(place, one.what).empty());
  if (open && one.what == attribute::publics_only) {
    added.what = attribute::publics_first;
  } else if (open || !fits) {
    if (said(place, one.what) == one.value) return;
    added.what = attribute::remark;
    added.value = said(member, attribute::name) + ": " + form_of(one.what).name + "=" + one.value;
  }
  place.says.push_back(std::move(added));
}

}  // namespace

void take_in(listing& place, const std::vector<const listing*>& members) {
  std::array<bool, 4> open{};
  for (const listing* each : members) {
    std::array<bool, 4> limited{};
    for (const said_value& one : each->says) limited[static_cast<std::size_t>(limit_of(one.what))] = true;
    for (std::size_t i = 0; i + 1 < open.size(); ++i) open[i] = open[i] || !limited[i];
  }
  for (const listing* each : members)
    for (const said_value& one : each->says) {
      const bool its_own =
          one.what == attribute::id || one.what == attribute::vintage || one.what == attribute::producer;
      if (its_own || one.what == attribute::type) continue;
      if (one.what == attribute::name) {
        if (one.value != said(place, attribute::name))
          place.says.push_back({attribute::remark, 0, "service=" + one.value});
      } else {
        add_said(place, *each, one, open[static_cast<std::size_t>(limit_of(one.what))]);
      }
    }
}

namespace {

void join_members(std::vector<file_reader>& files, const std::unordered_set<std::string>& refused) {
  std::unordered_map<std::string, listing*> by_id;
  for (file_reader& file : files)
    for (listing& one : file.listings) by_id.emplace(key_of(file, one.sources.front().id), &one);
  std::unordered_map<listing*, std::vector<const listing*>> members;
  for (file_reader& file : files)
    for (const auto& [of, one] : file.members) {
      const std::string key = key_of(file, of);
      const auto found = by_id.find(key);
      if (found != by_id.end()) {
        members[found->second].push_back(&one);
        ++file.report.joined;
      } else if (refused.contains(key)) {
        ++file.report.refused;
        ++file.report.why[code::place_refused];
      } else {
        refuse(file, one, code::no_such_record,
               {"aucun lieu gardé n'a l'identifiant « " + of + " »",
                "no place that is kept has the id '" + of + "'"},
               severity::warning);
      }
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

bool read_sources(const std::vector<import_source>& sources, const import_options& options, const pack& rules,
                  std::map<std::string, column_mapping>& mappings, std::vector<file_reader>& files,
                  std::vector<hsds::joined_package>& packages, diagnostics& out) {
  std::unordered_set<std::string> read_with_others;
  for (const import_source& one : sources) {
    if (!mappings.contains(one.mapping)) {
      auto read = load_mapping(one.mapping, rules, out);
      if (!read) return false;
      mappings.emplace(one.mapping, std::move(*read));
    }
    const column_mapping& by = mappings.at(one.mapping);
    if (by.hsds) {
      const auto package = package_of(sources, one);
      if (package.front().file == one.file && read_with_others.insert(one.mapping + "\n" + one.file).second)
        packages.push_back(hsds::read_package(package, by, options, files, out));
      continue;
    }
    files.emplace_back(by, options, one.file, out);
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
  std::vector<import::hsds::joined_package> packages;
  std::optional<gazetteer> communes = import::communes_for(options, found);
  const bool read =
      communes && import::read_sources(sources, options, rules, mappings, files, packages, found);
  if (!read) communes.emplace();
  import_result result;
  std::vector<listing> all;
  std::vector<std::size_t> owner;
  std::unordered_set<std::string> refused;
  for (import::file_reader& file : files) import::refuse_places(file, options, *communes, refused);
  for (auto& each : packages) import::hsds::settle(each, files);
  import::join_members(files, refused);
  for (std::size_t i = 0; i < files.size(); ++i) import::keep_places(files[i], i, all, owner);
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
