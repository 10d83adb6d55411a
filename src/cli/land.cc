#include "cli/land.h"

#include <filesystem>

#include <CLI/CLI.hpp>

#include "aiguillage/snapshot.h"
#include "cli/whole_file.h"
#include "engine/steps.h"

namespace aiguillage::cli {
namespace {

std::string snapshot_path(const std::string& folder) {
  return (std::filesystem::path(folder) / snapshot_file).string();
}

/// The snapshot beside the files of a territory; nullopt, which is said, when it is not theirs any more.
std::optional<snapshot> current_snapshot(const session& in, const pack& rules, const std::string& folder) {
  std::error_code absent;
  const std::string path = snapshot_path(folder);
  if (!std::filesystem::exists(path, absent)) return std::nullopt;
  diagnostics found;
  std::optional<snapshot> read = open_snapshot(path, rules, found);
  if (read && is_current(*read, folder)) return read;
  const text why =
      found.empty() ? text{"les fichiers du territoire ont changé", "the files of the territory have changed"}
                    : found.front().message;
  tell(in, diagnostics{{severity::note,
                        "snapshot-not-used",
                        path,
                        0,
                        0,
                        {"instantané laissé de côté : " + why.fr, "snapshot left aside: " + why.en},
                        {"pour le refaire : aiguillage check " + folder + " --snapshot",
                         "to make it again: aiguillage check " + folder + " --snapshot"}}});
  return std::nullopt;
}

std::optional<territory> read_land(const session& in, const pack& rules, const std::string& folder,
                                   const situation& person, land_part wanted) {
  diagnostics found;
  std::optional<territory> land;
  if (const auto kept = current_snapshot(in, rules, folder))
    land = wanted == land_part::all ? whole(*kept, rules, found) : around(*kept, rules, person, found);
  else
    land = load_territory(folder, rules, found);
  tell(in, found);
  return land;
}

}  // namespace

void add_territory(CLI::App& to, const session& in, std::string& folder) {
  to.add_option("--territory", folder,
                in.say({"dossier d'un territoire (par défaut : un territoire neutre)",
                        "folder of a territory (default: a neutral one)"}))
      ->option_text("DIR");
}

std::optional<territory> land_of(const session& in, const pack& rules, const std::string& folder,
                                 const situation_file& person, land_part wanted) {
  std::vector<actor_type_id> absent;
  if (person.as_case) absent = absent_types(rules, *person.as_case);
  if (folder.empty()) return neutral_territory(rules, absent);
  if (!absent.empty()) wanted = land_part::all;
  std::optional<territory> land = read_land(in, rules, folder, person.facts, wanted);
  if (land && !absent.empty()) land = steps::without_types(*land, absent);
  return land;
}

std::optional<territory> whole_land(const session& in, const pack& rules, const std::string& folder) {
  return read_land(in, rules, folder, {}, land_part::all);
}

bool write_snapshot(const session& in, const pack& rules, const std::string& folder, const territory& land) {
  const std::string path = snapshot_path(folder);
  const auto made_of = sources_in(folder);
  const std::string bytes = made_of ? make_snapshot(land, rules, *made_of) : "";
  const std::error_code failed =
      bytes.empty() ? std::make_error_code(std::errc::file_too_large) : write_whole(path, bytes);
  if (failed)
    tell(in, text{path + " ne peut pas être écrit : " + failed.message(),
                  path + " cannot be written: " + failed.message()});
  return !failed;
}

}  // namespace aiguillage::cli
