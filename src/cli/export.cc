#include "aiguillage/export.h"

#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/land.h"
#include "cli/options.h"
#include "cli/whole_file.h"

namespace aiguillage::cli {
namespace {

struct wish {
  std::string folder;
  std::string format;
  std::string mapping;
  std::string to;
  std::string losses;
};

std::string joined_formats() {
  std::string all;
  for (const export_format& one : export_formats()) all += (all.empty() ? "" : " ") + std::string(one.name);
  return all;
}

/// The format of this name; nullptr once it is told that there is none.
const export_format* format_named(const session& in, const std::string& name) {
  std::vector<std::string> known;
  for (const export_format& one : export_formats()) {
    if (name == one.name) return &one;
    known.emplace_back(one.name);
  }
  const std::string near = nearest_name(name, known);
  const std::string list =
      "\n  formats" + std::string(in.wanted == language::fr ? " : " : ": ") + joined_formats();
  tell(in, text{"format inconnu : " + name +
                    (near.empty() ? "" : " ; vouliez-vous écrire « " + near + " » ?") + list,
                "unknown format: " + name + (near.empty() ? "" : "; did you mean \"" + near + "\"?") + list});
  return nullptr;
}

/// The mapping of a format; one that does not write is told.
std::optional<column_mapping> mapping_for(const session& in, const wish& asked, const export_format& format,
                                          const pack& rules) {
  if (*format.mapping == '\0') return column_mapping{};
  const std::filesystem::path folder = mapping_folder(in);
  const std::string file =
      asked.mapping.empty() ? (folder / (std::string(format.mapping) + ".yaml")).string() : asked.mapping;
  diagnostics found;
  std::optional<column_mapping> read = load_mapping(file, rules, found);
  tell(in, found);
  if (!read || !read->writes.empty()) return read;
  tell(in, text{file + " ne dit pas ce qui s'écrit : il lui manque « writes »",
                file + " does not say what is written: it has no 'writes'"});
  return std::nullopt;
}

bool written(const session& in, const std::string& path, const std::string& content) {
  const std::error_code failed = write_whole(path, content);
  if (failed)
    tell(in, text{path + " ne peut pas être écrit : " + failed.message(),
                  path + " cannot be written: " + failed.message()});
  return !failed;
}

int run(const session& in, const wish& asked) {
  const export_format* format = format_named(in, asked.format);
  if (format == nullptr) return wrong_usage;
  const std::optional<pack> rules = load_rules(in);
  if (!rules) return invalid_input;
  const std::optional<column_mapping> by = mapping_for(in, asked, *format, *rules);
  if (!by) return invalid_input;
  const std::optional<territory> land = land_of(in, *rules, asked.folder, situation_file{}, land_part::all);
  if (!land) return invalid_input;
  const export_result result = export_territory(*land, *rules, format->name, *by);
  if (!asked.losses.empty() && !written(in, asked.losses, losses_csv(result))) return invalid_input;
  const std::string report = export_text(result, in.wanted);
  if (asked.to.empty()) {
    if (asked.losses.empty()) tell(in, text{report, report});
    return give(in, result.content) ? done : invalid_input;
  }
  if (!written(in, asked.to, result.content)) return invalid_input;
  return give(in, in.json ? export_json(result, format->name) : report) ? done : invalid_input;
}

action add(CLI::App& to, session& in) {
  const auto asked = std::make_shared<wish>();
  to.add_option("TERRITORY", asked->folder, in.say({"dossier du territoire", "folder of the territory"}))
      ->option_text("DIR")
      ->required();
  to.add_option("--format", asked->format, joined_formats())->option_text("FORMAT")->required();
  to.add_option("-o,--to", asked->to,
                in.say({"fichier à écrire (par défaut : la sortie, et les pertes sur la sortie d'erreur)",
                        "file to write (default: stdout, and the losses on stderr)"}))
      ->option_text(in.say({"FICHIER", "FILE"}));
  to.add_option(
        "--losses", asked->losses,
        in.say({"fichier CSV de ce que le format ne dit pas", "CSV file of what the format does not say"}))
      ->option_text(in.say({"FICHIER", "FILE"}));
  to.add_option(
        "--mapping", asked->mapping,
        in.say({"autre fichier de correspondance, avec « writes »", "another mapping file, with 'writes'"}))
      ->option_text(in.say({"FICHIER", "FILE"}));
  return [&in, asked] { return run(in, *asked); };
}

}  // namespace

const verb export_verb{"export",
                       {"écrit un territoire dans un autre format, et dit ce qui s'y perd",
                        "writes a territory in another format, and says what is lost"},
                       {"aiguillage export examples/territories/rennes --format geojson -o rennes.geojson",
                        "aiguillage export examples/territories/rennes --format geojson -o rennes.geojson"},
                       add};

}  // namespace aiguillage::cli
