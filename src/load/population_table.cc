#include <algorithm>
#include <cmath>
#include <filesystem>
#include <unordered_set>

#include "aiguillage/area.h"
#include "load/population_parts.h"
#include "load/tables.h"
#include "load/values.h"
#include "table/columns.h"
#include "table/numbers.h"

namespace aiguillage::load {
namespace {

using yaml::value_kind;

constexpr std::int64_t hundred = 100000;  // of margins, in thousandths
constexpr std::int64_t most_thousandths = 1000000000000;
constexpr table::csv_limits line_limits{std::size_t{1} << 16U, 1000, 20};

/// Where a number of each line comes from: a column, or a share of what the others leave of 100.
struct measure {
  std::size_t column = table::no_column;  // of table_plan::columns
  std::int64_t times = 1000;              // thousandths
  std::optional<std::int64_t> missing;    // thousandths, for an empty cell; none: it is an error
  std::int64_t rest = 0;                  // thousandths
};

/// Lines whose cell in a column is one of these words.
struct line_filter {
  std::size_t column = 0;
  std::vector<std::string> any_of;
};

/// What the file says of the table.
struct table_plan {
  std::vector<table::column_name> columns;
  std::vector<line_filter> only;
  std::size_t area = 0;
  std::optional<std::size_t> commune;
  std::optional<std::size_t> title;
  measure people;
  std::vector<std::vector<measure>> margins;  // by counted trait and value
  std::vector<std::string> sources;
};

std::size_t column_at(table_plan& plan, const std::string& name) {
  const auto same = [&](const table::column_name& one) { return one.name == name; };
  const auto found = std::find_if(plan.columns.begin(), plan.columns.end(), same);
  if (found != plan.columns.end()) return static_cast<std::size_t>(found - plan.columns.begin());
  plan.columns.push_back({name});
  return plan.columns.size() - 1;
}

std::optional<std::size_t> optional_column(const yaml::node& line, const char* key, table_plan& plan) {
  const std::string name = text_at(line, key);
  return name.empty() ? std::nullopt : std::optional(column_at(plan, name));
}

measure read_measure(const yaml::node& given, bool of_margin, table_plan& plan, const sink& to) {
  yaml::check_keys(given, measure_keys(), to.file, to.out);
  measure read;
  const auto number = [&](const char* key) -> std::optional<std::int64_t> {
    const yaml::node* value = child(given, key, value_kind::decimal);
    return value == nullptr ? std::nullopt : read_thousandths(*value, key, content::not_negative, to);
  };
  const bool rests = given.find("rest") != nullptr;
  if (rests == (given.find("column") != nullptr) || (rests && !of_margin)) {
    report(to, given, code::wrong_shape,
           of_margin ? text{"il faut « column » ou « rest », l'un des deux",
                            "'column' or 'rest' is expected, one of the two"}
                     : text{"il faut « column »", "'column' is expected"});
    return read;
  }
  if (rests) {
    read.rest = number("rest").value_or(0);
    return read;
  }
  read.column = column_at(plan, text_at(given, "column"));
  read.times = number("times").value_or(1000);
  read.missing = number("missing");
  return read;
}

void read_trait_measures(const yaml::node& margins, const trait& of, table_plan& plan, const sink& to) {
  std::vector<measure>& read = plan.margins.emplace_back(of.values.size());
  const yaml::node* given = child(margins, of.id.c_str(), value_kind::mapping);
  if (given == nullptr || given->entries.empty()) {
    const text said = load::quoted(of.id);
    report(to, margins, code::empty_list,
           {"il faut des parts pour " + said.fr, "shares are expected for " + said.en});
    return;
  }
  for (const yaml::entry& one : given->entries) {
    const auto found = std::find(of.values.begin(), of.values.end(), one.key);
    if (found == of.values.end())
      report_unknown(key_word(one), code::unknown_value,
                     {"ce trait n'a pas cette valeur", "this trait does not have this value"}, of.values, to);
    else if (is_kind(one.value, value_kind::mapping, one.key, to))
      read[static_cast<std::size_t>(found - of.values.begin())] = read_measure(one.value, true, plan, to);
  }
}

table_plan read_plan(const yaml::node& line, const populating& with, const sink& to) {
  table_plan plan;
  yaml::check_keys(line, areas_table_keys(), to.file, to.out);
  plan.area = column_at(plan, text_at(line, "area"));
  plan.commune = optional_column(line, "commune", plan);
  plan.title = optional_column(line, "title", plan);
  plan.sources = texts_at(line, "sources");
  if (const yaml::node* people = child(line, "people", value_kind::mapping))
    plan.people = read_measure(*people, false, plan, to);
  if (const yaml::node* only = child(line, "only", value_kind::mapping))
    for (const yaml::entry& one : only->entries) {
      line_filter& kept = plan.only.emplace_back();
      kept.column = column_at(plan, one.key);
      for (const yaml::node* word : list_at(*only, one.key.c_str())) kept.any_of.push_back(word->scalar);
    }
  if (const yaml::node* margins = child(line, "margins", value_kind::mapping)) {
    for (std::size_t i = 0; i < with.read.counted; ++i)
      read_trait_measures(*margins, with.read.traits.items[i], plan, to);
    for (const yaml::entry& one : margins->entries)
      if (find_named(with.read.traits, one.key).index() >= with.read.counted)
        report(to, one, code::unknown_name,
               {quoted(one.key).fr + " n'est pas un trait compté",
                quoted(one.key).en + " is not a counted trait"});
  }
  return plan;
}

/// Reads the areas, one for each line.
struct area_reader {
  const table_plan& plan;
  populating& into;
  std::size_t most_areas;
  std::unordered_set<std::string> seen;

