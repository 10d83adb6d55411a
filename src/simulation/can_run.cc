#include <algorithm>
#include <numeric>

#include "aiguillage/simulation/queues.h"

namespace aiguillage {
namespace {

constexpr std::int64_t latest = std::int64_t{1} << 62;

/// The parts of `items` that start where `first` says, one for each of `count` owners.
bool divides(const std::vector<std::uint32_t>& first, std::size_t count, std::size_t items) {
  return first.size() == count + 1 && first.front() == 0 && first.back() == items &&
         std::is_sorted(first.begin(), first.end());
}

bool windows_are_in_order(const queue_world& of) {
  if (of.first_window.empty()) return of.windows.empty();
  if (of.week < 1 || of.week >= latest || !divides(of.first_window, of.servers.size(), of.windows.size()))
    return false;
  for (std::size_t actor = 0; actor < of.servers.size(); ++actor) {
    std::int64_t after = 0;
    for (std::size_t i = of.first_window[actor]; i < of.first_window[actor + 1]; ++i) {
      if (of.windows[i].from < after || of.windows[i].from >= of.windows[i].to) return false;
      after = of.windows[i].to;
    }
    if (after > of.week) return false;
  }
  return true;
}

/// In the worst case all stops follow each other, each a week after the door shut.
bool times_stay_small(const queue_world& of) {
  std::int64_t time = 0;
  for (const std::int64_t out : of.sets_out) {
    if (out < of.from) return false;
    time = std::max(time, out);
  }
  const std::int64_t closed = of.first_window.empty() ? 0 : of.week;
  for (const queue_stop& stop : of.stops) {
    if (time > latest - closed) return false;
    time += closed + stop.travel + stop.service;
  }
  return time <= latest;
}

}  // namespace

bool can_run_queues(const queue_world& of) {
  constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max();
  const std::uint64_t servers = std::accumulate(of.servers.begin(), of.servers.end(), std::uint64_t{0});
  return of.from >= 0 && of.from <= of.to && servers <= most && of.stops.size() <= most &&
         of.windows.size() <= most && divides(of.first_stop, of.sets_out.size(), of.stops.size()) &&
         std::all_of(of.stops.begin(), of.stops.end(),
                     [&](const queue_stop& stop) { return stop.actor < of.servers.size(); }) &&
         windows_are_in_order(of) && times_stay_small(of);
}

}  // namespace aiguillage
