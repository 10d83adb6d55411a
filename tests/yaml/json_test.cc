#include "yaml/json.h"

#include <gtest/gtest.h>

#include "yaml/document.h"

namespace aiguillage::yaml {
namespace {

std::string scalar_of(const std::string& text) {
  diagnostics found;
  const auto read = parse(text, "text.json", found);
  for (const diagnostic& one : found) ADD_FAILURE() << to_string(one, language::en);
  const node* value = read ? read->find("a") : nullptr;
  return value == nullptr ? "" : value->scalar;
}

TEST(Json, IsReadWithItsTabsAndItsPairsOfEscapes) {
  EXPECT_EQ(scalar_of("{\n\t\"a\":\t\"b\"\n}"), "b");
  EXPECT_EQ(scalar_of("{\"a\": \"caf\\u00e9 \\ud83d\\ude00!\"}"), "caf\xC3\xA9 \xF0\x9F\x98\x80!");
  EXPECT_EQ(scalar_of("{\"a\": \"\\\\ud83d\\\\ude00\"}"), "\\ud83d\\ude00") << "escaped, it is no escape";
  EXPECT_EQ(scalar_of("{\"a\": \"say \\\"\\ud83d\\ude00\\\"\"}"), "say \"\xF0\x9F\x98\x80\"");
  EXPECT_EQ(scalar_of("{\"a\": \"one\\ttab\"}"), "one\ttab");
}

TEST(Json, HalfOfAPairIsAFinding) {
  for (const char* text :
       {"{\"a\": \"\\ud83d\"}", "{\"a\": \"\\ud83d\\u0041\"}", "{\"a\": \"\\ude00\\ud83d\"}"}) {
    diagnostics found;
    EXPECT_FALSE(parse(text, "text.json", found)) << text;
    ASSERT_EQ(found.size(), 1U) << text;
    EXPECT_EQ(found[0].code, "bad-escape");
  }
}

TEST(Json, OtherTextsStayAsTheyAre) {
  for (const char* text : {"a:\n\tb: c\n", "- \"\\ud83d\\ude00\"\n", "", "\t"})
    EXPECT_EQ(without_json_ways(text), text);
}

}  // namespace
}  // namespace aiguillage::yaml
