#include <algorithm>

#include <gtest/gtest.h>

#include "aiguillage/explain/record.h"
#include "explain/why_not_world.h"

namespace aiguillage {
namespace {

using why_not_world::world;

/// Two needs are certain; the first place serves both, the second one of them at the first level, the third none.
struct desk : world {
  situation person;
  qualification found;
  referral proposed;

  desk() : world(1), person(why_not_world::nothing_known(rules)) {
    add_need_rule(0, value(0, 1));
    add_need_rule(1, value(0, 1));
    add_need_rule(2, value(2, 1));
    add_competence(0, 0, {});
    add_competence(0, 1, {});
    add_competence(1, 0, {});
    rules.competences.back().quality = grade::partial;
    add_competence(2, 2, {});
    rules.ranking["w_P"].thousandths = 1000;
    rules.ranking["P_administrative"].thousandths = 900;
    person.facts[fact_id(0)] = {true, value_set(2), 0, ""};
  }

  why_not ask(const std::string& name) {
    found = qualify(rules, person);
    proposed = refer(rules, land, person, found, 2);
    const std::optional<asked_actor> about = find_asked(rules, land, name);
    EXPECT_TRUE(about.has_value()) << name;
    return why_not_there(rules, land, person, found, proposed, about.value_or(asked_actor{}));
  }
};

TEST(why_not, a_name_is_a_place_else_a_type) {
  desk in;
  actor second = in.land.actors[actor_id(1)];
  second.id = "t0";
  in.land.actors.add(second);
  EXPECT_EQ(find_asked(in.rules, in.land, "t0")->who, std::vector<actor_id>{actor_id(3)});
  EXPECT_EQ(find_asked(in.rules, in.land, "t1")->who.size(), 2U);
  EXPECT_FALSE(find_asked(in.rules, in.land, "nobody").has_value());
}

TEST(why_not, a_place_of_the_plan_is_said_to_be_there) {
  desk in;
  const why_not got = in.ask("a0");
  EXPECT_EQ(got.stands, place_standing::in_plan);
  EXPECT_EQ(standing_words(in.rules, got).en, "The proposed path goes there already.");
  EXPECT_FALSE(got.through.has_value());
  EXPECT_TRUE(got.in.ways.empty());
}

TEST(why_not, a_place_that_can_help_costs_what_the_path_through_it_costs_more) {
  desk in;
  const why_not got = in.ask("a1");
  EXPECT_EQ(got.stands, place_standing::able);
  ASSERT_TRUE(got.through.has_value());
  EXPECT_EQ(got.through->stops, got.through->main_stops + 1);
  EXPECT_EQ(got.through->cost.partial_services, got.through->main_cost.partial_services + 1);
  EXPECT_GT(got.through->cost.score, got.through->main_cost.score);
  const std::string words = detour_words(in.rules, *got.through).en;
  EXPECT_NE(words.find("need 0"), std::string::npos) << words;
  EXPECT_NE(words.find("1 more stop"), std::string::npos) << words;
  EXPECT_NE(words.find("1 more need at the first level only"), std::string::npos) << words;
}

TEST(why_not, the_way_through_a_place_that_is_as_good_is_said_to_cost_the_same) {
  desk in;
  in.add_competence(2, 0, {});
  in.add_competence(2, 1, {});
  const why_not got = in.ask("a2");
  ASSERT_TRUE(got.through.has_value());
  EXPECT_EQ(got.through->cost.score, got.through->main_cost.score);
  EXPECT_NE(detour_words(in.rules, *got.through).en.find("the same costs"), std::string::npos);
}

TEST(why_not, all_reasons_are_given_the_hardest_first) {
  desk in;
  in.add_competence(2, 0, in.value(1, 2));
  in.exclude(2, in.value(0, 1), strength::strong);
  in.exclude(2, in.value(0, 1));
  in.exclude(2, in.value(2, 0));  // does not apply
  in.rules.competences.back().when = {};
  in.land.actors[actor_id(2)].without = {need_type_id(0)};
  const why_not got = in.ask("a2");
  EXPECT_EQ(got.stands, place_standing::out);
  const std::vector<bar>& bars = got.needs[0].bars;
  ASSERT_EQ(bars.size(), 3U);
  EXPECT_EQ(bars[0].kind, bar_kind::hard_rule);
  EXPECT_EQ(bars[0].by->id, "exclude_1");
  EXPECT_EQ(bars[1].kind, bar_kind::place);
  EXPECT_EQ(bars[1].kept_by, hindrance::without);
  EXPECT_EQ(bars[1].who, actor_id(2));
  EXPECT_EQ(bars[2].kind, bar_kind::strong_rule);
  ASSERT_EQ(got.needs[1].bars.size(), 1U);
  EXPECT_EQ(got.needs[1].bars[0].kind, bar_kind::remit);
}

TEST(why_not, a_condition_is_said_not_known_or_not_met) {
  desk in;
  in.add_competence(2, 0, in.value(1, 2));
  EXPECT_EQ(in.ask("a2").needs[0].bars[0].holds, tri::unknown);
  in.person.facts[fact_id(1)] = {true, value_set(1), 0, ""};
  const why_not got = in.ask("a2");
  EXPECT_EQ(got.needs[0].bars[0].kind, bar_kind::condition);
  EXPECT_EQ(got.needs[0].bars[0].holds, tri::no);
  const bool told = std::any_of(got.in.ways.begin(), got.in.ways.end(), [](const way_in& one) {
    return one.changes[0].which == fact_id(1) && one.changes[0].to[0].values == value_set(4);
  });
  EXPECT_TRUE(told);
}

TEST(why_not, a_matter_of_the_territory_is_said_to_be_one) {
  desk in;
  in.rules.actor_types.add({"t9", {"type 9", "type 9"}, group::proximity, false});
  in.rules.partial.add({});
  const why_not absent = in.ask("t9");
  EXPECT_TRUE(absent.about.who.empty());
  EXPECT_EQ(absent.needs[0].bars[0].kind, bar_kind::absent);
  EXPECT_NE(ways_words(absent).en.find("territory"), std::string::npos);
  in.land.actors[actor_id(2)].without = {need_type_id(2)};
  in.add_competence(2, 0, {});
  in.land.actors[actor_id(2)].without.emplace_back(0);
  const why_not closed = in.ask("a2");
  EXPECT_TRUE(closed.in.ways.empty());
  EXPECT_NE(ways_words(closed).en.find("territory"), std::string::npos);
}

TEST(why_not, a_record_is_stale_after_the_figure_of_the_pack_and_not_on_that_day) {
  desk in;
  in.rules.ranking["stale_after_days"].thousandths = 730000;
  actor who;
  who.producer = "Town";
  who.vintage = "2024-02-28";
  in.person.date = "2026-02-27";
  EXPECT_EQ(record_of(in.rules, in.person, who).age_days, 730);
  EXPECT_FALSE(record_of(in.rules, in.person, who).stale);
  in.person.date = "2026-02-28";
  const actor_record old = record_of(in.rules, in.person, who);
  EXPECT_EQ(old.age_days, 731);
  EXPECT_TRUE(old.stale);
  EXPECT_NE(record_words(old).en.find("Town, 2024-02-28. An old record (2 years"), std::string::npos);
}

TEST(why_not, the_age_of_a_record_counts_from_the_pack_without_a_date) {
  desk in;
  actor who;
  who.vintage = "2026-10-01";
  EXPECT_EQ(record_of(in.rules, in.person, who).age_days, 31);
  who.vintage = "2027-01-01";
  EXPECT_EQ(record_of(in.rules, in.person, who).age_days, 0);
  who.vintage.clear();
  EXPECT_FALSE(record_of(in.rules, in.person, who).age_days.has_value());
  EXPECT_TRUE(record_words(record_of(in.rules, in.person, who)).fr.empty());
}

}  // namespace
}  // namespace aiguillage
