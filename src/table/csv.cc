#include "table/csv.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include "table/codes.h"
#include "table/reader.h"

namespace aiguillage::table {
namespace {

/// The separator that the first line holds most often outside quotes; a comma when none.
char separator_of(std::string_view line) {
  constexpr std::string_view candidates = ",;|\t";
  std::array<std::size_t, 4> seen{};
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    const std::size_t which = candidates.find(c);
    if (!quoted && which != std::string_view::npos) ++seen[which];
  }
  return candidates[static_cast<std::size_t>(std::max_element(seen.begin(), seen.end()) - seen.begin())];
}

std::string trimmed(std::string_view name) {
  constexpr std::string_view spaces = " \t\r\n";
  const std::size_t first = name.find_first_not_of(spaces);
  if (first == std::string_view::npos) return {};
  return std::string(name.substr(first, name.find_last_not_of(spaces) - first + 1));
}

/// The names of a heading, without the empty ones at its end; nothing when it cannot be read, which is said.
std::optional<heading> heading_of(const record& from, char separator, findings& to,
                                  const csv_limits& bounds) {
  const cell_list& cells = from.cells;
  if (from.why != fault::none) {
    report(to, {from.why, from.line, true, 0, 0, bounds.record_bytes});
    return std::nullopt;
  }
  if (cells.last_full == 0 || cells.last_full > bounds.columns) {
    const bool none = cells.last_full == 0;
    to.add(severity::error, none ? code::no_heading : code::too_many_columns, from.line,
           none ? text{"la première ligne ne nomme aucune colonne", "the first line names no column"}
                : text{"plus de " + std::to_string(bounds.columns) + " colonnes",
                       "more than " + std::to_string(bounds.columns) + " columns"});
    return std::nullopt;
  }
  heading result{from.line, {}, separator};
  std::set<std::string> seen;
  for (std::size_t i = 0; i < cells.last_full; ++i) {
    result.names.push_back(trimmed(cells.kept[i]));
    const std::string& name = result.names.back();
    if (!name.empty() && !seen.insert(name).second) report_duplicate(to, from.line, name);
  }
  return result;
}

/// Fewer cells in the last line of a file that has no line end: the file was cut there.
fault fault_of(const record& one, std::size_t columns) {
  if (one.why != fault::none) return one.why;
  if (one.cells.count < columns) return one.at_end ? fault::truncated : fault::too_few_cells;
  return one.cells.last_full > columns ? fault::too_many_cells : fault::none;
}

/// What is said once for the whole file.
struct oddities {
  repeated converted;
  repeated stray_quotes;
};

void report_whole(const record_reader& from, const oddities& seen, findings& to) {
  report_windows_1252(to, seen.converted);
  report_stray_quotes(to, seen.stray_quotes);
  report_bad_utf16(to, from.broken());
  to.finish();
}

counts read_records(record_reader& from, const heading& names, const csv_limits& bounds,
                    const row_taker& on_row, findings& to, oddities& seen) {
  counts result;
  const std::size_t columns = names.names.size();
  row handed;
  while (record* const one = from.next(columns)) {
    ++result.records;
    const fault why = fault_of(*one, columns);
    if (why != fault::none) {
      ++result.refused;
      report(to, {why, one->line, false, one->cells.count, columns, bounds.record_bytes});
      continue;
    }
    if (one->stray_quote) seen.stray_quotes.note(one->line);
    if (one->converted) seen.converted.note(one->line);
    handed.line = one->line;
    handed.cells.swap(one->cells.kept);
    on_row(handed);
    handed.cells.swap(one->cells.kept);
  }
  return result;
}

counts read_all(byte_source bytes, const csv_limits& bounds, const heading_taker& on_heading,
                const row_taker& on_row, findings& to) {
  record_reader from(std::move(bytes), bounds.record_bytes);
  const std::optional<std::string_view> first = from.first_line();
  if (!first) {
    const bool nothing = from.nothing();
    to.add(severity::error, nothing ? code::empty_file : code::no_heading, 0,
           nothing ? text{"ce fichier est vide", "this file is empty"}
                   : text{"ce fichier n'a que des lignes vides", "this file has only empty lines"},
           {"la première ligne nomme les colonnes", "the first line names the columns"});
    return {};
  }
  const char separator = separator_of(*first);
  from.separate_by(separator);
  const record* const named = from.next(bounds.columns);
  oddities seen;
  if (named->converted) seen.converted.note(named->line);
  const std::optional<heading> names = heading_of(*named, separator, to, bounds);
  counts result;
  if (names && on_heading(*names)) result = read_records(from, *names, bounds, on_row, to, seen);
  report_whole(from, seen, to);
  return result;
}

void refuse(const std::string& path, const char* code, text message, diagnostics& out) {
  out.push_back({severity::error, code, path, 0, 0, std::move(message), {}});
}

}  // namespace

std::size_t column_of(const heading& of, std::string_view name) {
  const auto found = std::find(of.names.begin(), of.names.end(), name);
  return found == of.names.end() ? no_column : static_cast<std::size_t>(found - of.names.begin());
}

counts read_csv(const std::string& path, const csv_limits& bounds, const heading_taker& on_heading,
                const row_taker& on_row, diagnostics& out) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) {
    refuse(path, code::missing_file, {"ce fichier n'existe pas", "this file does not exist"}, out);
    return {};
  }
  if (!error && std::filesystem::is_directory(status)) {
    refuse(path, code::not_a_file, {"ceci n'est pas un fichier", "this is not a file"}, out);
    return {};
  }
  std::ifstream stream(path, std::ios::binary);
  if (error || !stream) {
    refuse(path, code::unreadable_file, {"ce fichier ne peut pas être lu", "this file cannot be read"}, out);
    return {};
  }
  findings to{path, out, bounds.findings};
  const auto pull = [&](char* buffer, std::size_t most) {
    stream.read(buffer, static_cast<std::streamsize>(most));
    return static_cast<std::size_t>(stream.gcount());
  };
  const counts result = read_all(pull, bounds, on_heading, on_row, to);
  if (stream.bad())
    refuse(path, code::unreadable_file, {"la lecture de ce fichier a échoué", "reading this file failed"},
           out);
  return result;
}

counts read_csv_text(std::string_view content, const std::string& file_name, const csv_limits& bounds,
                     const heading_taker& on_heading, const row_taker& on_row, diagnostics& out) {
  findings to{file_name, out, bounds.findings};
  const auto pull = [&content](char* buffer, std::size_t most) {
    const std::size_t taken = content.copy(buffer, most);
    content.remove_prefix(taken);
    return taken;
  };
  return read_all(pull, bounds, on_heading, on_row, to);
}

std::string write_csv_row(const std::vector<std::string_view>& cells, char separator) {
  std::string line;
  bool first = true;
  for (const std::string_view cell : cells) {
    if (!std::exchange(first, false)) line += separator;
    const bool plain = !cell.empty() && cell.front() != ' ' && cell.back() != ' ' &&
                       cell.find_first_of("\"\r\n") == std::string_view::npos &&
                       cell.find(separator) == std::string_view::npos;
    if (plain || (cell.empty() && cells.size() > 1)) {
      line += cell;
      continue;
    }
    line += '"';
    for (const char c : cell) line.append(c == '"' ? 2 : 1, c);
    line += '"';
  }
  return line + '\n';
}

}  // namespace aiguillage::table
