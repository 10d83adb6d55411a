#include <functional>
#include <vector>

#include <gtest/gtest.h>

#include "aiguillage/batch.h"
#include "batch/answers.h"
#include "batch/random_pack.h"

/// Columns as a host may fill them: with parts missing, with anything in them, of the wrong size.
namespace aiguillage {
namespace {

using namespace batch_test;

std::size_t bits_in(const std::vector<std::uint64_t>& row) {
  std::size_t bits = 0;
  for (std::uint64_t word : row)
    for (; word != 0; word &= word - 1) ++bits;
  return bits;
}

TEST(columns, count_nobody_beyond_the_last_person) {
  const pack& rules = france();
  const batch_rules rules_now = compiled(rules);
  person_maker make(rules, 5);
  people all = pack_people(rules, random_people(make, 1100));
  batch_answers everybody;
  ASSERT_TRUE(qualify_batch(rules_now, all, everybody));
  std::vector<need_sets> sets;
  by_person(everybody, sets);
  for (const std::size_t count : {1100U, 1024U, 513U, 65U, 64U, 63U, 1U, 0U}) {
    all.count = count;
    batch_answers found;
    ASSERT_TRUE(qualify_batch(rules_now, all, found));
    EXPECT_EQ(found.urgency.size(), count);
    for (std::size_t i = 0; i < rules.needs.size(); ++i) {
      std::size_t expected = 0;
      for (std::size_t person = 0; person < count; ++person)
        expected += sets[person].certain[i / 64] >> (i % 64) & 1U;
      EXPECT_EQ(bits_in(found.certain[need_type_id(i)]), expected) << count;
    }
  }
}

TEST(columns, a_fact_without_one_is_unknown) {
  const pack& rules = france();
  const batch_rules rules_now = compiled(rules);
  people all = unknown_people(rules, 3);
  const fact_id days = find_named(rules.facts, "food_secure_days");
  open_column(rules, all, days).number[1] = 0;
  const std::vector<answer> found = together(rules_now, all);
  situation nobody;
  nobody.facts = id_vector<fact_id, fact_value>(rules.facts.size());
  situation hungry = nobody;
  hungry.facts[days].known = true;
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(difference(rules, alone(rules, nobody), found[0]), "");
  EXPECT_EQ(difference(rules, alone(rules, hungry), found[1]), "");
  EXPECT_FALSE(found[0] == found[1]);
}

/// Any content in every column.
people scribbled(const pack& rules, std::size_t count, dice& roll) {
  people all = unknown_people(rules, count);
  for (std::size_t i = 0; i < rules.facts.size(); ++i) {
    fact_column& column = open_column(rules, all, fact_id(i));
    for (std::uint8_t& cell : column.index) cell = static_cast<std::uint8_t>(roll());
    for (std::int32_t& cell : column.number) cell = static_cast<std::int32_t>(roll());
    for (auto& row : column.rows)
      for (std::uint64_t& word : row) word = roll();
  }
  return all;
}

/// What the header of the batch form says of a cell.
fact_value meaning_of(const fact& about, const fact_column& column, std::size_t person) {
  fact_value result;
  if (about.kind == fact_kind::set_of) {
    const auto bit = [&](std::size_t row) {
      return (column.rows[row][person / 64] >> (person % 64) & 1U) != 0;
    };
    result.known = bit(about.values.size());
    for (std::size_t i = 0; result.known && i < about.values.size(); ++i) result.values.set(i, bit(i));
  } else if (!column.number.empty()) {
    result.known = column.number[person] != unknown_number;
    result.thousandths = std::int64_t{column.number[person]} * (about.kind == fact_kind::integer ? 1000 : 1);
  } else {
    result.known = about.kind == fact_kind::code ? column.index[person] == 0
                                                 : column.index[person] < about.values.size();
    if (result.known && about.kind != fact_kind::code) result.values.set(column.index[person]);
  }
  return result;
}

void expect_the_meaning(const pack& rules, dice& roll) {
  const people all = scribbled(rules, 100, roll);
  const batch_rules rules_now = compiled(rules);
  const std::vector<answer> found = together(rules_now, all);
  ASSERT_EQ(found.size(), all.count);
  situation person;
  person.facts = id_vector<fact_id, fact_value>(rules.facts.size());
  for (std::size_t i = 0; i < all.count; ++i) {
    for (std::size_t f = 0; f < rules.facts.size(); ++f)
      person.facts[fact_id(f)] = meaning_of(rules.facts[fact_id(f)], all.facts[fact_id(f)], i);
    ASSERT_EQ(difference(rules, alone(rules, person), found[i]), "") << i;
  }
}

TEST(columns, whatever_is_in_them_has_a_meaning) {
  dice roll(17);
  expect_the_meaning(france(), roll);
  for (std::size_t i = 0; i < 100; ++i) expect_the_meaning(random_pack(roll), roll);
}

TEST(columns, that_do_not_fit_are_refused) {
  dice roll(18);
  const pack rules = random_pack(roll);
  const batch_rules rules_now = compiled(rules);
  const people good = scribbled(rules, 100, roll);
  batch_answers found;
  ASSERT_TRUE(qualify_batch(rules_now, good, found));
  std::size_t refused = 0;
  const auto try_with = [&](const std::function<void(people&)>& spoil) {
    people all = good;
    spoil(all);
    if (qualify_batch(rules_now, all, found)) return;
    ++refused;
    EXPECT_EQ(found.count, 0U);
    EXPECT_TRUE(found.urgency.empty());
  };
  try_with([](people& all) { all.count = 129; });
  try_with([](people& all) { all.places = 100; });
  try_with([](people& all) { all.facts.items.pop_back(); });
  EXPECT_EQ(refused, 3U);
  for (std::size_t i = 0; i < rules.facts.size(); ++i) {
    const fact_id which(i);
    try_with([&](people& all) { all.facts[which].index.resize(65); });
    try_with([&](people& all) { all.facts[which].number.resize(127); });
    try_with([&](people& all) { all.facts[which].rows.resize(1); });
    try_with([&](people& all) { all.facts[which].rows.resize(7, {1}); });
  }
  EXPECT_GT(refused, 3 + 2 * rules.facts.size());
}

TEST(columns, of_no_compiled_rules_are_refused) {
  batch_answers found;
  EXPECT_FALSE(qualify_batch({}, {}, found));
}

}  // namespace
}  // namespace aiguillage
