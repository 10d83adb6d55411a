#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "load/territory_parts.h"
#include "yaml/codes.h"
#include "yaml/document.h"

/// Tables of travel that a router made: `from,to,minutes`, one pair a line, no quotes. The reader is our own, since each
/// finding has to name its column, which the CSV libraries of the distribution do not tell.
namespace aiguillage::load {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_pairs = 1000000;
constexpr int most_findings = 20;  // of one file: a table made wrong is wrong on every line
constexpr const char* heading = "from,to,minutes";

/// One cell, as a node that a finding can point to.
yaml::node cell_at(const std::string& word, int line, std::size_t column) {
  yaml::node one;
  one.scalar = word;
  one.line = line;
  one.column = static_cast<int>(column) + 1;
  return one;
}

std::vector<yaml::node> cells_of(const std::string& row, int line) {
  std::vector<yaml::node> cells;
  std::size_t start = 0;
  for (;;) {
    const std::size_t comma = std::min(row.find(',', start), row.size());
    cells.push_back(cell_at(row.substr(start, comma - start), line, start));
    if (comma == row.size()) return cells;
    start = comma + 1;
  }
}

/// Whole minutes from 0 to a day; a minute begun is counted.
std::optional<int> minutes_of(const std::string& word) {
  const std::size_t point = std::min(word.find('.'), word.size());
  const auto digits = [](const std::string& part) {
    return !part.empty() &&
           std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  const std::string whole = word.substr(0, point);
  if (!digits(whole) || whole.size() > 4 || (point < word.size() && !digits(word.substr(point + 1))))
    return std::nullopt;
  const bool begun = word.find_first_not_of('0', std::min(point + 1, word.size())) != std::string::npos;
  const int value = std::stoi(whole) + (begun ? 1 : 0);
  if (value > bounds_of(content::travel_minutes).high) return std::nullopt;
  return value;
}

struct table_reader {
  travel_table& into;
  const territory& land;
  std::map<std::string, site_id> sites;
  const sink& to;
};

bool known_origin(const table_reader& with, const yaml::node& from) {
  if (is_code(area_kind::commune, from.scalar) || with.sites.contains(from.scalar)) return true;
  const text name = quoted(from.scalar);
  report(with.to, from, code::unknown_name,
         {name.fr + " n'est ni une commune ni un lieu du territoire",
          name.en + " is neither a commune nor a site of the territory"},
         {"écrivez un code Insee ou l'id d'un lieu", "write an INSEE code or the id of a site"});
  return false;
}

text separator_hint(const std::string& row) {
  if (row.find(';') == std::string::npos) return {};
  return {"séparez les colonnes par des virgules, non par des points-virgules",
          "separate the columns by commas, not by semicolons"};
}

void read_row(const std::string& row, int line, table_reader& with) {
  const std::vector<yaml::node> cells = cells_of(row, line);
  if (cells.size() != 3) {
    report(with.to, cells.front(), code::wrong_shape,
           {"une ligne a trois colonnes : " + std::string(heading),
            "a line has three columns: " + std::string(heading)},
           separator_hint(row));
    return;
  }
  const auto target = with.sites.find(cells[1].scalar);
  if (target == with.sites.end()) (void)resolve(with.land.sites, cells[1], with.to);
  const auto minutes = minutes_of(cells[2].scalar);
  if (!minutes)
    report(with.to, cells[2], code::out_of_range,
           {"les minutes vont de 0 à 1440", "minutes go from 0 to 1440"});
  if (!known_origin(with, cells[0]) || target == with.sites.end() || !minutes) return;
  if (!with.into.emplace(std::pair(cells[0].scalar, target->second), *minutes).second)
    report(with.to, cells[0], code::duplicate_id,
           {"ce trajet est déjà donné plus haut", "this way is already given above"},
           {"gardez une seule ligne par trajet", "keep one line for each way"});
}

/// Without the byte order mark that spreadsheets write.
std::vector<std::string> lines_of(const std::string& content) {
  const std::string mark = "\xEF\xBB\xBF";
  std::vector<std::string> lines;
  for (std::size_t start = content.starts_with(mark) ? mark.size() : 0; start < content.size();) {
    const std::size_t end = std::min(content.find('\n', start), content.size());
    std::string line = content.substr(start, end - start);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    lines.push_back(std::move(line));
    start = end + 1;
  }
  return lines;
}

bool is_blank(const std::vector<std::string>& lines) {
  return std::all_of(lines.begin(), lines.end(), [](const std::string& line) { return line.empty(); });
}

bool has_heading(const std::vector<std::string>& lines, const sink& to) {
  if (lines.front() == heading) return true;
  const text found = quoted(lines.front());
  report(to, cell_at("", 1, 0), code::wrong_shape,
         {"la première ligne est " + found.fr + ", on attend " + quoted(heading).fr,
          "the first line is " + found.en + ", " + quoted(heading).en + " is expected"},
         separator_hint(lines.front()));
  return false;
}

void remark_empty(const sink& to) {
  report(to, code::ways_missing,
         {"ce tableau est vide : les trajets sont estimés à vol d'oiseau",
          "this table is empty: the ways are estimated by the crow's flight"},
         {}, severity::note);
}

/// How many ways a table lacks, of those from its origins to all sites: these take the crow's flight.
void remark(const table_reader& with) {
  std::set<std::string> origins;
  for (const auto& [pair, unused] : with.into) origins.insert(pair.first);
  const std::size_t all = origins.size() * with.land.sites.size();
  if (all == 0) return remark_empty(with.to);
  if (with.into.size() == all) return;
  const std::string missing = std::to_string(all - with.into.size());
  const std::string total = std::to_string(all);
  report(with.to, code::ways_missing,
         {missing + " trajets sur " + total + " manquent : ils sont estimés à vol d'oiseau",
          missing + " ways of " + total + " are missing: they are estimated by the crow's flight"},
         {}, severity::note);
}

std::string lower(std::string word) {
  for (char& one : word)
    if (one >= 'A' && one <= 'Z') one = static_cast<char>(one - 'A' + 'a');
  return word;
}

std::vector<std::string> table_names() {
  std::vector<std::string> names;
  for (const char* const one : travel_means_names) names.push_back(std::string(one) + ".csv");
  return names;
}

/// An error for what was meant as a table, a warning for other files.
void report_stray(const std::string& name, const sink& to) {
  const std::string low = lower(name);
  const std::string near = nearest_name(low, table_names());
  const bool meant = !near.empty() || fs::path(low).extension() == ".csv";
  text hint = {"on_foot.csv, public_transport.csv ou car.csv",
               "on_foot.csv, public_transport.csv or car.csv"};
  if (!near.empty())
    hint = {"vouliez-vous dire " + quoted(near).fr + " ?", "did you mean " + quoted(near).en + "?"};
  report(to, code::unexpected_file,
         {"ce fichier n'est pas lu : il ne porte pas le nom d'un tableau de trajets",
          "this file is not read: it does not have the name of a table of travel"},
         std::move(hint), meant ? severity::error : severity::warning);
}

void report_not_a_file(const sink& to) {
  report(to, code::unexpected_file,
         {"ceci n'est pas un fichier : travel/ ne contient que des tableaux",
          "this is not a file: travel/ holds tables only"},
         {"mettez-y un fichier, ou retirez-le", "put a file there, or take it away"});
}

}  // namespace

void read_travel_table(const std::string& content, travel_means by, territory& into, const sink& to) {
  table_reader with{into.measured[static_cast<std::size_t>(by)], into, {}, to};
  for (std::size_t i = 0; i < into.sites.size(); ++i) with.sites.emplace(into.sites[site_id(i)].id, i);
  const std::vector<std::string> lines = lines_of(content);
  if (content.size() > most_travel_bytes || lines.size() > most_pairs) {
    report(to, code::too_many,
           {"un tableau a un million de lignes et 64 Mo au plus",
            "a table has one million lines and 64 MB at most"});
    return;
  }
  if (is_blank(lines)) return remark_empty(to);
  if (!has_heading(lines, to)) return;
  const std::size_t before = to.out.size();
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (!lines[i].empty()) read_row(lines[i], static_cast<int>(i) + 1, with);
    if (to.out.size() - before >= most_findings) return;
  }
  if (to.out.size() == before) remark(with);
}

