#include "aiguillage/schema.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/options.h"
#include "report/json_value.h"

namespace aiguillage::cli {
namespace {

struct schema_options {
  std::vector<std::string> names;
  std::string folder;
};

using schemas = std::vector<schema_file>;

std::string padded(std::string word, std::size_t width) {
  word.resize(std::max(width, word.size() + 1), ' ');
  return word;
}

std::string listed(const session& in, const schemas& all) {
  if (!in.json) {
    std::string lines;
    for (const schema_file& one : all)
      lines += padded(one.name, 12) + padded(one.files, 27) + in.say(one.title) + "\n";
    return lines;
  }
  report::json list = report::json::array();
  for (const schema_file& one : all)
    list.push_back({{"name", one.name}, {"files", one.files}, {"title", in.say(one.title)}});
  return report::written(list);
}

/// The schemas asked for, all when none is; nothing once a name that is none of them is told.
std::optional<schemas> chosen(const session& in, const schemas& all, const std::vector<std::string>& names) {
  if (names.empty()) return all;
  std::vector<std::string> known;
  for (const schema_file& one : all) known.push_back(one.name);
  schemas result;
  for (const std::string& name : names) {
    const auto found = std::find(known.begin(), known.end(), name);
    if (found == known.end()) {
      const std::string near = nearest_name(name, known);
      const text hint =
          near.empty() ? text{"la liste : aiguillage schema", "the list: aiguillage schema"}
                       : text{"Vouliez-vous écrire « " + near + " » ?", "Did you mean \"" + near + "\"?"};
      tell(in, text{"erreur : schéma inconnu : " + name + "\n  " + hint.fr,
                    "error: unknown schema: " + name + "\n  " + hint.en});
      return std::nullopt;
    }
    result.push_back(all[static_cast<std::size_t>(found - known.begin())]);
  }
  return result;
}

bool write(const schema_file& one, const std::filesystem::path& folder) {
  std::ofstream out(folder / (one.name + ".json"), std::ios::binary);
  out << one.json << std::flush;
  return static_cast<bool>(out);
}

int write_all(const session& in, const schemas& wanted, const std::string& folder) {
  std::error_code refused;
  std::filesystem::create_directories(folder, refused);
  report::json files = report::json::array();
  std::string lines;
  for (const schema_file& one : wanted) {
    const std::string file = (std::filesystem::path(folder) / (one.name + ".json")).string();
    if (!write(one, folder)) {
      tell(in, text{"erreur : impossible d'écrire " + file, "error: cannot write " + file});
      return invalid_input;
    }
    files.push_back(file);
    lines += file + "\n";
  }
  return give(in, in.json ? report::written(files) : lines) ? done : invalid_input;
}

int run(const session& in, const schema_options& of) {
  if (of.names.size() > 1 && of.folder.empty()) {
    tell(in, text{"erreur : un seul schéma à la fois, ou --to DOSSIER pour en écrire plusieurs",
                  "error: one schema at a time, or --to FOLDER to write several"});
    return wrong_usage;
  }
  const std::optional<pack> rules = load_rules(in);
  if (!rules) return invalid_input;
  const schemas all = json_schemas(*rules);
  const std::optional<schemas> wanted = chosen(in, all, of.names);
  if (!wanted) return wrong_usage;
  if (!of.folder.empty()) return write_all(in, *wanted, of.folder);
  return give(in, of.names.empty() ? listed(in, all) : wanted->front().json) ? done : invalid_input;
}

action add(CLI::App& to, session& in) {
  const auto of = std::make_shared<schema_options>();
  to.add_option("NAME", of->names,
                in.say({"le schéma à afficher ; sans nom : la liste",
                        "the schema to print; without a name: the list"}))
      ->option_text("...");
  to.add_option("--to", of->folder,
                in.say({"dossier où les écrire, tous ou ceux qu'on nomme",
                        "folder where they are written, all of them or those named"}))
      ->option_text("DIR");
  return [&in, of] { return run(in, *of); };
}

}  // namespace

const verb schema_verb{"schema",
                       {"schémas JSON des fichiers à écrire, pour les éditeurs",
                        "JSON Schemas of the files that people write, for editors"},
                       {"aiguillage schema --to rules/schemas", "aiguillage schema --to rules/schemas"},
                       add};

}  // namespace aiguillage::cli
