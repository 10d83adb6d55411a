#include <algorithm>

#include <gtest/gtest.h>

#include "aiguillage/explain/why_not.h"
#include "network/world.h"

/// What a place says of itself, and the way there, among the reasons and the ways in.
namespace aiguillage {
namespace {

using network_tests::place;
using network_tests::proposal;

struct asked : proposal {
  why_not got;

  asked(const std::string& actors, const std::string& facts, const std::string& name)
      : proposal(network_tests::land_of(actors),
                 network_tests::reader_of_a_letter("  request_right: rsa\n  regime: general\n" + facts)),
        got(why_not_there(france(), land, person, found, this->proposed, *find_asked(france(), land, name))) {
  }

  [[nodiscard]] bool names(const std::string& rule) const {
    return std::any_of(got.needs.begin(), got.needs.end(), [&](const need_standing_there& one) {
      return std::any_of(one.bars.begin(), one.bars.end(),
                         [&](const bar& each) { return each.by != nullptr && each.by->id == rule; });
    });
  }

  /// The facts of each way in, joined by a plus.
  [[nodiscard]] std::vector<std::string> ways() const {
    std::vector<std::string> all;
    for (const way_in& one : got.in.ways) {
      all.emplace_back();
      for (const fact_change& each : one.changes)
        all.back() += (all.back().empty() ? "" : "+") + france().facts[each.which].id;
    }
    return all;
  }

  [[nodiscard]] bool leads(const std::string& facts) const {
    const std::vector<std::string> all = ways();
    return std::find(all.begin(), all.end(), facts) != all.end();
  }
};

const std::string near_desk = place("desk", "france_services", "near");

TEST(why_not_places, a_place_out_of_reach_is_said_to_be_with_what_would_bring_it_near) {
  const asked in(near_desk + place("far", "france_services", "remote"), "  can_travel: limited\n", "far");
  EXPECT_EQ(in.got.stands, place_standing::out);
  EXPECT_TRUE(in.names("t01_within_reach"));
  EXPECT_TRUE(in.leads("can_travel"));
}

TEST(why_not_places, two_answers_are_found_when_one_of_them_is_about_the_way_there) {
  const asked in(near_desk + place("far", "msa", "remote"), "  can_travel: limited\n", "far");
  EXPECT_TRUE(in.names("t01_within_reach"));
  EXPECT_FALSE(in.leads("regime"));
  EXPECT_TRUE(in.leads("regime+can_travel"));
}

TEST(why_not_places, two_answers_are_found_when_one_of_them_is_about_the_entrance) {
  const asked in(near_desk + place("stairs", "msa", "near", "step_free: false"),
                 "  access_needs: [step_free]\n", "stairs");
  EXPECT_TRUE(in.leads("regime+access_needs"));
}

TEST(why_not_places, two_answers_are_found_when_one_of_them_is_about_whom_it_receives) {
  const asked in(near_desk + place("youth", "msa", "near", "publics: [{public: jeunes, kind: exclusive}]"),
                 "  age: 40\n", "youth");
  EXPECT_TRUE(in.leads("age+regime"));
}

}  // namespace
}  // namespace aiguillage