bool is_table_of_travel(const std::string& name) {
  const std::string type = fs::path(name).extension().string();
  return !name.starts_with('.') && type != ".yaml" && type != ".yml";
}

void read_travel_tables(const file_set& from, territory& into, fingerprint& hash, diagnostics& out) {
  const std::vector<std::string> tables = table_names();
  std::map<std::string, const named_file*> lying;  // by name; a folder by its own
  const std::string start = std::string(travel_folder) + "/";
  for (const named_file& one : from.files)
    if (one.inside.starts_with(start) && is_table_of_travel(one.inside.substr(start.size())))
      lying.emplace(one.inside.substr(start.size(), one.inside.find('/', start.size()) - start.size()), &one);
  for (const auto& [name, one] : lying) {
    const std::string inside = start + name;
    const std::string file = from.name + "/" + inside;
    const sink to{file, out};
    const auto means = std::find(tables.begin(), tables.end(), name);
    if (one->inside != inside) {
      report_not_a_file(to);
    } else if (means == tables.end()) {
      report_stray(name, to);
    } else if (one->readable) {
      hash.add(inside + '\n');
      hash.add(one->bytes + '\n');
      read_travel_table(one->bytes, static_cast<travel_means>(means - tables.begin()), into, to);
    }
  }
}

}  // namespace aiguillage::load
