#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include <CLI/CLI.hpp>

#include "aiguillage/engine.h"
#include "cli/html_file.h"
#include "cli/scenario_runs.h"
#include "cli/whole_file.h"

namespace aiguillage::cli {
namespace {

struct simulate_options {
  std::string file;
  run_options how;
  std::string html;
  std::string csv;  // folder
  std::string geojson;
  std::string manifest;
  std::string borders;
};

bool written(const session& in, const std::string& path, const std::string& content) {
  const std::error_code failed = write_whole(path, content);
  if (failed)
    tell(in, text{path + " ne peut pas être écrit : " + failed.message(),
                  path + " cannot be written: " + failed.message()});
  return !failed;
}

std::optional<std::vector<area_outline>> read_borders(const session& in, const simulate_options& of,
                                                      const population& people) {
  if (of.borders.empty()) return std::vector<area_outline>{};
  std::ifstream file(of.borders, std::ios::binary);
  const std::string content{std::istreambuf_iterator<char>(file), {}};
  diagnostics found;
  auto read = read_outlines(content, of.borders, people, found);
  tell(in, found);
  return read;
}

bool write_tables(const session& in, const std::string& folder, const simulated& result) {
  std::error_code told_when_written;
  std::filesystem::create_directories(folder, told_when_written);
  const std::vector<named_table> tables = simulation_tables(result);
  return std::all_of(tables.begin(), tables.end(), [&](const named_table& one) {
    return written(in, (std::filesystem::path(folder) / (one.name + ".csv")).string(), one.csv);
  });
}

/// The files that are asked for, each whole or not at all.
bool write_files(const session& in, const simulate_options& of, const simulated& result,
                 const std::vector<area_outline>& borders) {
  return (of.html.empty() || write_page(in, of.html, simulation_html(result, borders, in.wanted))) &&
         (of.csv.empty() || write_tables(in, of.csv, result)) &&
         (of.geojson.empty() || written(in, of.geojson, simulation_geojson(result, borders))) &&
         (of.manifest.empty() || written(in, of.manifest, simulation_manifest(result)));
}

int run(const session& in, const simulate_options& of) {
  const ranks all;
  const std::optional<setting> read = read_setting(in, of.file, of.how.policy);
  if (!read) return invalid_input;
  const auto borders = read_borders(in, of, read->people);
  if (!borders) return invalid_input;
  const std::vector<replication> runs = all_runs(in, all, *read, of.how.threads);
  if (!all.first()) return done;
  const simulated result{read->rules,
                         read->land,
                         read->people,
                         read->told,
                         runs,
                         library_version,
                         std::filesystem::path(of.file).filename().string()};
  if (!write_files(in, of, result, *borders)) return invalid_input;
  return give(in, in.json ? simulation_json(result, in.wanted) : simulation_text(result, in.wanted))
             ? done
             : invalid_input;
}

void add_files(CLI::App& to, const session& in, simulate_options& of) {
  const std::string file = in.say({"FICHIER", "FILE"});
  to.add_option("--html", of.html,
                in.say({"écrit un rapport en une page : images, tableaux, hypothèses",
                        "writes a report in one page: pictures, tables, assumptions"}))
      ->option_text(file);
  to.add_option("--csv", of.csv,
                in.say({"écrit les tableaux dans ce dossier, un fichier CSV chacun",
                        "writes the tables into this folder, a CSV file each"}))
      ->option_text(in.say({"DOSSIER", "DIR"}));
  to.add_option("--geojson", of.geojson,
                in.say({"écrit les territoires et les lieux, avec leurs chiffres",
                        "writes the areas and the places, with their figures"}))
      ->option_text(file);
  to.add_option("--manifest", of.manifest,
                in.say({"écrit de quoi refaire les mêmes chiffres : versions, empreintes, graine",
                        "writes what makes the same figures again: versions, hashes, seed"}))
      ->option_text(file);
  to.add_option("--borders", of.borders,
                in.say({"contours des territoires pour la carte (GeoJSON, propriété « code » ou « area »)",
                        "borders of the areas for the map (GeoJSON, property 'code' or 'area')"}))
      ->option_text(file)
      ->check([&in](const std::string& given) { return check_file_name(in, given); });
}

action add(CLI::App& to, session& in) {
  const auto of = std::make_shared<simulate_options>();
  to.add_option("SCENARIO", of->file, in.say({"le scénario (scenario.yaml)", "the scenario (scenario.yaml)"}))
      ->required()
      ->check([&in](const std::string& given) { return check_file_name(in, given); });
  add_policy(to, in, "--policy", of->how.policy);
  add_threads(to, in, of->how);
  add_files(to, in, *of);
  return [&in, of] { return run(in, *of); };
}

}  // namespace

const verb simulate_verb{"simulate",
                         {"un territoire pendant des semaines : qui trouve une réponse, où ça sature",
                          "a territory over weeks: who finds an answer, where it saturates"},
                         {"aiguillage simulate examples/scenarios/rennes/scenario.yaml",
                          "aiguillage simulate examples/scenarios/rennes/scenario.yaml"},
                         add};

}  // namespace aiguillage::cli
