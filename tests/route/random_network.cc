#include "route/random_network.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <sstream>

namespace aiguillage {
namespace {

/// splitmix64: plain integer arithmetic, so that a seed means the same everywhere.
struct random_source {
  std::uint64_t state;

  std::uint64_t next() {
    state += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
  int below(int count) { return static_cast<int>(next() % static_cast<std::uint64_t>(count)); }
  int between(int low, int high) { return low + below(high - low + 1); }
  bool chance(int percent) { return below(100) < percent; }
  int pick(std::initializer_list<int> values) {
    return values.begin()[static_cast<std::size_t>(below(static_cast<int>(values.size())))];
  }
};

constexpr state_set state_bit(int state) { return state_set{1} << static_cast<unsigned>(state); }

/// What is common to a whole network: a few kinds of networks rather than one mixture.
struct flavour {
  int needs = 1;
  int doors = 1;
  int states = 0;
  bool flat = false;  // all passages equal: ties everywhere
  int tried = 0;      // percent of the doors
  int on_a_site = 0;
  int vital = 0;
  int digital = 0;
  int offers = 0;
};

flavour random_flavour(random_source& random) {
  flavour kind;
  const bool large = random.chance(8);
  kind.needs = large ? random.between(5, 6) : random.pick({1, 2, 2, 3, 3, 4, 4, 4, 5, 5});
  kind.doors = large ? random.between(7, 8) : random.pick({1, 2, 3, 4, 4, 5, 5, 5, 6, 6});
  kind.states = random.pick({0, 1, 2, 2, 3, 3, 4});
  kind.flat = random.chance(25);
  kind.tried = random.pick({0, 0, 25});
  kind.on_a_site = random.pick({0, 0, 60});
  kind.vital = random.pick({0, 0, 20, 40});
  kind.digital = random.pick({10, 40, 60});
  kind.offers = kind.doors == 1 ? 100 : std::min(85, 300 / kind.doors);
  return kind;
}

passage random_passage(random_source& random, const flavour& kind) {
  passage out;
  out.mode = random.chance(90) ? mode_id(std::size_t{1}) : mode_id{};
  out.days = kind.flat ? 1 : random.pick({0, 0, 1, 1, 2, 3, 7});
  out.loss = kind.flat ? 0 : random.pick({0, 0, 50, 100, 100});
  out.travel = kind.flat ? 15 : random.pick({0, 15, 15, 30});
  return out;
}

state_set random_states(random_source& random, const flavour& kind, int percent) {
  state_set out = 0;
  if (kind.states == 0) return out;
  while (random.chance(percent)) out |= state_bit(random.below(kind.states));
  return out;
}

service random_service(random_source& random, const flavour& kind, int need, bool tried) {
  service out;
  out.need = static_cast<std::uint8_t>(need);
  out.quality = random.chance(20) ? grade::partial : grade::competent;
  if (out.quality == grade::partial || random.chance(5)) out.penalty = random.pick({0, 100, 100, 200});
  out.minutes = random.pick({10, 20, 20, 30, 45});
  out.requires_states = random_states(random, kind, 12);
  out.produces = random_states(random, kind, 15);
  out.new_elements = random_states(random, kind, tried ? 75 : 5);
  return out;
}

door random_door(random_source& random, const flavour& kind) {
  door out;
  out.actor = actor_id(std::size_t{0});
  out.here = random.chance(15);
  out.counted = random.chance(90);
  out.tried = random.chance(kind.tried);
  out.site = random.chance(kind.on_a_site) ? random.below(2) : -1;
  out.load = random.pick({0, 0, 0, 50, 100});
  out.usual = random_passage(random, kind);
  out.brief = random.chance(50) ? out.usual : random_passage(random, kind);
  out.same_day = random.chance(30) ? out.usual : random_passage(random, kind);
  if (random.chance(70)) out.same_day.days = 0;
  if (out.here) out.usual = out.brief = out.same_day = passage{};
  out.produces = random_states(random, kind, 30);
  const bool bridges_only = kind.doors > 2 && kind.states > 0 && random.chance(20);
  if (bridges_only) out.produces |= state_bit(random.below(kind.states));
  for (int need = 0; need < kind.needs; ++need)
    if (!bridges_only && random.chance(kind.offers))
      out.services.push_back(random_service(random, kind, need, out.tried));
  return out;
}

/// States that needs produce whatever the door (one need or several), and that another need or a door requires.
void link_states(random_source& random, const flavour& kind, network& world) {
  for (int state = 0; state < kind.states; ++state) {
    const int producing = random.below(kind.needs);
    const int producing_too = random.chance(40) ? random.below(kind.needs) : producing;
    const int requiring = random.below(kind.needs);
    const int asking_door = random.below(kind.doors);
    const bool produced = random.chance(50);
    const bool required_by_need = random.chance(55);
    const bool required_at_door = random.chance(25);
    const bool circular = random.chance(12);
    for (int d = 0; d < kind.doors; ++d)
      for (service& one : world.doors[static_cast<std::size_t>(d)].services) {
        const bool produces = produced && (one.need == producing || one.need == producing_too);
        const bool requires_it =
            (required_by_need && one.need == requiring) || (required_at_door && d == asking_door);
        if (produces) one.produces |= state_bit(state);
        if (requires_it && (!produces || circular)) one.requires_states |= state_bit(state);
      }
  }
}

/// A state that nothing brings about is given to a door; rarely it stays beyond reach.
void reach_every_state(random_source& random, const flavour& kind, network& world) {
  state_set required = 0;
  state_set produced = 0;
  for (const door& one : world.doors) {
    produced |= one.produces;
    for (const service& each : one.services) {
      required |= each.requires_states;
      produced |= each.produces;
    }
  }
  for (int state = 0; state < kind.states; ++state)
    if ((required & ~produced & state_bit(state)) != 0 && !random.chance(5))
      world.doors[static_cast<std::size_t>(random.below(kind.doors))].produces |= state_bit(state);
}

/// One door is given a need that no door serves; rarely it stays without.
void offer_every_need(random_source& random, const flavour& kind, network& world) {
  for (int need = 0; need < kind.needs; ++need) {
    bool offered = false;
    for (const door& one : world.doors)
      for (const service& each : one.services) offered |= each.need == need;
    if (offered || random.chance(2)) continue;
    door& giving = world.doors[static_cast<std::size_t>(random.below(kind.doors))];
    auto where = giving.services.begin();
    while (where != giving.services.end() && where->need < need) ++where;
    giving.services.insert(where, random_service(random, kind, need, giving.tried));
  }
}

}  // namespace

network random_network(std::uint64_t seed) {
  random_source random{seed};
  const flavour kind = random_flavour(random);
  network world;
  for (int i = 0; i < kind.needs; ++i) {
    network_need one;
    one.lane = random.chance(kind.digital)
                   ? dimension::digital
                   : (random.chance(50) ? dimension::administrative : dimension::social);
    one.weight = random.pick({10, 10, 20, 30});
    one.vital = random.chance(kind.vital);
    world.needs.push_back(one);
  }
  for (int i = 0; i < kind.doors; ++i) world.doors.push_back(random_door(random, kind));
  offer_every_need(random, kind, world);
  link_states(random, kind, world);
  reach_every_state(random, kind, world);
  world.weights.actor = random.pick({0, 300, 700, 700});
  world.weights.day = random.pick({0, 100, 100, 100});
  world.weights.loss = random.pick({0, 1000, 2000, 2000});
  world.weights.travel = random.pick({0, 2, 2});
  world.long_minutes = random.pick({30, 45});
  world.next_door = random_passage(random, kind);
  if (random.chance(50)) world.next_door.days = 0;
  world.digital_opens = random.chance(50);
  world.parallel_at_vital = random_states(random, kind, 40);
  return world;
}

namespace {

/// Two or three weeks of openings: mornings, afternoons, gaps, some by appointment only, none at all in rare cases.
timetable random_timetable(random_source& random) {
  timetable out;
  const int last = random.pick({3, 14, 21, 21});
  const int odds = random.pick({15, 50, 90});
  const bool booked = random.chance(15);
  for (int day = 0; day < last; ++day)
    for (const int from : {7 * 60, 9 * 60 + 30, 14 * 60}) {
      if (!random.chance(odds)) continue;
      const int begin = day * minutes_a_day + from + random.pick({0, 0, 15, 30});
      out.push_back({begin, begin + random.pick({20, 60, 120}), booked || random.chance(10)});
    }
  return out;
}

void book_some(random_source& random, door& at) {
  for (passage* one : {&at.usual, &at.brief, &at.same_day})
    one->booked = random.chance(one->days > 0 ? 80 : 30);
}

}  // namespace

network random_timed_network(std::uint64_t seed) {
  network world = random_network(seed);
  random_source random{seed ^ 0x9e3779b97f4a7c15ULL};
  world.timed = random.chance(85);
  world.starts = random.pick({0, 8 * 60, 9 * 60});
  for (door& one : world.doors) {
    if (random.chance(3)) one.usual.travel = one.brief.travel = 1200;
    book_some(random, one);
    if (random.chance(20)) one.not_before = random.between(0, 5);
    for (service& each : one.services)
      each.not_before = std::max(one.not_before, random.chance(15) ? random.between(0, 6) : 0);
    if (random.chance(20)) continue;
    one.hours = static_cast<int>(world.timetables.size());
    world.timetables.push_back(random_timetable(random));
  }
  return world;
}

network random_crowded_network(std::uint64_t seed) {
  network world = random_timed_network(seed);
  random_source random{seed ^ 0xc2b2ae3d27d4eb4fULL};
  const std::size_t first = world.doors.size();
  for (std::size_t d = 0; d < first; ++d)
    for (int copies = random.between(1, first > 4 ? 1 : 3); copies > 0; --copies) {
      door one = world.doors[d];
      const int further = random.pick({0, 0, 5, 20, 60, 240});
      for (passage* each : {&one.usual, &one.brief, &one.same_day}) {
        each->travel += further;
        each->days += random.chance(15) ? 1 : 0;
      }
      one.site = random.chance(10) ? one.site : -1;
      one.here = false;
      if (one.hours >= 0 && random.chance(60)) {
        one.hours = static_cast<int>(world.timetables.size());
        world.timetables.push_back(random_timetable(random));
      }
      world.doors.push_back(std::move(one));
    }
  return world;
}

namespace {

std::string in_words(state_set states) {
  std::string out = "{";
  for (int state = 0; state < 64; ++state)
    if ((states & state_bit(state)) != 0) out += (out.size() > 1 ? "," : "") + std::to_string(state);
  return out + "}";
}

std::string in_words(const passage& one) {
  std::ostringstream out;
  out << (one.mode.known() ? "handoff" : "there") << '(' << one.days << "d " << one.loss << "‰ " << one.travel
      << (one.booked ? "min booked)" : "min)");
  return out.str();
}

template <class List>
std::string in_words(const List& list) {
  std::string out;
  for (const int one : list) out += (out.empty() ? "" : ",") + std::to_string(one);
  return out;
}

/// Which services of its door a stop uses; `?` for a service of something else.
std::string services_of(const network& world, const planned_stop& stop) {
  std::string out;
  const std::vector<service>& offered = world.doors.at(static_cast<std::size_t>(stop.door)).services;
  for (const service* one : stop.serves) {
    std::string name = "?";
    for (std::size_t i = 0; i < offered.size(); ++i)
      if (&offered[i] == one) name = std::to_string(one->need);
    out += (out.empty() ? "" : ",") + name;
  }
  return out;
}

}  // namespace

std::string describe(const network& world) {
  constexpr std::array lanes = {"digital", "administrative", "social"};
  std::ostringstream out;
  if (world.timed) out << "timed, sets out at minute " << world.starts << ", ";
  out << "digital opens " << world.digital_opens << ", long from " << world.long_minutes
      << " min, parallel at vital " << in_words(world.parallel_at_vital) << ", next door "
      << in_words(world.next_door) << ", weights actor " << world.weights.actor << " day "
      << world.weights.day << " loss " << world.weights.loss << " travel " << world.weights.travel << '\n';
  for (std::size_t i = 0; i < world.needs.size(); ++i)
    out << "need " << i << ": " << lanes.at(static_cast<std::size_t>(world.needs[i].lane)) << " weight "
        << world.needs[i].weight << (world.needs[i].vital ? " vital\n" : "\n");
  for (std::size_t i = 0; i < world.doors.size(); ++i) {
    const door& one = world.doors[i];
    out << "door " << i << ": usual " << in_words(one.usual) << " brief " << in_words(one.brief)
        << " same day " << in_words(one.same_day) << " load " << one.load << " site " << one.site
        << " produces " << in_words(one.produces) << (one.counted ? "" : " not counted")
        << (one.here ? " here" : "") << (one.tried ? " tried" : "") << " from day " << one.not_before;
    if (one.hours >= 0)
      for (const opening& each : world.timetables[static_cast<std::size_t>(one.hours)])
        out << ' ' << each.from << '-' << each.to << (each.booked_only ? "b" : "");
    out << '\n';
    for (const service& each : one.services)
      out << "  need " << int{each.need} << ": " << each.minutes << " min, requires "
          << in_words(each.requires_states) << " produces " << in_words(each.produces) << " new elements "
          << in_words(each.new_elements) << (each.quality == grade::partial ? " partial" : "") << " penalty "
          << each.penalty << " from day " << each.not_before << '\n';
  }
  return out.str();
}

std::string describe(const network& world, const plan& what) {
  std::ostringstream out;
  for (std::size_t i = 0; i < what.stops.size(); ++i) {
    const planned_stop& stop = what.stops[i];
    out << "stop " << i << ": door " << stop.door << " needs [" << services_of(world, stop) << "] day "
        << stop.day << " minute " << stop.minute << " after [" << in_words(stop.after) << "] from "
        << stop.from << " through " << in_words(stop.through) << '\n';
  }
  const plan_cost& cost = what.cost;
  out << "score " << cost.score << " days " << cost.days << " travel " << cost.travel_minutes << " handoffs "
      << cost.handoffs << " loss " << cost.loss << " waiting " << cost.waiting << " partial " << cost.partial
      << " load " << cost.load << " actors " << cost.actors << " partial services " << cost.partial_services
      << ", first doors [" << in_words(what.first_doors) << "]\n";
  return out.str();
}

std::string outline(const plan& what) {
  std::ostringstream out;
  for (std::size_t i = 0; i < what.stops.size(); ++i) {
    const planned_stop& stop = what.stops[i];
    std::vector<int> needs;
    for (const service* one : stop.serves) needs.push_back(one->need);
    out << (i == 0 ? "" : " | ") << stop.door << '[' << in_words(needs) << "]@" << stop.day;
    if (stop.minute >= 0) out << '+' << stop.minute / 60 << 'h' << stop.minute % 60;
    if (!stop.after.empty()) out << " after " << in_words(stop.after) << " from " << stop.from;
  }
  return out.str();
}

}  // namespace aiguillage
