#include <array>
#include <string_view>
#include <vector>

#include "hours/selectors.h"
#include "hours/words.h"

namespace aiguillage::hours {
namespace {

bool month_at(const reader& in, std::size_t ahead = 0) {
  return peek(in, ahead).kind == token_kind::word && month_named(peek(in, ahead).word).index >= 0;
}
bool year_at(const reader& in, std::size_t ahead = 0) {
  const token& one = peek(in, ahead);
  return one.kind == token_kind::number && one.digits == 4 && one.value >= 1900;
}

/// A day of the month follows, not an hour: "Dec 24", not "Dec 24:00" nor "Dec 9-12 Uhr".
bool day_at(const reader& in, std::size_t ahead) {
  return is_number(in, ahead, 2) && !is(in, ":", ahead + 1) && !is(in, ".", ahead + 1) &&
         !is(in, "h", ahead + 1);
}

int take_month(reader& in) {
  const found_word found = month_named(peek(in).word);
  if (!found.usual)
    remark(in, {"un mois s'écrit en trois lettres : Jan, Feb…",
                "a month is written with three letters: Jan, Feb…"});
  ++in.next;
  return found.index;
}

bool take_day(reader& in, int month, int& day) {
  constexpr std::array<int, 12> longest{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return take_number(in, 1, longest[static_cast<std::size_t>(month) - 1], day);
}

/// "Oct Su[-1]", where the "-" after it tells it from a month and a weekday. The month is taken.
bool nth_anchor(reader& in, date_anchor& anchor) {
  const std::size_t start = in.next;
  const found_word weekday = weekday_named(peek(in).word);
  std::vector<int> numbers;
  if (peek(in).kind != token_kind::word || weekday.index < 0 || !is(in, "[", 1)) return false;
  ++in.next;
  if (!read_nth(in, numbers) || numbers.size() != 1) {
    in.next = start;
    return false;
  }
  anchor.kind = anchor_kind::nth_weekday;
  anchor.weekday = weekday.index;
  anchor.nth = numbers[0];
  return true;
}

/// One day, or a month alone: then `whole_month`, which on the way in says that only a month can be meant.
bool read_anchor(reader& in, date_anchor& anchor, bool& whole_month) {
  const bool month_only = whole_month;
  whole_month = false;
  if (year_at(in)) anchor.year = in.tokens[in.next++].value;
  if (take(in, "easter")) {
    anchor.kind = anchor_kind::easter;
    return read_offset(in, 366, anchor.offset);
  }
  if (!month_at(in)) return fail(in, {"un mois est attendu ici", "a month is expected here"});
  anchor.month = take_month(in);
  if (day_at(in, 0)) return take_day(in, anchor.month, anchor.day) && read_offset(in, 366, anchor.offset);
  if (!month_only && nth_anchor(in, anchor)) return read_offset(in, 31, anchor.offset);
  whole_month = true;
  return true;
}

bool anchor_at(const reader& in, std::size_t ahead) {
  const std::size_t after_year = year_at(in, ahead) ? ahead + 1 : ahead;
  return month_at(in, after_year) || is(in, "easter", after_year);
}

/// After "Dec 24": "-26", "-Jan 02", or nothing; after "Jan": "-Mar", or nothing.
bool read_span_end(reader& in, date_span& span, bool whole_month) {
  span.single = !whole_month;
  span.to = span.from;
  if (whole_month) {
    span.from.day = 1;
    span.to.day = 31;
  }
  const bool day_only = !whole_month && span.from.kind == anchor_kind::month_day && day_at(in, 1);
  if (!is(in, "-") || (!day_only && !anchor_at(in, 1))) return true;
  const std::size_t at = in.tokens[in.next++].at;
  span.single = false;
  if (day_only) {
    span.to.offset = 0;
    return take_day(in, span.from.month, span.to.day) && read_offset(in, 366, span.to.offset);
  }
  bool month_alone = whole_month;
  span.to = {};
  if (!read_anchor(in, span.to, month_alone)) return false;
  if (month_alone != whole_month || (span.to.year != 0 && span.from.year == 0))
    return fail_at(in, at,
                   {"les deux bouts de cette période ne s'écrivent pas de la même façon",
                    "the two ends of this period are not written the same way"});
  if (month_alone) span.to.day = 31;
  return true;
}

bool check_order(reader& in, std::size_t at, const date_span& span) {
  const bool comparable = span.from.kind == anchor_kind::month_day && span.to.kind == anchor_kind::month_day;
  const auto key = [](const date_anchor& one) { return (one.year * 12 + one.month) * 31 + one.day; };
  const bool same_year = span.from.year == span.to.year && span.from.month == span.to.month;
  if (comparable && !span.single && key(span.to) < key(span.from) && (span.to.year != 0 || same_year))
    return fail_at(in, at, {"cette période finit avant de commencer", "this period ends before it begins"});
  return true;
}

/// "Nov Su[1]" alone is a month and one of its weekdays; only in a span is it a day.
bool is_month_and_weekday(const date_span& span) {
  return span.single && span.from.kind == anchor_kind::nth_weekday;
}

bool read_year_step(reader& in, year_span& span) {
  if (take(in, "+")) {
    span.to = 9999;
    return true;
  }
  if (!take(in, "/")) return true;
  if (span.to == span.from) span.to = 9999;
  return take_number(in, 1, 1000, span.step);
}

}  // namespace

bool begins_years(const reader& in) { return year_at(in) && !is(in, ":", 1); }
bool begins_dates(const reader& in) { return anchor_at(in, 0); }

bool read_years(reader& in, hours_rule& rule) {
  do {
    if (!year_at(in)) return fail(in, {"une année est attendue ici", "a year is expected here"});
    const int from = in.tokens[in.next++].value;
    year_span span{from, from, 1};
    if (is(in, "-") && year_at(in, 1)) {
      ++in.next;
      if (!take_number(in, from, 9999, span.to)) return false;
    }
    if (!read_year_step(in, span)) return false;
    rule.years.push_back(span);
  } while (is(in, ",") && year_at(in, 1) && take(in, ","));
  return true;
}

bool read_dates(reader& in, hours_rule& rule) {
  for (bool more = true; more;) {
    const std::size_t start = in.next;
    date_span span;
    bool whole_month = false;
    if (!read_anchor(in, span.from, whole_month) || !read_span_end(in, span, whole_month) ||
        !check_order(in, in.tokens[start].at, span))
      return false;
    if (is_month_and_weekday(span)) {
      in.next = start + (span.from.year == 0 ? 1 : 2);
      span.from = {anchor_kind::month_day, span.from.year, span.from.month, 1, 0, 0, 0};
      span.to = span.from;
      span.to.day = 31;
      span.single = false;
    }
    rule.dates.push_back(span);
    while (span.single && span.from.kind == anchor_kind::month_day && is(in, ",") && day_at(in, 1) &&
           !is(in, "-", 2)) {
      ++in.next;
      if (!take_day(in, span.from.month, span.from.day)) return false;
      span.to = span.from;
      rule.dates.push_back(span);
    }
    more = is(in, ",") && anchor_at(in, 1);
    if (more) ++in.next;
  }
  return true;
}

bool read_weeks(reader& in, hours_rule& rule) {
  ++in.next;
  do {
    week_span span;
    if (!take_number(in, 1, 53, span.from)) return false;
    span.to = span.from;
    if (take(in, "-") && !take_number(in, span.from, 53, span.to)) return false;
    if (take(in, "/") && !take_number(in, 1, 53, span.step)) return false;
    rule.weeks.push_back(span);
  } while (is(in, ",") && is_number(in, 1, 2) && !is(in, ":", 2) && take(in, ","));
  return true;
}

}  // namespace aiguillage::hours
