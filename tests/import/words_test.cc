#include "import/words.h"

#include <gtest/gtest.h>

namespace aiguillage::import {
namespace {

column_mapping two_columns() {
  column_mapping by;
  by.columns.resize(2);
  by.columns[0].words = {{"mairie", {"town_hall"}}, {"relais petite enfance", {}}};
  by.columns[0].spelled = {"Mairie", "Relais Petite Enfance"};
  by.columns[1].words = {{"mairie", {"in_person", "phone"}}};
  by.columns[1].spelled = {"mairie"};
  return by;
}

TEST(WordMemo, MeansTheSameTheFirstTimeAndAgain) {
  const column_mapping by = two_columns();
  word_memo words(by);
  for (int again = 0; again < 2; ++again) {
    const met_word hall = words.find(by.columns[0], "MAIRIE");
    ASSERT_NE(hall.says, nullptr);
    EXPECT_EQ(*hall.says, std::vector<std::string>{"town_hall"});
    EXPECT_EQ(hall.rank, 0U);
    const met_word nothing = words.find(by.columns[0], "Relais petite  enfance");
    ASSERT_NE(nothing.says, nullptr);
    EXPECT_TRUE(nothing.says->empty());
    EXPECT_EQ(nothing.rank, 1U);
    EXPECT_EQ(words.find(by.columns[1], "MAIRIE").says->size(), 2U) << "each column has its own words";
    EXPECT_EQ(words.find(by.columns[1], "Relais petite enfance").says, nullptr);
  }
}

TEST(WordMemo, AnswersBeyondWhatItKeeps) {
  const column_mapping by = two_columns();
  word_memo words(by);
  for (int i = 0; i < 5000; ++i) ASSERT_EQ(words.find(by.columns[0], std::to_string(i)).says, nullptr);
  EXPECT_NE(words.find(by.columns[0], "mairie").says, nullptr);
  std::string long_word = "mairie";
  long_word.insert(0, 100, ' ');
  EXPECT_NE(words.find(by.columns[0], long_word).says, nullptr);
}

}  // namespace
}  // namespace aiguillage::import
