#include "aiguillage/simulation/appointments.h"

#include <algorithm>
#include <random>
#include <utility>

#include <gtest/gtest.h>

namespace aiguillage {
namespace {

constexpr appointment_week weekdays = {1, 1, 1, 1, 1, 0, 0};
constexpr booked_day refused = {999, 999};

TEST(appointments, first_free_day) {
  appointment_book in = open_appointments({weekdays, {0, 2, 0, 0, 0, 0, 0}}, 14);
  EXPECT_EQ(book(in, 0, 3).value_or(refused).day, 3U);
  EXPECT_EQ(book(in, 0, 3).value_or(refused).day, 4U);
  const booked_day after_weekend = book(in, 0, 3).value_or(refused);
  EXPECT_EQ(after_weekend.day, 7U);
  EXPECT_EQ(after_weekend.waited, 4U);
  EXPECT_EQ(book(in, 1, 0).value_or(refused).day, 1U);
  EXPECT_EQ(book(in, 1, 0).value_or(refused).day, 1U);
  EXPECT_EQ(book(in, 1, 0).value_or(refused).day, 8U);
  EXPECT_EQ(in.loads[0].waited, 0 + 1 + 4);
  EXPECT_EQ(in.loads[0].longest, 4);
}

TEST(appointments, nothing_beyond_the_last_day) {
  appointment_book in = open_appointments({weekdays}, 5);
  EXPECT_FALSE(book(in, 0, 5));
  EXPECT_FALSE(book(in, 0, 500));
  for (std::size_t day = 0; day < 5; ++day) EXPECT_EQ(book(in, 0, 0).value_or(refused).day, day);
  EXPECT_FALSE(book(in, 0, 0));
  EXPECT_EQ(in.loads[0].refused, 3);
  EXPECT_EQ(in.loads[0].booked, 5);
}

TEST(appointments, given_back_is_free_again) {
  appointment_book in = open_appointments({weekdays}, 7);
  EXPECT_FALSE(release(in, 0, 0));
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(book(in, 0, 0));
  EXPECT_TRUE(release(in, 0, 2));
  EXPECT_FALSE(release(in, 0, 2));
  EXPECT_FALSE(release(in, 0, 5));
  EXPECT_FALSE(release(in, 0, 7));
  EXPECT_EQ(book(in, 0, 0).value_or(refused).day, 2U);
  EXPECT_FALSE(book(in, 0, 0));
  EXPECT_EQ(in.loads[0].released, 1);
}

TEST(appointments, no_day_and_no_slot) {
  appointment_book none = open_appointments({weekdays}, 0);
  EXPECT_FALSE(book(none, 0, 0));
  EXPECT_FALSE(release(none, 0, 0));
  appointment_book closed = open_appointments({appointment_week{}}, 100);
  EXPECT_FALSE(book(closed, 0, 0));
}

/// A list of who has what, read day by day.
TEST(appointments, equal_a_plain_list) {
  std::mt19937 random(5);
  const auto roll = [&](std::size_t many) { return static_cast<std::size_t>(random() % many); };
  for (int world = 0; world < 300; ++world) {
    const std::size_t days = roll(200);
    std::vector<appointment_week> weeks(1 + roll(4));
    for (appointment_week& week : weeks)
      for (std::uint16_t& slots : week) slots = static_cast<std::uint16_t>(roll(4));
    appointment_book in = open_appointments(weeks, days);
    std::vector<std::pair<std::size_t, std::size_t>> taken;
    std::vector<appointment_load> loads(weeks.size());
    for (int step = 0; step < 600; ++step) {
      const std::size_t diary = roll(weeks.size());
      if (roll(4) == 0) {
        const std::pair<std::size_t, std::size_t> what = {diary, roll(days + 2)};
        const auto at = std::find(taken.begin(), taken.end(), what);
        ASSERT_EQ(release(in, what.first, what.second), at != taken.end());
        if (at == taken.end()) continue;
        taken.erase(at);
        ++loads[diary].released;
        continue;
      }
      const std::size_t earliest = roll(days + 2) / 2;
      std::size_t day = earliest;
      while (day < days &&
             std::count(taken.begin(), taken.end(), std::pair{diary, day}) >= weeks[diary][day % 7])
        ++day;
      const std::optional<booked_day> found = book(in, diary, earliest);
      ASSERT_EQ(found.has_value(), day < days);
      if (!found) {
        ++loads[diary].refused;
        continue;
      }
      ASSERT_EQ(found->day, day);
      ASSERT_EQ(found->waited, day - earliest);
      taken.emplace_back(diary, day);
      ++loads[diary].booked;
      loads[diary].waited += static_cast<std::int64_t>(found->waited);
      loads[diary].longest = std::max(loads[diary].longest, static_cast<std::int64_t>(found->waited));
    }
    for (std::size_t diary = 0; diary < weeks.size(); ++diary)
      ASSERT_TRUE(in.loads[diary] == loads[diary]) << world;
  }
}

}  // namespace
}  // namespace aiguillage
