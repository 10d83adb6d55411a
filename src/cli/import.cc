#include "aiguillage/import.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>

#include <CLI/CLI.hpp>

#include "aiguillage/report/territory.h"
#include "aiguillage/snapshot.h"
#include "cli/land.h"
#include "cli/options.h"
#include "cli/whole_file.h"
#include "load/folder.h"
#include "load/territory_parts.h"
#include "table/csv.h"

namespace aiguillage::cli {
namespace {

namespace fs = std::filesystem;

struct wish {
  std::vector<std::string> words;  // FORMAT FILE... and, for another format, FORMAT FILE...
  std::string to;
  std::string mapping;
  std::string apart;
  std::vector<std::string> departments;
  std::vector<std::string> only_communes;
  std::string communes;
  std::string former;
  std::string vintage;
  bool no_merge = false;
};

/// The whole path of a folder, without the slash at its end.
fs::path plain_folder(const std::string& name) {
  std::error_code failed;
  return fs::absolute(name + "/.", failed).lexically_normal().parent_path();
}

std::vector<std::string> known_formats(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code failed;
  for (const auto& one : fs::directory_iterator(folder, failed))
    if (one.path().extension() == ".yaml") names.push_back(one.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& one : names) all += (all.empty() ? "" : " ") + one;
  return all;
}

text unknown_format(const std::string& given, const std::vector<std::string>& known) {
  const std::string near = nearest_name(given, known);
  const std::string list = joined(known) + " csv";
  return {"format inconnu : " + given + (near.empty() ? "" : " ; vouliez-vous écrire « " + near + " » ?") +
              "\n  formats : " + list,
          "unknown format: " + given + (near.empty() ? "" : "; did you mean \"" + near + "\"?") +
              "\n  formats: " + list};
}

/// FORMAT FILE... FORMAT FILE...: a word that is the name of a format begins another one.
std::optional<std::vector<import_source>> sources_of(const session& in, const wish& asked) {
  const fs::path folder = mapping_folder(in);
  const std::vector<std::string> known = known_formats(folder);
  std::string mapping;
  std::vector<import_source> sources;
  for (const std::string& word : asked.words) {
    if (std::find(known.begin(), known.end(), word) != known.end() && !fs::is_regular_file(word)) {
      mapping = (folder / (word + ".yaml")).string();
    } else if (word == "csv") {
      mapping = asked.mapping;
      if (mapping.empty()) {
        tell(in, text{"le format csv demande --mapping FICHIER", "the format csv needs --mapping FILE"});
        return std::nullopt;
      }
    } else if (mapping.empty()) {
      tell(in, unknown_format(word, known));
      return std::nullopt;
    } else {
      sources.push_back({mapping, word, std::nullopt});
    }
  }
  if (!sources.empty()) return sources;
  tell(in, text{"il manque les fichiers à lire", "the files to read are missing"});
  return std::nullopt;
}

/// A table as merges.csv: its first two columns name records that are not the same place. It may have no heading.
bool read_apart(const std::string& file, std::vector<std::pair<std::string, std::string>>& to,
                diagnostics& out) {
  if (file.empty()) return true;
  bool two = false;
  table::read_csv(
      file, {},
      [&](const table::heading& top) {
        two = top.names.size() >= 2;
        if (two && top.names[0] != "kept") to.emplace_back(top.names[0], top.names[1]);
        return two;
      },
      [&](const table::row& row) { to.emplace_back(row.cells[0], row.cells[1]); }, out);
  if (!two && !has_errors(out))
    out.push_back({severity::error,
                   "not-pairs",
                   file,
                   1,
                   0,
                   {"il faut deux colonnes : deux enregistrements, producteur/identifiant",
                    "two columns are needed: two records, producer/id"},
                   {"recopiez les lignes de merges.csv", "copy lines of merges.csv"}});
  return !has_errors(out);
}

std::string merges_csv(const import_report& report) {
  std::string out = "kept,with,why,metres,likeness\n";
  for (const merged_pair& one : report.merged)
    out +=
        table::write_csv_row({one.kept, one.with, one.why, one.metres < 0 ? "" : std::to_string(one.metres),
                              std::to_string(one.likeness)});
  return out;
}

bool written(const session& in, const fs::path& path, const std::string& content) {
  std::error_code failed;
  fs::create_directories(path.parent_path(), failed);
  if (!failed) failed = write_whole(path.string(), content);
  if (failed)
    tell(in, text{path.string() + " ne peut pas être écrit : " + failed.message(),
                  path.string() + " cannot be written: " + failed.message()});
  return !failed;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The files of a territory as they are now.
std::vector<territory_file> files_in(const fs::path& folder) {
  std::error_code failed;
  std::vector<territory_file> files;
  for (const std::string& inside : load::list_files(folder, failed))
    files.push_back({inside, bytes_of(folder / inside)});
  for (const char* inside : {load::communes_file, load::former_communes_file})
    if (fs::exists(folder / inside, failed)) files.push_back({inside, bytes_of(folder / inside)});
  return files;
}

/// Only a territory that an import wrote, and that nobody corrected since, may be replaced.
bool may_replace(const session& in, const fs::path& folder) {
  std::error_code failed;
  if (!fs::exists(folder, failed) || fs::is_empty(folder, failed)) return !failed;
  const std::string report = bytes_of(folder / "import.json");
  if (report.find("\"hash\": \"" + hash_of_files(files_in(folder)) + "\"") != std::string::npos) return true;
  const text why = report.empty() ? text{"n'a pas été écrit par un import", "was not written by an import"}
                                  : text{"a été corrigé depuis son import", "was corrected since its import"};
  tell(in,
       text{folder.string() + " existe et " + why.fr + " : choisissez un autre dossier, ou effacez celui-là",
            folder.string() + " exists and " + why.en + ": choose another folder, or delete this one"});
  return false;
}

/// The name of a folder is the id of its territory.
bool is_a_name(const session& in, const std::string& name) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  if (!name.empty() && name.size() <= 100 && name != "null" && std::all_of(name.begin(), name.end(), fits))
    return true;
  tell(in,
       text{"« " + name +
                " » ne peut pas être le nom d'un territoire : lettres minuscules sans accent, chiffres, _",
            "'" + name +
                "' cannot be the name of a territory: lower-case letters without accents, digits, _"});
  return false;
}

/// Codes of departments or communes; false once a wrong one is told.
bool add_areas(const session& in, area_kind kind, const std::vector<std::string>& codes,
               std::vector<area>& to) {
  for (const std::string& code : codes) {
    const bool commune = kind == area_kind::commune;
    if (!is_code(kind, code)) {
      tell(in, text{"« " + code +
                        (commune ? " » n'est pas un code de commune : 35238"
                                 : " » n'est pas un code de département : 35, 2A, 974"),
                    "'" + code +
                        (commune ? "' is no code of a commune: 35238"
                                 : "' is no code of a department: 35, 2A, 974")});
      return false;
    }
    to.push_back({kind, code});
  }
  return true;
}

/// The first findings of each kind; all are in import.json.
void tell_some(const session& in, const diagnostics& found) {
  constexpr int most = 5;
  std::map<std::pair<std::string, std::string>, int> seen;
  diagnostics some;
  for (const diagnostic& one : found)
    if (++seen[{one.file, one.code}] <= most || one.level == severity::error) some.push_back(one);
  tell(in, some);
  for (const auto& [what, count] : seen)
    if (count > most)
      tell(in, text{what.first + " : " + std::to_string(count - most) + " autres « " + what.second +
                        " » (import.json)",
                    what.first + ": " + std::to_string(count - most) + " more '" + what.second +
                        "' (import.json)"});
}

/// The snapshot of the territory as these files say it.
bool write_its_snapshot(const session& in, const fs::path& folder, const pack& rules, territory& land) {
  diagnostics found;
  if (!land.communes.communes.empty()) {
    const fs::path former = folder / load::former_communes_file;
    auto communes = load_gazetteer(
        {(folder / load::communes_file).string(), fs::exists(former) ? former.string() : "", {}, {}, {}, {}},
        found);
    if (communes) land.communes = std::move(*communes);
  }
  return write_snapshot(in, rules, folder.string(), land);
}

bool write_folder(const session& in, const fs::path& folder, import_result& result, const diagnostics& found,
                  const pack& rules) {
  std::error_code failed;
  for (const std::string& one : load::list_files(folder, failed)) fs::remove(folder / one, failed);
  for (const char* one : {load::communes_file, load::former_communes_file, snapshot_file})
    fs::remove(folder / one, failed);
  const std::vector<territory_file> files = territory_files(result.land, rules);
  result.land.hash = hash_of_files(files);
  for (const territory_file& one : files)
    if (!written(in, folder / one.inside, one.content)) return false;
  return written(in, folder / "merges.csv", merges_csv(result.report)) &&
         written(in, folder / "import.json", import_json(result, found, in.wanted)) &&
         write_its_snapshot(in, folder, rules, result.land);
}

int run(const session& in, const wish& asked) {
  const auto sources = sources_of(in, asked);
  if (!sources) return wrong_usage;
  const fs::path folder = plain_folder(asked.to);
  if (!is_a_name(in, folder.filename().string()) || !may_replace(in, folder)) return wrong_usage;
  const std::optional<pack> rules = load_rules(in);
  if (!rules) return invalid_input;
  import_options options;
  options.territory = folder.filename().string();
  options.vintage = asked.vintage;
  if (!add_areas(in, area_kind::department, asked.departments, options.only) ||
      !add_areas(in, area_kind::commune, asked.only_communes, options.only))
    return wrong_usage;
  options.communes = asked.communes;
  options.former = asked.former;
  options.merge = !asked.no_merge;
  options.tell = progress_of(in);
  diagnostics found;
  std::optional<import_result> result;
  if (read_apart(asked.apart, options.apart, found)) result = import_files(*sources, options, *rules, found);
  sort_by_place(found);
  tell_some(in, found);
  if (!result || !write_folder(in, folder, *result, found, *rules)) return invalid_input;
  return give(in, in.json ? import_json(*result, found, in.wanted) : import_text(*result, in.wanted))
             ? done
             : invalid_input;
}

const text of_formats{
    "le format (acces-droits, aiguillage, csv, data-inclusion, france-services, hsds, lamednum), puis ses "
    "fichiers (hsds : ou leur dossier) ; d'autres formats peuvent suivre",
    "the format (acces-droits, aiguillage, csv, data-inclusion, france-services, hsds, lamednum), then its "
    "files (hsds: or their folder); other formats may follow"};

action add(CLI::App& to, session& in) {
  const auto asked = std::make_shared<wish>();
  to.add_option("FORMAT", asked->words, in.say(of_formats))
      ->option_text(in.say({"FICHIER... [FORMAT FICHIER...]", "FILE... [FORMAT FILE...]"}))
      ->required();
  to.add_option("-o,--to", asked->to,
                in.say({"dossier du territoire à écrire", "folder of the territory to write"}))
      ->option_text("DIR")
      ->required();
  to.add_option("--mapping", asked->mapping,
                in.say({"fichier de correspondance du format csv", "mapping file of the format csv"}))
      ->option_text(in.say({"FICHIER", "FILE"}));
  to.add_option("--department", asked->departments,
                in.say({"ces départements seulement", "only these departments"}))
      ->option_text("CODE...");
  to.add_option("--commune", asked->only_communes,
                in.say({"ces communes seulement (codes Insee)", "only these communes (INSEE codes)"}))
      ->option_text("CODE...");
  to.add_option("--communes", asked->communes,
                in.say({"table des communes : codes d'aujourd'hui, points, intercommunalités",
                        "table of communes: codes of today, points, intercommunalities"}))
      ->option_text(in.say({"FICHIER", "FILE"}));
  to.add_option("--old-codes", asked->former,
                in.say({"table de ce que sont devenus les anciens codes", "table of what old codes became"}))
      ->option_text(in.say({"FICHIER", "FILE"}))
      ->needs("--communes");
  to.add_option("--vintage", asked->vintage,
                in.say({"date de ce qui n'en porte pas, AAAA-MM-JJ", "date of what has none, YYYY-MM-DD"}))
      ->option_text(in.say({"JOUR", "DAY"}))
      ->check([&in](const std::string& given) { return check_date(in, given); });
  to.add_option("--apart", asked->apart,
                in.say({"paires à ne pas fusionner, comme merges.csv",
                        "pairs that must not be merged, as in merges.csv"}))
      ->option_text(in.say({"FICHIER", "FILE"}));
  to.add_flag("--no-merge", asked->no_merge, in.say({"ne fusionne rien", "merges nothing"}));
  return [&in, asked] { return run(in, *asked); };
}

}  // namespace

const verb import_verb{
    "import",
    {"fait un territoire à partir de fichiers de données ouvertes", "makes a territory of open-data files"},
    {"aiguillage import france-services liste-fs-20240801.csv --department 35 -o mon_territoire",
     "aiguillage import france-services liste-fs-20240801.csv --department 35 -o my_territory"},
    add};

}  // namespace aiguillage::cli
