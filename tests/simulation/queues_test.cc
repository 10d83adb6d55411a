#include "aiguillage/simulation/queues.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <random>
#include <utility>

#include <gtest/gtest.h>

#include "simulation/opening.h"
#include "simulation/queue_reference.h"

namespace aiguillage {
namespace {

/// A world of one actor, always open, where each person comes at a time for a service.
queue_world one_actor(std::uint32_t servers,
                      const std::vector<std::pair<std::int64_t, std::uint32_t>>& people) {
  queue_world of;
  of.servers = {servers};
  of.first_stop = {0};
  for (const auto& [time, service] : people) {
    of.sets_out.push_back(time);
    of.stops.push_back({0, 0, service});
    of.first_stop.push_back(static_cast<std::uint32_t>(of.stops.size()));
  }
  return of;
}

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

TEST(queues, single_server_follows_lindley) {
  std::mt19937 random(3);
  std::vector<std::pair<std::int64_t, std::uint32_t>> people;
  for (int i = 0; i < 20000; ++i)
    people.emplace_back((people.empty() ? 0 : people.back().first) + static_cast<std::int64_t>(random() % 21),
                        static_cast<std::uint32_t>(random() % 20));
  const queue_results found = run_queues(one_actor(1, people));
  std::int64_t wait = 0;
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (i > 0)
      wait = std::max<std::int64_t>(0, wait + people[i - 1].second - (people[i].first - people[i - 1].first));
    ASSERT_EQ(found.wait[i], wait) << i;
  }
  EXPECT_GT(found.actors[0].longest_wait, 100);
}

/// Numbers that depend on their index only.
double uniform(std::uint64_t index) {
  std::uint64_t z = (index + 1) * 0x9E3779B97F4A7C15U;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  z ^= z >> 31U;
  return (static_cast<double>(z >> 11U) + 0.5) * 0x1.0p-53;
}

/// Expects the mean wait to be within four standard errors of `mean`; the error is that of the means of 40 batches, long
/// enough to be all but independent, and must itself be small enough to tell something.
void expect_mean_wait(const queue_results& found, double mean) {
  constexpr std::size_t batches = 40;
  const std::size_t size = found.wait.size() / batches;
  std::vector<double> means;
  for (std::size_t i = 0; i < batches; ++i) {
    const auto begin = found.wait.begin() + static_cast<std::ptrdiff_t>(i * size);
    means.push_back(static_cast<double>(
                        std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(size), std::int64_t{0})) /
                    static_cast<double>(size));
  }
  const double all = std::accumulate(means.begin(), means.end(), 0.0) / batches;
  double square = 0;
  for (const double one : means) square += (one - all) * (one - all);
  const double error = std::sqrt(square / (batches - 1) / batches);
  EXPECT_LT(4 * error, 0.05 * mean);
  EXPECT_NEAR(all, mean, 4 * error);
}

constexpr double unit = 100000;  // of the mean service: rounding to whole units does not show

std::vector<std::pair<std::int64_t, std::uint32_t>> poisson(std::uint64_t many, double between,
                                                            bool random_service) {
  std::vector<std::pair<std::int64_t, std::uint32_t>> people;
  double time = 0;
  for (std::uint64_t i = 0; i < many; ++i) {
    time -= std::log(uniform(2 * i)) * between * unit;
    const double service = random_service ? -std::log(uniform(2 * i + 1)) : 1;
    people.emplace_back(static_cast<std::int64_t>(time), static_cast<std::uint32_t>(service * unit));
  }
  return people;
}

TEST(queues, wait_as_pollaczek_and_khinchine_say) {
  const double load = 0.8;
  const queue_results found = run_queues(one_actor(1, poisson(400000, 1 / load, false)));
  expect_mean_wait(found, unit * load / (2 * (1 - load)));
}

TEST(queues, wait_as_erlang_says) {
  const double offered = 2.4;
  const int servers = 4;
  double term = 1;
  double sum = 0;
  for (int k = 0; k < servers; ++k, term *= offered / k) sum += term;
  const double last = term * servers / (servers - offered);
  const double waits = last / (sum + last);
  const queue_results found =
      run_queues(one_actor(static_cast<std::uint32_t>(servers), poisson(800000, 1 / offered, true)));
  expect_mean_wait(found, unit * waits / (servers - offered));
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
  EXPECT_TRUE(refused([](queue_world& of) { of.to = -1; }));
  EXPECT_TRUE(refused([](queue_world& of) { of.sets_out[0] = std::int64_t{1} << 62; }));
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
  run_queues(one_actor(3, poisson(20000, 0.4, true)), found, memory);
  const std::size_t before = found.start.capacity();
  const queue_world small = random_world(random);
  run_queues(small, found, memory);
  expect_same(found, run_queues(small));
  EXPECT_EQ(found.start.capacity(), before);
}

}  // namespace
}  // namespace aiguillage
