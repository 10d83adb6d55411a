#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "aiguillage/gazetteer.h"

namespace aiguillage::territory_tests {

/// The folder of open data beside the project, when there is one.
inline std::optional<std::filesystem::path> shared_data() {
  const std::filesystem::path folder = std::filesystem::path(AIGUILLAGE_SHARED_DIR) / "data";
  if (std::string(AIGUILLAGE_SHARED_DIR).empty() || !std::filesystem::is_directory(folder))
    return std::nullopt;
  return folder;
}

inline gazetteer_files files_of_france(const std::filesystem::path& data) {
  const auto file = [&](const char* name) { return (data / "communes" / name).string(); };
  return {file("communes_2026.csv"),   file("passage_anciens_codes.csv"), file("epci_2026.csv"),
          file("ept_grand_paris.csv"), file("departements.csv"),          file("regions.csv")};
}

}  // namespace aiguillage::territory_tests
