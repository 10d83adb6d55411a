#pragma once

#include <string>
#include <vector>

#include "aiguillage/diagnostic.h"

namespace aiguillage::cli {

/// The YAML files at a path, folders read to the bottom, in the order of their names. A path that is not there is told.
[[nodiscard]] std::vector<std::string> yaml_files(const std::string& path, diagnostics& out);

/// The kinds of things that `check` reads.
enum class path_kind {
  missing,
  pack_folder,
  territory_folder,
  folder,
  case_file,
  events_file,
  mapping_file,
  scenario_file,
  population_file,
  situation_file
};
[[nodiscard]] path_kind kind_of(const std::string& path);

/// The pack or territory folder that holds a file; empty when none does.
[[nodiscard]] std::string folder_around(const std::string& file);

/// What is told of a path that is not there.
[[nodiscard]] diagnostic not_there(const std::string& path);

}  // namespace aiguillage::cli
