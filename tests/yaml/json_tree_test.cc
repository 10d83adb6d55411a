#include "yaml/json_tree.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "json_text.h"
#include "yaml/json.h"
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

/// True when the text is read as JSON; then yaml-cpp must read the same tree out of it, and find nothing wrong.
bool is_json(const std::string& text, const limits& bounds = {}) {
  const source from = read_source(without_json_ways(text), "t.json");
  diagnostics out;
  findings found{from, out};
  check_characters(found);
  check_line_starts(found);
  if (found.count > 0) return false;
  const std::optional<node> tree = read_json(from, bounds);
  if (!tree) return false;
  EXPECT_EQ(in_words(tree), in_words(read_events(found, bounds))) << text;
  EXPECT_TRUE(out.empty()) << text;
  return true;
}

/// The same as JSON; `between` and `after` are written around its words.
struct layout {
  std::string between;  // after { [ and ,
  std::string after;    // after a colon
};

void write_json(const node& one, const layout& how, std::string& out) {
  if (one.kind == node_kind::scalar) {
    if (one.quoted ||
        !std::all_of(one.scalar.begin(), one.scalar.end(), [](char c) { return c >= '0' && c <= '9'; }))
      return write_text(one.scalar, out);
    out += one.scalar;
    return;
  }
  const bool list = one.kind == node_kind::sequence;
  out += list ? '[' : '{';
  bool first = true;
  const auto next = [&] { out += (std::exchange(first, false) ? "" : ",") + how.between; };
  for (const node& item : one.items) {
    next();
    write_json(item, how, out);
  }
  for (const entry& each : one.entries) {
    next();
    write_text(each.key, out);
    out += ":" + how.after;
    write_json(each.value, how, out);
  }
  out += list ? ']' : '}';
}

std::vector<std::string> all_texts() {
  std::vector<std::string> texts;
  for (const char* folder : {"examples/situations", "tests/cases", "examples/events"})
    for (const auto& one : fs::recursive_directory_iterator(fs::path(AIGUILLAGE_SOURCE_DIR) / folder)) {
      diagnostics out;
      if (one.path().extension() != ".yaml") continue;
      const std::optional<node> read = parse_file(one.path().string(), "t.yaml", out);
      if (!read) continue;
      for (const layout& how : {layout{"", ""}, layout{" ", " "}, layout{"\n  ", " "}, layout{"\t", "\n"}})
        write_json(*read, how, texts.emplace_back());
    }
  return texts;
}

TEST(JsonTree, ReadsWhatProgramsWrite) {
  for (const char* text :
       {"{}", "{\"a\":1}", " {\"a\" : \"b\"}\n", "{\n\t\"a\": [1, -2.5e3, true, false, \"\", [], {}]\r\n}",
        "{\"a\": null, \"<<\": {\"null\": \"~\"}}",
        "{\"caf\\u00e9\": \"\\\"\\\\\\/\\n\\t\\ud83d\\ude00 é # : ,\"}",
        "{\"[\":\"{\",\"a\":[{\"b\":[[0]]}]}"})
    EXPECT_TRUE(is_json(text)) << text;
}

TEST(JsonTree, LeavesAllElse) {
  for (const char* text : {"",
                           "[]",
                           "\"a\"",
                           "a: 1",
                           "{a: 1}",
                           "{\"a\": 1,}",
                           "{\"a\": 1} # b",
                           "{\"a\": 1}\n---\n{}",
                           "{\"a\": b}",
                           "{\"a\": [null]}",
                           "{\"a\": 1, \"a\": 2}",
                           "{\"\": 1}",
                           "{\"a\\nb\": 1}",
                           "{\"a\": \"\\u0007\"}",
                           "{\"a\"\n: 1}",
                           "{\"a\": \"b\n c\"}",
                           "{\"a\": 'b'}",
                           "{\"a\": 1e999}",
                           "{\"a\": \"\\ud83d\"}",
                           "{\"a\": 01}",
                           "{\"a\": +1}",
                           "{\"a\": \"b\\x41\"}",
                           "{\"a\": &b 1}",
                           "{\"a\": !b \"c\"}",
                           "{"})
    EXPECT_FALSE(is_json(text)) << text;
  EXPECT_FALSE(is_json("{\"" + std::string(2000, 'a') + "\": 1}"));
}

