#include "import/hsds_cells.h"

#include <algorithm>
#include <array>

#include "aiguillage/area.h"
#include "fold.h"
#include "import/hsds_hours.h"
#include "import/json_rows.h"

namespace aiguillage::import::hsds {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 17;  // the reader refuses half of it already

/// What the parts of a row are called in JSON.
std::string part_name(table_id of) {
  switch (of) {
    case table_id::organization_identifier: return "identifiers";
    case table_id::url: return "additional_urls";
    case table_id::service_capacity: return "capacities";
    case table_id::accessibility:
    case table_id::funding:
    case table_id::eligibility:
    case table_id::payment_accepted:
    case table_id::metadata: return name_of(of);
    case table_id::address: return "addresses";
    default: return std::string(name_of(of)) + "s";
  }
}

/// The column that says of which kind a part is.
const char* kind_column(table_id of) {
  switch (of) {
    case table_id::phone: return "type";
    case table_id::address: return "address_type";
    case table_id::url: return "label";
    case table_id::service_area: return "description";
    default: return "";
  }
}

bool is_link(const std::string& name) { return name == "id" || name.ends_with("_id"); }

std::string joined_words(std::initializer_list<std::string> parts, const char* between) {
  std::string all;
  for (const std::string& one : parts)
    if (!one.empty()) all.append(all.empty() ? "" : between).append(one);
  return all;
}

}  // namespace

known_names::known_names(const column_mapping& by) : mapping(by) {
  for (const column_rule& rule : by.columns)
    for (const std::string& name : rule.from) {
      rules[name].push_back(&rule);
      for (std::size_t end = name.find(' '); end != std::string::npos; end = name.find(' ', end + 1))
        beginnings[name.substr(0, end)] = true;
      beginnings[name] = true;
    }
}

bool known_names::reads(const std::string& beginning) const {
  return beginnings.contains(detail::folded(beginning));
}

bool known_names::several(const std::string& name) const {
  const auto found = rules.find(detail::folded(name));
  if (found == rules.end()) return true;
  return std::all_of(found->second.begin(), found->second.end(), [](const column_rule* rule) {
    return !rule->says || form_of(*rule->says).several || rule->says == attribute::type;
  });
}

void cell_maker::add_cell(const std::string& name, const std::string& value) {
  if (value.empty() || bytes > most_bytes) return;
  const auto there =
      std::find_if(cells.begin(), cells.end(), [&](const named_cell& one) { return one.name == name; });
  if (there == cells.end()) {
    bytes += value.size();
    cells.push_back({name, value});
    return;
  }
  const std::string all = list_separator + there->value + list_separator;
  if (all.find(list_separator + value + list_separator) != std::string::npos) return;
  if (!names.several(name)) return add_cell(name + ".more", value);
  bytes += value.size();
  there->value += list_separator + value;
}

std::string cell_maker::narrowed(const std::string& path, const std::vector<std::string>& words) const {
  for (const std::string& word : words)
    if (std::string name = joined_words({path, word}, "."); !word.empty() && names.reads(name)) return name;
  return path;
}

void cell_maker::add_fields(const std::string& path, const entry& row) {
  for (const field& one : row.fields)
    if (!is_link(one.name) && one.name != "link_entity" && one.name != "resource_type")
      add_cell(path + "." + one.name, one.value);
}

void cell_maker::add_row(const std::string& path, std::size_t row) {
  const entry& of = from.in.rows[row];
  add_fields(path, of);
  if (const std::string& type = value_of(of, "external_identifier_type"); !type.empty())
    if (const std::string name = narrowed(path + ".external_identifier", {type}); names.reads(name))
      add_cell(name, value_of(of, "external_identifier"));
  for (const table_id above : {table_id::program, table_id::organization}) {
    const std::string column = above == table_id::program ? "program_id" : "parent_organization_id";
    const std::size_t found = find_row(from.in, above, value_of(of, column));
    if (found != no_entry && found != row)
      add_cell(path + (above == table_id::program ? ".program" : ".parent"),
               value_of(from.in.rows[found], "name"));
  }
  std::vector<const entry*> schedules;
  std::map<table_id, std::size_t> met;
  for (const std::size_t part : from.parts[row]) {
    const entry& one = from.in.rows[part];
    if (one.why != nullptr || bytes > most_bytes) continue;
    if (one.of == table_id::schedule)
      schedules.push_back(&one);
    else
      add_part(path, one, part);
  }
  add_schedules(path, schedules);
}

