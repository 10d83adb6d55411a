#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

#include "aiguillage/date.h"
#include "follow/learner.h"

namespace aiguillage::detail {
namespace {

diagnostic about(const event& one, const char* code, text message, text hint = {}) {
  return {severity::warning, code, one.file, one.line, 0, std::move(message), std::move(hint)};
}

/// The day of the situation, else the first dated event.
std::optional<int> start_of(const situation& person, const history& events, diagnostics& found) {
  if (const auto day = parse_date(person.date)) return day_number(*day);
  const event* first = nullptr;
  int earliest = 0;
  for (const event& one : events) {
    const auto day = parse_date(one.on.date);
    if (!day || (first != nullptr && day_number(*day) >= earliest)) continue;
    first = &one;
    earliest = day_number(*day);
  }
  if (first == nullptr) return std::nullopt;
  found.push_back(
      about(*first, "no-start",
            {"la situation n'a pas de date : les jours sont comptés depuis le premier événement daté",
             "the situation has no date: days are counted from the first dated event"},
            {"ajoutez « date » à la situation", "add 'date' to the situation"}));
  return earliest;
}

/// Days since the start; `otherwise` when nothing is written, or a date that cannot be placed.
int days_of(const written_day& written, std::optional<int> start, int otherwise) {
  if (const auto day = parse_date(written.date)) return start ? day_number(*day) - *start : otherwise;
  return written.day < 0 ? otherwise : written.day;
}

void check_undated(const event& one, bool dated, diagnostics& found) {
  if (dated || (one.until.date.empty() && one.when.date.empty())) return;
  found.push_back(about(one, "no-start",
                        {"sans date de départ, cette date ne peut pas être placée",
                         "without a date of the start this date cannot be placed"},
                        {"ajoutez « date » à la situation", "add 'date' to the situation"}));
}

/// As far as days are counted; the same as for days written as numbers.
constexpr int farthest = 36500;

bool is_near(const event& one, const dated_event& placed, diagnostics& found) {
  const auto near = [](const written_day& written, int day) {
    return written.date.empty() || day == never_again || std::abs(day) <= farthest;
  };
  if (near(one.on, placed.day) && near(one.until, placed.until) && near(one.when, placed.when)) return true;
  found.push_back(
      {severity::error,
       "event-too-far",
       one.file,
       one.line,
       0,
       {"une date est à plus de 36 500 jours du départ", "a date is more than 36,500 days from the start"},
       {"vérifiez l'année", "check the year"}});
  return false;
}

/// `last`: the latest day of the events above.
void check_order(const event& one, int day, std::optional<int>& last, diagnostics& found) {
  if (day < 0)
    found.push_back(about(one, "before-the-start",
                          {"cet événement est avant le jour de la situation",
                           "this event is before the day of the situation"}));
  if (last && day < *last)
    found.push_back(about(one, "event-order",
                          {"cet événement est avant celui qui le précède : les jours font l'ordre",
                           "this event is before the one above it: the days give the order"}));
  last = std::max(last.value_or(day), day);
}

}  // namespace

calendar_of_events in_order(const situation& person, const history& events) {
  calendar_of_events result;
  result.start = start_of(person, events, result.found);
  std::optional<int> last;
  for (const event& one : events) {
    const int day = days_of(one.on, result.start, 0);
    check_undated(one, result.start.has_value(), result.found);
    const dated_event placed{&one, day, days_of(one.until, result.start, never_again),
                             days_of(one.when, result.start, day)};
    if (!is_near(one, placed, result.found)) continue;
    check_order(one, day, last, result.found);
    result.events.push_back(placed);
  }
  std::sort(result.events.begin(), result.events.end(), [](const dated_event& a, const dated_event& b) {
    return std::make_pair(a.day, a.written) < std::make_pair(b.day, b.written);
  });
  return result;
}

}  // namespace aiguillage::detail
