#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "aiguillage/load.h"

#ifndef AIGUILLAGE_SOURCE_DIR
#error "AIGUILLAGE_SOURCE_DIR names the root of the sources"
#endif

namespace aiguillage::load_tests {

inline const std::filesystem::path source_dir = AIGUILLAGE_SOURCE_DIR;

/// A folder that goes away with the test.
struct temporary_folder {
  std::filesystem::path path;

  temporary_folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "aiguillage-XXXXXX").string();
    path = mkdtemp(pattern.data());
  }
  temporary_folder(const temporary_folder&) = delete;
  temporary_folder& operator=(const temporary_folder&) = delete;
  ~temporary_folder() { std::filesystem::remove_all(path); }
};

inline std::string read_text(const std::filesystem::path& path) {
  std::ostringstream all;
  all << std::ifstream(path, std::ios::binary).rdbuf();
  return all.str();
}

inline void write_text(const std::filesystem::path& path, const std::string& content) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
}

/// All findings, one a line, for messages of failed tests.
inline std::string all_of(const diagnostics& found) {
  std::string lines;
  for (const diagnostic& one : found) lines += to_string(one, language::en) + "\n";
  return lines;
}

inline std::vector<std::string> codes_of(const diagnostics& found) {
  std::vector<std::string> codes;
  for (const diagnostic& one : found) codes.push_back(one.code);
  return codes;
}

/// The tiny pack of tests/invalid/pack/base.
inline const pack& tiny() {
  static const pack rules = [] {
    diagnostics found;
    std::optional<pack> read = load_pack({(source_dir / "tests/invalid/pack/base").string()}, found);
    EXPECT_TRUE(read && found.empty()) << all_of(found);
    return read.value_or(pack{});
  }();
  return rules;
}

/// A copy of the tiny pack to which a test does something, beside which it may put a local pack.
struct pack_copy {
  temporary_folder in;

  pack_copy() {
    std::filesystem::copy(source_dir / "tests/invalid/pack/base", in.path / "base",
                          std::filesystem::copy_options::recursive);
  }
  void write(const std::string& inside, const std::string& content) const {
    write_text(in.path / inside, content);
  }
  [[nodiscard]] std::optional<pack> load(diagnostics& found, bool with_local = false) const {
    std::vector<std::string> folders{(in.path / "base").string()};
    if (with_local) folders.push_back((in.path / "local").string());
    return load_pack(folders, found);
  }
};

}  // namespace aiguillage::load_tests
