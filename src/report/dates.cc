#include "report/dates.h"

#include <array>
#include <cstddef>

#include "aiguillage/date.h"

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

}  // namespace

text day_words(int day) {
  if (day <= 0) return {"aujourd'hui", "today"};
  if (day == 1) return {"demain", "tomorrow"};
  const std::string count = std::to_string(day);
  return {"dans " + count + " jours", "in " + count + " days"};
}

namespace {

text day_of_month(civil_date day) {
  const auto month = static_cast<std::size_t>(day.month - 1);
  const std::string number = std::to_string(day.day);
  return {(day.day == 1 ? "1er" : number) + " " + mois[month], number + " " + months[month]};
}

}  // namespace

text date_words(const std::string& date, int days) {
  const std::optional<civil_date> start = parse_date(date);
  if (!start) return {};
  const int day = day_number(*start) + days;
  const auto name = static_cast<std::size_t>(weekday_of(day));
  const text number = day_of_month(date_at(day));
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
  const std::optional<civil_date> day = parse_date(date);
  if (!day) return {date, date};
  const text number = day_of_month(*day);
  const std::string year = " " + date.substr(0, 4);
  return {number.fr + year, number.en + year};
}

}  // namespace aiguillage::report
