#include <algorithm>
#include <set>

#include "load/codes.h"
#include "load/support.h"

/// One bad file for each finding: NAME.yaml beside NAME.expected, whose lines are `line:column: code`.
/// A table of travel is NAME.csv, without the first line.
/// A file of `pack` or `territory` begins with `# file: PATH` (what it replaces in a copy of base, or a local
/// pack beside it) or with `# remove: PATH`.
namespace aiguillage::load_tests {
namespace {

namespace fs = std::filesystem;

const fs::path invalid = source_dir / "tests/invalid";

std::vector<fs::path> bad_files(const std::string& kind) {
  std::vector<fs::path> result;
  for (const fs::directory_entry& each : fs::directory_iterator(invalid / kind))
    if (each.path().extension() == ".yaml" || each.path().extension() == ".csv")
      result.push_back(each.path());
  std::sort(result.begin(), result.end());
  return result;
}

std::string lines_of(diagnostics found) {
  sort_by_place(found);
  std::string lines;
  for (const diagnostic& one : found)
    lines += std::to_string(one.line) + ":" + std::to_string(one.column) + ": " + one.code + "\n";
  return lines;
}

std::string argument(const std::string& content, const std::string& key) {
  if (content.compare(0, key.size(), key) != 0) return "";
  return content.substr(key.size(), content.find('\n') - key.size());
}

/// Copies base of this kind, changes one thing of it, and loads it.
diagnostics load_changed(const std::string& kind, const std::string& content) {
  const temporary_folder in;
  fs::copy(invalid / kind / "base", in.path / "base", fs::copy_options::recursive);
  const std::string file = argument(content, "# file: ");
  const std::string removed = argument(content, "# remove: ");
  EXPECT_NE(file.empty(), removed.empty()) << "the first line says # file: or # remove:";
  if (!removed.empty()) fs::remove_all(in.path / removed);
  const bool table = fs::path(file).extension() == ".csv";
  if (!file.empty()) write_text(in.path / file, table ? content.substr(content.find('\n') + 1) : content);
  diagnostics found;
  std::vector<std::string> folders{(in.path / "base").string()};
  if (fs::exists(in.path / "local")) folders.push_back((in.path / "local").string());
  const bool loaded = kind == "pack" ? load_pack(folders, found).has_value()
                                     : load_territory(folders.front(), tiny(), found).has_value();
  EXPECT_EQ(loaded, !has_errors(found));
  for (const diagnostic& one : found)
    EXPECT_EQ(one.file.find(in.path.string()), std::string::npos) << one.file;
  return found;
}

diagnostics load_one(const std::string& kind, const fs::path& path) {
  diagnostics found;
  bool loaded = false;
  if (kind == "situation")
    loaded = load_situation(path.string(), tiny(), found).has_value();
  else if (kind == "case")
    loaded = load_case(path.string(), tiny(), found).has_value();
  else if (kind == "events")
    loaded = load_events(path.string(), tiny(), found).has_value();
  else if (kind == "scenario")
    loaded = load_scenario(path.string(), tiny(), found).has_value();
  else if (kind == "population")
    loaded = load_population(path.string(), tiny(), found).has_value();
  else
    return load_changed(kind, read_text(path));
  EXPECT_EQ(loaded, !has_errors(found));
  return found;
}

void check_kind(const std::string& kind) {
  const std::vector<fs::path> files = bad_files(kind);
  EXPECT_FALSE(files.empty());
  for (const fs::path& path : files) {
    SCOPED_TRACE(path.filename().string());
    const diagnostics found = load_one(kind, path);
    EXPECT_EQ(lines_of(found), read_text(fs::path(path).replace_extension(".expected"))) << all_of(found);
    EXPECT_FALSE(found.empty());
    for (const diagnostic& one : found) {
      EXPECT_FALSE(one.message.fr.empty());
      EXPECT_FALSE(one.message.en.empty());
    }
  }
}

TEST(Invalid, Situations) { check_kind("situation"); }
TEST(Invalid, Cases) { check_kind("case"); }
TEST(Invalid, Events) { check_kind("events"); }
TEST(Invalid, Scenarios) { check_kind("scenario"); }
TEST(Invalid, Populations) { check_kind("population"); }
TEST(Invalid, Packs) { check_kind("pack"); }
TEST(Invalid, Territories) { check_kind("territory"); }

TEST(Invalid, EveryCodeHasAFile) {
  std::set<std::string> expected;
  for (const char* kind : {"situation", "case", "events", "population", "scenario", "pack", "territory"})
    for (const fs::path& path : bad_files(kind)) {
      std::istringstream lines(read_text(fs::path(path).replace_extension(".expected")));
      for (std::string line; std::getline(lines, line);) expected.insert(line.substr(line.rfind(' ') + 1));
    }
  for (const char* code : load::code::all) EXPECT_EQ(expected.count(code), 1U) << "no file shows " << code;
}

}  // namespace
}  // namespace aiguillage::load_tests
