#include "report/dates.h"

#include <array>
#include <cstddef>

namespace aiguillage::report {
namespace {

constexpr std::array<const char*, 7> jours = {"lundi",    "mardi",  "mercredi", "jeudi",
                                              "vendredi", "samedi", "dimanche"};
constexpr std::array<const char*, 7> weekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                 "Friday", "Saturday", "Sunday"};
constexpr std::array<const char*, 12> mois = {"janvier",   "février", "mars",     "avril",
                                              "mai",       "juin",    "juillet",  "août",
                                              "septembre", "octobre", "novembre", "décembre"};
constexpr std::array<const char*, 12> months = {"January",   "February", "March",    "April",
                                                "May",       "June",     "July",     "August",
                                                "September", "October",  "November", "December"};

struct civil {
  int year = 0;
  int month = 1;
  int day = 1;
};

bool leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int month_length(int year, int month) {
  constexpr std::array<int, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && leap(year) ? 29 : lengths[static_cast<std::size_t>(month - 1)];
}

civil read(const std::string& date) {
  return {std::stoi(date.substr(0, 4)), std::stoi(date.substr(5, 2)), std::stoi(date.substr(8, 2))};
}

civil later(civil from, int days) {
  from.day += days;
  while (from.day > month_length(from.year, from.month)) {
    from.day -= month_length(from.year, from.month);
    if (++from.month > 12) {
      from.month = 1;
      ++from.year;
    }
  }
  return from;
}

// Sakamoto's rule; 0 is Monday.
std::size_t weekday(const civil& of) {
  constexpr std::array<int, 12> shift = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
  const int year = of.month < 3 ? of.year - 1 : of.year;
  const int sunday_first =
      (year + year / 4 - year / 100 + year / 400 + shift[static_cast<std::size_t>(of.month - 1)] + of.day) %
      7;
  return static_cast<std::size_t>((sunday_first + 6) % 7);
}

}  // namespace

bool is_date(const std::string& date) {
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return false;
  for (const std::size_t at : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U})
    if (date[at] < '0' || date[at] > '9') return false;
  const civil day = read(date);
  return day.year > 0 && day.month >= 1 && day.month <= 12 && day.day >= 1 &&
         day.day <= month_length(day.year, day.month);
}

text day_words(int day) {
  if (day <= 0) return {"aujourd'hui", "today"};
  if (day == 1) return {"demain", "tomorrow"};
  const std::string count = std::to_string(day);
  return {"dans " + count + " jours", "in " + count + " days"};
}

namespace {

text day_of_month(const civil& day) {
  const auto month = static_cast<std::size_t>(day.month - 1);
  const std::string number = std::to_string(day.day);
  return {(day.day == 1 ? "1er" : number) + " " + mois[month], number + " " + months[month]};
}

}  // namespace

text date_words(const std::string& date, int days) {
  if (!is_date(date)) return {};
  const civil day = later(read(date), days);
  const std::size_t name = weekday(day);
  const text number = day_of_month(day);
  return {std::string(jours[name]) + " " + number.fr, std::string(weekdays[name]) + " " + number.en};
}

namespace {

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

std::string clock_time(int minute) { return two_digits(minute / 60) + ":" + two_digits(minute % 60); }

text time_words(int minute) {
  const std::string hour = std::to_string(minute / 60);
  const std::string rest = two_digits(minute % 60);
  return {hour + " h" + (minute % 60 == 0 ? "" : " " + rest), hour + ":" + rest};
}

text full_date_words(const std::string& date) {
  if (!is_date(date)) return {date, date};
  const text number = day_of_month(read(date));
  const std::string year = " " + date.substr(0, 4);
  return {number.fr + year, number.en + year};
}

}  // namespace aiguillage::report
