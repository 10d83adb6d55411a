#include "export/formats.h"
#include "export/json_cells.h"

/// data·inclusion v1: structures, and one service of each that says what only services can.
namespace aiguillage::exports {
namespace {

using report::json;

struct service_writer {
  const job& of;
  std::vector<std::vector<bool>> several;  // of each table and column

  explicit service_writer(const job& given) : of(given) {
    for (const written_table& table : of.by.writes) {
      several.emplace_back();
      for (const written_column& one : table.columns) several.back().push_back(holds_several(of.by, one));
    }
  }
  [[nodiscard]] json object(std::size_t table, const record_cells& cells) const {
    const auto& columns = of.by.writes[table].columns;
    json made = json::object();
    for (std::size_t i = 0; i < columns.size(); ++i)
      made[columns[i].header] = json_cell(columns[i], several[table][i], cells[table][i]);
    return made;
  }
  /// What v1 asks of a service, and the structure says.
  void complete(json& service, const json& structure) const {
    service["id"] = structure["id"].get<std::string>() + "--service";
    service["structure_id"] = structure["id"];
    for (const char* same : {"source", "nom", "date_maj", "description"}) service[same] = structure[same];
    if (!service["description"].is_null()) return;
    service["description"] = structure["nom"];
    of.count.add("description");
  }
};

bool says_something(const std::vector<std::vector<std::string>>& cells) {
  for (const auto& one : cells)
    if (!one.empty()) return true;
  return false;
}

}  // namespace

void write_data_inclusion(const job& of) {
  const service_writer with(of);
  json structures = json::array();
  json services = json::array();
  const auto on_row = [&](const row_writer&, const record_cells& cells, const listing&) {
    structures.push_back(with.object(0, cells));
    if (cells.size() < 2 || !says_something(cells[1])) return;
    services.push_back(with.object(1, cells));
    with.complete(services.back(), structures.back());
  };
  write_rows(of.land, of.rules, of.by, syntax::json, on_row, of.count);
  of.out = report::written({{"structures", std::move(structures)}, {"services", std::move(services)}});
}

}  // namespace aiguillage::exports
