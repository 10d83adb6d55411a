#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "aiguillage/hours.h"
#include "hours/match.h"

namespace aiguillage {
namespace {

constexpr int whole_day = 1440;

/// The spans of one day that are not closed, sorted and disjoint, and room to make the next ones.
struct painted_day {
  std::vector<open_span> spans;
  std::vector<open_span> scratch;
};

/// Adds a span at the end; makes one of two that touch and say the same.
void append(std::vector<open_span>& spans, open_span one) {
  if (one.from >= one.to || one.how == openness::closed) return;
  if (!spans.empty() && spans.back().to == one.from && spans.back().how == one.how)
    spans.back().to = one.to;
  else
    spans.push_back(one);
}

/// Lays a span over all that is there.
void cover(painted_day& day, open_span one) {
  day.scratch.clear();
  bool laid = false;
  for (const open_span& old : day.spans) {
    append(day.scratch, {old.from, std::min(old.to, one.from), old.how});
    if (!laid && old.to > one.from) {
      append(day.scratch, one);
      laid = true;
    }
    append(day.scratch, {std::max(old.from, one.to), old.to, old.how});
  }
  if (!laid) append(day.scratch, one);
  day.spans.swap(day.scratch);
}

/// Lays a span where nothing is.
void fill(painted_day& day, open_span one) {
  day.scratch.clear();
  for (const open_span& old : day.spans) {
    append(day.scratch, {one.from, std::min(one.to, old.from), one.how});
    append(day.scratch, old);
    one.from = std::max(one.from, old.to);
  }
  append(day.scratch, one);
  day.spans.swap(day.scratch);
}

openness state_of(const hours_rule& rule, const time_span& time) {
  if (time.how == time_span::certainty::by_sun) return openness::unknown;
  return time.how == time_span::certainty::open_end && rule.how == openness::open ? openness::unknown
                                                                                  : rule.how;
}

/// Paints what a rule says of the day it begins on (`midnight` 0) or of the next one (1440).
void paint(painted_day& day, const hours_rule& rule, int midnight) {
  const auto lay = [&](int from, int to, openness how) {
    const open_span one{std::max(from - midnight, 0), std::min(to - midnight, whole_day), how};
    if (one.from >= one.to) return;
    if (rule.link == rule_link::fallback)
      fill(day, one);
    else
      cover(day, one);
  };
  if (rule.times.empty()) lay(0, whole_day, rule.how);
  for (const time_span& time : rule.times) lay(time.from, time.to, state_of(rule, time));
}

bool spills(const hours_rule& rule) {
  return std::any_of(rule.times.begin(), rule.times.end(),
                     [](const time_span& one) { return one.to > whole_day; });
}

void paint_day(painted_day& day, const opening_hours& hours, const hours::day_seen& eve,
               const hours::day_seen& today) {
  day.spans.clear();
  for (const hours_rule& rule : hours.rules) {
    if (hours::applies(rule, today)) {
      if (rule.takes_day) day.spans.clear();
      paint(day, rule, 0);
    }
    if (spills(rule) && hours::applies(rule, eve)) paint(day, rule, whole_day);
  }
}

openness state_at(const std::vector<open_span>& spans, int minute) {
  for (const open_span& one : spans)
    if (one.from <= minute && minute < one.to) return one.how;
  return openness::closed;
}

/// What both days say, unknown where they differ.
std::vector<open_span> common(const std::vector<open_span>& a, const std::vector<open_span>& b) {
  std::vector<int> cuts{0, whole_day};
  for (const std::vector<open_span>* const spans : {&a, &b})
    for (const open_span& one : *spans) cuts.insert(cuts.end(), {one.from, one.to});
  std::sort(cuts.begin(), cuts.end());
  std::vector<open_span> both;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    const openness how = state_at(a, cuts[i]);
    append(both, {cuts[i], cuts[i + 1], how == state_at(b, cuts[i]) ? how : openness::unknown});
  }
  return both;
}

/// Paints a day for school holidays being or not being on it and on its eve, and keeps what is the same.
void paint_unsure_day(painted_day& day, const opening_hours& hours, hours::day_seen eve,
                      hours::day_seen today) {
  std::vector<open_span> kept;
  for (unsigned guess = 0; guess < 4; ++guess) {
    eve.school_holiday = (guess & 1U) != 0;
    today.school_holiday = (guess & 2U) != 0;
    paint_day(day, hours, eve, today);
    if (guess == 0)
      kept = day.spans;
    else if (kept != day.spans)
      kept = common(kept, day.spans);
  }
  day.spans = std::move(kept);
}

/// Whether days of one name are all alike, and so are those before them.
bool is_weekly(const opening_hours& hours) {
  return std::all_of(hours.rules.begin(), hours.rules.end(), [](const hours_rule& one) {
    return one.years.empty() && one.dates.empty() && one.weeks.empty() && one.nth.empty() &&
           one.public_holidays.empty() && !one.school_holidays;
  });
}

}  // namespace

std::vector<open_span> open_spans(const opening_hours& hours, civil_date first, int days, holiday_zone zone) {
  const bool unsure = std::any_of(hours.rules.begin(), hours.rules.end(),
                                  [](const hours_rule& rule) { return rule.school_holidays; });
  const int start = day_number(first);
  const bool weekly = is_weekly(hours);
  std::vector<open_span> spans;
  spans.reserve(static_cast<std::size_t>(days) * 2);
  std::array<std::vector<open_span>, 7> week;
  painted_day day;
  hours::day_seen eve = hours::see_day(start - 1, zone, false);
  for (int i = 0; i < days; ++i) {
    std::vector<open_span>& known = week[static_cast<std::size_t>(i % 7)];
    if (!weekly || i < 7) {
      const hours::day_seen today = hours::see_day(start + i, zone, false);
      if (unsure)
        paint_unsure_day(day, hours, eve, today);
      else
        paint_day(day, hours, eve, today);
      known = day.spans;
      eve = today;
    }
    for (const open_span& one : known)
      append(spans, {one.from + i * whole_day, one.to + i * whole_day, one.how});
  }
  return spans;
}

}  // namespace aiguillage
