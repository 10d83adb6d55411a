#include "route/schedule.h"

#include <algorithm>
#include <bit>
#include <tuple>

namespace aiguillage::detail {
namespace {

constexpr int nobody = -1;

std::uint64_t bit(int which) { return std::uint64_t{1} << static_cast<unsigned>(which); }

template <class Visit>
void each_bit(std::uint64_t of, Visit visit) {
  for (; of != 0; of &= of - 1) visit(static_cast<std::size_t>(std::countr_zero(of)));
}

int first_need(const draft_stop& one) { return one.serves == 0 ? nobody : std::countr_zero(one.serves); }

bool could_produce(const door& at, state_set which) {
  return std::any_of(at.services.begin(), at.services.end(),
                     [&](const service& s) { return (s.produces & which) != 0; });
}

const passage& passage_of(const network& world, const draft_stop& what, const door& at, bool vital,
                          int minutes) {
  if (what.handed_over_by != nobody) return world.next_door;
  if (vital) return at.same_day;
  return what.serves == 0 || minutes >= world.long_minutes ? at.usual : at.brief;
}

}  // namespace

network_index::network_index(const network& of) : world(of), weight(total_weight(of)) {
  rows.resize(of.doors.size(), service_row{});
  for (std::size_t d = 0; d < of.doors.size(); ++d)
    for (const service& each : of.doors[d].services) rows[d][each.need] = &each;
  for (std::size_t i = 0; i < of.needs.size(); ++i) {
    if (of.needs[i].vital) vital |= need_mask{1} << i;
    if (of.needs[i].lane == dimension::digital) digital |= need_mask{1} << i;
  }
}

scheduler::visit scheduler::opened(const draft_stop& one) const {
  visit fresh;
  fresh.what = one;
  fresh.at = &of_.world.doors[static_cast<std::size_t>(one.door)];
  fresh.row = &of_.rows[static_cast<std::size_t>(one.door)];
  fresh.vital = (one.serves & of_.vital) != 0;
  fresh.digital_only = one.serves != 0 && (one.serves & ~of_.digital) == 0;
  fresh.produces = fresh.at->produces;
  fresh.not_before = fresh.at->not_before;
  each_need(one.serves, [&](std::size_t i) {
    const service& each = *(*fresh.row)[i];
    fresh.minutes += each.minutes;
    fresh.not_before = std::max(fresh.not_before, each.not_before);
    fresh.produces |= each.produces;
    fresh.wanted |= each.requires_states;
  });
  fresh.through = &passage_of(of_.world, one, *fresh.at, fresh.vital, fresh.minutes);
  return fresh;
}

void scheduler::open(const draft& stops) {
  visits_.clear();
  placed_.clear();
  all_produced_ = 0;
  has_other_than_digital_ = false;
  free_ = start_of(of_.world, 0);
  for (const draft_stop& one : stops) {
    visits_.push_back(opened(one));
    const visit& fresh = visits_.back();
    has_other_than_digital_ = has_other_than_digital_ || (one.serves != 0 && !fresh.digital_only);
    all_produced_ |= fresh.produces;
  }
}

// What the services of a stop still require from earlier stops when `available` is there from the start.
state_set scheduler::unmet(const visit& one, state_set available) const {
  available |= one.at->produces;
  if ((one.wanted & ~available) == 0) return 0;
  need_mask open = one.what.serves;
  for (bool moved = true; moved && open != 0;) {
    moved = false;
    each_need(open, [&](std::size_t i) {
      const service& each = *(*one.row)[i];
      if ((each.requires_states & ~available) != 0) return;
      available |= each.produces;
      open &= ~(need_mask{1} << i);
      moved = true;
    });
  }
  state_set missing = 0;
  each_need(open, [&](std::size_t i) { missing |= (*one.row)[i]->requires_states & ~available; });
  return missing;
}

// The first visit placed that satisfies `wanted`, or nobody.
template <class Wanted>
int scheduler::earliest(Wanted wanted) const {
  const auto found = std::find_if(placed_.begin(), placed_.end(),
                                  [&](int i) { return wanted(visits_[static_cast<std::size_t>(i)]); });
  return found == placed_.end() ? nobody : *found;
}

// States of earlier stops that this visit has to wait for: a least set, the first states being given up first.
bool scheduler::wait_for_states(const visit& one, visit_set& after) const {
  if (one.wanted == 0) return true;
  const state_set parallel = one.vital ? of_.world.parallel_at_vital & all_produced_ : 0;
  state_set so_far = 0;
  for (const int i : placed_) so_far |= visits_[static_cast<std::size_t>(i)].produces;
  state_set kept = one.wanted & so_far & ~parallel;
  if (unmet(one, kept | parallel) != 0) return false;
  for (state_set left = kept; left != 0; left &= left - 1) {
    const state_set next = left & ~(left - 1);
    if (unmet(one, (kept & ~next) | parallel) == 0) kept &= ~next;
  }
  for (; kept != 0; kept &= kept - 1) {
    const state_set next = kept & ~(kept - 1);
    after |= bit(earliest([&](const visit& v) { return (v.produces & next) != 0; }));
  }
  return true;
}

// A digital stop may open the path when an administrative step waits for it and none of its actors could do it (H09).
bool scheduler::may_open(const visit& one) const {
  state_set wanted = 0;
  for (const visit& other : visits_)
    if (&other != &one)
      each_need(other.what.serves & ~of_.digital,
                [&](std::size_t i) { wanted |= (*other.row)[i]->requires_states; });
  bool opens = false;
  each_need(one.what.serves, [&](std::size_t i) {
    for (state_set left = (*one.row)[i]->produces & wanted; left != 0; left &= left - 1) {
      const state_set lowest = left & ~(left - 1);
      const bool replaceable = std::any_of(visits_.begin(), visits_.end(), [&](const visit& other) {
        return other.what.serves != 0 && !other.digital_only && could_produce(*other.at, lowest);
      });
      opens = opens || !replaceable;
    }
  });
  return opens;
}

bool scheduler::wait_for_order(const visit& one, visit_set& after) const {
  if (one.what.serves == 0) return true;
  if (!one.vital)
    for (std::size_t i = 0; i < visits_.size(); ++i) {
      if (!visits_[i].vital) continue;
      if (!visits_[i].placed) return false;
      after |= visit_set{1} << i;
    }
  if (!of_.world.digital_opens && one.digital_only && has_other_than_digital_ && !may_open(one)) {
    const int from = earliest([](const visit& v) { return v.what.serves != 0 && !v.digital_only; });
    if (from == nobody) return false;
    after |= bit(from);
  }
  return true;
}

bool scheduler::wait_for_new_elements(const visit& one, visit_set& after) const {
  if (!one.at->tried) return true;
  bool there = true;
  each_need(one.what.serves, [&](std::size_t i) {
    const state_set elements = (*one.row)[i]->new_elements;
    const int from = earliest([&](const visit& v) { return v.at != one.at && (v.produces & elements) != 0; });
    if (from == nobody)
      there = false;
    else
      after |= bit(from);
  });
  return there;
}

bool scheduler::wait_for_neighbour(const visit& one, visit_set& after) const {
  if (one.what.handed_over_by == nobody) return true;
  const visit& by = visits_[static_cast<std::size_t>(one.what.handed_over_by)];
  if (!by.placed || (one.vital && !by.vital && by.what.serves != 0)) return false;
  after |= bit(one.what.handed_over_by);
  return true;
}

// The earliest visit after those in `after`. A door that only brings about a state takes none of the person's time.
visit_time scheduler::earliest_after(const visit& one, visit_set after) const {
  int asked = start_of(of_.world, 0);
  each_bit(after, [&](std::size_t from) { asked = std::max(asked, visits_[from].when.end); });
  return earliest_visit(of_.world, *one.at, *one.through, asked, one.what.serves == 0 ? asked : free_,
                        one.not_before, one.minutes);
}

// Places the ready visit of least (time, door, need); false when none is ready.
bool scheduler::place_next() {
  visit* best = nullptr;
  visit_time soonest;
  visit_set best_after = 0;
  const auto key = [](const visit& one, const visit_time& when) {
    return std::make_tuple(when.begin, one.what.door, first_need(one.what));
  };
  for (visit& one : visits_) {
    visit_set after = 0;
    if (one.placed || !wait_for_neighbour(one, after) || !wait_for_order(one, after) ||
        !wait_for_new_elements(one, after) || !wait_for_states(one, after))
      continue;
    const visit_time when = earliest_after(one, after);
    if (when.begin >= no_time) continue;
    if (best != nullptr && !(key(one, when) < key(*best, soonest))) continue;
    best = &one;
    soonest = when;
    best_after = after;
  }
  if (best == nullptr) return false;
  best->placed = true;
  best->when = soonest;
  best->order = static_cast<int>(placed_.size());
  best->after = best_after;
  placed_.push_back(static_cast<int>(best - visits_.data()));
  if (best->what.serves != 0) free_ = std::max(free_, soonest.end);
  return true;
}

bool scheduler::place(const draft& stops) {
  if (stops.size() > 64) return false;
  open(stops);
  while (placed_.size() < visits_.size())
    if (!place_next()) return false;
  return true;
}

plan_cost scheduler::cost() const {
  const network& world = of_.world;
  plan_cost sum;
  for (std::size_t i = 0; i < visits_.size(); ++i) {
    const visit& one = visits_[i];
    const int day = day_of(world, one.when.begin);
    sum.days = std::max(sum.days, day);
    sum.travel_minutes += one.through->travel;
    sum.handoffs += one.through->mode.known() ? 1 : 0;
    sum.loss += one.through->loss;
    sum.load += one.at->load;
    sum.score += of_.weight * visit_score(world, *one.at, *one.through);
    each_need(one.what.serves, [&](std::size_t need) {
      const service& each = *(*one.row)[need];
      const std::int64_t waiting = std::int64_t{world.needs[need].weight} * day;
      sum.waiting += waiting;
      sum.partial += each.penalty;
      sum.partial_services += each.quality == grade::partial ? 1 : 0;
      sum.score += of_.weight * each.penalty + world.weights.day * waiting;
    });
    const auto before = visits_.begin() + static_cast<std::ptrdiff_t>(i);
    const auto same = [&](const visit& other) { return other.what.door == one.what.door; };
    if (one.at->counted && std::none_of(visits_.begin(), before, same)) ++sum.actors;
  }
  sum.score += of_.weight * world.weights.actor * sum.actors;
  return sum;
}

// Every visit before each visit, direct or not.
std::vector<scheduler::visit_set> scheduler::ancestors() const {
  std::vector<visit_set> before(visits_.size(), 0);
  for (const int i : placed_) {
    const auto index = static_cast<std::size_t>(i);
    before[index] = visits_[index].after;
    each_bit(visits_[index].after, [&](std::size_t from) { before[index] |= before[from]; });
  }
  return before;
}

std::vector<int> scheduler::plan_order(const std::vector<visit_set>& before) const {
  std::vector<int> order = placed_;
  std::sort(order.begin(), order.end(), [&](int a, int b) {
    const auto key = [&](int i) {
      const auto index = static_cast<std::size_t>(i);
      const visit& one = visits_[index];
      return std::make_tuple(one.when.begin, std::popcount(before[index]), one.what.door,
                             first_need(one.what));
    };
    return key(a) < key(b);
  });
  return order;
}

int scheduler::handed_over_by(const visit& one) const {
  if (one.what.handed_over_by != nobody) return one.what.handed_over_by;
  int last = nobody;
  each_bit(one.after, [&](std::size_t from) {
    if (last == nobody || visits_[from].order > visits_[static_cast<std::size_t>(last)].order)
      last = static_cast<int>(from);
  });
  return last;
}

planned_stop scheduler::planned(const visit& one, const std::vector<int>& position) const {
  planned_stop stop;
  stop.door = one.what.door;
  stop.serves.reserve(static_cast<std::size_t>(std::popcount(one.what.serves)));
  each_need(one.what.serves, [&](std::size_t i) { stop.serves.push_back((*one.row)[i]); });
  stop.through = *one.through;
  stop.day = day_of(of_.world, one.when.begin);
  if (of_.world.timed) stop.minute = one.when.begin % minutes_a_day;
  stop.next_door = one.what.handed_over_by != nobody;
  each_bit(one.after, [&](std::size_t from) { stop.after.push_back(position[from]); });
  std::sort(stop.after.begin(), stop.after.end());
  const int from = handed_over_by(one);
  stop.from = from == nobody ? nobody : position[static_cast<std::size_t>(from)];
  return stop;
}

plan scheduler::to_plan() const {
  plan result;
  result.cost = cost();
  const std::vector<visit_set> before = ancestors();
  const std::vector<int> order = plan_order(before);
  std::vector<int> position(visits_.size(), nobody);
  for (std::size_t i = 0; i < order.size(); ++i)
    position[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
  result.stops.reserve(order.size());
  visit_set serving = 0;
  for (std::size_t i = 0; i < visits_.size(); ++i)
    if (visits_[i].what.serves != 0) serving |= visit_set{1} << i;
  for (const int which : order) {
    const visit& one = visits_[static_cast<std::size_t>(which)];
    if (one.what.serves != 0 && (before[static_cast<std::size_t>(which)] & serving) == 0)
      result.first_doors.push_back(one.what.door);
    result.stops.push_back(planned(one, position));
  }
  std::sort(result.first_doors.begin(), result.first_doors.end());
  result.first_doors.erase(std::unique(result.first_doors.begin(), result.first_doors.end()),
                           result.first_doors.end());
  return result;
}

}  // namespace aiguillage::detail
