#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aiguillage/calendar.h"
#include "aiguillage/date.h"
#include "aiguillage/text.h"

/// Opening hours in OpenStreetMap syntax (https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification, 0.7.4).
/// Written here because Debian's only library, KOpeningHours, brings Qt and KDE along and knows no "by appointment";
/// tests/hours/compare.sh compares it with the npm package opening_hours. Times are civil minutes of the place: no time
/// zone, no daylight saving.
#pragma GCC visibility push(default)
namespace aiguillage {

/// What is known of a door at one minute.
enum class openness : std::uint8_t { closed, by_appointment, unknown, open };

/// How a rule joins those before it.
enum class rule_link : std::uint8_t {
  normal,  // ";": takes the whole of its days, what spills over from the day before included; `off` only cuts
  additional,  // ",": adds its hours
  fallback,    // "||": fills what is still closed
};

/// Years from `from` to `to`, every `step`.
struct year_span {
  int from = 0;
  int to = 0;
  int step = 1;
};

/// ISO weeks from `from` to `to`, every `step`.
struct week_span {
  int from = 1;
  int to = 53;
  int step = 1;
};

/// How a day of a year is named.
enum class anchor_kind : std::uint8_t { month_day, nth_weekday, easter };

/// A day of a year; `year` 0: of every year; `offset`: days after it.
struct date_anchor {
  anchor_kind kind = anchor_kind::month_day;
  int year = 0;
  int month = 0;
  int day = 0;      // month_day only; 31 is the last day of any month at the end of a span
  int weekday = 0;  // nth_weekday only; 0 is Monday
  int nth = 0;      // 1 to 5, or -1 to -5 from the end of the month
  int offset = 0;
};

/// From a day to a day, both in; without years it may run over the new year. `single`: the day `from` alone.
struct date_span {
  date_anchor from;
  date_anchor to;
  bool single = false;
};

/// The nth such weekday of a month, then `offset` days.
struct nth_weekday {
  int weekday = 0;
  int nth = 0;
  int offset = 0;
};

/// A span of minutes since midnight, up to 2880 (the end of the next day).
struct time_span {
  /// How sure the minutes are: `open_end` says no end, `by_sun` hangs on sunrise or sunset.
  enum class certainty : std::uint8_t { exact, open_end, by_sun };
  int from = 0;
  int to = 0;
  certainty how = certainty::exact;  // anything but exact is unknown, never open
};

/// One rule: all the kinds of selectors given must hold; an empty kind always holds.
struct hours_rule {
  rule_link link = rule_link::normal;
  openness how = openness::open;
  bool takes_day = false;  // clears what earlier rules say of its days
  std::vector<year_span> years;
  std::vector<date_span> dates;
  std::vector<week_span> weeks;
  std::uint8_t weekdays = 0;           // bit 0 is Monday
  std::vector<nth_weekday> nth;        // or one of these
  std::vector<int> public_holidays;    // or a public holiday moved by so many days
  bool school_holidays = false;        // or a school holiday
  bool holidays_and_weekdays = false;  // "PH Mo-Fr": both a holiday and a weekday
  std::vector<time_span> times;        // none: the whole day
  std::string comment;
};

/// What a string of opening hours says.
struct opening_hours {
  std::vector<hours_rule> rules;
};

/// Something unusual that was read all the same, at a byte of the string.
struct hours_remark {
  std::size_t at = 0;
  text what;
};

/// The hours, or what is wrong and at which byte.
struct hours_reading {
  std::optional<opening_hours> hours;
  std::vector<hours_remark> remarks;
  std::size_t wrong_at = 0;
  text wrong;
};

/// Reads a string. A comment that speaks of an appointment makes its hours by_appointment; any other comment without a
/// state makes them unknown. Hours that hang on the sun are unknown over all they may cover. School holidays have no
/// checked calendar here: hours that hang on them are unknown, and a remark says so. What real files write otherwise is
/// read, with a remark, when it can mean one thing only (9h30, Monday, '09:0 cut by a spreadsheet, a few French words:
/// src/hours/french.cc); anything else is refused.
[[nodiscard]] hours_reading parse_hours(std::string_view written);

/// Minutes from `from` to before `to`, counted from midnight of the first day.
struct open_span {
  int from = 0;
  int to = 0;
  openness how = openness::closed;

  /// The same minutes and the same openness.
  friend bool operator==(const open_span& a, const open_span& b) {
    return a.from == b.from && a.to == b.to && a.how == b.how;
  }
};

/// All spans of `days` days that are not closed: sorted, disjoint, as long as can be. A span that began on the eve of
/// `first` is in; one that goes beyond the last day is cut there.
[[nodiscard]] std::vector<open_span> open_spans(const opening_hours& hours, civil_date first, int days,
                                                holiday_zone zone);

}  // namespace aiguillage
#pragma GCC visibility pop
