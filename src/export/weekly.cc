#include "export/weekly.h"

#include <algorithm>
#include <array>

namespace aiguillage::exports {
namespace {

constexpr int minutes_of_a_day = 1440;

bool every_week(const hours_rule& rule) {
  const bool plain = rule.years.empty() && rule.dates.empty() && rule.weeks.empty() && rule.nth.empty() &&
                     rule.public_holidays.empty() && !rule.school_holidays && rule.weekdays != 0;
  return plain && rule.how == openness::open && rule.link != rule_link::fallback && rule.comment.empty() &&
         !rule.times.empty() && std::all_of(rule.times.begin(), rule.times.end(), [](const time_span& one) {
           return one.how == time_span::certainty::exact && one.to <= minutes_of_a_day && one.from < one.to;
         });
}

std::string days_of(unsigned weekdays) {
  constexpr std::array names{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
  std::string days;
  for (std::size_t i = 0; i < names.size(); ++i)
    if ((weekdays >> i & 1U) != 0) days += (days.empty() ? "" : ",") + std::string(names[i]);
  return days;
}

}  // namespace

std::optional<std::vector<weekly_span>> weekly_spans(const opening_hours& hours) {
  std::vector<weekly_span> spans;
  unsigned seen = 0;
  for (const hours_rule& rule : hours.rules) {
    const bool again = (seen & rule.weekdays) != 0 && rule.link == rule_link::normal;
    if (!every_week(rule) || again) return std::nullopt;
    seen |= rule.weekdays;
    for (const time_span& one : rule.times) spans.push_back({days_of(rule.weekdays), one.from, one.to});
  }
  return spans;
}

}  // namespace aiguillage::exports
