#include "simulation/opening.h"

#include <algorithm>

namespace aiguillage::simulation {
namespace {

/// How long the door is open from time 0 to before `time`.
std::int64_t open_before(const opening& of, std::int64_t time) {
  const std::int64_t weeks = time / of.week;
  const std::int64_t rest = time % of.week;
  std::int64_t a_week = 0;
  std::int64_t the_rest = 0;
  for (const queue_window* window = of.begin; window != of.end; ++window) {
    a_week += window->to - window->from;
    the_rest += std::clamp(rest, window->from, window->to) - window->from;
  }
  return weeks * a_week + the_rest;
}

}  // namespace

queue_window window_at(const opening& of, std::int64_t time) {
  const std::int64_t in_week = time % of.week;
  std::int64_t monday = time - in_week;
  const queue_window* window = std::upper_bound(
      of.begin, of.end, in_week, [](std::int64_t a, const queue_window& b) { return a < b.to; });
  if (window == of.end) {
    window = of.begin;
    monday += of.week;
  }
  return {monday + window->from, monday + window->to};
}

std::int64_t open_between(const opening& of, std::int64_t from, std::int64_t to) {
  return open_before(of, to) - open_before(of, from);
}

}  // namespace aiguillage::simulation
