#include "aiguillage/simulation/queues.h"

#include <algorithm>
#include <limits>
#include <map>
#include <random>
#include <utility>

#include <gtest/gtest.h>

#include "simulation/opening.h"
#include "simulation/queue_reference.h"

namespace aiguillage {
namespace {

void set_windows(queue_world& of, std::int64_t week, const std::vector<std::vector<queue_window>>& windows) {
  of.week = week;
  of.first_window = {0};
  for (const std::vector<queue_window>& actor : windows) {
    of.windows.insert(of.windows.end(), actor.begin(), actor.end());
    of.first_window.push_back(static_cast<std::uint32_t>(of.windows.size()));
  }
}

queue_world random_world(std::mt19937& random) {
  const auto roll = [&](std::uint32_t many) { return static_cast<std::uint32_t>(random() % many); };
  queue_world of;
  const std::uint32_t actors = 1 + roll(4);
  const std::uint32_t longest = 1 + roll(12);
  const std::uint32_t spread = 1 + roll(60);
  for (std::uint32_t actor = 0; actor < actors; ++actor)
    of.servers.push_back(roll(12) == 0 ? 0 : 1 + roll(roll(4) == 0 ? 9 : 3));
  of.first_stop = {0};
  of.from = roll(30);
  for (std::uint32_t person = roll(40); person > 0; --person) {
    of.sets_out.push_back(of.from + roll(spread));
    for (std::uint32_t stop = roll(5); stop > 0; --stop)
      of.stops.push_back({roll(actors), roll(3) == 0 ? roll(9) : 0, roll(longest)});
    of.first_stop.push_back(static_cast<std::uint32_t>(of.stops.size()));
  }
  if (roll(3) == 0) std::sort(of.sets_out.begin(), of.sets_out.end());
  if (roll(3) != 0) {
    std::vector<std::vector<queue_window>> windows(actors);
    const std::int64_t week = 5 + roll(40);
    for (std::vector<queue_window>& actor : windows)
      for (std::int64_t from = roll(9); from < week; from += roll(15)) {
        const std::int64_t to = std::min<std::int64_t>(week, from + 1 + roll(9));
        actor.push_back({from, to});
        from = to;
      }
    set_windows(of, week, windows);
  }
  of.to = of.from + roll(roll(2) == 0 ? 400 : 100);
  return of;
}

void expect_same(const queue_results& a, const queue_results& b) {
  ASSERT_EQ(a.start, b.start);
  ASSERT_EQ(a.wait, b.wait);
  ASSERT_EQ(a.end, b.end);
  ASSERT_EQ(a.actors.size(), b.actors.size());
  for (std::size_t actor = 0; actor < a.actors.size(); ++actor) {
    ASSERT_EQ(a.actors[actor].served, b.actors[actor].served) << actor;
    ASSERT_EQ(a.actors[actor].unserved, b.actors[actor].unserved) << actor;
    ASSERT_EQ(a.actors[actor].open, b.actors[actor].open) << actor;
    ASSERT_EQ(a.actors[actor].greatest_queue, b.actors[actor].greatest_queue) << actor;
    ASSERT_TRUE(a.actors[actor] == b.actors[actor]) << actor;
  }
}

TEST(queues, equal_a_clock_that_ticks) {
  std::mt19937 random(7);
  queue_results found;
  queue_workspace memory;
  std::int64_t waited = 0;
  std::int64_t unserved = 0;
  for (int i = 0; i < 4000; ++i) {
    SCOPED_TRACE(i);
    const queue_world of = random_world(random);
    ASSERT_TRUE(can_run_queues(of));
    run_queues(of, found, memory);
    ASSERT_NO_FATAL_FAILURE(expect_same(found, step_by_step(of)));
    for (const queue_load& load : found.actors) {
      waited += load.wait;
      unserved += load.unserved;
    }
  }
  EXPECT_GT(waited, 100000);  // or the worlds were too quiet to tell anything
  EXPECT_GT(unserved, 1000);
}

/// What must hold at each actor whatever the order: looked at from the starts alone.
void expect_lines_are_fair(const queue_world& of, const queue_results& found) {
  struct visit {
    std::int64_t came;
    std::int64_t start;
    std::int64_t end;
  };
  std::vector<std::vector<visit>> visits(of.servers.size());
  for (std::size_t stop = 0; stop < of.stops.size(); ++stop)
    visits[of.stops[stop].actor].push_back({found.start[stop] - found.wait[stop], found.start[stop],
                                            found.start[stop] + of.stops[stop].service});
  for (std::size_t actor = 0; actor < visits.size(); ++actor) {
    std::sort(visits[actor].begin(), visits[actor].end(), [](const visit& a, const visit& b) {
      return a.came != b.came ? a.came < b.came : a.start < b.start;
    });
    std::map<std::int64_t, std::int64_t> change;  // of the number of people served, and of those present
    std::map<std::int64_t, std::int64_t> present;
    std::int64_t before = 0;
    for (const visit& at : visits[actor]) {
      ASSERT_GE(at.start, at.came);
      ASSERT_GE(at.start, before);  // first come, first served
      before = at.start;
      ++change[at.start];
      --change[at.end];
      ++present[at.came];
      --present[at.end];
    }
    for (const auto& [time, by] : present) change.emplace(time, 0);
    std::int64_t busy = 0;
    std::int64_t here = 0;
    for (const auto& [time, by] : change) {
      busy += by;
      if (const auto at = present.find(time); at != present.end()) here += at->second;
      ASSERT_LE(busy, of.servers[actor]);
      ASSERT_EQ(busy, std::min<std::int64_t>(here, of.servers[actor]));  // nobody idles while somebody waits
    }
    ASSERT_EQ(here, 0);
  }
}

TEST(queues, keep_their_order_and_never_idle) {
  std::mt19937 random(11);
  const auto roll = [&](std::uint32_t many) { return static_cast<std::uint32_t>(random() % many); };
  for (int i = 0; i < 60; ++i) {
    queue_world of;
    for (std::uint32_t actor = 0; actor < 12; ++actor) of.servers.push_back(1 + roll(6));
    of.first_stop = {0};
    for (int person = 0; person < 1500; ++person) {
      of.sets_out.push_back(roll(60000));
      for (std::uint32_t stop = 1 + roll(5); stop > 0; --stop)
        of.stops.push_back({roll(12), roll(300), roll(900)});
      of.first_stop.push_back(static_cast<std::uint32_t>(of.stops.size()));
    }
    ASSERT_NO_FATAL_FAILURE(expect_lines_are_fair(of, run_queues(of)));
  }
}

TEST(queues, serve_ties_by_person_then_stop) {
  queue_world of = one_actor(1, {{5, 10}, {5, 10}, {5, 10}});
  EXPECT_EQ(run_queues(of).start, (std::vector<std::int64_t>{5, 15, 25}));
  of = one_actor(2, {{5, 10}, {5, 10}, {15, 1}, {15, 1}});  // who is free at 15 serves at 15
  EXPECT_EQ(run_queues(of).wait, (std::vector<std::int64_t>{0, 0, 0, 0}));
  // The first person comes back at the very time when the second comes, and is before.
  of = one_actor(1, {{0, 10}, {10, 10}});
  of.stops = {{0, 0, 5}, {0, 5, 7}, {0, 0, 10}};
  of.first_stop = {0, 2, 3};
  EXPECT_EQ(run_queues(of).start, (std::vector<std::int64_t>{0, 10, 17}));
  // Stops that take no time follow each other before the next person's.
  of.sets_out = {0, 0};
  of.stops = {{0, 0, 0}, {0, 0, 4}, {0, 0, 1}};
  EXPECT_EQ(run_queues(of).start, (std::vector<std::int64_t>{0, 0, 4}));
}

TEST(queues, people_need_not_be_in_order) {
  const queue_world of = one_actor(1, {{30, 10}, {0, 10}, {5, 10}});
  const queue_results found = run_queues(of);
  EXPECT_EQ(found.start, (std::vector<std::int64_t>{30, 0, 10}));
  EXPECT_EQ(found.end, 40);
  EXPECT_EQ(found.actors[0].open, 40);
}

TEST(queues, count_those_who_wait_at_one_time) {
  const queue_results found =
      run_queues(one_actor(1, {{0, 10}, {1, 10}, {2, 10}, {10, 10}, {20, 1}, {20, 1}}));
  EXPECT_EQ(found.actors[0].greatest_queue, 3);  // at 20 the third begins, and three are behind
  EXPECT_EQ(found.actors[0].wait, 0 + 9 + 18 + 20 + 20 + 21);
  EXPECT_EQ(found.actors[0].longest_wait, 21);
  EXPECT_EQ(found.actors[0].busy, 42);
}

TEST(queues, empty_worlds) {
  queue_world of;
  EXPECT_FALSE(can_run_queues(of));  // not even the end of no stops
  of.first_stop = {0};
  ASSERT_TRUE(can_run_queues(of));
  EXPECT_EQ(run_queues(of).end, 0);
  of.servers = {2};
  of.sets_out = {3, 4};
  of.first_stop = {0, 0, 0};
  ASSERT_TRUE(can_run_queues(of));
  EXPECT_TRUE(run_queues(of).actors[0] == queue_load{});
  of.from = 2;
  EXPECT_EQ(run_queues(of).end, 2);
}

TEST(queues, a_sum_of_waits_stays_at_the_greatest) {
  constexpr std::int64_t people = 70000;
  constexpr std::uint32_t longest = std::numeric_limits<std::uint32_t>::max();
  const queue_world of =
      one_actor(1, std::vector<std::pair<std::int64_t, std::uint32_t>>(people, {0, longest}));
  ASSERT_TRUE(can_run_queues(of));
  const queue_results found = run_queues(of);
  EXPECT_EQ(found.wait.back(), (people - 1) * longest);
  EXPECT_EQ(found.actors[0].busy, people * longest);
  EXPECT_EQ(found.actors[0].wait, std::numeric_limits<std::int64_t>::max());
}

TEST(queues, keep_their_place_over_closing) {
  // Open from 10 to 20 in a week of 100: the service that begins at 19 is finished, the others wait for 110.
  queue_world of = one_actor(1, {{0, 5}, {12, 4}, {13, 8}, {14, 3}, {50, 1}, {111, 1}});
  set_windows(of, 100, {{{10, 20}}});
  const queue_results found = run_queues(of);
  EXPECT_EQ(found.start, (std::vector<std::int64_t>{10, 15, 19, 110, 113, 114}));
  EXPECT_EQ(found.end, 115);
  EXPECT_EQ(found.actors[0].open, 15);
  EXPECT_EQ(found.actors[0].busy, 22);
  EXPECT_EQ(found.actors[0].greatest_queue, 3);  // at 14: who begins at 15, at 19 and at 110
}

TEST(queues, windows_that_touch_are_one) {
  queue_world of = one_actor(1, {{9, 2}, {9, 2}, {9, 2}});
  set_windows(of, 10, {{{0, 5}, {5, 10}}});
  EXPECT_EQ(run_queues(of).start, (std::vector<std::int64_t>{9, 11, 13}));
}

TEST(queues, a_door_that_never_opens_is_said) {
  queue_world of = one_actor(1, {{1, 5}, {2, 5}});
  of.servers = {1, 1, 0};
  of.stops = {{1, 0, 5}, {0, 0, 5}, {1, 0, 5}, {2, 0, 5}};
  of.first_stop = {0, 2, 4};
  set_windows(of, 10080, {{}, {{0, 10080}}, {{0, 10080}}});
  ASSERT_TRUE(can_run_queues(of));
  const queue_results found = run_queues(of);
  EXPECT_EQ(found.start, (std::vector<std::int64_t>{1, queue_never, 6, queue_never}));
  EXPECT_EQ(found.wait, (std::vector<std::int64_t>{0, queue_never, 4, queue_never}));
  EXPECT_EQ(found.actors[0].unserved, 1);
  EXPECT_EQ(found.actors[0].greatest_queue, 1);
  EXPECT_EQ(found.actors[1].served, 2);
  EXPECT_EQ(found.actors[2].unserved, 1);
  EXPECT_EQ(found.end, 11);
}

TEST(queues, who_is_not_served_goes_nowhere) {
  queue_world of = one_actor(1, {{0, 6}, {0, 6}, {0, 6}});
  of.stops.push_back({0, 0, 1});
  of.first_stop[3] = 4;
  of.to = 10;
  const queue_results found = run_queues(of);
  EXPECT_EQ(found.start, (std::vector<std::int64_t>{0, 6, queue_never, queue_never}));
  EXPECT_EQ(found.actors[0].unserved, 1);
  EXPECT_EQ(found.actors[0].open, 10);
}

TEST(queues, open_time_is_counted_over_weeks) {
  const std::vector<queue_window> windows = {{2, 4}, {7, 10}};
  const simulation::opening of{windows.data(), windows.data() + windows.size(), 10};
  for (std::int64_t from = 0; from < 35; ++from)
    for (std::int64_t to = from; to < 35; ++to) {
      std::int64_t open = 0;
      for (std::int64_t time = from; time < to; ++time)
        open += static_cast<std::int64_t>((time % 10 >= 2 && time % 10 < 4) || time % 10 >= 7);
      ASSERT_EQ(simulation::open_between(of, from, to), open) << from << " " << to;
    }
}

TEST(queues, refuse_what_does_not_hold_together) {
  const queue_world good = one_actor(1, {{1, 5}, {2, 5}});
  ASSERT_TRUE(can_run_queues(good));
  const auto refused = [&](const auto& change) {
    queue_world of = good;
    change(of);
    return !can_run_queues(of);
  };
  EXPECT_TRUE(refused([](queue_world& of) { of.stops[1].actor = 1; }));
  EXPECT_TRUE(refused([](queue_world& of) { of.first_stop = {0, 1}; }));
  EXPECT_TRUE(refused([](queue_world& of) { of.first_stop = {0, 3, 2}; }));
  EXPECT_TRUE(refused([](queue_world& of) { of.first_stop = {1, 1, 2}; }));
  EXPECT_TRUE(refused([](queue_world& of) { of.sets_out[0] = -1; }));
  EXPECT_TRUE(refused([](queue_world& of) { of.from = 2; }));
  EXPECT_TRUE(refused([](queue_world& of) { of.from = -1; }));
  EXPECT_TRUE(refused([](queue_world& of) { of.to = -1; }));
  EXPECT_TRUE(refused([](queue_world& of) { of.sets_out[0] = std::int64_t{1} << 62; }));
  EXPECT_TRUE(refused([](queue_world& of) { of.sets_out[0] = (std::int64_t{1} << 62) - 9; }));
  EXPECT_FALSE(refused([](queue_world& of) { of.sets_out[0] = (std::int64_t{1} << 62) - 10; }));
  EXPECT_TRUE(refused([](queue_world& of) { of.windows = {{0, 1}}; }));
  EXPECT_TRUE(refused([](queue_world& of) { set_windows(of, 10, {{{0, 11}}}); }));
  EXPECT_TRUE(refused([](queue_world& of) { set_windows(of, 10, {{{3, 3}}}); }));
  EXPECT_TRUE(refused([](queue_world& of) { set_windows(of, 10, {{{-1, 3}}}); }));
  EXPECT_TRUE(refused([](queue_world& of) { set_windows(of, 10, {{{3, 6}, {5, 7}}}); }));
  EXPECT_TRUE(refused([](queue_world& of) { set_windows(of, 10, {{{3, 6}}, {{5, 7}}}); }));
  EXPECT_TRUE(refused([](queue_world& of) { set_windows(of, 0, {{}}); }));
  EXPECT_FALSE(refused([](queue_world& of) { set_windows(of, 10, {{{0, 6}, {6, 10}}}); }));
}

TEST(queues, memory_of_a_larger_run_does_not_show) {
  std::mt19937 random(19);
  queue_workspace memory;
  queue_results found;
  run_queues(one_actor(3, std::vector<std::pair<std::int64_t, std::uint32_t>>(20000, {5, 7})), found, memory);
  const std::size_t before = found.start.capacity();
  const queue_world small = random_world(random);
  run_queues(small, found, memory);
  expect_same(found, run_queues(small));
  EXPECT_EQ(found.start.capacity(), before);
}

}  // namespace
}  // namespace aiguillage
