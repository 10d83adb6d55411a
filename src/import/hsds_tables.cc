#include "import/hsds_tables.h"

#include <algorithm>
#include <filesystem>

#include "fold.h"
#include "import/codes.h"
#include "import/json_rows.h"

namespace aiguillage::import::hsds {
namespace {

/// Names without the s of a plural; the first of a table is the one of today.
struct table_name {
  const char* name;
  table_id of;
};

constexpr std::array names{table_name{"organization", table_id::organization},
                           table_name{"service", table_id::service},
                           table_name{"location", table_id::location},
                           table_name{"service_at_location", table_id::service_at_location},
                           table_name{"program", table_id::program},
                           table_name{"contact", table_id::contact},
                           table_name{"phone", table_id::phone},
                           table_name{"address", table_id::address},
                           table_name{"physical_address", table_id::address},
                           table_name{"postal_address", table_id::address},
                           table_name{"schedule", table_id::schedule},
                           table_name{"regular_schedule", table_id::schedule},
                           table_name{"holiday_schedule", table_id::schedule},
                           table_name{"language", table_id::language},
                           table_name{"accessibility", table_id::accessibility},
                           table_name{"accessibilities", table_id::accessibility},
                           table_name{"accessibility_for_disabilities", table_id::accessibility},
                           table_name{"service_area", table_id::service_area},
                           table_name{"cost_option", table_id::cost_option},
                           table_name{"required_document", table_id::required_document},
                           table_name{"funding", table_id::funding},
                           table_name{"eligibility", table_id::eligibility},
                           table_name{"eligibilities", table_id::eligibility},
                           table_name{"payment_accepted", table_id::payment_accepted},
                           table_name{"payments_accepted", table_id::payment_accepted},
                           table_name{"organization_identifier", table_id::organization_identifier},
                           table_name{"url", table_id::url},
                           table_name{"additional_url", table_id::url},
                           table_name{"additional_website", table_id::url},
                           table_name{"service_capacity", table_id::service_capacity},
                           table_name{"service_capacities", table_id::service_capacity},
                           table_name{"capacities", table_id::service_capacity},
                           table_name{"unit", table_id::unit},
                           table_name{"taxonomy", table_id::taxonomy},
                           table_name{"taxonomies", table_id::taxonomy},
                           table_name{"taxonomy_detail", table_id::taxonomy},
                           table_name{"taxonomy_term", table_id::taxonomy_term},
                           table_name{"attribute", table_id::attribute},
                           table_name{"service_attribute", table_id::attribute},
                           table_name{"other_attribute", table_id::attribute},
                           table_name{"service_taxonomy", table_id::attribute},
                           table_name{"metadata", table_id::metadata}};

bool is_one_of(std::string_view name, std::string_view known) {
  const auto plain = [&](std::string_view plural) {
    return plural == known || (plural.starts_with(known) &&
                               (plural.substr(known.size()) == "s" || plural.substr(known.size()) == "es"));
  };
  if (plain(name)) return true;
  constexpr std::string_view first = "services_";  // services_at_location, services_taxonomy
  return name.starts_with(first) && known.starts_with("service_") &&
         plain(std::string("service_").append(name.substr(first.size())));
}

/// A place whose row needs an id: others name it.
bool is_named(table_id of) { return of <= table_id::service_at_location; }

void tell_row(file_reader& to, const entry& row, const char* code, text message, text hint) {
  to.findings.tell(row.line, code, std::move(message), std::move(hint));
}

void settle_id(package& in, entry& row, file_reader& to) {
  const std::string id = value_of(row, "id");
  if (id.empty()) {
    if (!is_named(row.of) || row.of == table_id::service_at_location) return;
    row.why = code::no_id;
    tell_row(to, row, code::no_id, {"cette ligne n'a pas d'identifiant", "this row has no id"}, {});
    return;
  }
  const auto [there, fresh] = in.by_id[static_cast<std::size_t>(row.of)].emplace(id, in.rows.size());
  if (fresh || (!is_named(row.of) && row.why == nullptr)) return;
  if (!row.counted) {  // the same, nested again: it may say more
    entry& first = in.rows[there->second];
    for (field& one : row.fields)
      if (value_of(first, one.name).empty()) first.fields.push_back(std::move(one));
  }
  row.why = code::same_id;
  if (row.counted)
    tell_row(to, row, code::same_id,
             {"l'identifiant « " + id + " » est déjà celui d'une autre ligne de " + name_of(row.of),
              "the id '" + id + "' is that of another row of " + name_of(row.of)},
             {"la première est gardée", "the first one is kept"});
}

}  // namespace

std::string add_row(package& in, entry row, file_reader& to) {
  std::string id = value_of(row, "id");
  std::string whole(1, static_cast<char>('A' + static_cast<int>(row.of)));
  for (const field& one : row.fields)
    if (one.name != "id" || one.value.front() != given_id)
      whole.append(one.name).append("\x1e").append(one.value).append("\x1f");
  in.given[static_cast<std::size_t>(row.of)] = true;
  const auto [there, fresh] = in.seen.emplace(std::move(whole), id);
  if (!fresh) {
    id = there->second;
    row.why = code::same_id;
    if (row.counted)
      tell_row(to, row, code::same_id, {"cette ligne est déjà là", "this row is there already"}, {});
  } else {
    settle_id(in, row, to);
  }
  if (row.counted || row.why == nullptr) in.rows.push_back(std::move(row));
  return id;
}

const std::string& value_of(const entry& row, std::string_view name) {
  static const std::string nothing;
  const auto found =
      std::find_if(row.fields.begin(), row.fields.end(), [&](const field& one) { return one.name == name; });
  return found == row.fields.end() ? nothing : found->value;
}

std::size_t find_row(const package& in, table_id of, const std::string& id) {
  const auto& ids = in.by_id[static_cast<std::size_t>(of)];
  const auto found = ids.find(id);
  return found == ids.end() ? no_entry : found->second;
}

table_id table_of_name(std::string_view name) {
  const auto found = std::find_if(names.begin(), names.end(),
                                  [&](const table_name& one) { return is_one_of(name, one.name); });
  return found == names.end() ? table_id::none : found->of;
}

const char* name_of(table_id one) {
  const auto found =
      std::find_if(names.begin(), names.end(), [&](const table_name& known) { return known.of == one; });
  return found == names.end() ? "" : found->name;
}

std::string link_to(table_id one) { return std::string(name_of(one)) + "_id"; }

namespace {

namespace fs = std::filesystem;
constexpr const char* description = "datapackage.json";

/// A file of a package stands beside its description, or below.
bool stays_inside(const fs::path& inside) {
  return !inside.empty() && inside.is_relative() &&
         std::none_of(inside.begin(), inside.end(), [](const fs::path& part) { return part == ".."; });
}

std::vector<package_file> described_files(const fs::path& file, const std::string& mapping,
                                          diagnostics& out) {
  std::vector<package_file> files;
  const auto on_resource = [&](int, const std::string&, const json_tree& one) {
    std::string name;
    for (const json_tree& each : one.inside)
      if (each.key == "name") name = detail::slug(each.text);
    for (const json_tree& each : one.inside) {
      if (each.key != "path") continue;
      const std::vector<json_tree> paths = each.inside.empty() ? std::vector{each} : each.inside;
      for (const json_tree& path : paths)
        if (std::error_code failed;
            stays_inside(path.text) && fs::exists(file.parent_path() / path.text, failed))
          files.push_back({{mapping, (file.parent_path() / path.text).string(), std::nullopt}, name});
    }
  };
  const json_trees how{[](const std::string& key) { return key == "resources"; }, on_resource};
  std::size_t refused = 0;
  static_cast<void>(read_json_trees(file.string(), how, refused, out));
  return files;
}

}  // namespace

std::vector<package_file> files_of(const import_source& from, diagnostics& out) {
  const fs::path path(from.file);
  std::error_code failed;
  if (from.content || (path.filename() != description && !fs::is_directory(path, failed)))
    return {{from, ""}};
  const fs::path folder = path.filename() == description ? path.parent_path() : path;
  std::vector<package_file> files;
  if (fs::exists(folder / description, failed))
    files = described_files(folder / description, from.mapping, out);
  std::vector<std::string> found;
  for (const auto& one : fs::directory_iterator(folder.empty() ? fs::path(".") : folder, failed)) {
    const std::string end = one.path().extension().string();
    const bool fits = end == ".csv" || end == ".json" || end == ".jsonl" || end == ".ndjson";
    if (fits && one.path().filename() != description)
      found.push_back((folder / one.path().filename()).string());
  }
  std::sort(found.begin(), found.end());
  for (const std::string& one : found)
    if (std::none_of(files.begin(), files.end(), [&](const auto& known) { return known.from.file == one; }))
      files.push_back({{from.mapping, one, std::nullopt}, ""});
  return files;
}

}  // namespace aiguillage::import::hsds
