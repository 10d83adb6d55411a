#include "hours/week.h"

#include <array>
#include <cstddef>

namespace aiguillage {
namespace {

std::string clock(int minute) {
  const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return two(minute / 60) + ":" + two(minute % 60);
}

std::string day_name(int number) {
  constexpr std::array<const char*, 7> names{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
  return names[static_cast<std::size_t>(weekday_of(number))];
}

const char* suffix(openness how) {
  if (how == openness::open) return "";
  return how == openness::by_appointment ? " by appointment" : " unknown";
}

}  // namespace

std::string shown(std::string_view hours, civil_date first, int days, holiday_zone zone) {
  const hours_reading reading = parse_hours(hours);
  if (!reading.hours) return "refused: " + reading.wrong.en;
  std::string text;
  for (const open_span& one : open_spans(*reading.hours, first, days, zone)) {
    const int from_day = one.from / 1440;
    const int to_day = (one.to - 1) / 1440;
    if (!text.empty()) text += ", ";
    text += day_name(day_number(first) + from_day) + " " + clock(one.from % 1440) + "-";
    if (to_day != from_day) text += day_name(day_number(first) + to_day) + " ";
    text += clock(one.to - to_day * 1440) + suffix(one.how);
  }
  return text.empty() ? "closed" : text;
}

std::string plain_week(std::string_view hours) { return shown(hours, {2026, 3, 9}, 7); }

std::string open_days(std::string_view hours, civil_date first, int days, holiday_zone zone) {
  const hours_reading reading = parse_hours(hours);
  if (!reading.hours) return "refused: " + reading.wrong.en;
  std::string text;
  for (int day = day_number(first); day < day_number(first) + days; ++day)
    if (!open_spans(*reading.hours, date_at(day), 1, zone).empty())
      text += (text.empty() ? "" : " ") + to_string(date_at(day)).substr(5);
  return text;
}

}  // namespace aiguillage
