#include "cli/paths.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string_view>

namespace aiguillage::cli {
namespace {

namespace fs = std::filesystem;

bool is_file(const fs::path& path) {
  std::error_code unreadable;
  return fs::is_regular_file(path, unreadable);
}

bool is_folder(const fs::path& path) {
  std::error_code unreadable;
  return fs::is_directory(path, unreadable);
}

/// What a file says that it is, at the start of a line; a scenario also names its population.
struct kind_word {
  std::string_view start;
  path_kind kind;
};

constexpr kind_word kind_words[] = {{"case:", path_kind::case_file},
                                    {"events:", path_kind::events_file},
                                    {"import:", path_kind::mapping_file},
                                    {"scenario:", path_kind::scenario_file},
                                    {"population:", path_kind::population_file}};

path_kind kind_of_file(const std::string& path) {
  std::ifstream in(path);
  std::size_t best = std::size(kind_words);
  for (std::string line; std::getline(in, line);)
    for (std::size_t i = 0; i < best; ++i)
      if (line.starts_with(kind_words[i].start)) best = i;
  return best < std::size(kind_words) ? kind_words[best].kind : path_kind::situation_file;
}

}  // namespace

diagnostic not_there(const std::string& path) {
  return {severity::error,
          "not-found",
          path,
          0,
          0,
          {"rien à cet endroit", "nothing at this place"},
          {"vérifiez le chemin", "check the path"}};
}

std::vector<std::string> yaml_files(const std::string& path, diagnostics& out) {
  std::vector<std::string> files;
  if (is_file(path)) return {path};
  if (!is_folder(path)) {
    out.push_back(not_there(path));
    return {};
  }
  std::error_code unreadable;
  for (fs::recursive_directory_iterator at(path, unreadable), end; !unreadable && at != end;
       at.increment(unreadable))
    if (at->path().extension() == ".yaml" && is_file(at->path())) files.push_back(at->path().string());
  if (unreadable)
    out.push_back(
        {severity::error, "unreadable", path, 0, 0, {"dossier illisible", "folder cannot be read"}, {}});
  std::sort(files.begin(), files.end());
  return files;
}

path_kind kind_of(const std::string& path) {
  if (is_folder(path)) {
    if (is_file(fs::path(path) / "pack.yaml")) return path_kind::pack_folder;
    if (is_file(fs::path(path) / "territory.yaml")) return path_kind::territory_folder;
    return path_kind::folder;
  }
  if (!is_file(path)) return path_kind::missing;
  return kind_of_file(path);
}

std::string folder_around(const std::string& file) {
  for (fs::path at = fs::path(file).parent_path();; at = at.parent_path()) {
    const fs::path folder = at.empty() ? fs::path(".") : at;
    if (is_file(folder / "pack.yaml") || is_file(folder / "territory.yaml")) return folder.string();
    if (at.empty() || at == at.parent_path()) return "";
  }
}

}  // namespace aiguillage::cli
