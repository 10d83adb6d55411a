#include <gtest/gtest.h>

#include "report/comparison_figures.h"

namespace aiguillage {
namespace {

using namespace report;

person_result person(std::int32_t needs, std::int32_t reached, std::int32_t days) {
  person_result one;
  one.needs = needs;
  one.reached = reached;
  one.days = days;
  return one;
}

TEST(comparison, a_person_gains_by_what_is_reached_then_by_time) {
  EXPECT_EQ(change_of(person(3, 1, 5), person(3, 2, 9)), change::gains);
  EXPECT_EQ(change_of(person(3, 2, 9), person(3, 1, 5)), change::loses);
  EXPECT_EQ(change_of(person(2, 1, 9), person(4, 2, 5)), change::sooner) << "half of other needs is half";
  EXPECT_EQ(change_of(person(3, 3, 5), person(3, 3, 6)), change::later);
  EXPECT_EQ(change_of(person(3, 0, 5), person(3, 0, 5)), change::same);
  EXPECT_EQ(change_of(person(0, 0, 0), person(1, 0, 0)), change::loses) << "who needs nothing lacks nothing";
  EXPECT_EQ(change_of(person(0, 0, 0), person(1, 1, 0)), change::same);
}

TEST(comparison, differences_are_of_pairs) {
  const pack rules;
  const territory land;
  const population people;
  const scenario told;
  std::vector<replication> before(3);
  std::vector<replication> after(3);
  for (std::size_t i = 0; i < 3; ++i) {
    before[i].days = static_cast<std::int64_t>(10 * i);
    after[i].days = static_cast<std::int64_t>(10 * i + 2);
  }
  const compared both{{rules, land, people, told, before}, {rules, land, people, told, after}};
  const paired of =
      paired_of(both, [](const simulated&, const replication& one) { return static_cast<double>(one.days); });
  EXPECT_DOUBLE_EQ(of.difference.mean, 2);
  EXPECT_DOUBLE_EQ(*of.difference.half_width, 0) << "each pair differs alike, however much pairs differ";
  EXPECT_GT(*of.before.half_width, 10);
}

TEST(comparison, other_people_are_not_compared) {
  population one;
  one.id = "here";
  one.areas.resize(1);
  one.areas[0].table = {5, 6};
  scenario told;
  EXPECT_TRUE(what_keeps_apart(one, told, one, told).empty());
  population other = one;
  other.areas[0].table = {5, 7};
  EXPECT_EQ(what_keeps_apart(one, told, other, told).size(), 1U);
  scenario later = told;
  later.seed = 2;
  later.weeks = 3;
  later.policy = routing_policy::habit;
  EXPECT_EQ(what_keeps_apart(one, told, one, later).size(), 2U) << "the policy may differ";
}

}  // namespace
}  // namespace aiguillage
