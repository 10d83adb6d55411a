#include "route/timing.h"

#include <algorithm>

namespace aiguillage::detail {
namespace {

// The last day whose minutes can be counted; a door that opens after it never does.
constexpr int last_day = no_time / minutes_a_day - 1;

}  // namespace

int first_opening(const network& world, const door& at, int from, int length, bool booked) {
  if (at.hours < 0) return from;
  const timetable& all = world.timetables[static_cast<std::size_t>(at.hours)];
  auto one = std::partition_point(all.begin(), all.end(), [&](const opening& o) { return o.to <= from; });
  for (; one != all.end(); ++one) {
    if (one->booked_only && !booked) continue;
    const int begin = std::max(from, one->from);
    if (begin + std::min(length, one->to - one->from) <= one->to) return begin;
  }
  return no_time;
}

visit_time earliest_visit(const network& world, const door& at, const passage& through, int asked, int free,
                          int not_before, int length) {
  if (!world.timed) {
    const int day = std::max(asked + through.days, not_before);
    return {day, day};
  }
  const int early = world.starts + through.travel;
  // Travel that takes longer than the rest of a day begins on a day before.
  const auto arrival_on = [&](int day) {
    return day * minutes_a_day + (early < minutes_a_day ? early : world.starts);
  };
  const int day = std::max(day_of(world, asked) + through.days, not_before);
  if (day > last_day) return {};
  int begin = std::max(std::max(asked, free) + through.travel, arrival_on(day));
  for (int from = -1; from != begin && begin < no_time;) {
    from = begin;
    const int opens = first_opening(world, at, from, length, through.booked);
    begin = opens < no_time ? std::max(opens, arrival_on(day_of(world, opens))) : opens;
    if (begin == opens) break;  // it would be found again
  }
  return {begin, begin >= no_time ? no_time : begin + length};
}

}  // namespace aiguillage::detail
