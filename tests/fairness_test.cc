#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "aiguillage/load.h"
#include "aiguillage/referral.h"
#include "france.h"

/// Age, origin and language decide nothing by themselves (the pack knows no diploma): flipping one of them alone in any
/// case changes no need, and no plan beyond an interpreter or a legal bound on age.
namespace aiguillage {
namespace {

const std::string root = AIGUILLAGE_SOURCE_DIR;

std::vector<case_file> all_cases() {
  std::vector<std::string> files;
  for (const char* folder : {"/tests/cases", "/rules/france/cases"})
    for (const auto& one : std::filesystem::recursive_directory_iterator(root + folder))
      if (one.path().extension() == ".yaml") files.push_back(one.path().string());
  std::sort(files.begin(), files.end());
  std::vector<case_file> result;
  diagnostics found;
  for (const std::string& file : files)
    if (auto one = load_case(file, france(), found)) result.push_back(std::move(*one));
  EXPECT_EQ(result.size(), files.size());
  return result;
}

/// What must not change. Steps as "actor serves need"; the interpreter serves no need.
struct answer {
  std::multiset<std::string> needs;
  urgency_id urgency;
  std::multiset<std::string> steps;
};

answer answer_for(const case_file& of, const situation& person) {
  const pack& rules = france();
  answer result;
  const qualification found = qualify(rules, person);
  for (const need& one : found.needs)
    if (one.status == need_status::certain) result.needs.insert(need_name(rules, one.type, one.right));
  result.urgency = found.urgency;
  const territory land = neutral_territory(rules, absent_types(rules, of));
  const referral proposed = refer(rules, land, person, found, 1);
  if (proposed.plans.empty()) return result;
  for (const referral_stop& stop : proposed.plans.front().stops)
    for (const served_need& one : stop.serves)
      result.steps.insert(rules.actor_types[land.actors[stop.who].type].id + " serves " +
                          need_name(rules, one.which->type, one.which->right));
  return result;
}

void expect_same_needs(const answer& a, const answer& b, const std::string& what) {
  EXPECT_EQ(a.needs, b.needs) << what;
  EXPECT_EQ(a.urgency, b.urgency) << what;
}

situation with_number(situation person, const char* name, std::int64_t number) {
  fact_value& one = person.facts[find_named(france().facts, name)];
  one = {};
  one.known = true;
  one.thousandths = 1000 * number;
  return person;
}

situation with_value(situation person, const char* name, std::size_t index) {
  fact_value& one = person.facts[find_named(france().facts, name)];
  one = {};
  one.known = true;
  one.values.set(index);
  return person;
}

/// Ages between which no rule makes a difference: the bounds that the pack writes, all of them legal or of a mandate.
std::vector<std::vector<std::int64_t>> age_bands() {
  std::set<std::int64_t> starts = {16};
  for (const condition& one : france().conditions) {
    if (one.kind != condition_kind::range || one.fact != find_named(france().facts, "age")) continue;
    if (one.low > 0) starts.insert(one.low / 1000);
    if (one.high < 1000 * 200) starts.insert(one.high / 1000 + 1);
  }
  std::vector<std::vector<std::int64_t>> bands;
  for (auto start = starts.begin(); start != starts.end(); ++start) {
    const auto next = std::next(start);
    const std::int64_t last = next == starts.end() ? 99 : *next - 1;
    if (*start <= last) bands.push_back({*start, last});
  }
  return bands;
}

TEST(fairness, age_changes_no_need_and_no_plan_within_legal_bounds) {
  for (const case_file& one : all_cases()) {
    const answer first = answer_for(one, with_number(one.facts, "age", age_bands().front().front()));
    for (const std::vector<std::int64_t>& band : age_bands()) {
      const answer young = answer_for(one, with_number(one.facts, "age", band.front()));
      const answer old = answer_for(one, with_number(one.facts, "age", band.back()));
      expect_same_needs(first, young, one.id);
      expect_same_needs(young, old, one.id);
      EXPECT_EQ(young.steps, old.steps) << one.id << " at " << band.front() << " and " << band.back();
    }
  }
}

TEST(fairness, a_rule_that_reads_age_rests_on_law_or_a_mandate) {
  const fact_id age = find_named(france().facts, "age");
  const auto reads_age = [&](condition_id which) {
    const auto within = [&](const auto& self, condition_id node) -> bool {
      if (!node.known()) return false;
      const condition& one = france().conditions[node];
      return one.fact == age || std::any_of(one.children.begin(), one.children.end(),
                                            [&](condition_id child) { return self(self, child); });
    };
    return within(within, which);
  };
  for (const need_rule& one : france().need_rules) EXPECT_FALSE(reads_age(one.when)) << one.about.id;
  for (const urgency_rule& one : france().urgency_rules) EXPECT_FALSE(reads_age(one.when)) << one.about.id;
  int found = 0;
  for (const competence& one : france().competences) {
    if (!reads_age(one.when)) continue;
    ++found;
    EXPECT_FALSE(one.about.sources.empty()) << one.about.where.file << ":" << one.about.where.line;
  }
  EXPECT_GT(found, 0);
}

TEST(fairness, time_in_france_changes_no_need_and_no_plan) {
  for (const case_file& one : all_cases()) {
    const answer newcomer = answer_for(one, with_number(one.facts, "months_in_france", 1));
    const answer settled = answer_for(one, with_number(one.facts, "months_in_france", 600));
    expect_same_needs(newcomer, settled, one.id);
    EXPECT_EQ(newcomer.steps, settled.steps) << one.id;
  }
}

TEST(fairness, the_language_spoken_changes_no_need_and_no_plan) {
  for (const case_file& one : all_cases()) {
    situation arabic = one.facts;
    fact_value& language = arabic.facts[find_named(france().facts, "language")];
    language = {};
    language.known = true;
    language.code = "ar";
    situation italian = arabic;
    italian.facts[find_named(france().facts, "language")].code = "it";
    const answer a = answer_for(one, arabic);
    const answer b = answer_for(one, italian);
    expect_same_needs(a, b, one.id);
    EXPECT_EQ(a.steps, b.steps) << one.id;
  }
}

// The plan may change: an interpreter or a call with the person takes the place of an appointment, and its delay counts.
TEST(fairness, speaking_and_reading_french_changes_no_need) {
  for (const case_file& one : all_cases())
    for (const char* name : {"speaks_french", "reads_french"}) {
      const fact_id which = find_named(france().facts, name);
      const answer first = answer_for(one, with_value(one.facts, name, 0));
      for (std::size_t i = 1; i < france().facts[which].values.size(); ++i) {
        const answer other = answer_for(one, with_value(one.facts, name, i));
        expect_same_needs(first, other, one.id + " " + name + " " + france().facts[which].values[i].id);
      }
    }
}

}  // namespace
}  // namespace aiguillage
