#include "report/week_words.h"

#include <algorithm>
#include <array>

#include "aiguillage/network.h"
#include "report/dates.h"
#include "report/stop_words.h"

namespace aiguillage::report {
namespace {

constexpr std::array<text (*)(), 7> weekdays = {
    [] { return text{"lundi", "Monday"}; },       [] { return text{"mardi", "Tuesday"}; },
    [] { return text{"mercredi", "Wednesday"}; }, [] { return text{"jeudi", "Thursday"}; },
    [] { return text{"vendredi", "Friday"}; },    [] { return text{"samedi", "Saturday"}; },
    [] { return text{"dimanche", "Sunday"}; }};

/// The same week after week, but for public holidays.
bool is_weekly(const opening_hours& hours) {
  return std::all_of(hours.rules.begin(), hours.rules.end(), [](const hours_rule& one) {
    return one.years.empty() && one.dates.empty() && one.weeks.empty() && one.nth.empty() &&
           !one.school_holidays && one.comment.empty();
  });
}

/// What each day of a week without a public holiday says; spans stay with the day on which they begin.
std::array<std::vector<open_span>, 7> week_of(const opening_hours& hours) {
  constexpr civil_date monday{2026, 1, 5};
  std::array<std::vector<open_span>, 7> days;
  for (open_span one : open_spans(hours, monday, 7, holiday_zone::mainland)) {
    const int day = one.from / minutes_a_day;
    one.from -= day * minutes_a_day;
    one.to -= day * minutes_a_day;
    days[static_cast<std::size_t>(day)].push_back(one);
  }
  return days;
}

/// `du lundi au mercredi, vendredi`: runs of three days and more from one to the other.
std::string days_words(const std::vector<std::size_t>& days, language wanted) {
  std::string words;
  const auto name = [&](std::size_t day) { return weekdays[day]().in(wanted); };
  for (std::size_t i = 0; i < days.size();) {
    std::size_t last = i;
    while (last + 1 < days.size() && days[last + 1] == days[last] + 1) ++last;
    const bool run = last >= i + 2;
    if (!words.empty()) words += ", ";
    if (run) {
      const text between{"du " + name(days[i]) + " au " + name(days[last]),
                         name(days[i]) + " to " + name(days[last])};
      words += between.in(wanted);
    } else {
      words += name(days[i]);
    }
    i = run ? last + 1 : i + 1;
  }
  return words;
}

std::string spans_words(const std::vector<open_span>& spans, language wanted) {
  std::string words;
  for (const open_span& one : spans) {
    if (!words.empty()) words += ", ";
    words += time_words(one.from).in(wanted) + "-" + time_words(one.to % minutes_a_day).in(wanted);
    if (one.how == openness::by_appointment) words += text{" sur rendez-vous", " by appointment"}.in(wanted);
    if (one.how == openness::unknown) words += text{" (à confirmer)", " (to be confirmed)"}.in(wanted);
  }
  return words;
}

}  // namespace

std::string week_words(const actor& who, language wanted) {
  if (!who.opening) return hours_words(who.hours, wanted);
  if (!is_weekly(*who.opening)) return hours_words(who.hours, wanted);
  const std::array<std::vector<open_span>, 7> week = week_of(*who.opening);
  if (!week[0].empty() && week[0].front().to >= 7 * minutes_a_day)
    return text{"jour et nuit", "day and night"}.in(wanted);
  std::string words;
  std::array<bool, 7> told{};
  for (std::size_t day = 0; day < 7; ++day) {
    if (told[day] || week[day].empty()) continue;
    std::vector<std::size_t> alike;
    for (std::size_t other = day; other < 7; ++other)
      if (week[other] == week[day]) {
        alike.push_back(other);
        told[other] = true;
      }
    words += (words.empty() ? "" : text{" ; ", "; "}.in(wanted)) + days_words(alike, wanted) + " " +
             spans_words(week[day], wanted);
  }
  return words.empty() ? text{"n'ouvre jamais", "never opens"}.in(wanted) : words;
}

}  // namespace aiguillage::report
