#include "yaml/plain_lines.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "yaml/syntax.h"

namespace aiguillage::yaml {
namespace {

namespace fs = std::filesystem;

/// The whole tree in words, positions and quotes included.
void write(const node& one, std::string& out) {
  out += " @" + std::to_string(one.line) + ":" + std::to_string(one.column);
  if (one.kind == node_kind::scalar) out += (one.quoted ? " quoted <" : " <") + one.scalar + ">";
  if (one.null) out += " null";
  if (one.kind == node_kind::sequence) {
    out += " [";
    for (const node& item : one.items) write(item, out);
    out += " ]";
  }
  if (one.kind != node_kind::mapping) return;
  out += " {";
  for (const entry& each : one.entries) {
    out += " " + each.key + " @" + std::to_string(each.line) + ":" + std::to_string(each.column);
    write(each.value, out);
  }
  out += " }";
}

std::string in_words(const std::optional<node>& tree) {
  std::string out;
  if (tree) write(*tree, out);
  return tree ? out : "no tree";
}

/// True when the text is plain; then yaml-cpp must read the same tree out of it, and find nothing wrong.
bool is_plain(const std::string& text, const limits& bounds = {}) {
  const source from = read_source(text, "t.yaml");
  diagnostics out;
  findings found{from, out};
  check_characters(found);
  check_line_starts(found);
  if (found.count > 0) return false;
  const std::optional<node> plain = read_plain_lines(from, bounds);
  if (!plain) return false;
  EXPECT_EQ(in_words(plain), in_words(read_events(found, bounds))) << text;
  EXPECT_TRUE(out.empty()) << text;
  return true;
}

std::vector<std::string> all_texts() {
  std::vector<std::string> texts;
  for (const char* folder : {"examples/situations", "tests/cases", "tests/invalid", "examples/events"})
    for (const auto& one : fs::recursive_directory_iterator(fs::path(AIGUILLAGE_SOURCE_DIR) / folder)) {
      if (one.path().extension() != ".yaml") continue;
      std::ostringstream bytes;
      bytes << std::ifstream(one.path(), std::ios::binary).rdbuf();
      texts.push_back(bytes.str());
    }
  return texts;
}

TEST(PlainLines, ReadsWhatPeopleWrite) {
  EXPECT_TRUE(is_plain(
      "# a\n\nsituation:\n  age: 46   # years\n  arrears: []\n\n  home: {lat: -1.5, on: [a, \"b c\"]}\n"
      "date: 2026-11-24"));
  EXPECT_TRUE(is_plain("a:   # first\n    b:\n      c: 1\n# out\n    d: \"é # : ,\"\n"));
  EXPECT_TRUE(is_plain("a: 1\r\nb: [x , y ]\r\n"));
}

TEST(PlainLines, LeavesAllElse) {
  for (const char* text : {"",
                           "# a\n",
                           "a",
                           "a:",
                           "a:\n",
                           "a:b\n",
                           "a : b\n",
                           "a: b c\n",
                           "a: 'b'\n",
                           "a: null\n",
                           "a: ~\n",
                           "null: a\n",
                           "a: b#c\n",
                           "a: \"b\"#c\n",
                           "a: [b]#c\n",
                           "a: [b\n  , c]\n",
                           "a: [b, ]\n",
                           "a: {b:c}\n",
                           "a: {b}\n",
                           "a: b\n  c\n",
                           "a: b\n  c: d\n",
                           "a:\n- b\n",
                           "a:\nb: c\n",
                           "  a: b\n",
                           "a: b\n c: d\n",
                           "a:\n  b: c\n d: e\n",
                           "a: b\na: c\n",
                           "a: \"\"\n",
                           "a: \"b\\n\"\n",
                           "a: |\n  b\n",
                           "a: &b c\n",
                           "a: b\n---\nc: d\n",
                           "a: b\n...\n",
                           "{a: b}\n",
                           "a: - b\n",
                           "a: ...\n",
                           "\"a\": b\n",
                           "a: {b: c, b: d}\n",
                           "a: [b: c]\n",
                           "a: {b: null}\n"})
    EXPECT_FALSE(is_plain(text)) << text;
}

TEST(PlainLines, KeepsTheLimits) {
  limits few;
  few.nodes = 3;
  EXPECT_TRUE(is_plain("a: b\n", few));
  EXPECT_FALSE(is_plain("a: b\nc: d\n", few));
  limits flat;
  flat.depth = 2;
  EXPECT_TRUE(is_plain("a: [b]\n", flat));
  EXPECT_FALSE(is_plain("a: [[b]]\n", flat));
  EXPECT_FALSE(is_plain("a:\n  b:\n    c: d\n", flat));
}

TEST(PlainLines, ReadAsYamlCppDoesWhateverIsTyped) {
  const std::string keys = " :,-#[]{}\"'\n\tnulax01|>&*!%?.~_\\";
  std::uint64_t state = 7;
  const auto roll = [&](std::size_t sides) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state >> 33U) % sides;
  };
  std::size_t plain = 0;
  for (const std::string& text : all_texts())
    for (int i = 0; i < 120; ++i) {
      const std::size_t from = text.empty() ? 0 : roll(text.size());
      std::string typed = i == 0 ? text : text.substr(text.rfind('\n', from) + 1, 1 + roll(300));
      for (std::size_t edits = roll(4); i > 0 && edits > 0; --edits) {
        const std::size_t at = roll(typed.size() + 1);
        if (roll(2) == 0)
          typed.insert(at, 1, keys[roll(keys.size())]);
        else
          typed.erase(at, roll(3));
      }
      plain += is_plain(typed) ? 1U : 0U;
    }
  EXPECT_GT(plain, 1000U);
}

}  // namespace
}  // namespace aiguillage::yaml
