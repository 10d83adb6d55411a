#include "aiguillage/simulation/queues.h"

#include <algorithm>
#include <functional>

#include "simulation/heap.h"
#include "simulation/opening.h"

namespace aiguillage {
namespace {

using simulation::opening;

constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();

opening opening_of(const queue_world& of, std::size_t actor) {
  return {of.windows.data() + of.first_window[actor], of.windows.data() + of.first_window[actor + 1],
          of.week};
}

/// Stops are numbered person by person: their order is that of (person, stop).
struct comes_before {
  bool operator()(const queue_arrival& a, const queue_arrival& b) const {
    return (a.time < b.time) | ((a.time == b.time) & (a.stop < b.stop));
  }
};

/// For heaps of the standard library, whose front is the greatest.
struct comes_after {
  bool operator()(const queue_arrival& a, const queue_arrival& b) const { return comes_before{}(b, a); }
};

void open_lines(const queue_world& of, queue_workspace& with) {
  with.lines.resize(of.servers.size());
  std::uint32_t server = 0;
  for (std::size_t actor = 0; actor < of.servers.size(); ++actor) {
    queue_line& line = with.lines[actor];
    line = {};
    line.first_server = server;
    line.servers = of.servers[actor];
    server += line.servers;
    const bool shut = !of.first_window.empty() && of.first_window[actor] == of.first_window[actor + 1];
    if (shut) line.open_from = greatest;
    if (shut || of.first_window.empty()) line.open_to = greatest;
  }
  with.free_from.assign(server, 0);
}

void send_out(const queue_world& of, queue_workspace& with) {
  with.first_come.clear();
  with.on_the_way.clear();
  for (std::size_t person = 0; person < of.sets_out.size(); ++person) {
    const std::uint32_t stop = of.first_stop[person];
    const std::uint32_t end = of.first_stop[person + 1];
    if (stop != end) with.first_come.push_back({of.sets_out[person] + of.stops[stop].travel, stop, end});
  }
  if (!std::is_sorted(with.first_come.begin(), with.first_come.end(), comes_before{}))
    std::sort(with.first_come.begin(), with.first_come.end(), comes_before{});
}

class queue_run {
 public:
  queue_run(const queue_world& of, queue_results& into, queue_workspace& with)
      : of_(of), into_(into), with_(with), end_(of.from) {}

  /// Everyone who comes before `to`; returns when the last service ends.
  std::int64_t run() {
    std::size_t next = 0;
    std::vector<queue_arrival>& later = with_.on_the_way;
    while (next < with_.first_come.size() || !later.empty()) {
      const bool fresh = next < with_.first_come.size() &&
                         (later.empty() || comes_before{}(with_.first_come[next], later.front()));
      queue_arrival who = fresh ? with_.first_come[next++] : later.front();
      if (who.time >= of_.to) break;
      const bool goes_on = serve(who);
      if (fresh && goes_on) {
        later.push_back(who);
        std::push_heap(later.begin(), later.end(), comes_after{});
      } else if (!fresh) {
        if (!goes_on) {
          who = later.back();
          later.pop_back();
        }
        if (!later.empty()) simulation::replace_least(later.data(), later.size(), who, comes_before{});
      }
    }
    return end_;
  }

 private:
  /// Serves who comes; true when there is a next stop, which `who` then is.
  bool serve(queue_arrival& who) {
    const queue_stop& stop = of_.stops[who.stop];
    queue_line& line = with_.lines[stop.actor];
    queue_load& load = into_.actors[stop.actor];
    advance(line, who.time);
    const std::int64_t start = next_start(line, stop.actor, who.time);
    if (start >= of_.to) {
      ++load.unserved;
      load.greatest_queue = std::max(load.greatest_queue, load.unserved + line.waiting);
      return false;
    }
    if (start > who.time) {
      join(line, who.stop);
      load.greatest_queue = std::max<std::int64_t>(load.greatest_queue, line.waiting);
    }
    simulation::replace_least(&with_.free_from[line.first_server], line.servers, start + stop.service,
                              std::less<>{});
    note(load, who, start, stop.service);
    if (++who.stop == who.end) return false;
    who.time = start + stop.service + of_.stops[who.stop].travel;
    return true;
  }

  /// Those whose turn has come by `time` leave the line.
  void advance(queue_line& line, std::int64_t time) {
    for (; line.waiting > 0 && into_.start[line.first_waiting] <= time; --line.waiting)
      line.first_waiting = with_.behind[line.first_waiting];
  }

  void join(queue_line& line, std::uint32_t stop) {
    (line.waiting == 0 ? line.first_waiting : with_.behind[line.last_waiting]) = stop;
    line.last_waiting = stop;
    ++line.waiting;
  }

  /// `greatest` when there is none. Starts never go back in a line, so that the window only moves on.
  std::int64_t next_start(queue_line& line, std::size_t actor, std::int64_t time) {
    if (line.servers == 0) return greatest;
    const std::int64_t ready = std::max(time, with_.free_from[line.first_server]);
    if (ready >= line.open_to) {
      const queue_window window = window_at(opening_of(of_, actor), ready);
      line.open_from = window.from;
      line.open_to = window.to;
    }
    return std::max(ready, line.open_from);
  }

  void note(queue_load& load, const queue_arrival& who, std::int64_t start, std::uint32_t service) {
    const std::int64_t wait = start - who.time;
    into_.start[who.stop] = start;
    into_.wait[who.stop] = wait;
    ++load.served;
    load.busy += service;
    load.wait += std::min(wait, greatest - load.wait);
    load.longest_wait = std::max(load.longest_wait, wait);
    end_ = std::max(end_, start + service);
  }

  const queue_world& of_;
  queue_results& into_;
  queue_workspace& with_;
  std::int64_t end_;
};

}  // namespace

void run_queues(const queue_world& of, queue_results& into, queue_workspace& with) {
  into.start.assign(of.stops.size(), queue_never);
  into.wait.assign(of.stops.size(), queue_never);
  into.actors.assign(of.servers.size(), {});
  with.behind.resize(of.stops.size());
  open_lines(of, with);
  send_out(of, with);
  const std::int64_t last = queue_run(of, into, with).run();
  into.end = of.to == queue_no_end ? last : of.to;
  for (std::size_t actor = 0; actor < of.servers.size(); ++actor)
    into.actors[actor].open =
        of.first_window.empty() ? into.end - of.from : open_between(opening_of(of, actor), of.from, into.end);
}

queue_results run_queues(const queue_world& of) {
  queue_results made;
  queue_workspace with;
  run_queues(of, made, with);
  return made;
}

}  // namespace aiguillage
