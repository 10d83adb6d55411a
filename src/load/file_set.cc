#include "aiguillage/file_set.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <limits>
#include <optional>
#include <utility>

#include "load/folder.h"
#include "load/territory_parts.h"
#include "yaml/codes.h"

namespace aiguillage {
namespace load {
namespace {

namespace fs = std::filesystem;

/// The last part of a path, whatever way it is written.
std::string folder_name(const fs::path& path) {
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(path, error);
  const fs::path clean = (error ? path : whole).lexically_normal();
  return (clean.has_filename() ? clean.filename() : clean.parent_path().filename()).generic_string();
}

/// At most one byte more than a file may have, so that whoever reads it refuses it.
std::optional<std::string> read_bytes(const fs::path& path, std::uintmax_t most) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  std::ifstream stream(path, std::ios::binary);
  if (error || !stream) return std::nullopt;
  std::string bytes(static_cast<std::size_t>(std::min(size, most + 1)), '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

struct set_reader {
  fs::path folder;
  file_set into;
  diagnostics& out;

  /// The reader of YAML explains what is wrong with a file that gives nothing.
  void add_yaml(const std::string& inside) {
    const std::string whole = (folder / inside).string();
    std::string bytes = read_bytes(whole, yaml::limits{}.bytes).value_or("");
    const bool readable = !bytes.empty();
    if (!readable) static_cast<void>(yaml::parse_file(whole, into.name + "/" + inside, out));
    into.files.push_back({inside, std::move(bytes), readable});
  }

  void add_table(const std::string& inside, std::uintmax_t most) {
    const std::string name = into.name + "/" + inside;
    std::optional<std::string> bytes = read_bytes(folder / inside, most);
    if (!bytes)
      report({name, out}, yaml::code::unreadable_file,
             {"ce fichier ne peut pas être lu", "this file cannot be read"});
    into.files.push_back({inside, bytes ? std::move(*bytes) : "", bytes.has_value()});
  }

  void add_communes() {
    std::error_code ignored;
    for (const char* const one : {communes_file, former_communes_file})
      if (fs::exists(folder / one, ignored)) add_table(one, std::numeric_limits<std::uintmax_t>::max() - 1);
  }

  /// What lies in the folder of tables, hidden files and YAML apart: YAML is read wherever it is.
  void add_travel() {
    std::error_code error;
    fs::directory_iterator each(folder / travel_folder, error);
    for (; !error && each != fs::directory_iterator(); each.increment(error)) {
      const std::string name = each->path().filename().string();
      if (!is_table_of_travel(name)) continue;
      const std::string inside = std::string(travel_folder) + "/" + name;
      std::error_code ignored;
      if (fs::is_regular_file(each->path(), ignored))
        add_table(inside, most_travel_bytes);
      else
        into.files.push_back({inside + "/", "", true});
    }
    if (error && error != std::errc::no_such_file_or_directory)
      report({into.name + "/" + travel_folder, out}, code::missing_folder,
             {"ce dossier ne peut pas être lu", "this folder cannot be read"},
             {"vérifiez les droits de lecture", "check the permissions"});
  }
};

}  // namespace
}  // namespace load

file_set read_file_set(const std::string& folder, diagnostics& out) {
  load::set_reader reader{folder, {}, out};
  reader.into.name = load::folder_name(folder);
  std::error_code error;
  const std::vector<std::string> paths = load::list_files(folder, error);
  reader.into.readable = !error;
  if (error)
    load::report(
        {reader.into.name, out}, load::code::missing_folder,
        {"ce dossier ne peut pas être lu", "this folder cannot be read"},
        {"vérifiez le chemin et l'orthographe du nom", "check the path and the spelling of the name"});
  for (const std::string& inside : paths) reader.add_yaml(inside);
  reader.add_communes();
  reader.add_travel();
  return std::move(reader.into);
}

}  // namespace aiguillage
