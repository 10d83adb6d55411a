#include "aiguillage/population.h"

#include <cmath>
#include <map>

#include "aiguillage/report/population.h"
#include "load/support.h"
#include "population/chance.h"

namespace aiguillage {
namespace {

using load_tests::all_of;
using load_tests::tiny;

constexpr const char* head = R"(population: village
title: {fr: "Un village", en: "A village"}
traits:
  - {id: years, values: ["18-39", "40-64", "65+"], sources: [assumed]}
  - {id: diploma, values: [none, some], sources: [assumed]}
areas:
  - {area: north, commune: "35238", people: 6000, margins: {years: {"18-39": 50, "40-64": 30, "65+": 20}, diploma: {none: 1, some: 3}}, sources: [assumed]}
  - {area: south, people: 2000, margins: {years: {"18-39": 1, "65+": 1}, diploma: {none: 0.5, some: 0.5}}, sources: [assumed]}
together:
  - {when: {years: "65+", diploma: none}, times: 4, sources: [assumed]}
)";

population read(const std::string& rest) {
  diagnostics found;
  const std::optional<population> read = parse_population(head + rest, "village.yaml", tiny(), found);
  EXPECT_TRUE(read.has_value()) << all_of(found);
  return read.value_or(population{});
}

constexpr const char* draws = R"(draws:
  - trait: excluded
    logit: {intercept: -2, add: [{when: {diploma: none}, by: 1.5}, {when: {years: ["40-64", "65+"]}, by: 0.5}]}
    sources: [assumed]
  - fact: age
    between: [{when: {years: "18-39"}, from: 18, to: 39}, {when: {years: "65+"}, from: 65, to: 65}]
    sources: [assumed]
  - fact: equipment
    each: [{when: {excluded: "yes"}, percent: {smartphone: 40, unknown: 10}}, {percent: {smartphone: 100, computer: 31.7}}]
    sources: [assumed]
  - fact: request
    one_of: [{when: {equipment: computer}, shares: {print_document: 1}}, {shares: {print_document: 1, account_locked: 2, unknown: 1}}]
    sources: [assumed]
)";

/// Persons as CSV.
std::string csv(const population& of, const std::vector<synthetic_person>& people) {
  return people_csv(of, tiny(), static_cast<std::int64_t>(people.size()),
                    [&](std::int64_t number) { return people[static_cast<std::size_t>(number)]; });
}

std::vector<synthetic_person> people(const population& of, std::int64_t count, std::uint64_t seed = 7) {
  const people_frame frame = frame_of(of);
  std::vector<synthetic_person> drawn;
  for (std::int64_t i = 0; i < count; ++i)
    drawn.push_back(draw_person(of, tiny(), frame, {seed, 0, static_cast<std::uint64_t>(i)}));
  return drawn;
}

/// True when a share is what a binomial draw gives 999,999 times in a million.
bool likely(double count, double people, double share) {
  return std::abs(count / people - share) <= 4.9 * std::sqrt(share * (1 - share) / people) + 1e-12;
}

double count_in(const people_area& area, const population& of, std::size_t years, std::size_t diploma) {
  double sum = 0;
  for (std::size_t i = 0; i < area.table.size(); ++i)
    if (combination_value(of, i, trait_id(0)) == years && combination_value(of, i, trait_id(1)) == diploma)
      sum += static_cast<double>(area.table[i]) / 4294967296.0;
  return sum;
}

TEST(population, random_numbers_are_those_of_philox) {
  // Known answers of Random123 1.14 (philox4x32-10): counter and key of zeros, then of ones.
  EXPECT_EQ(chance({0, 0, 0}, 0, 0), 0xe169c58d6627e8d5U);
  EXPECT_NE(chance({0, 0, 0}, 0, 1), chance({0, 0, 0}, 1, 0));
  EXPECT_NE(chance({0, 1, 0}, 0, 0), chance({0, 0, 1}, 0, 0));
}

TEST(population, margins_hold_and_odds_ratios_stay) {
  const population of = read(draws);
  const people_area& north = of.areas[0];
  const double margins[] = {3000, 1800, 1200};
  for (std::size_t years = 0; years < 3; ++years)
    EXPECT_NEAR(count_in(north, of, years, 0) + count_in(north, of, years, 1), margins[years], 1e-4);
  EXPECT_NEAR(count_in(north, of, 0, 0) + count_in(north, of, 1, 0) + count_in(north, of, 2, 0), 1500, 1e-4);
  const double ratio = count_in(north, of, 2, 0) * count_in(north, of, 0, 1) /
                       (count_in(north, of, 2, 1) * count_in(north, of, 0, 0));
  EXPECT_NEAR(ratio, 4, 1e-5);
  EXPECT_NEAR(count_in(north, of, 1, 0) * count_in(north, of, 0, 1) /
                  (count_in(north, of, 1, 1) * count_in(north, of, 0, 0)),
              1, 1e-5);
}

TEST(population, a_person_depends_on_their_number_alone) {
  const population of = read(draws);
  const std::vector<synthetic_person> all = people(of, 50);
  const people_frame frame = frame_of(of);
  for (std::uint64_t i = 50; i-- > 0;) {
    const synthetic_person again = draw_person(of, tiny(), frame, {7, 0, i});
    EXPECT_EQ(csv(of, {again}), csv(of, {all[i]}));
  }
  EXPECT_NE(csv(of, people(of, 50, 8)), csv(of, all));
}