  void take(const table::row& line, const table::columns& found, table::findings& said);

 private:
  [[nodiscard]] bool wanted(const table::row& line, const table::columns& found) const;
  [[nodiscard]] std::optional<std::int64_t> number(const measure& of, const table::row& line,
                                                   const table::columns& found, table::findings& said) const;
  [[nodiscard]] std::optional<std::vector<std::int64_t>> margin(const std::vector<measure>& of,
                                                                const table::row& line,
                                                                const table::columns& found,
                                                                table::findings& said) const;
};

bool area_reader::wanted(const table::row& line, const table::columns& found) const {
  return std::all_of(plan.only.begin(), plan.only.end(), [&](const line_filter& one) {
    const std::string_view cell = found.cell(line, one.column);
    return std::find(one.any_of.begin(), one.any_of.end(), cell) != one.any_of.end();
  });
}

/// Thousandths, multiplied; nothing, reported, when there is no such number.
std::optional<std::int64_t> area_reader::number(const measure& of, const table::row& line,
                                                const table::columns& found, table::findings& said) const {
  const std::string_view cell = found.cell(line, of.column);
  std::int64_t read = of.missing.value_or(0);
  if (!cell.empty() || !of.missing) {
    const std::optional<double> value = table::decimal(cell);
    if (!value || !(*value >= 0) || *value > 1e9) {
      const text word = load::quoted(std::string(cell));
      const std::string& column = plan.columns[of.column].name;
      said.add(severity::error, code::out_of_range, line.line,
               {column + " : " + word.fr + " n'est pas un nombre de 0 à 1000000000",
                column + ": " + word.en + " is not a number from 0 to 1000000000"},
               {"« missing » dit ce que vaut une case vide", "'missing' says what an empty cell stands for"});
      return std::nullopt;
    }
    read = std::llround(*value * 1000);
  }
  if (of.times > 0 && read > most_thousandths * 1000 / of.times) {
    const std::string& column = plan.columns[of.column].name;
    said.add(severity::error, code::out_of_range, line.line,
             {column + " : multiplié par « times », ce nombre dépasse 1000000000",
              column + ": times 'times', this number is greater than 1000000000"});
    return std::nullopt;
  }
  return (read * of.times + 500) / 1000;
}

/// Shares of 100 where columns give them; the others share what is left, if anything is.
std::optional<std::vector<std::int64_t>> area_reader::margin(const std::vector<measure>& of,
                                                             const table::row& line,
                                                             const table::columns& found,
                                                             table::findings& said) const {
  std::vector<std::int64_t> shares;
  std::int64_t left = hundred;
  std::int64_t rests = 0;
  for (const measure& one : of) {
    rests += one.rest;
    shares.push_back(0);
    if (one.column == table::no_column) continue;
    const std::optional<std::int64_t> read = number(one, line, found, said);
    if (!read) return std::nullopt;
    shares.back() = *read;
    left -= *read;
  }
  for (std::size_t i = 0; i < of.size(); ++i)
    if (of[i].rest > 0 && left > 0) shares[i] = left * of[i].rest / rests;
  return shares;
}

void area_reader::take(const table::row& line, const table::columns& found, table::findings& said) {
  if (into.read.areas.size() > most_areas || !wanted(line, found)) return;
  people_area read;
  read.id = found.cell(line, plan.area);
  if (read.id.empty() || !seen.insert(read.id).second) {
    const text name = load::quoted(read.id);
    said.add(severity::error, code::duplicate_id, line.line,
             {name.fr + " : une zone a un code, et une seule ligne",
              name.en + ": an area has a code, and one line only"});
    return;
  }
  if (plan.commune) read.commune = found.cell(line, *plan.commune);
  if (!read.commune.empty() && !is_code(area_kind::commune, read.commune)) {
    const text name = load::quoted(read.commune);
    said.add(severity::error, code::code_pattern, line.line,
             {name.fr + " n'est pas un code de commune", name.en + " is not a commune code"});
    return;
  }
  if (plan.title) read.title.fr = read.title.en = found.cell(line, *plan.title);
  const std::optional<std::int64_t> people = number(plan.people, line, found, said);
  if (!people) return;
  read.people = (*people + 500) / 1000;
  for (const std::vector<measure>& one : plan.margins) {
    std::optional<std::vector<std::int64_t>> shares = margin(one, line, found, said);
    if (!shares) return;
    read.margins.push_back(std::move(*shares));
  }
  read.sources = plan.sources;
  into.read.areas.push_back(std::move(read));
}

}  // namespace

void read_areas_table(const yaml::node& line, populating& into, const sink& to) {
  const std::size_t before = to.out.size();
  const table_plan plan = read_plan(line, into, to);
  if (to.out.size() > before) return;
  if (!into.path) {
    report(to, line, code::wrong_shape,
           {"un tableau se lit à côté d'un fichier, pas depuis la mémoire",
            "a table is read beside a file, not from memory"});
    return;
  }
  const std::string path =
      (std::filesystem::path(*into.path).parent_path() / text_at(line, "file")).lexically_normal().string();
  area_reader reader{plan, into, most_areas(into.read), {}};
  const auto take = [&](const table::row& row, const table::columns& found, table::findings& said) {
    reader.take(row, found, said);
  };
  if (table::read_named_columns(path, line_limits, plan.columns, take, to.out) && into.read.areas.empty())
    report(to, line, code::empty_list,
           {"aucune ligne de ce tableau n'est une zone", "no line of this table is an area"});
}

}  // namespace aiguillage::load
