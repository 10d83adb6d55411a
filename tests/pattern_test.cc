#include "pattern.h"

#include <regex>
#include <string>

#include <gtest/gtest.h>

namespace aiguillage {
namespace {

TEST(Pattern, WordsHaveTheFormThatTheStandardLibrarySees) {
  const std::vector<std::string> patterns{
      "^[a-z]{2,3}$",    "",           "a",        "a|b|",         "(a|b)*c",
      "[^a-c]+",         "\\d{2}-\\d", "(?:ab)+?", "a{2,}b?",      "(a*)*",
      "((ab?)*c){2}",    "\\w+\\s\\S", "a.c",      "[a\\-c\\d]",   "^(fr|en)$",
      "[A-Z][a-z]{0,3}", "a$|^b",      "(^a)b",    "(a|ab)(c|bc)", "[-a]{1,2}",
      "x{0}y",           "(a{2}){2}",  "\\.\\/",   "[.]"};
  const std::vector<std::string> words{"",     "a",    "b",   "ab",   "abc", "fr",    "fra",  "fran",
                                       "kab",  "FR",   "aab", "aaa",  "c",   "bac",   "12-3", "1-2",
                                       "abab", "aaaa", "a c", "a\nc", "-",   "d",     "Abc",  "abcc",
                                       "acac", "y",    "./",  ".",    "x y", "abcabc"};
  for (const std::string& pattern : patterns) {
    EXPECT_TRUE(is_pattern(pattern)) << pattern;
    for (const std::string& word : words)
      EXPECT_EQ(has_form(word, pattern), std::regex_match(word, std::regex(pattern)))
          << pattern << " " << word;
  }
}

TEST(Pattern, WhatIsNoneIsRefused) {
  for (const char* wrong : {"^[a-z", "(a", "a)", "*a", "a**", "a{2", "a{3,2}", "a{,2}", "[b-a]", "[]", "\\",
                            "\\b", "(?=a)", "a\\1", "[[:alpha:]]", "a{100000}"})
    EXPECT_FALSE(is_pattern(wrong)) << wrong;
  EXPECT_FALSE(has_form("a", "(a"));
}

TEST(Pattern, NoneTakesLong) {
  const std::string word(longest_code, 'a');
  EXPECT_FALSE(has_form(word, "((((a*)*)*)*)*b"));
  EXPECT_TRUE(has_form(word, "((a{2}){2,}|a?){9,}"));
  EXPECT_FALSE(has_form(word + "a", "a*"));
}

}  // namespace
}  // namespace aiguillage
