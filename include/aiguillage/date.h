#pragma once

#include <optional>
#include <string>
#include <string_view>

#pragma GCC visibility push(default)
namespace aiguillage {

/// A day of the Gregorian calendar, without time zone; month and day count from 1.
struct civil_date {
  int year = 1970;
  int month = 1;
  int day = 1;

  /// Field by field: a day beyond the end of its month is not the one that it counts on into.
  friend bool operator==(civil_date a, civil_date b) {
    return a.year == b.year && a.month == b.month && a.day == b.day;
  }
  /// True when some field differs.
  friend bool operator!=(civil_date a, civil_date b) { return !(a == b); }
};

/// Days since 1970-01-01; a day beyond the end of its month counts on into the next one.
[[nodiscard]] int day_number(civil_date date);

/// The day that is `number` days after 1970-01-01.
[[nodiscard]] civil_date date_at(int number);

/// 0 for Monday to 6 for Sunday, of a day number.
[[nodiscard]] int weekday_of(int number);

/// 28 to 31.
[[nodiscard]] int days_in_month(int year, int month);

/// The week of a day number, 1 to 53, as ISO 8601 counts it: weeks begin on Monday, week 1 holds the first Thursday.
[[nodiscard]] int iso_week(int number);

/// Reads YYYY-MM-DD; nullopt when it is not a day of the calendar.
[[nodiscard]] std::optional<civil_date> parse_date(std::string_view written);

/// Writes YYYY-MM-DD.
[[nodiscard]] std::string to_string(civil_date date);

}  // namespace aiguillage
#pragma GCC visibility pop
