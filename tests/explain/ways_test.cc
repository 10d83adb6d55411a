#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "aiguillage/explain/why.h"
#include "aiguillage/load.h"
#include "explain/random_person.h"
#include "france.h"

namespace aiguillage {
namespace {

bool is_number(const fact& of) { return of.kind == fact_kind::integer || of.kind == fact_kind::number; }

/// One of the answers that a way accepts.
fact_value picked(const wanted_answer& from, const pack& rules, dice& with) {
  fact_value answer;
  answer.known = true;
  const fact& of = rules.facts[from.fact];
  if (is_number(of)) {
    const bool open = from.high == std::numeric_limits<std::int64_t>::max();
    answer.thousandths = with.roll(2) == 0 || open ? from.low : from.high;
    if (open && with.roll(2) == 0) answer.thousandths += 7000;
    return answer;
  }
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < of.values.size(); ++i)
    if (from.values.test(i)) all.push_back(i);
  const std::size_t at = with.roll(all.size() + (from.none ? 1 : 0));
  if (at < all.size()) answer.values.set(all[at]);
  return answer;
}

bool accepts(const wanted_answer& one, const fact_value& answer, const fact& of) {
  if (is_number(of)) return answer.thousandths >= one.low && answer.thousandths <= one.high;
  return answer.values.none() ? one.none : (answer.values & one.values).any();
}

bool is_certain(const pack& rules, const situation& person, need_type_id type) {
  const qualification found = qualify(rules, person);
  return std::any_of(found.needs.begin(), found.needs.end(),
                     [&](const need& one) { return one.type == type && one.status == need_status::certain; });
}

std::string said(const pack& rules, const way_to_need& way, need_type_id type) {
  std::string words = rules.needs[type].id + " by " + way.by->id;
  for (const wanted_answer& one : way.answers)
    words += " | " + rules.facts[one.fact].id + ": " + one.words.en;
  return words;
}

/// The answers of a way, all of them or some: the need is certain with all and with nothing less.
void check_way(const pack& rules, const situation& person, need_type_id type, const way_to_need& way,
               dice& with) {
  std::vector<fact_value> answers;
  for (const wanted_answer& one : way.answers) answers.push_back(picked(one, rules, with));
  const std::size_t all = (std::size_t{1} << answers.size()) - 1;
  for (std::size_t some = 0; some <= all; ++some) {
    situation tried = person;
    for (std::size_t i = 0; i < answers.size(); ++i)
      if ((some >> i & 1U) != 0) tried.facts[way.answers[i].fact] = answers[i];
    ASSERT_EQ(is_certain(rules, tried, type), some == all) << said(rules, way, type) << " with " << some;
  }
}

TEST(ways, each_derives_its_need_and_no_part_of_it_does) {
  const pack& rules = france();
  dice with{7};
  std::size_t checked = 0;
  for (std::size_t n = 0; n < 60; ++n) {
    const situation person = random_person(rules, with, 10 * (n % 8));
    for (std::size_t t = n % 3; t < rules.needs.size(); t += 3) {
      const need_type_id type(t);
      const ways_to_need all = ways_to(rules, person, type);
      EXPECT_LE(all.ways.size(), most_ways);
      EXPECT_EQ(is_certain(rules, person, type), is_certain(rules, person, type) && all.ways.empty());
      for (const way_to_need& way : all.ways) {
        ASSERT_GE(way.answers.size(), 1U);
        ASSERT_LE(way.answers.size(), most_answers);
        for (const wanted_answer& one : way.answers) EXPECT_EQ(one.another, person.facts[one.fact].known);
        ASSERT_NO_FATAL_FAILURE(check_way(rules, person, type, way, with));
        ++checked;
      }
    }
  }
  EXPECT_GT(checked, 2000U);
}

TEST(ways, those_of_open_questions_come_first_then_the_shortest) {
  const pack& rules = france();
  dice with{11};
  for (std::size_t n = 0; n < 40; ++n) {
    const situation person = random_person(rules, with, 40);
    for (std::size_t t = 0; t < rules.needs.size(); t += 5) {
      std::pair<bool, std::size_t> before{false, 0};
      for (const way_to_need& way : ways_to(rules, person, need_type_id(t)).ways) {
        const bool another = std::any_of(way.answers.begin(), way.answers.end(),
                                         [](const wanted_answer& one) { return one.another; });
        const std::pair<bool, std::size_t> now{another, way.answers.size()};
        EXPECT_LE(before, now);
        before = now;
      }
    }
  }
}

/// Answers worth trying: every value, and the whole numbers around each bound that a rule looks at.
std::vector<fact_value> answers_worth_trying(const pack& rules, fact_id which) {
  std::vector<fact_value> all;
  const fact& of = rules.facts[which];
  std::set<std::int64_t> numbers = {0};
  for (const condition& one : rules.conditions)
    if (one.kind == condition_kind::range && one.fact == which)
      for (const std::int64_t bound : {one.low, one.high})
        for (const std::int64_t step : {-1000, 0, 1000})
          if (bound > 0 && bound < 1'000'000'000 && bound + step >= 0) numbers.insert(bound + step);
  if (is_number(of))
    for (const std::int64_t one : numbers) all.push_back({true, {}, one, ""});
  if (!is_number(of) && of.kind != fact_kind::code)
    for (std::size_t i = 0; i < of.values.size(); ++i) all.push_back({true, value_set().set(i), 0, ""});
  if (of.kind == fact_kind::set_of) all.push_back({true, {}, 0, ""});
  return all;
}

bool listed(const ways_to_need& all, const pack& rules, fact_id which, const fact_value& answer) {
  return std::any_of(all.ways.begin(), all.ways.end(), [&](const way_to_need& way) {
    return way.answers.size() == 1 && way.answers.front().fact == which &&
           accepts(way.answers.front(), answer, rules.facts[which]);
  });
}

TEST(ways, no_single_answer_is_forgotten) {
  const pack& rules = france();
  dice with{3};
  std::size_t found = 0;
  for (const std::size_t percent : {0U, 20U, 60U}) {
    const situation person = random_person(rules, with, percent);
    std::vector<ways_to_need> all;
    std::vector<bool> certain;
    for (std::size_t t = 0; t < rules.needs.size(); ++t) {
      all.push_back(ways_to(rules, person, need_type_id(t)));
      certain.push_back(is_certain(rules, person, need_type_id(t)));
    }
    for (std::size_t f = 0; f < rules.facts.size(); ++f)
      for (const fact_value& answer : answers_worth_trying(rules, fact_id(f))) {
        situation tried = person;
        tried.facts[fact_id(f)] = answer;
        for (const need& one : qualify(rules, tried).needs) {
          const std::size_t t = one.type.index();
          if (one.status != need_status::certain || certain[t] || all[t].more) continue;
          EXPECT_TRUE(listed(all[t], rules, fact_id(f), answer))
              << one.type.index() << " " << rules.needs[one.type].id << " by " << rules.facts[fact_id(f)].id;
          ++found;
        }
      }
  }
  EXPECT_GT(found, 100U);
}

}  // namespace
}  // namespace aiguillage
