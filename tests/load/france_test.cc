#include "france.h"

#include <algorithm>
#include <set>

#include "load/support.h"
#include "load/tables.h"

namespace aiguillage::load_tests {
namespace {

TEST(France, LoadsWithoutAFinding) {
  const pack& rules = france();
  EXPECT_EQ(rules.id, "france");
  EXPECT_EQ(rules.facts.size(), 94U);
  EXPECT_EQ(rules.rights.size(), 48U);
  EXPECT_EQ(rules.actor_types.size(), 54U);
  EXPECT_EQ(rules.needs.size(), 49U);
}

TEST(France, RanksAreNullWhereALevelStandsOutsideTheOrder) {
  const pack& rules = france();
  EXPECT_EQ(rules.levels[find_named(rules.levels, std::string("teach"))].rank, -1);
  EXPECT_EQ(rules.levels[find_named(rules.levels, std::string("decide"))].rank, 7);
  EXPECT_FALSE(rules.rights[find_named(rules.rights, std::string("student_grant"))].decided_by.known());
}

TEST(France, EveryNeedCanBecomeCertainAndEveryPlaceIsRelative) {
  std::set<std::size_t> found;
  for (const need_rule& one : france().need_rules) {
    found.insert(one.need.index());
    EXPECT_EQ(one.about.where.file.rfind("france/needs/", 0), 0U) << one.about.where.file;
    EXPECT_GT(one.about.where.line, 0);
  }
  for (std::size_t i = 0; i < france().needs.size(); ++i)
    EXPECT_EQ(found.count(i), 1U) << "no rule makes " << france().needs[need_type_id(i)].id << " certain";
}

TEST(France, AllPublicCasesLoadWithoutAFinding) {
  std::size_t count = 0;
  for (const auto& each : std::filesystem::directory_iterator(source_dir / "tests/cases")) {
    if (each.path().extension() != ".yaml") continue;
    diagnostics found;
    const auto read = load_case(each.path().string(), france(), found);
    EXPECT_TRUE(read && found.empty()) << all_of(found);
    if (!read) continue;
    ++count;
    EXPECT_EQ(read->id, each.path().stem().string());
    EXPECT_FALSE(read->expect.acceptable.empty());
    EXPECT_TRUE(read->before);
  }
  EXPECT_GE(count, 20U);
}

TEST(KeyTables, KeysAreUniqueAndExplained) {
  for (const load::keys* table :
       {&load::need_keys(), &load::need_rule_keys(), &load::state_keys(), &load::routing_keys(),
        &load::competence_keys(), &load::serves_keys(), &load::urgency_rule_keys(), &load::case_keys(),
        &load::expected_route_keys(), &load::territory_keys(), &load::actor_keys(), &load::site_keys(),
        &load::condition_keys(), &load::fact_keys(), &load::vocabulary_keys(),
        &load::vocabulary_item_keys("demarches"), &load::situation_keys()}) {
    std::set<std::string> names;
    EXPECT_FALSE(table->empty());
    for (const yaml::key_spec& one : *table) {
      EXPECT_TRUE(names.insert(one.name).second) << one.name;
      EXPECT_FALSE(text(one.purpose).fr.empty() || text(one.purpose).en.empty()) << one.name;
    }
  }
}

}  // namespace
}  // namespace aiguillage::load_tests
