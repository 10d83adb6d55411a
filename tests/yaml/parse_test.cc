#include <string>

#include <gtest/gtest.h>

#include "yaml/codes.h"
#include "yaml/document.h"

namespace aiguillage::yaml {
namespace {

/// The tree on one line: mappings {key@line:column=…}, sequences […], scalars 'text' or "quoted".
std::string draw(const node& tree) {
  std::string out;
  if (tree.kind == node_kind::scalar) {
    out = tree.quoted ? "\"" + tree.scalar + "\"" : "'" + tree.scalar + "'";
  } else if (tree.kind == node_kind::sequence) {
    for (const node& item : tree.items) out += (out.empty() ? "" : " ") + draw(item);
    out = "[" + out + "]";
  } else {
    for (const entry& one : tree.entries)
      out += (out.empty() ? "" : " ") + one.key + "@" + std::to_string(one.line) + ":" +
             std::to_string(one.column) + "=" + draw(one.value);
    out = "{" + out + "}";
  }
  return out + "@" + std::to_string(tree.line) + ":" + std::to_string(tree.column);
}

std::string drawn(const std::string& text) {
  diagnostics out;
  const auto tree = parse(text, "t", out);
  if (tree) return draw(*tree) + (out.empty() ? "" : " with diagnostics");
  return out.empty() ? "nothing, silently" : to_string(out[0], language::en);
}

/// `line:column code` of each finding, in the order found.
std::string faults(const std::string& text, const limits& bounds = {}) {
  diagnostics out;
  const auto tree = parse(text, "t", out, bounds);
  std::string all = tree && !out.empty() ? "tree despite errors: " : "";
  for (const diagnostic& one : out)
    all += (all.empty() ? "" : ", ") + std::to_string(one.line) + ":" + std::to_string(one.column) + " " +
           one.code;
  return all;
}

std::string repeated(const std::string& part, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += part;
  return all;
}

TEST(parse, gives_positions_of_keys_and_values) {
  EXPECT_EQ(drawn("id: a\nneeds:\n  - b\n  - c: d\n"),
            "{id@1:1='a'@1:5 needs@2:1=['b'@3:5 {c@4:5='d'@4:8}@4:5]@3:3}@1:1");
}

TEST(parse, counts_columns_in_characters) {
  EXPECT_EQ(drawn("été: {clé: à, œil: 𝄞, z: b}\n"),
            "{été@1:1={clé@1:7='à'@1:12 œil@1:15='𝄞'@1:20 z@1:23='b'@1:26}@1:6}@1:1");
}

TEST(parse, keeps_scalars_as_written) {
  EXPECT_EQ(drawn("[010, yes, 1e3, 01000, null_x, 2025-01-01]"),
            "['010'@1:2 'yes'@1:7 '1e3'@1:12 '01000'@1:17 'null_x'@1:24 '2025-01-01'@1:32]@1:1");
}

TEST(parse, knows_what_was_quoted) {
  EXPECT_EQ(drawn("a: \"b\"\nc: 'd''e'\nf: |\n  g\nh: >\n  i\nj: k\n"),
            "{a@1:1=\"b\"@1:4 c@2:1=\"d'e\"@2:4 f@3:1=\"g\n\"@3:4 h@5:1=\"i\n\"@5:4 j@7:1='k'@7:4}@1:1");
  EXPECT_EQ(drawn("[\"null\", '~', \"\"]"), "[\"null\"@1:2 \"~\"@1:10 \"\"@1:15]@1:1");
}

TEST(parse, accepts_byte_order_mark_carriage_returns_and_one_document_marker) {
  EXPECT_EQ(drawn("\xEF\xBB\xBFid: a\r\nb: \"c\r\n  d\"\r\n"), "{id@1:1='a'@1:5 b@2:1=\"c d\"@2:4}@1:1");
  EXPECT_EQ(drawn("---\nid: a\n...\n# fin\n"), "{id@2:1='a'@2:5}@2:1");
}

TEST(parse, accepts_text_over_several_lines) {
  EXPECT_EQ(drawn("a: un texte\n  qui - continue\nb: \"un\n  autre\"\n"),
            "{a@1:1='un texte qui - continue'@1:4 b@3:1=\"un autre\"@3:4}@1:1");
}

TEST(parse, accepts_a_list_at_the_column_of_its_key) {
  EXPECT_EQ(drawn("a:\n- \"b\n c\"\n- d\n"), "{a@1:1=[\"b c\"@2:3 'd'@4:3]@2:1}@1:1");
}

TEST(parse, needs_no_line_end_at_the_end) {
  EXPECT_EQ(drawn("a: b"), "{a@1:1='b'@1:4}@1:1");
  EXPECT_EQ(drawn("- a\n- |\n  b"), "['a'@1:3 \"b\n\"@2:3]@1:1");
}

TEST(parse, finds_keys) {
  diagnostics out;
  const auto tree = parse("a: 1\nb: 2\n", "t", out);
  ASSERT_TRUE(tree);
  ASSERT_NE(tree->find("b"), nullptr);
  EXPECT_EQ(tree->find("b")->scalar, "2");
  EXPECT_EQ(tree->find("c"), nullptr);
  EXPECT_EQ(tree->find("b")->find("a"), nullptr);
}

TEST(parse, reports_all_structural_findings_at_once) {
  EXPECT_EQ(
      faults("a: &x 1\nb: *x\na: !t 2\nc:\n<<: {d: ~}\n"),
      "1:4 anchor, 2:4 alias, 3:1 duplicate-key, 3:4 tag, 4:1 empty-value, 5:1 merge-key, 5:9 empty-value");
}

TEST(parse, says_where_the_first_of_two_keys_stands) {
  diagnostics out;
  EXPECT_FALSE(parse("a: 1\nb: 2\na: 3\n", "t", out));
  ASSERT_EQ(out.size(), 1U);
  EXPECT_NE(out[0].message.fr.find("ligne 1"), std::string::npos);
}

TEST(parse, refuses_empty_files) {
  for (const char* text : {"", "\n\n", "   ", "# rien\n", "---\n", "---\n...\n", "\xEF\xBB\xBF"})
    EXPECT_EQ(faults(text), "1:1 empty-file") << text;
  EXPECT_EQ(faults("~"), "1:1 empty-value");
}

TEST(parse, refuses_a_quote_that_swallows_the_end) {
  EXPECT_EQ(faults("a: 1\nb: \"c\nd: 2\n"), "2:4 unclosed-quote");
  EXPECT_EQ(faults("a: 1\nb: 'c\n"), "2:4 unclosed-quote");
  EXPECT_EQ(faults("a: {é: [\"b, 'c']}"), "1:9 unclosed-quote");
  EXPECT_EQ(faults("\"a"), "1:1 unclosed-quote");
}

TEST(parse, refuses_cyclic_and_exponential_aliases) {
  EXPECT_EQ(faults("a: &a [*a]\n"), "1:4 anchor, 1:8 alias");
  std::string bomb = "a0: &a0 [x]\n";
  for (int i = 1; i < 40; ++i) {
    const std::string before = std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + before + ", *a" + before + "]\n";
  }
  EXPECT_NE(faults(bomb).find("2:10 alias"), std::string::npos);
}

TEST(parse, stops_after_a_hundred_findings) {
  diagnostics out;
  EXPECT_FALSE(parse(repeated("- ~\n", 5000), "t", out));
  ASSERT_EQ(out.size(), 101U);
  EXPECT_EQ(out.back().code, code::too_many_findings);
  EXPECT_EQ(out.back().line, 101);
  out.clear();
  EXPECT_FALSE(parse(repeated("\x01\n", 5000), "t", out));
  EXPECT_EQ(out.size(), 101U);
}

TEST(parse, refuses_what_is_too_large) {
  EXPECT_EQ(faults("a: b", {3, 10, 10}), "0:0 file-too-large");
  EXPECT_EQ(faults("a: b", {4, 10, 10}), "");
  EXPECT_EQ(faults("a: " + std::string(std::size_t{2} << 20, 'b')), "0:0 file-too-large");
}

TEST(parse, refuses_too_many_nodes) {
  EXPECT_EQ(faults("[a, b, c]", {100, 4, 10}), "");
  EXPECT_EQ(faults("[a, b, c]", {100, 3, 10}), "1:8 too-many-nodes");
}

TEST(parse, accepts_the_depth_of_its_limit_and_no_more) {
  EXPECT_EQ(faults("[[a]]", {100, 100, 2}), "");
  EXPECT_EQ(faults("[[[a]]]", {100, 100, 2}), "1:3 too-deep");
  EXPECT_EQ(faults("a:\n  b:\n    c: d\n", {100, 100, 2}), "3:5 too-deep");
}

TEST(parse, survives_deep_nesting_of_every_kind) {
  for (const char* part : {"[", "{", "[{", "- ", "? ", "{a: ", "[a: ", "[? ", "{? "}) {
    const std::string got = faults(repeated(part, 100000));
    EXPECT_NE(got.find("too-deep"), std::string::npos) << part << ": " << got.substr(0, 200);
  }
  std::string steps;
  for (std::size_t i = 0; i < 1000; ++i) steps += std::string(i, ' ') + "a:\n";
  EXPECT_EQ(faults(steps), "33:33 too-deep");
}

TEST(parse, refuses_every_form_of_bad_utf8) {
  EXPECT_EQ(faults("a: \xC0\x80"), "1:4 invalid-utf8");          // overlong, two bytes
  EXPECT_EQ(faults("a: \xE0\x80\xAF"), "1:4 invalid-utf8");      // overlong, three bytes
  EXPECT_EQ(faults("a: \xF0\x80\x80\xAF"), "1:4 invalid-utf8");  // overlong, four bytes
  EXPECT_EQ(faults("a: \xED\xBF\xBF"), "1:4 invalid-utf8");      // surrogate
  EXPECT_EQ(faults("a: \xF4\x90\x80\x80"), "1:4 invalid-utf8");  // beyond the last character
  EXPECT_EQ(faults("a: \xC3"), "1:4 invalid-utf8");              // cut short
  EXPECT_EQ(faults("a: \x80"), "1:4 invalid-utf8");              // continuation alone
  EXPECT_EQ(faults("a: b\né: à\xFF\n"), "2:5 invalid-utf8");
  EXPECT_EQ(faults("\xFF\xFE"
                   "a\0",
                   {}),
            "1:1 invalid-utf8");  // UTF-16
  EXPECT_EQ(faults("a: \xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF"), "");
}

TEST(parse, refuses_control_characters_wherever_they_are) {
  EXPECT_EQ(faults(std::string("a: b\0c", 6)), "1:5 control-character");
  EXPECT_EQ(faults("a: b\x7F"), "1:5 control-character");
  EXPECT_EQ(faults("a: \xC2\x85"), "1:4 control-character");
  EXPECT_EQ(faults("a: b # \x04\n"), "1:8 control-character");
  EXPECT_EQ(faults("a: b\rc: d"), "1:5 control-character");
  EXPECT_EQ(faults("a: \"\\x04\""), "1:4 bad-escape");
  EXPECT_EQ(drawn("a: \"b\\tc\\n\""), "{a@1:1=\"b\tc\n\"@1:4}@1:1");
}

TEST(parse, refuses_more_than_one_document) {
  EXPECT_EQ(faults("a: 1\n---\n"), "2:1 second-document");
  EXPECT_EQ(faults("---\n---\na: 1\n"), "2:1 second-document");
  EXPECT_EQ(faults("a: 1\n...\nb: 2\n"), "3:1 stray-text");
  EXPECT_EQ(faults("[a] b"), "1:5 stray-text");
  EXPECT_EQ(faults("a: 1\n...\n]\n"), "3:1 unopened-bracket");
}

TEST(parse, tells_tabs_that_indent_from_tabs_inside) {
  EXPECT_EQ(faults("a:\n\tb: 1\n"), "2:1 tab-indentation");
  EXPECT_EQ(faults("a: |\n  \tb\n"), "2:3 tab-indentation");
  EXPECT_EQ(faults("a: b\n \t\nc: d\n"), "2:2 tab-indentation");
  EXPECT_EQ(drawn("a:\tb\nc: d\te\n"), "{a@1:1='b'@1:4 c@2:1='d\te'@2:4}@1:1");
}

}  // namespace
}  // namespace aiguillage::yaml
