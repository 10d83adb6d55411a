#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "sample_table.h"
#include "yaml/codes.h"
#include "yaml/document.h"

namespace aiguillage::yaml {
namespace {

const std::filesystem::path folder =
    std::filesystem::path(AIGUILLAGE_SOURCE_DIR) / "tests" / "invalid" / "yaml";

std::vector<std::filesystem::path> bad_files() {
  std::vector<std::filesystem::path> all;
  for (const auto& item : std::filesystem::directory_iterator(folder))
    if (item.path().extension() == ".yaml") all.push_back(item.path());
  std::sort(all.begin(), all.end());
  return all;
}

diagnostics read(const std::filesystem::path& path) {
  diagnostics out;
  const std::string name = path.filename().string();
  if (const auto root = parse_file(path.string(), name, out)) check_keys(*root, sample_table(), name, out);
  sort_by_place(out);
  return out;
}

std::string places(const diagnostics& all) {
  std::ostringstream out;
  for (const diagnostic& one : all)
    out << one.file << ':' << one.line << ':' << one.column << ": " << one.code << '\n';
  return out.str();
}

std::string content(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(invalid_yaml, every_bad_file_gives_its_expected_diagnostics) {
  const auto files = bad_files();
  ASSERT_FALSE(files.empty()) << folder;
  for (std::filesystem::path file : files) {
    const std::string got = places(read(file));
    EXPECT_EQ(got, content(file.replace_extension(".expected"))) << file;
    EXPECT_FALSE(got.empty()) << file;
  }
}

TEST(invalid_yaml, every_expectation_has_its_file) {
  for (const auto& item : std::filesystem::directory_iterator(folder)) {
    std::filesystem::path path = item.path();
    ASSERT_TRUE(path.extension() == ".yaml" || path.extension() == ".expected") << path;
    EXPECT_TRUE(std::filesystem::exists(path.replace_extension(".yaml"))) << path;
  }
}

/// These need a file too big to store, or no ordinary file at all: file_test.cc and parse_test.cc provoke them.
const std::set<std::string> generated{code::missing_file,   code::not_a_file,     code::unreadable_file,
                                      code::file_too_large, code::too_many_nodes, code::too_many_findings};

TEST(invalid_yaml, every_code_has_a_file_and_every_file_a_known_code) {
  const std::set<std::string> known(code::all.begin(), code::all.end());
  EXPECT_EQ(known.size(), code::all.size()) << "a code is listed twice";
  std::set<std::string> met = generated;
  for (const auto& file : bad_files())
    for (const diagnostic& one : read(file)) met.insert(one.code);
  EXPECT_EQ(met, known);
}

TEST(invalid_yaml, the_name_of_a_file_starts_with_the_code_it_shows) {
  for (const auto& file : bad_files()) {
    const std::string name = file.stem().string();
    const diagnostics all = read(file);
    const auto shows = [&](const diagnostic& one) { return name.rfind(one.code, 0) == 0; };
    EXPECT_TRUE(std::any_of(all.begin(), all.end(), shows)) << name;
  }
}

TEST(invalid_yaml, every_diagnostic_speaks_both_languages_and_says_what_to_write) {
  for (const auto& file : bad_files())
    for (const diagnostic& one : read(file)) {
      EXPECT_EQ(one.level, severity::error) << file;
      EXPECT_FALSE(one.message.fr.empty() || one.message.en.empty()) << file;
      EXPECT_FALSE(one.hint.fr.empty() || one.hint.en.empty()) << file << ' ' << one.code;
      EXPECT_NE(one.message.fr, one.message.en) << file;
    }
}

/// The names that codes.h declares: no code may hide from the table `all`.
TEST(invalid_yaml, the_table_lists_every_declared_code) {
  const std::string header =
      content(std::filesystem::path(AIGUILLAGE_SOURCE_DIR) / "src" / "yaml" / "codes.h");
  std::set<std::string> declared;
  const std::string mark = " = \"";
  for (std::size_t at = header.find(mark); at != std::string::npos; at = header.find(mark, at + 1)) {
    const std::size_t start = at + mark.size();
    declared.insert(header.substr(start, header.find('"', start) - start));
  }
  EXPECT_EQ(declared, std::set<std::string>(code::all.begin(), code::all.end()));
}

}  // namespace
}  // namespace aiguillage::yaml
