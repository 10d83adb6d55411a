#include "import/reader.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <limits>
#include <utility>

#include "aiguillage/date.h"
#include "fold.h"
#include "import/cells.h"
#include "import/codes.h"
#include "import/json_rows.h"

namespace aiguillage::import {
namespace {

/// The date in the name of a file: liste-fs-20240801.csv, annuaire_2019-09.csv; a month or a year alone begins it.
std::string date_in(const std::string& name) {
  std::string digits;
  std::string best;
  for (const char c : name + ".") {
    if (c >= '0' && c <= '9') {
      digits += c;
      continue;
    }
    if (c == '-' && (digits.size() == 4 || digits.size() == 6)) continue;
    std::string date = digits.substr(0, 4);
    date += "-" + (digits.size() >= 6 ? digits.substr(4, 2) : "01");
    date += "-" + (digits.size() == 8 ? digits.substr(6, 2) : "01");
    const auto found = parse_date(date);
    const bool length = digits.size() == 4 || digits.size() == 6 || digits.size() == 8;
    if (length && found && found->year >= 1990 && found->year < 2100) best = date;
    digits.clear();
  }
  return best;
}

/// More than this is no description of a place (assumed); a file of a territory holds some ten of them.
constexpr std::size_t largest_record = std::size_t{1} << 16;

text in_quotes(std::string_view value) {
  const std::string words = shown(value);
  return {"« " + words + " »", "'" + words + "'"};
}

/// One record while it is read.
struct record {
  file_reader& into;
  const std::vector<cell>& cells;
  listing made;
  std::array<std::string, 7> days;
  bool has_days = false;
  bool not_a_place = false;  // its type is in the list of words, and is none of ours
  bool others_too = false;   // beside the publics that are named
  std::string type_word;
  std::string member_of;
  std::size_t type_rank = std::numeric_limits<std::size_t>::max();