void cell_maker::add_part(const std::string& path, const entry& row, std::size_t number) {
  if (row.of == table_id::attribute) return add_attribute(path, row);
  if (row.of == table_id::organization_identifier) return add_identifier(path, row);
  std::string name = path + "." + part_name(row.of);
  if (row.of == table_id::language) {
    const std::string& code = value_of(row, "code");
    add_cell(name, code.empty() ? value_of(row, "name") : code);
    return add_cell(name + ".note", value_of(row, "note"));
  }
  const std::string kind = kind_column(row.of);
  if (!kind.empty()) name = narrowed(name, {value_of(row, kind)});
  if (row.of == table_id::contact) {
    // A person and the ways to reach them stay together.
    add_cell(name, joined_words({value_of(row, "name"), value_of(row, "title"), value_of(row, "department"),
                                 value_of(row, "email")},
                                ", "));
    for (const std::size_t part : from.parts[number])
      if (from.in.rows[part].of == table_id::phone && from.in.rows[part].why == nullptr)
        add_part(name, from.in.rows[part], part);
    return;
  }
  const bool told = name.size() > path.size() + 1 + part_name(row.of).size();
  for (const field& one : row.fields)
    if (!is_link(one.name) && one.name != "link_entity" && one.name != "resource_type" &&
        !(told && one.name == kind))
      add_cell(name + "." + one.name, one.value);
  if (row.of != table_id::phone) return;
  for (const std::size_t part : from.parts[number])
    if (from.in.rows[part].of == table_id::language) add_part(name, from.in.rows[part], part);
}

void cell_maker::add_attribute(const std::string& path, const entry& row) {
  const std::string& id = value_of(row, "taxonomy_term_id");
  std::size_t term = find_row(from.in, table_id::taxonomy_term, id);
  if (term == no_entry)
    term = find_row(from.in, table_id::taxonomy, id.empty() ? value_of(row, "taxonomy_id") : id);
  const entry none;
  const entry& of = term == no_entry ? none : from.in.rows[term];
  std::string taxonomy = value_of(of, "taxonomy");
  if (taxonomy.empty()) taxonomy = value_of(of, "vocabulary");
  const std::size_t whole = find_row(from.in, table_id::taxonomy, value_of(of, "taxonomy_id"));
  if (taxonomy.empty() && whole != no_entry) taxonomy = value_of(from.in.rows[whole], "name");
  const std::string plain = path + ".attributes";
  const std::string name = narrowed(plain, {taxonomy, value_of(row, "link_type")});
  const std::string& code = value_of(of, "code");
  std::string word = name != plain && !code.empty() ? code : value_of(of, "name");
  if (word.empty()) word = code.empty() ? value_of(row, "label") : code;
  if (word.empty() && term == no_entry) word = id;
  add_cell(name, joined_words({word, value_of(row, "value")}, ": "));
}

void cell_maker::add_identifier(const std::string& path, const entry& row) {
  const std::string& scheme = value_of(row, "identifier_scheme");
  const std::string& type = value_of(row, "identifier_type");
  const std::string plain = path + ".identifiers";
  const std::string name = narrowed(plain, {type, scheme});
  const std::string& value = value_of(row, "identifier");
  if (name == plain) return add_cell(name, joined_words({type.empty() ? scheme : type, value}, ": "));
  add_cell(name, value);
  if (names.reads(name + ".scheme")) add_cell(name + ".scheme", scheme);
}

void cell_maker::add_schedules(const std::string& path, const std::vector<const entry*>& all) {
  if (all.empty()) return;
  read_schedules read = hours_of(all, day);
  const std::string name = path + ".schedules";
  add_cell(name, read.hours);
  for (const std::string& one : read.unread) add_cell(name + ".unread", one);
  for (const field& one : read.beside) add_cell(name + "." + one.name, one.value);
  unread.insert(unread.end(), read.unread.begin(), read.unread.end());
  moved = moved || read.moved;
}

namespace {

/// The cells of one record, by their folded names.
struct record_names {
  std::vector<std::string> folded;
  std::size_t name = no_entry;  // the cell that names the place: the same is not its parent

  static bool once(const column_rule& rule) {
    return rule.says && !form_of(*rule.says).several && rule.how == cell_reading::words;
  }
  /// The cell that this rule reads, of those that it could; no_entry when there is none.
  [[nodiscard]] std::size_t first_of(const column_rule& rule) const {
    for (const std::string& wanted : rule.from)
      for (std::size_t i = 0; i < folded.size(); ++i)
        if (folded[i] == wanted && (rule.says != attribute::parent || i != name)) return i;
    return no_entry;
  }
};

}  // namespace

std::vector<cell> record_columns::arranged(const std::vector<named_cell>& from) {
  record_names record;
  for (const named_cell& one : from) record.folded.push_back(detail::folded(one.name));
  for (const column_rule& rule : names.mapping.columns)
    if (rule.says == attribute::name) record.name = record.first_of(rule);
  std::vector<cell> result;
  for (std::size_t i = 0; i < from.size(); ++i) {
    std::vector<const column_rule*> active;
    bool repeated = false;
    const auto known = names.rules.find(record.folded[i]);
    if (known != names.rules.end())
      for (const column_rule* rule : known->second) {
        const std::size_t first = record_names::once(*rule) ? record.first_of(*rule) : i;
        if (first == i)
          active.push_back(rule);
        else if (first != no_entry && from[first].value == from[i].value)
          repeated = true;
      }
    if (repeated) continue;  // it is said already
    const auto [there, fresh] = places.emplace(std::pair{from[i].name, active}, into.headers.size());
    if (fresh) {
      into.headers.push_back(from[i].name);
      into.rules.push_back(active);
    }
    result.push_back({there->second, from[i].value});
  }
  return result;
}

}  // namespace aiguillage::import::hsds
