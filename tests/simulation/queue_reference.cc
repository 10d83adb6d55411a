#include "simulation/queue_reference.h"

#include <algorithm>
#include <deque>
#include <optional>

namespace aiguillage {
namespace {

struct walker {
  std::size_t stop = 0;
  std::size_t end = 0;
  std::optional<std::int64_t> comes;  // to `stop`; none while in a line or when all is done
};

struct service {
  std::size_t who = 0;
  std::int64_t ends = 0;
};

struct counter {
  std::deque<std::size_t> line;  // people
  std::vector<service> at_work;
};

struct town {
  const queue_world& of;
  std::int64_t now;
  std::vector<walker> people;
  std::vector<counter> counters;
  std::vector<std::int64_t> came;
  queue_results seen;

  [[nodiscard]] bool is_open(std::size_t actor) const {
    if (of.first_window.empty()) return true;
    for (std::size_t i = of.first_window[actor]; i < of.first_window[actor + 1]; ++i)
      if (now % of.week >= of.windows[i].from && now % of.week < of.windows[i].to) return true;
    return false;
  }

  /// Who has just been served goes on.
  void leave(std::size_t who) {
    walker& person = people[who];
    ++person.stop;
    if (person.stop < person.end) person.comes = now + of.stops[person.stop].travel;
  }

  void call_next(std::size_t actor) {
    counter& at = counters[actor];
    while (!at.line.empty() && at.at_work.size() < of.servers[actor] && is_open(actor)) {
      const std::size_t who = at.line.front();
      at.line.pop_front();
      const std::size_t stop = people[who].stop;
      seen.start[stop] = now;
      seen.wait[stop] = now - came[stop];
      queue_load& load = seen.actors[actor];
      ++load.served;
      load.busy += of.stops[stop].service;
      load.wait += seen.wait[stop];
      load.longest_wait = std::max(load.longest_wait, seen.wait[stop]);
      at.at_work.push_back({who, now + of.stops[stop].service});
      finish(actor);
    }
  }

  void finish(std::size_t actor) {
    std::vector<service>& work = counters[actor].at_work;
    for (std::size_t i = 0; i < work.size();) {
      if (work[i].ends > now) {
        ++i;
        continue;
      }
      leave(work[i].who);
      work.erase(work.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  /// The one who comes first now, people in their order.
  bool one_comes() {
    for (std::size_t who = 0; who < people.size(); ++who) {
      walker& person = people[who];
      if (person.comes != now) continue;
      person.comes.reset();
      came[person.stop] = now;
      const std::size_t actor = of.stops[person.stop].actor;
      counters[actor].line.push_back(who);
      call_next(actor);
      return true;
    }
    return false;
  }

  void one_unit() {
    for (std::size_t actor = 0; actor < counters.size(); ++actor) finish(actor);
    for (std::size_t actor = 0; actor < counters.size(); ++actor) call_next(actor);
    while (one_comes()) {
    }
    for (std::size_t actor = 0; actor < counters.size(); ++actor) {
      queue_load& load = seen.actors[actor];
      load.greatest_queue =
          std::max(load.greatest_queue, static_cast<std::int64_t>(counters[actor].line.size()));
      if (is_open(actor)) ++load.open;
    }
  }
};

}  // namespace

queue_world one_actor(std::uint32_t servers,
                      const std::vector<std::pair<std::int64_t, std::uint32_t>>& people) {
  queue_world of;
  of.servers = {servers};
  of.first_stop = {0};
  for (const auto& [time, service] : people) {
    of.sets_out.push_back(time);
    of.stops.push_back({0, 0, service});
    of.first_stop.push_back(static_cast<std::uint32_t>(of.stops.size()));
  }
  return of;
}

queue_results step_by_step(const queue_world& of) {
  town in{
      of, of.from, {}, std::vector<counter>(of.servers.size()), std::vector<std::int64_t>(of.stops.size()),
      {}};
  in.seen.start.assign(of.stops.size(), queue_never);
  in.seen.wait.assign(of.stops.size(), queue_never);
  in.seen.actors.resize(of.servers.size());
  in.seen.end = of.to;
  for (std::size_t who = 0; who < of.sets_out.size(); ++who) {
    walker person{of.first_stop[who], of.first_stop[who + 1], std::nullopt};
    if (person.stop < person.end) person.comes = of.sets_out[who] + of.stops[person.stop].travel;
    in.people.push_back(person);
  }
  for (; in.now < of.to; ++in.now) in.one_unit();
  for (std::size_t actor = 0; actor < of.servers.size(); ++actor)
    in.seen.actors[actor].unserved = static_cast<std::int64_t>(in.counters[actor].line.size());
  return in.seen;
}

}  // namespace aiguillage
