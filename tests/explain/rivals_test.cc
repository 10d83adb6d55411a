#include "aiguillage/explain/rivals.h"

#include <algorithm>
#include <numeric>

#include <gtest/gtest.h>

#include "route/random_network.h"

namespace aiguillage {
namespace {

referral two_plans(const network& world) {
  referral proposed;
  proposed.world = world;
  proposed.plans.resize(2);
  return proposed;
}

bool same_stops(const plan& a, const plan& b) {
  const auto form = [](const plan& one) {
    std::vector<std::pair<int, std::vector<int>>> rows;
    for (const planned_stop& stop : one.stops) {
      std::vector<int> needs;
      for (const service* each : stop.serves) needs.push_back(each->need);
      rows.emplace_back(stop.door, needs);
    }
    std::sort(rows.begin(), rows.end());
    return rows;
  };
  return form(a) == form(b);
}

network raised(network world, int at, door_figure what, int by) {
  door& one = world.doors[static_cast<std::size_t>(at)];
  for (passage* each : {&one.usual, &one.brief, &one.same_day}) {
    if (what == door_figure::days) each->days += by;
    if (what == door_figure::travel) each->travel += by;
    if (what == door_figure::loss) each->loss += by;
  }
  if (what == door_figure::load) one.load += by;
  return world;
}

int door_of(const network& world, actor_id who) {
  for (std::size_t i = 0; i < world.doors.size(); ++i)
    if (world.doors[i].actor == who) return static_cast<int>(i);
  return -1;
}

/// Every value is looked at from the one now up to those that were found.
void look_at_each_value(const network& world, const std::vector<plan>& plans, const tipping_point& tip,
                        const std::string& name) {
  const int at = door_of(world, tip.who);
  const int last = std::max(tip.from, tip.second_from);
  if (last - tip.now > 250) return;
  for (int value = tip.now; value <= last; ++value) {
    const network changed = raised(world, at, tip.what, value - tip.now);
    const std::vector<plan> best = best_plans(changed, 1);
    ASSERT_FALSE(best.empty()) << name;
    const bool first = same_stops(best[0], plans[0]);
    const bool second = same_stops(best[0], plans[1]);
    if (value <= tip.from) {
      EXPECT_EQ(first, value < tip.from) << name << " at " << value;
    }
    if (tip.second_from >= 0) {
      EXPECT_EQ(second, value >= tip.second_from) << name << " at " << value;
    }
  }
}

TEST(rivals, each_figure_is_the_least_one_that_changes_the_plan) {
  std::size_t looked = 0;
  std::size_t second = 0;
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    network world = random_network(seed);
    for (std::size_t i = 0; i < world.doors.size(); ++i) world.doors[i].actor = actor_id(i);
    const std::vector<plan> plans = best_plans(world, 2);
    const std::optional<rivalry> found = rivals_of(two_plans(world));
    ASSERT_EQ(found.has_value(), plans.size() == 2) << seed;
    if (!found) continue;
    EXPECT_EQ(found->difference, plans[1].cost.score - plans[0].cost.score) << seed;
    EXPECT_EQ(std::accumulate(found->by.begin(), found->by.end(), std::int64_t{0}), found->difference)
        << seed << ": the parts do not add up";
    for (const tipping_point& tip : found->tips) {
      if (tip.what == door_figure::closed) continue;
      ++looked;
      second += tip.second_from >= 0 ? 1 : 0;
      look_at_each_value(world, plans, tip,
                         "seed " + std::to_string(seed) + " door " + std::to_string(tip.who.index()) + " " +
                             door_figure_names[static_cast<std::size_t>(tip.what)]);
    }
  }
  EXPECT_GT(looked, 100U);
  EXPECT_GT(second, 30U);
}

TEST(rivals, one_plan_alone_has_no_rival) {
  referral proposed;
  proposed.plans.resize(1);
  EXPECT_FALSE(rivals_of(proposed).has_value());
}

TEST(rivals, words_name_the_figure_and_who_passes_before) {
  EXPECT_EQ(tip_words({actor_id(0), door_figure::days, 3, 7, 7}).en,
            "from 7 days of waiting (3 now): this path passes before it");
  EXPECT_EQ(tip_words({actor_id(0), door_figure::travel, 10, 25, -1}).fr,
            "dès 25 min de trajet (10 aujourd'hui) : un autre parcours passe devant");
  EXPECT_EQ(part_words(score_part::travel, 14).en, "more travel");
}

}  // namespace
}  // namespace aiguillage
