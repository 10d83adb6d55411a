#include "aiguillage/date.h"

#include <chrono>
#include <cstddef>

namespace aiguillage {
namespace {

std::chrono::sys_days sys_day(int number) { return std::chrono::sys_days(std::chrono::days(number)); }

std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

/// The number written in digits alone at `at`; -1 for anything else.
int digits_of(std::string_view written, std::size_t at, std::size_t count) {
  int value = 0;
  for (const char c : written.substr(at, count)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

int day_number(civil_date date) {
  const std::chrono::year_month_day first(std::chrono::year(date.year),
                                          std::chrono::month(static_cast<unsigned>(date.month)),
                                          std::chrono::day(1));
  return static_cast<int>(std::chrono::sys_days(first).time_since_epoch().count()) + date.day - 1;
}

civil_date date_at(int number) {
  const std::chrono::year_month_day found(sys_day(number));
  return {static_cast<int>(found.year()), static_cast<int>(static_cast<unsigned>(found.month())),
          static_cast<int>(static_cast<unsigned>(found.day()))};
}

int weekday_of(int number) {
  return static_cast<int>(std::chrono::weekday(sys_day(number)).iso_encoding()) - 1;
}

int days_in_month(int year, int month) {
  return month == 12 ? 31 : day_number({year, month + 1, 1}) - day_number({year, month, 1});
}

int iso_week(int number) {
  const int thursday = number - weekday_of(number) + 3;
  return (thursday - day_number({date_at(thursday).year, 1, 1})) / 7 + 1;
}

std::optional<civil_date> parse_date(std::string_view written) {
  if (written.size() != 10 || written[4] != '-' || written[7] != '-') return std::nullopt;
  const civil_date date{digits_of(written, 0, 4), digits_of(written, 5, 2), digits_of(written, 8, 2)};
  const bool real = date.year >= 1 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
                    date.day <= days_in_month(date.year, date.month);
  return real ? std::optional<civil_date>(date) : std::nullopt;
}

std::string to_string(civil_date date) {
  return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

}  // namespace aiguillage