TEST(JsonTree, KeepsTheLimits) {
  limits few;
  few.nodes = 3;
  EXPECT_TRUE(is_json("{\"a\": 1}", few));
  EXPECT_FALSE(is_json("{\"a\": 1, \"b\": 2}", few));
  limits flat;
  flat.depth = 2;
  EXPECT_TRUE(is_json("{\"a\": [1]}", flat));
  EXPECT_FALSE(is_json("{\"a\": [[1]]}", flat));
}

/// Numbers that are the same on every machine.
struct dice {
  std::uint64_t state = 11;
  std::size_t roll(std::size_t sides) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state >> 33U) % sides;
  }
  const std::string& one_of(const std::vector<std::string>& some) { return some[roll(some.size())]; }
};

const std::vector<std::string> gaps = {"", "", "", " ", "\n", "\t", "\n  ", "\r\n", "  "};
const std::vector<std::string> words = {
    "\"a\"",  "\"b\"",    "\"\"",        "\"null\"", "\" c \"",     "\"é\"",
    "\"#\"",  "\"a: b\"", "\"\\u00e9\"", "\"\\n\"",  "\"\\u0001\"", "\"\\ud83d\\ude00\"",
    "\"'\"",  "\"[\"",    "\"\\/\"",     "\"\\\\\"", "\"\\\"\"",    "\"%d\"",
    "\"{}\"", "\"- a\"",  "\"~\""};
const std::vector<std::string> plain = {
    "0", "1", "-1", "2.50", "1e3", "-0", "-0.5E+2", "true", "false", "null", "12345678901234567890"};

/// Something like JSON, with gaps anywhere.
void write_any(dice& with, int depth, std::string& out) {
  const std::size_t kind = depth == 0 ? 2 : depth > 3 ? with.roll(2) : with.roll(4);
  const auto gap = [&] { out += with.one_of(gaps); };
  if (kind < 2) {
    out += with.one_of(kind == 0 ? words : plain);
    return;
  }
  out += kind == 2 ? '{' : '[';
  for (std::size_t i = 0, count = with.roll(5); i < count; ++i) {
    if (i > 0) out += ',';
    gap();
    if (kind == 2) {
      out += with.roll(4) == 0 ? with.one_of(words) : "\"k" + std::to_string(i) + "\"";
      out += with.roll(8) == 0 ? with.one_of(gaps) : "";
      out += ':';
      gap();
    }
    write_any(with, depth + 1, out);
    gap();
  }
  out += kind == 2 ? '}' : ']';
}

void edit(dice& with, std::string& text) {
  static const std::string keys = " :,-#[]{}\"'\n\tnulatrue01.eE+|&*!%?~_\\/\xC3\xA9";
  for (std::size_t edits = with.roll(3); edits > 0; --edits) {
    const std::size_t at = with.roll(text.size() + 1);
    if (with.roll(2) == 0)
      text.insert(at, 1, keys[with.roll(keys.size())]);
    else
      text.erase(at, with.roll(3));
  }
}

TEST(JsonTree, ReadsOurFilesAsYamlCppDoes) {
  dice with;
  const std::vector<std::string> texts = all_texts();
  EXPECT_GT(texts.size(), 50U);
  for (const std::string& text : texts) {
    EXPECT_TRUE(is_json(text)) << text;
    for (int i = 0; i < 3; ++i) {
      std::string sent = text;
      edit(with, sent);
      is_json(sent);
    }
  }
}

TEST(JsonTree, ReadsAsYamlCppDoesWhateverIsSent) {
  dice with;
  std::size_t read = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string sent;
    write_any(with, 0, sent);
    edit(with, sent);
    read += is_json(sent) ? 1U : 0U;
  }
  EXPECT_GT(read, 5000U);
}

}  // namespace
}  // namespace aiguillage::yaml
