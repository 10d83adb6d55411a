#include <gtest/gtest.h>

#include "france.h"

namespace aiguillage {
namespace {

// The rule as it was written down, apart from the engine.
std::string expected(const std::vector<std::optional<int>>& answers) {
  int zeros = 0;
  int twos = 0;
  for (const auto& one : answers) {
    if (!one) return "";
    zeros += *one == 0 ? 1 : 0;
    twos += *one == 2 ? 1 : 0;
  }
  if (zeros == 0 && twos >= 3) return "autonomous";
  return zeros >= 2 ? "fully_assisted" : "partly_autonomous";
}

std::string given(const std::vector<std::optional<int>>& answers) {
  const evaluation_grid& grid = france().grid;
  const auto value = grid_value(grid, answers);
  return value ? france().facts[grid.settles].values[*value].id : "";
}

}  // namespace

TEST(grid, gives_what_the_rule_says_on_every_answer_asked_or_not) {
  ASSERT_EQ(france().grid.items.size(), 5U);
  int seen = 0;
  std::vector<std::optional<int>> answers(5);
  for (int code = 0; code < 4 * 4 * 4 * 4 * 4; ++code, ++seen) {
    int rest = code;
    for (auto& one : answers) {
      one = rest % 4 == 3 ? std::nullopt : std::optional<int>(rest % 4);
      rest /= 4;
    }
    EXPECT_EQ(given(answers), expected(answers)) << "answers " << code << " in base 4";
  }
  EXPECT_EQ(seen, 1024);
  EXPECT_EQ(given({2, 2, 2}), "") << "five answers are needed";
}

TEST(grid, settles_autonomy_with_three_answers_for_each_item) {
  EXPECT_EQ(france().facts[france().grid.settles].id, "digital_autonomy");
  for (const grid_item& one : france().grid.items) EXPECT_EQ(one.answers.size(), 3U) << one.id;
  EXPECT_FALSE(france().grid.sources.empty());
  EXPECT_FALSE(grid_value(evaluation_grid{}, {}).has_value());
}

}  // namespace aiguillage
