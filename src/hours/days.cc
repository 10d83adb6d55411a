#include <string_view>
#include <vector>

#include "hours/selectors.h"
#include "hours/words.h"

namespace aiguillage::hours {
namespace {

bool holiday_at(const reader& in, std::size_t ahead = 0) {
  return is(in, "ph", ahead) || is(in, "sh", ahead);
}
bool weekday_at(const reader& in, std::size_t ahead = 0) {
  return peek(in, ahead).kind == token_kind::word && weekday_named(peek(in, ahead).word).index >= 0;
}

int take_weekday(reader& in) {
  const found_word found = weekday_named(peek(in).word);
  if (!found.usual)
    remark(in,
           {"un jour s'écrit en deux lettres : Mo, Tu…", "a weekday is written with two letters: Mo, Tu…"});
  ++in.next;
  return found.index;
}

/// Number `from`, or the numbers from `from` to `to`, of one item of "[1,3-4]".
bool read_nth_item(reader& in, std::vector<int>& numbers) {
  const bool from_end = take(in, "-");
  int from = 0;
  if (!take_number(in, 1, 5, from)) return false;
  int to = from;
  if (!from_end && take(in, "-") && !take_number(in, from, 5, to)) return false;
  for (int n = from; n <= to; ++n) numbers.push_back(from_end ? -n : n);
  return true;
}

bool read_holiday(reader& in, hours_rule& rule) {
  if (is(in, "sh")) {
    remark(in, {"les vacances scolaires (SH) ne sont pas connues ici : les horaires qui en dépendent sont "
                "incertains",
                "school holidays (SH) are not known here: the hours that hang on them are unknown"});
    rule.school_holidays = true;
    ++in.next;
    return true;
  }
  ++in.next;
  int offset = 0;
  if (!read_offset(in, 31, offset)) return false;
  rule.public_holidays.push_back(offset);
  return true;
}

bool read_weekday(reader& in, hours_rule& rule) {
  const int from = take_weekday(in);
  if (is(in, "[")) {
    std::vector<int> numbers;
    int offset = 0;
    if (!read_nth(in, numbers) || !read_offset(in, 31, offset)) return false;
    for (const int n : numbers) rule.nth.push_back({from, n, offset});
    return true;
  }
  int to = from;
  if (is(in, "-") && weekday_at(in, 1)) {
    ++in.next;
    to = take_weekday(in);
  }
  for (int day = from;; day = (day + 1) % 7) {
    rule.weekdays = static_cast<std::uint8_t>(rule.weekdays | 1U << static_cast<unsigned>(day));
    if (day == to) return true;
  }
}

bool has_weekdays(const hours_rule& rule) { return rule.weekdays != 0 || !rule.nth.empty(); }
bool has_holidays(const hours_rule& rule) { return rule.school_holidays || !rule.public_holidays.empty(); }

}  // namespace

bool begins_days(const reader& in) { return holiday_at(in) || weekday_at(in); }

bool read_offset(reader& in, int most, int& offset) {
  const bool days = is(in, "day", 2) || is(in, "days", 2);
  if ((!is(in, "+") && !is(in, "-")) || !is_number(in, 1) || !days) return true;
  const bool back = is(in, "-");
  ++in.next;
  if (!take_number(in, 0, most, offset)) return false;
  if (back) offset = -offset;
  ++in.next;
  return true;
}

bool read_nth(reader& in, std::vector<int>& numbers) {
  ++in.next;
  do
    if (!read_nth_item(in, numbers)) return false;
  while (take(in, ","));
  return take(in, "]") || fail(in, {"« ] » est attendu ici", "\"]\" is expected here"});
}

bool read_days(reader& in, hours_rule& rule) {
  const bool holidays_before = has_holidays(rule) && !has_weekdays(rule);
  if (has_weekdays(rule) || (has_holidays(rule) && holiday_at(in)))
    return fail(in, {"les jours sont déjà dits dans cette règle : séparez par « ; » ou par une virgule",
                     "this rule has its days already: separate with \";\" or with a comma"});
  for (bool more = true; more;) {
    if (holiday_at(in) ? !read_holiday(in, rule) : !read_weekday(in, rule)) return false;
    more = is(in, ",") && (holiday_at(in, 1) || weekday_at(in, 1));
    if (more) ++in.next;
  }
  if (holidays_before) rule.holidays_and_weekdays = true;
  return true;
}

}  // namespace aiguillage::hours