TEST(population, drawn_people_have_the_margins) {
  const population of = read(draws);
  constexpr std::int64_t count = 40000;
  std::map<std::string, double> seen;
  for (const synthetic_person& who : people(of, count)) {
    seen["south"] += who.area == 1;
    if (who.area == 0) seen["north 65+"] += who.traits.items[0] == 2;
    if (who.area == 1) seen["south 40-64"] += who.traits.items[0] == 1;
    EXPECT_EQ(who.facts.home_commune, who.area == 0 ? "35238" : "");
  }
  EXPECT_TRUE(likely(seen["south"], count, 0.25)) << seen["south"];
  EXPECT_TRUE(likely(seen["north 65+"], count - seen["south"], 0.2)) << seen["north 65+"];
  EXPECT_EQ(seen["south 40-64"], 0);
}

TEST(population, logistic_regression_gives_its_probabilities) {
  const population of = read(draws);
  double all[3][2] = {};
  double excluded[3][2] = {};
  for (const synthetic_person& who : people(of, 60000)) {
    const std::size_t years = who.traits.items[0];
    const std::size_t diploma = who.traits.items[1];
    all[years][diploma] += 1;
    excluded[years][diploma] += who.traits.items[2];
  }
  for (std::size_t years = 0; years < 3; ++years)
    for (std::size_t diploma = 0; diploma < 2; ++diploma) {
      const double odds = -2 + (diploma == 0 ? 1.5 : 0) + (years > 0 ? 0.5 : 0);
      EXPECT_TRUE(likely(excluded[years][diploma], all[years][diploma], 1 / (1 + std::exp(-odds))))
          << years << " " << diploma;
    }
}

TEST(population, facts_follow_the_first_row_that_fits) {
  const population of = read(draws);
  const fact_id age = find_named(tiny().facts, "age");
  const fact_id equipment = find_named(tiny().facts, "equipment");
  const fact_id request = find_named(tiny().facts, "request");
  double with_computer = 0;
  double online = 0;
  double unknown = 0;
  double without = 0;
  std::map<std::int64_t, double> ages;
  for (const synthetic_person& who : people(of, 60000)) {
    const auto& facts = who.facts.facts;
    const std::size_t years = who.traits.items[0];
    EXPECT_EQ(facts[age].known, years != 1);
    if (years == 0) ages[facts[age].thousandths] += 1;
    if (years == 2) {
      EXPECT_EQ(facts[age].thousandths, 65000);
    }
    const bool computer = facts[equipment].values.test(1);
    if (who.traits.items[2] == 1) {
      EXPECT_FALSE(computer);
      without += 1;
      unknown += !facts[equipment].known;
      EXPECT_TRUE(facts[equipment].known || facts[equipment].values.none());
    } else {
      EXPECT_TRUE(facts[equipment].values.test(0));
      online += 1;
      with_computer += computer;
    }
    EXPECT_TRUE(!computer || (facts[request].known && facts[request].values.test(0)));
  }
  EXPECT_TRUE(likely(with_computer, online, 0.317));
  EXPECT_TRUE(likely(unknown, without, 0.1));
  double young = 0;
  for (const auto& [each, count] : ages) young += count;
  EXPECT_EQ(ages.size(), 22U);
  EXPECT_EQ(ages.begin()->first, 18000);
  EXPECT_EQ(ages.rbegin()->first, 39000);
  for (const auto& [each, count] : ages) EXPECT_TRUE(likely(count, young, 1.0 / 22)) << each;
}

TEST(population, published_figures_are_compared_and_may_fail) {
  const population of = read(std::string(draws) + R"(checks:
  - {trait: excluded, value: "yes", profile: {years: "18-39", diploma: some}, percent: 11.92, within: 0.5, sources: [x]}
  - {trait: excluded, value: "yes", area: south, profile: {years: "18-39", diploma: none}, percent: 45, within: 1, sources: [x]}
  - {fact: equipment, value: computer, area: south, profile: {years: "40-64"}, percent: 1, within: 1, sources: [x]}
)");
  const std::vector<checked_figure> figures = checked_figures(of, tiny(), 50000, 3);
  ASSERT_EQ(figures.size(), 3U);
  EXPECT_TRUE(figures[0].holds);
  EXPECT_FALSE(figures[1].holds) << "37.8 % are drawn";
  EXPECT_TRUE(likely(static_cast<double>(figures[1].count), 50000, 1 / (1 + std::exp(0.5))));
  EXPECT_FALSE(figures[2].holds);
  EXPECT_EQ(figures[2].people, 0) << "nobody of that age lives there";
  const std::string said = population_text(of, tiny(), figures, {3, 50000}, language::en);
  EXPECT_NE(said.find("does not hold"), std::string::npos) << said;
  EXPECT_NE(said.find("1 hold out of 3"), std::string::npos) << said;
  EXPECT_NE(said.find("nobody to draw"), std::string::npos) << said;
}

TEST(population, people_as_csv) {
  const population of = read(R"(draws:
  - {fact: equipment, each: [{percent: {smartphone: 100, computer: 100}}], sources: [assumed]}
  - {fact: request, one_of: [{shares: {unknown: 1}}], sources: [assumed]}
  - {fact: already_sent_by, each: [{percent: {}}], sources: [assumed]}
)");
  synthetic_person who = people(of, 1).front();
  who.area = 1;
  who.facts.home_commune = "";
  who.traits.items = {2, 0};
  EXPECT_EQ(csv(of, {who}),
            "number,area,home,trait:years,trait:diploma,equipment,request,already_sent_by\n"
            "0,south,,65+,none,smartphone computer,,[]\n");
}

}  // namespace
}  // namespace aiguillage
