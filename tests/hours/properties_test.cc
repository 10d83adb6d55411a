#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "aiguillage/hours.h"

using namespace aiguillage;

namespace {

const std::vector<std::string> pieces{"Mo",
                                      "Tu-Fr",
                                      "Sa[1]",
                                      "Su[-1]",
                                      "PH",
                                      "SH",
                                      "PH +1 day",
                                      "Jan",
                                      "Nov-Feb",
                                      "Dec 24-Jan 02",
                                      "Feb 29",
                                      "easter",
                                      "easter -2 days",
                                      "2026",
                                      "2026-2030/2",
                                      "week 1-53/2",
                                      "09:00-12:00",
                                      "14:00-17:00",
                                      "22:00-03:00",
                                      "10:00+",
                                      "18:00-20:00+",
                                      "sunrise-sunset",
                                      "24/7",
                                      "off",
                                      "open",
                                      "unknown",
                                      "\"sur rdv\"",
                                      "\"sonner\"",
                                      ";",
                                      "; ",
                                      ", ",
                                      ",",
                                      " || ",
                                      ":",
                                      "-",
                                      "'08:3",
                                      "[",
                                      "(",
                                      "\"",
                                      "2026 Dec 24"};

/// A string of a few pieces, most often one that is read.
std::string random_hours(std::mt19937& random) {
  std::string text;
  const auto count = 1 + random() % 9;
  for (unsigned i = 0; i < count; ++i)
    text += pieces[random() % pieces.size()] + (random() % 4 == 0 ? "" : " ");
  return text;
}

std::string mutated(std::string text, std::mt19937& random) {
  for (unsigned i = 0; i < 3 && !text.empty(); ++i) {
    const std::size_t at = random() % text.size();
    if (random() % 2 == 0)
      text[at] = static_cast<char>(random() % 256);
    else
      text.erase(at, 1 + random() % 3);
  }
  return text;
}

void expect_sound(const std::vector<open_span>& spans, int days, const std::string& text) {
  for (std::size_t i = 0; i < spans.size(); ++i) {
    ASSERT_TRUE(0 <= spans[i].from && spans[i].from < spans[i].to && spans[i].to <= days * 1440) << text;
    ASSERT_NE(spans[i].how, openness::closed) << text;
    if (i == 0) continue;
    ASSERT_LE(spans[i - 1].to, spans[i].from) << text;
    ASSERT_TRUE(spans[i - 1].to < spans[i].from || spans[i - 1].how != spans[i].how) << text;
  }
}

/// The minutes of the days `from` to `to`, counted from the first of them.
std::vector<open_span> part(const std::vector<open_span>& spans, int from, int to) {
  std::vector<open_span> found;
  for (const open_span& one : spans) {
    const open_span cut{std::max(one.from, from * 1440) - from * 1440,
                        std::min(one.to, to * 1440) - from * 1440, one.how};
    if (cut.from < cut.to) found.push_back(cut);
  }
  return found;
}

}  // namespace

TEST(hours_properties, spans_are_sound_and_do_not_hang_on_the_first_day) {
  std::mt19937 random(1);
  int read = 0;
  for (int round = 0; round < 20000; ++round) {
    const std::string text = random_hours(random);
    const hours_reading reading = parse_hours(text);
    ASSERT_NE(reading.hours.has_value(), !reading.wrong.en.empty()) << text;
    if (!reading.hours) continue;
    ++read;
    const int start = day_number({2024, 1, 1}) + static_cast<int>(random() % 2000);
    const int shift = 1 + static_cast<int>(random() % 20);
    const std::vector<open_span> all =
        open_spans(*reading.hours, date_at(start), 40, holiday_zone::alsace_moselle);
    expect_sound(all, 40, text);
    const std::vector<open_span> later =
        open_spans(*reading.hours, date_at(start + shift), 20, holiday_zone::alsace_moselle);
    ASSERT_EQ(part(all, shift, shift + 20), later) << text << " from " << to_string(date_at(start));
  }
  EXPECT_GT(read, 3000);
}

TEST(hours_properties, any_bytes_are_read_or_refused) {
  std::mt19937 random(2);
  int refused = 0;
  for (int round = 0; round < 50000; ++round) {
    std::string text = mutated(random_hours(random), random);
    if (round % 4 == 0)
      for (char& c : text) c = static_cast<char>(random() % 256);
    const hours_reading reading = parse_hours(text);
    ASSERT_NE(reading.hours.has_value(), !reading.wrong.en.empty()) << text;
    ASSERT_LE(reading.wrong_at, text.size());
    for (const hours_remark& one : reading.remarks) ASSERT_LE(one.at, text.size());
    if (reading.hours)
      expect_sound(open_spans(*reading.hours, {2026, 12, 20}, 20, holiday_zone::mainland), 20, text);
    else
      ++refused;
  }
  EXPECT_GT(refused, 1000);
}

TEST(hours_properties, no_days_no_spans) {
  EXPECT_TRUE(open_spans(*parse_hours("24/7").hours, {2026, 1, 1}, 0, holiday_zone::mainland).empty());
  EXPECT_TRUE(open_spans({}, {2026, 1, 1}, 10, holiday_zone::mainland).empty());
}