  void say(attribute what, std::string value) { made.says.push_back({what, 0, std::move(value)}); }
  void remark(std::size_t column, std::string_view value) {
    const std::string& name = into.headers[column];
    std::string words;
    words.reserve(name.size() + 1 + value.size());
    words.append(name).append(1, '=').append(value);
    std::replace(words.begin() + static_cast<std::ptrdiff_t>(name.size()), words.end(), list_separator, '|');
    say(attribute::remark, std::move(words));
  }
  void unread(std::size_t column, const std::string& value) { ++into.unread[{column, value}]; }
};

void read_day(record& to, const column_rule& rule, const cell& from) {
  to.has_days = true;
  std::string& day = to.days[static_cast<std::size_t>(rule.day)];
  const text what = in_quotes(from.value);
  const std::string& header = to.into.headers[from.column];
  if (auto spans = day_hours(from.value)) {
    day = std::move(spans->osm);
    const std::string kept = day.empty() ? "fermé / closed" : day;
    if (!spans->plain)
      to.into.findings.tell(
          to.made.line, code::odd_hours,
          {header + " : " + what.fr + " se lit " + kept, header + ": " + what.en + " is read as " + kept});
    return;
  }
  to.into.findings.tell(
      to.made.line, code::unread_cell,
      {header + " : " + what.fr + " n'est pas un horaire", header + ": " + what.en + " is no opening time"},
      {"les heures de ce jour sont inconnues", "the hours of this day are not known"});
  std::string comment(from.value);
  std::replace(comment.begin(), comment.end(), '"', '\'');
  day = "unknown \"" + comment + "\"";
}

/// What the column that says the kind of an area says; "" when none does.
std::string kind_word(const record& of, const column_rule& rule) {
  for (const cell& each : of.cells)
    if (!rule.kind_from.empty() && detail::folded(of.into.headers[each.column]) == rule.kind_from)
      return detail::folded(each.value);
  return "";
}

void read_areas(record& to, const column_rule& rule, const cell& from, std::string_view value) {
  if (const auto found = area_of_code(value, kind_word(to, rule))) {
    to.say(attribute_of(found->kind), found->code);
  } else {
    to.unread(from.column, std::string(value));
    to.remark(from.column, value);
  }
}

/// Of several types, the first of the mapping stands first.
void rank_type(record& to, std::size_t rank) {
  std::vector<said_value>& says = to.made.says;
  if (says.empty() || says.back().what != attribute::type) return;
  if (rank < to.type_rank)
    for (said_value& each : says)
      if (each.what == attribute::type) {
        std::swap(each.value, says.back().value);
        break;
      }
  to.type_rank = std::min(to.type_rank, rank);
}

/// What a word of a list says; true when the list has it.
bool read_listed(record& to, const column_rule& rule, std::string_view value) {
  const attribute says = rule.says.value_or(attribute::remark);
  if (!rule.listed) return false;
  const met_word met = to.into.words.find(rule, value);
  if (met.says == nullptr) return false;
  for (const std::string& word : *met.says) to.say(says, word);
  if (says == attribute::type) rank_type(to, met.rank);
  if (says == attribute::type && met.says->empty()) to.not_a_place = true;
  if (says == attribute::publics_only && met.says->empty()) to.others_too = true;
  return true;
}

void read_value(record& to, const column_rule& rule, const cell& from, std::string_view value) {
  const attribute says = rule.says.value_or(attribute::remark);
  if (says == attribute::type && to.type_word.empty()) to.type_word = std::string(value);
  if (read_listed(to, rule, value)) return;
  if (rule.listed && rule.others == other_words::skip) return;
  if (rule.listed && rule.others == other_words::remark) {
    if (says == attribute::publics_only) to.others_too = true;
    to.unread(from.column, std::string(value));
    to.remark(from.column, value);
    return;
  }
  if (says == attribute::remark) {
    to.remark(from.column, value);
    return;
  }
  if (auto clean = clean_value(says, value)) {
    to.say(says, std::move(*clean));
    return;
  }
  const text what = in_quotes(value);
  to.into.findings.tell(to.made.line, code::unread_cell,
                        {to.into.headers[from.column] + " : " + what.fr + " ne se lit pas",
                         to.into.headers[from.column] + ": " + what.en + " cannot be read"},
                        {"gardé en remarque", "kept as a remark"});
  to.remark(from.column, value);
}

void read_item(record& to, const column_rule& rule, const cell& from, std::string_view value) {
  if (rule.how == cell_reading::areas)
    read_areas(to, rule, from, value);
  else if (rule.how == cell_reading::remarks)
    to.say(attribute::remark, std::string(value));
  else
    read_value(to, rule, from, value);
}

/// Longitude, then latitude, of a list.
void read_point(record& to, const column_rule& rule, const cell& from, char separator) {
  const attribute says = rule.says.value_or(attribute::remark);
  std::string_view value = from.value;
  const std::size_t between = value.find(separator);
  if (separator == 0 || between == std::string_view::npos) {
    to.unread(from.column, std::string(value));
    to.remark(from.column, value);
    return;
  }
  value = says == attribute::longitude ? value.substr(0, between) : value.substr(between + 1);
  read_value(to, rule, from, value.substr(0, value.find(separator)));
}

/// The values of a cell where \\ stands before a separator that is part of one.
void read_escaped(record& to, const column_rule& rule, const cell& from) {
  std::string value;
  for (std::size_t i = 0; i <= from.value.size(); ++i) {
    const char c = i < from.value.size() ? from.value[i] : '\0';
    if (c == '\\' && i + 1 < from.value.size()) {
      value += from.value[++i];
    } else if (i == from.value.size() || rule.separators.find(c) != std::string::npos) {
      if (const auto word = detail::trimmed(value); !word.empty()) read_item(to, rule, from, word);
      value.clear();
    } else {
      value += c;
    }
  }
}

void read_cell(record& to, const column_rule& rule, const cell& from, char separator) {
  if (!rule.says) return;
  if (rule.how == cell_reading::day_hours) return read_day(to, rule, from);
  if (rule.how == cell_reading::point) return read_point(to, rule, from, separator);
  const bool escapes = to.into.mapping.escapes && !rule.separators.empty();
  if (escapes && separator == 0) return read_escaped(to, rule, from);
  // The values of a list are whole: nothing stands between parts of one.
  const bool is_list = separator != 0 && from.value.find(separator) != std::string_view::npos;
  const std::string_view separators = is_list   ? std::string_view(&separator, 1)
                                      : escapes ? std::string_view{}
                                                : std::string_view(rule.separators);
  std::string_view rest = from.value;
  while (!rest.empty()) {
    const std::size_t end = separators.empty() ? std::string_view::npos : rest.find_first_of(separators);
    const std::string_view value = detail::trimmed(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    if (!value.empty()) read_item(to, rule, from, value);
  }
}

void read_all(record& one, char separator) {
  file_reader& into = one.into;
  for (const cell& each : one.cells) {
    if (each.column == into.member_of) one.member_of = std::string(detail::trimmed(each.value));
    for (const column_rule* rule : into.rules[each.column]) read_cell(one, *rule, each, separator);
    if (into.rules[each.column].empty() && each.column != into.member_of) {
      one.unread(each.column, "");
      one.remark(each.column, each.value);
    }
  }
  if (one.has_days) {
    const std::string week = week_hours(one.days);
    one.say(attribute::hours, week.empty() ? "off" : week);
  }
  for (said_value& each : one.made.says)
    if (one.others_too && each.what == attribute::publics_only) each.what = attribute::publics_first;
}

void refuse(file_reader& into, int line, const char* code, text message, text hint) {
  ++into.report.refused;
  ++into.report.why[code];
  into.findings.tell(line, code, std::move(message), std::move(hint));
}

/// The type, by its columns or by the mapping; false once the record is refused.
bool settle_type(record& to) {
  if (!said(to.made, attribute::type).empty()) return true;
  const column_mapping& by = to.into.mapping;
  if (!by.type.empty()) {
    to.say(attribute::type, by.type);
    return true;
  }
  if (!by.otherwise.empty() && !to.not_a_place) {
    to.say(attribute::type, by.otherwise);
    to.made.assumed.push_back(attribute::type);
    return true;
  }
  const text what = in_quotes(to.type_word);
  refuse(to.into, to.made.line, code::unknown_type,
         to.type_word.empty() ? text{"aucun type d'acteur n'est dit", "no type of actor is said"}
                              : text{what.fr + " n'est pas un type d'acteur du jeu de règles",
                                     what.en + " is no type of actor of the pack"},
         {"ajoutez ce mot à la colonne du type, dans le fichier de correspondance",
          "add this word to the column of the type, in the mapping file"});
  return false;
}

bool settle_name(record& to) {
  if (!said(to.made, attribute::name).empty()) return true;
  refuse(to.into, to.made.line, code::no_name, {"ce lieu n'a pas de nom", "this place has no name"},
         {"sans nom, on ne peut y envoyer personne", "nobody can be sent to a place without a name"});
  return false;
}

std::string vintage_of(record& to) {
  const std::string& own = said(to.made, attribute::vintage);
  if (!own.empty()) return own;
  if (to.into.vintage.empty() && !to.into.undated) {
    to.into.undated = true;
    to.into.findings.tell(to.made.line, code::no_vintage,
                          {"ni l'enregistrement ni le nom du fichier ne disent de quand il date",
                           "neither the record nor the name of the file says of which day this is"},
                          {"donnez --vintage AAAA-MM-JJ", "give --vintage YYYY-MM-DD"}, severity::error);
  }
  return to.into.vintage;
}

}  // namespace

file_reader::file_reader(const column_mapping& by, const import_options& options, const std::string& name,
                         diagnostics& out)
    : mapping(by), findings(name, options.findings, out), words(by) {
  vintage =
      options.vintage.empty() ? date_in(std::filesystem::path(name).filename().string()) : options.vintage;
  report.file = name;
}

namespace {

/// What is said once is said by the first of its columns that the file has: a column that comes before gives way.
bool takes_it(file_reader& into, const column_rule& rule, const std::string& name) {
  const bool several = rule.says && form_of(*rule.says).several;
  if (several || !rule.says || rule.how != cell_reading::words) return true;
  const auto rank = [&](const std::string& of) { return std::find(rule.from.begin(), rule.from.end(), of); };
  for (std::size_t i = 0; i + 1 < into.rules.size(); ++i) {
    auto& there = into.rules[i];
    const auto bound = std::find(there.begin(), there.end(), &rule);
    if (bound == there.end()) continue;
    if (rank(detail::folded(into.headers[i])) <= rank(name)) return false;
    there.erase(bound);
  }
  return true;
}

}  // namespace

std::size_t add_column(file_reader& into, const std::string& header) {
  const std::string name = detail::folded(header);
  const std::size_t place = into.headers.size();
  into.headers.push_back(header.empty() ? "colonne " + std::to_string(place + 1) : header);
  into.rules.emplace_back();
  for (const column_rule& rule : into.mapping.columns)
    if (std::find(rule.from.begin(), rule.from.end(), name) != rule.from.end() && takes_it(into, rule, name))
      into.rules[place].push_back(&rule);
  if (!name.empty() && name == into.mapping.member_of) into.member_of = place;
  return place;
}

bool has_its_columns(file_reader& into, int line) {
  bool all = true;
  for (const column_rule& rule : into.mapping.columns) {
    if (!rule.required) continue;
    const bool there = std::any_of(into.rules.begin(), into.rules.end(), [&](const auto& rules) {
      return std::find(rules.begin(), rules.end(), &rule) != rules.end();
    });
    if (there) continue;
    all = false;
    into.findings.tell(line, code::missing_column,
                       {"il manque la colonne « " + rule.from.front() + " »",
                        "the column '" + rule.from.front() + "' is missing"},
                       {"ce fichier n'est pas du format « " + into.mapping.id + " », ou d'une autre version",
                        "this file is not of the format '" + into.mapping.id + "', or of another version"},
                       severity::error);
  }
  return all;
}

void read_record(file_reader& into, int line, const std::vector<cell>& cells, char separator) {
  ++into.report.records;
  std::size_t bytes = 0;
  for (const cell& each : cells) bytes += each.value.size();
  if (bytes > largest_record)
    return refuse(into, line, code::too_large,
                  {"cet enregistrement dépasse 64 Kio", "this record is over 64 KiB"}, {});
  record one{into, cells, {}, {}, false, false, false, {}, {}};
  one.made.line = line;
  one.made.says.reserve(cells.size() + 2);
  read_all(one, separator);
  const bool member = !one.member_of.empty();
  if (!member && (!settle_name(one) || !settle_type(one))) return;
  std::string id = said(one.made, attribute::id);
  if (id.empty()) id = std::to_string(separator == 0 ? line : static_cast<int>(into.report.records));
  const std::string& producer = said(one.made, attribute::producer);
  one.made.sources.push_back({producer.empty() ? into.mapping.producer : producer,
                              std::move(id),
                              member ? "" : vintage_of(one),
                              {}});
  if (member)
    into.members.emplace_back(std::move(one.member_of), std::move(one.made));
  else
    into.listings.push_back(std::move(one.made));
}

std::vector<said_value> read_cells(file_reader& into, const std::vector<cell>& cells, char separator,
                                   int line) {
  record one{into, cells, {}, {}, false, false, false, {}, {}};
  one.made.line = line;
  read_all(one, separator);
  return std::move(one.made.says);
}

}  // namespace aiguillage::import
