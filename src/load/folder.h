#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "aiguillage/file_set.h"
#include "load/fields.h"

namespace aiguillage::load {

/// One YAML file of a folder, as it was read.
struct folder_file {
  std::string inside;  // path inside the folder, with slashes: needs/rent_arrears.yaml
  std::string name;    // as diagnostics call it: france/needs/rent_arrears.yaml
  std::string part;    // needs, or "" at the top of the folder
  std::string stem;    // rent_arrears
  yaml::node root;
};

struct folder {
  std::string name;
  bool readable = true;
  std::vector<folder_file> files;  // in the order of their paths; those that did not parse are left out
  std::vector<std::string> seen;   // every path, parsed or not
};

/// 64-bit FNV-1a.
struct fingerprint {
  std::uint64_t state = 0xcbf29ce484222325U;

  void add(const std::string& bytes);
  [[nodiscard]] std::string hexadecimal() const;  // 16 digits
};

/// The YAML files of a folder in the order of their paths, hidden files and tests apart.
[[nodiscard]] std::vector<std::string> list_files(const std::filesystem::path& path, std::error_code& error);

/// Reads all YAML files of a folder in the order of their paths, hidden files and tests apart.
[[nodiscard]] folder read_folder(const file_set& from, fingerprint& hash, diagnostics& out);

}  // namespace aiguillage::load
