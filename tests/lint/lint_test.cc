#include "aiguillage/lint.h"

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>

#include "lint/codes.h"
#include "lint/engine_facts.h"
#include "load/support.h"

/// planted/ holds thirty faults and what looks like one; planted.expected says `file:line: code` for each fault.
namespace aiguillage::lint_tests {
namespace {

namespace fs = std::filesystem;
using load_tests::all_of;
using load_tests::read_text;
using load_tests::source_dir;

const std::string planted = (source_dir / "tests/lint/planted").string();

diagnostics lint(const std::vector<std::string>& folders, const std::string& day = "") {
  diagnostics found;
  const std::optional<pack> rules = load_pack(folders, found);
  EXPECT_TRUE(rules && found.empty()) << all_of(found);
  if (rules) lint_pack(*rules, day, found);
  return found;
}

std::vector<std::string> places(const diagnostics& all) {
  std::vector<std::string> lines;
  for (const diagnostic& one : all)
    lines.push_back(one.file + ":" + std::to_string(one.line) + ": " + one.code);
  return lines;
}

std::vector<std::string> expected() {
  std::istringstream all(read_text(source_dir / "tests/lint/planted.expected"));
  std::vector<std::string> lines;
  for (std::string line; std::getline(all, line);) lines.push_back(line);
  return lines;
}

TEST(Lint, FindsTheThirtyPlantedFaultsAndNothingElse) {
  const diagnostics found = lint({planted});
  EXPECT_EQ(expected().size(), 30U);
  EXPECT_EQ(places(found), expected()) << all_of(found);
}

TEST(Lint, EveryCodeIsPlanted) {
  std::set<std::string> met;
  for (const diagnostic& one : lint({planted})) met.insert(one.code);
  EXPECT_EQ(met, std::set<std::string>(lint::code::all.begin(), lint::code::all.end()));
}

TEST(Lint, TheTableListsEveryDeclaredCode) {
  const std::string header = read_text(source_dir / "src/lint/codes.h");
  const std::regex declaration("= \"([a-z-]+)\";");
  std::set<std::string> declared;
  for (std::sregex_iterator each(header.begin(), header.end(), declaration), end; each != end; ++each)
    declared.insert((*each)[1]);
  EXPECT_EQ(declared, std::set<std::string>(lint::code::all.begin(), lint::code::all.end()));
}

TEST(Lint, EveryFindingWarnsInBothLanguagesAndSaysWhatToWrite) {
  for (const diagnostic& one : lint({planted})) {
    EXPECT_EQ(one.level, severity::warning) << one.code;
    EXPECT_NE(one.message.fr, one.message.en) << one.code;
    EXPECT_FALSE(one.message.fr.empty() || one.message.en.empty()) << one.code;
    EXPECT_FALSE(one.hint.fr.empty() || one.hint.en.empty()) << one.code;
  }
}

TEST(Lint, ADayMakesMoreRulesDue) {
  const auto due = [](const std::string& day) {
    const diagnostics all = lint({planted}, day);
    return std::count_if(all.begin(), all.end(), [](const diagnostic& one) {
      return one.code == std::string(lint::code::review_due);
    });
  };
  EXPECT_EQ(due("2026-08-31"), 0);
  EXPECT_EQ(due("2026-09-01"), 0);
  EXPECT_EQ(due("2026-09-02"), 1);
  EXPECT_EQ(due("2027-01-02"), 2);
  EXPECT_EQ(due(""), due("2026-11-01"));
}

TEST(Lint, TheSamePackGivesTheSameFindings) { EXPECT_EQ(all_of(lint({planted})), all_of(lint({planted}))); }

/// A fact that the engine begins to read by its name is not "never read".
TEST(Lint, TheFactsThatTheEngineReadsByNameAreKnown) {
  std::set<std::string> named;
  const std::regex call(
      "(?:find_named\\([^\"()]*facts, |(?:chosen|known_set)\\(view, |add_named\\()\"([a-z_]+)\"\\)");
  for (const char* room : {"qualify", "network", "referral", "explain"})
    for (const fs::directory_entry& file : fs::directory_iterator(source_dir / "src" / room)) {
      const std::string code = read_text(file.path());
      for (std::sregex_iterator each(code.begin(), code.end(), call), end; each != end; ++each)
        named.insert((*each)[1]);
    }
  EXPECT_EQ(named, std::set<std::string>(lint::engine_facts.begin(), lint::engine_facts.end()));
}

TEST(Lint, FranceHasNoFault) {
  const diagnostics found = lint({(source_dir / "rules/france").string()});
  EXPECT_TRUE(found.empty()) << all_of(found);
}

}  // namespace
}  // namespace aiguillage::lint_tests
