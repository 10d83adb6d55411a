#include "hours/match.h"

#include <algorithm>

namespace aiguillage::hours {
namespace {

/// The day number of an anchor in a year; the first of a span falls on 1 March where 29 February does not exist, the
/// last one on the end of the month.
int resolve(const date_anchor& anchor, int year, bool last) {
  if (anchor.kind == anchor_kind::easter) return easter(year) + anchor.offset;
  const int length = days_in_month(year, anchor.month);
  if (anchor.kind == anchor_kind::month_day)
    return day_number({year, anchor.month, last ? std::min(anchor.day, length) : anchor.day}) + anchor.offset;
  const int first = day_number({year, anchor.month, 1});
  const int nearest = anchor.nth > 0 ? (anchor.weekday - weekday_of(first) + 7) % 7
                                     : length - 1 - (weekday_of(first + length - 1) - anchor.weekday + 7) % 7;
  return first + nearest + 7 * (anchor.nth > 0 ? anchor.nth - 1 : anchor.nth + 1) + anchor.offset;
}

bool is_single(const date_span& span, int day, int year) {
  const int from = resolve(span.from, year, false);
  return from == day && from == resolve(span.from, year, true);
}

bool in_span(const date_span& span, const day_seen& day) {
  const int fixed = span.from.year;
  const int year = fixed != 0 ? fixed : day.date.year;
  if (span.single) {
    const bool may_shift = fixed == 0 && span.from.offset != 0;
    return is_single(span, day.number, year) ||
           (may_shift && (is_single(span, day.number, year - 1) || is_single(span, day.number, year + 1)));
  }
  const int from = resolve(span.from, year, false);
  int to = resolve(span.to, span.to.year != 0 ? span.to.year : year, true);
  if (fixed == 0 && to < from) return day.number >= from || day.number <= to;
  if (to < from) to = resolve(span.to, year + 1, true);
  return from <= day.number && day.number <= to;
}

template <class Span>
bool holds(const Span& span, int value) {
  return span.from <= value && value <= span.to && (value - span.from) % span.step == 0;
}

bool is_nth(const nth_weekday& one, const day_seen& day) {
  const civil_date date = one.offset == 0 ? day.date : date_at(day.number - one.offset);
  if (weekday_of(day.number - one.offset) != one.weekday) return false;
  if (one.nth > 0) return (date.day - 1) / 7 + 1 == one.nth;
  return (days_in_month(date.year, date.month) - date.day) / 7 + 1 == -one.nth;
}

bool is_holiday(const hours_rule& rule, const day_seen& day) {
  if (rule.school_holidays && day.school_holiday) return true;
  return std::any_of(rule.public_holidays.begin(), rule.public_holidays.end(), [&](int offset) {
    return public_holiday(day.zone, offset == 0 ? day.date : date_at(day.number - offset));
  });
}

bool on_days(const hours_rule& rule, const day_seen& day) {
  const bool holidays = rule.school_holidays || !rule.public_holidays.empty();
  if (rule.weekdays == 0 && rule.nth.empty() && !holidays) return true;
  const bool weekday =
      (rule.weekdays >> static_cast<unsigned>(day.weekday) & 1U) != 0 ||
      std::any_of(rule.nth.begin(), rule.nth.end(), [&](const nth_weekday& one) { return is_nth(one, day); });
  if (rule.holidays_and_weekdays) return weekday && is_holiday(rule, day);
  return weekday || (holidays && is_holiday(rule, day));
}

}  // namespace

day_seen see_day(int number, holiday_zone zone, bool school_holiday) {
  return {number, date_at(number), weekday_of(number), zone, school_holiday};
}

bool applies(const hours_rule& rule, const day_seen& day) {
  if (!on_days(rule, day)) return false;
  const auto in_year = [&](const year_span& one) { return holds(one, day.date.year); };
  const auto in_dates = [&](const date_span& one) { return in_span(one, day); };
  if (!rule.years.empty() && std::none_of(rule.years.begin(), rule.years.end(), in_year)) return false;
  if (!rule.dates.empty() && std::none_of(rule.dates.begin(), rule.dates.end(), in_dates)) return false;
  if (rule.weeks.empty()) return true;
  const int week = iso_week(day.number);
  return std::any_of(rule.weeks.begin(), rule.weeks.end(),
                     [&](const week_span& one) { return holds(one, week); });
}

}  // namespace aiguillage::hours
