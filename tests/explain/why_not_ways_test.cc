#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "aiguillage/person_network.h"
#include "explain/why_not_world.h"

namespace aiguillage {
namespace {

using why_not_world::world;

/// One answer: a fact, then what stands for its value.
using point = std::vector<std::pair<std::size_t, std::pair<std::string, std::int64_t>>>;

std::pair<std::string, std::int64_t> mark(const fact_value& one) {
  return {one.values.to_string(), one.thousandths};
}

/// Every value that the search promises to try, written anew.
std::vector<fact_value> values_of(const pack& rules, const situation& person, fact_id which) {
  std::vector<fact_value> all;
  const fact& of = rules.facts[which];
  const fact_value& now = person.facts[which];
  if (of.kind == fact_kind::integer) {
    for (std::int64_t one = 0; one < 6000; one += 1000)
      if (std::any_of(rules.conditions.begin(), rules.conditions.end(), [&](const condition& node) {
            return node.kind == condition_kind::range && node.fact == which && one >= node.low - 1000 &&
                   one <= node.low + 1000;
          }))
        all.push_back({true, {}, one, ""});
  } else if (of.kind == fact_kind::set_of) {
    if (!now.known) all.push_back({true, {}, 0, ""});
    for (std::size_t i = 0; i < of.values.size(); ++i)
      all.push_back({true, value_set(now.values).flip(i), 0, ""});
  } else {
    for (std::size_t i = 0; i < of.values.size(); ++i) all.push_back({true, value_set().set(i), 0, ""});
  }
  all.erase(std::remove_if(all.begin(), all.end(),
                           [&](const fact_value& one) { return now.known && mark(one) == mark(now); }),
            all.end());
  return all;
}

struct oracle {
  const world& in;
  const situation& person;
  actor_id who;

  [[nodiscard]] bool lets_in(const situation& tried) const {
    const qualification found = qualify(in.rules, tried);
    const person_network net = build_network(in.rules, in.land, tried, found);
    return std::any_of(net.world.doors.begin(), net.world.doors.end(),
                       [&](const door& one) { return one.actor == who && !one.services.empty(); });
  }

  [[nodiscard]] std::set<point> alone() const {
    std::set<point> all;
    for (std::size_t f = 0; f < in.rules.facts.size(); ++f)
      for (const fact_value& one : values_of(in.rules, person, fact_id(f))) {
        situation tried = person;
        tried.facts[fact_id(f)] = one;
        if (lets_in(tried)) all.insert({{f, mark(one)}});
      }
    return all;
  }

  [[nodiscard]] std::set<point> pairs() const {
    std::set<point> all;
    for (std::size_t f = 0; f < in.rules.facts.size(); ++f)
      for (std::size_t g = f + 1; g < in.rules.facts.size(); ++g)
        for (const fact_value& a : values_of(in.rules, person, fact_id(f)))
          for (const fact_value& b : values_of(in.rules, person, fact_id(g))) {
            situation tried = person;
            tried.facts[fact_id(f)] = a;
            tried.facts[fact_id(g)] = b;
            if (lets_in(tried)) all.insert({{f, mark(a)}, {g, mark(b)}});
          }
    return all;
  }
};

std::vector<point> points_of(const way_in& way) {
  std::vector<point> all = {{}};
  for (const fact_change& one : way.changes) {
    std::vector<point> longer;
    for (const point& each : all)
      for (const fact_value& value : one.to) {
        longer.push_back(each);
        longer.back().emplace_back(one.which.index(), mark(value));
      }
    all = std::move(longer);
  }
  return all;
}

asked_actor place(std::size_t index) {
  return {"a" + std::to_string(index), actor_type_id(index), {actor_id(index)}};
}

struct tally {
  std::size_t ones = 0;
  std::size_t twos = 0;
  std::size_t none = 0;
};

void compare(const world& in, const situation& person, std::size_t index, const std::string& name,
             tally& seen) {
  const ways_in got = ways_into(in.rules, in.land, person, place(index));
  const oracle by_force{in, person, actor_id(index)};
  if (by_force.lets_in(person)) {
    EXPECT_TRUE(got.ways.empty()) << name;
    return;
  }
  std::set<point> expected = by_force.alone();
  (expected.empty() ? seen.twos : seen.ones) += 1;
  if (expected.empty()) expected = by_force.pairs();
  if (expected.empty()) {
    --seen.twos;
    ++seen.none;
  }
  std::set<point> listed;
  for (const way_in& way : got.ways)
    for (const point& one : points_of(way)) {
      EXPECT_TRUE(listed.insert(one).second) << name << ": told twice";
      EXPECT_EQ(expected.count(one), 1U) << name << ": does not let it in, or is not the smallest";
    }
  EXPECT_FALSE(got.cut_short) << name;
  if (got.more == 0) {
    EXPECT_EQ(listed.size(), expected.size()) << name << ": some are missing";
  }
}

TEST(why_not_ways, are_those_that_brute_force_finds) {
  tally seen;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    world in(seed);
    in.fill_at_random();
    const situation person = random_person(in.rules, in.with, 30 * (seed % 4));
    for (std::size_t i = 0; i < why_not_world::type_count; ++i)
      compare(in, person, i, "seed " + std::to_string(seed) + " place " + std::to_string(i), seen);
  }
  EXPECT_GT(seen.ones, 50U);
  EXPECT_GT(seen.twos, 20U);
  EXPECT_GT(seen.none, 5U);
}

TEST(why_not_ways, open_questions_come_first_and_sensitive_facts_are_marked) {
  world in(1);
  in.rules.facts[fact_id(2)].sensitive = true;
  in.add_need_rule(0, in.value(0, 1));
  in.add_need_rule(0, in.value(2, 1));
  in.add_competence(0, 0, {});
  situation person = why_not_world::nothing_known(in.rules);
  person.facts[fact_id(0)] = {true, value_set(1), 0, ""};
  const ways_in got = ways_into(in.rules, in.land, person, place(0));
  ASSERT_EQ(got.ways.size(), 2U);
  EXPECT_EQ(got.ways[0].changes[0].which, fact_id(2));
  EXPECT_TRUE(got.ways[0].changes[0].open);
  EXPECT_TRUE(got.ways[0].changes[0].sensitive);
  EXPECT_EQ(got.ways[0].in_main_plan, tri::yes);
  EXPECT_EQ(got.ways[1].changes[0].which, fact_id(0));
  EXPECT_FALSE(got.ways[1].changes[0].open);
  EXPECT_FALSE(got.ways[1].changes[0].sensitive);
}

TEST(why_not_ways, the_tried_pairs_are_bounded_and_that_is_said) {
  world in(1);
  for (std::size_t f = 0; f < 3; ++f)
    for (std::size_t i = 0; i < 120; ++i) {
      const std::string name = "w" + std::to_string(i);
      in.rules.facts[fact_id(f)].values.push_back({name, {"w", "w"}, false});
    }
  condition both;
  both.kind = condition_kind::all;
  both.children = {in.value(0, 100), in.value(1, 100), in.value(2, 100)};
  in.add_need_rule(0, in.rules.conditions.add(both));
  in.add_competence(0, 0, {});
  const ways_in got = ways_into(in.rules, in.land, why_not_world::nothing_known(in.rules), place(0));
  EXPECT_TRUE(got.cut_short);
  EXPECT_TRUE(got.ways.empty());
  EXPECT_LE(got.tried, most_pairs_tried + 500);
}

}  // namespace
}  // namespace aiguillage
