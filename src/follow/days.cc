#include "follow/days.h"

namespace aiguillage::detail {
namespace {

// Days before the first of March of year 0 are not asked for; years begin in March, so that leap days come last.
int day_number(int year, int month, int day) {
  const int from_march = (month + 9) % 12;
  const int years = month < 3 ? year - 1 : year;
  return 365 * years + years / 4 - years / 100 + years / 400 + (from_march * 306 + 5) / 10 + day - 1;
}

int number_in(const std::string& date, std::size_t at, std::size_t length) {
  int result = 0;
  for (std::size_t i = at; i < at + length; ++i) result = result * 10 + (date[i] - '0');
  return result;
}

std::string padded(int number, std::size_t width) {
  const std::string digits = std::to_string(number);
  return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

int day_number(const std::string& date) {
  return day_number(number_in(date, 0, 4), number_in(date, 5, 2), number_in(date, 8, 2));
}

}  // namespace

int days_between(const std::string& from, const std::string& to) { return day_number(to) - day_number(from); }

std::string date_after(const std::string& date, int days) {
  if (date.empty()) return "";
  const int wanted = day_number(date) + days;
  int year = wanted / 366;
  while (day_number(year + 1, 1, 1) <= wanted) ++year;
  int month = 1;
  while (month < 12 && day_number(year, month + 1, 1) <= wanted) ++month;
  return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(wanted - day_number(year, month, 1) + 1, 2);
}

}  // namespace aiguillage::detail
