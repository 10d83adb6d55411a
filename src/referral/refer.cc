#include <algorithm>
#include <utility>

#include "aiguillage/referral.h"
#include "network/builder.h"
#include "qualify/derive.h"
#include "referral/follow_up.h"

namespace aiguillage {
namespace {

struct assembly_input {
  const pack& rules;
  const territory& land;
  const situation& person;
  const qualification& found;
  int count;
  std::span<const actor_id> among;
};

struct assembly {
  const pack& rules;
  const territory& land;
  const situation& person;
  const qualification& found;
  const person_network& net;
  const detail::build_view& view;
};

std::vector<state_id> states_of(const assembly& work, state_set bits) {
  std::vector<state_id> result;
  for (std::size_t i = 0; i < work.net.bits.size(); ++i) {
    if ((bits >> i & 1U) == 0) continue;
    const state_id which = work.net.bits[i].which;
    if (std::find(result.begin(), result.end(), which) == result.end()) result.push_back(which);
  }
  return result;
}

referral_stop helping_stop(const assembly& work, const planned_stop& one) {
  const door& at = work.net.world.doors[static_cast<std::size_t>(one.door)];
  referral_stop stop;
  stop.after = one.after;
  stop.who = at.actor;
  stop.day = one.day;
  stop.minute = one.minute;
  stop.through = one.through;
  stop.from = one.from;
  state_set wanted = 0;
  state_set brought = at.produces;
  for (const service* each : one.serves) {
    stop.serves.push_back({work.net.needs[each->need], each->level, each->quality, each->because});
    wanted |= each->requires_states;
    brought |= each->produces;
  }
  stop.requires_states = states_of(work, wanted);
  stop.produces = states_of(work, brought);
  return stop;
}

// The best stop of the plan for a need that asks for no stop of its own: competent first, then earliest.
void serve_along(const assembly& work, referral_plan& result, const need& one) {
  referral_stop* best = nullptr;
  detail::offer how;
  for (referral_stop& stop : result.stops) {
    const detail::offer_result offered = detail::offer_of(work.view, stop.who, one);
    if (!offered.made || stop.serves.empty()) continue;
    if (stop.day < detail::first_day_of(work.view, stop.who, one)) continue;
    if (best != nullptr && !(offered.made->quality < how.quality)) continue;
    best = &stop;
    how = *offered.made;
  }
  if (best == nullptr)
    result.offered_afterwards.push_back(&one);
  else
    best->serves.push_back({&one, how.level, how.quality, how.because});
}

bool serve_check(const assembly& work, referral_plan& result, const need& one) {
  const level_id support = find_named(work.rules.levels, "social_support");
  for (referral_stop& stop : result.stops)
    for (const served_need& each : stop.serves)
      if (each.help == support && stop.day >= detail::first_day_of(work.view, stop.who, one)) {
        stop.serves.push_back({&one, support, each.quality, each.because});
        return true;
      }
  return false;
}

bool concerns(const assembly& work, const served_need& served, const need& decided) {
  if (served.which == &decided || (decided.right.known() && served.which->right == decided.right))
    return true;
  for (const state& one : work.rules.states)
    if (detail::requires_state(one.required_by_decisions, decided) &&
        detail::requires_state(one.produced_by_needs, *served.which) &&
        state_missing(work.rules, work.person, one) != tri::no)
      return true;
  return false;
}

bool precedes(const referral_plan& in, int early, int late) {
  const std::vector<int>& after = in.stops[static_cast<std::size_t>(late)].after;
  return std::any_of(after.begin(), after.end(),
                     [&](int one) { return one == early || precedes(in, early, one); });
}

// Only the last of the stops that must end before, since the others are before them.
std::vector<int> last_ones(const referral_plan& in, std::vector<int> stops) {
  std::vector<int> result;
  for (const int one : stops)
    if (std::none_of(stops.begin(), stops.end(),
                     [&](int other) { return other != one && precedes(in, one, other); }))
      result.push_back(one);
  return result;
}

// H10: the operator decides after all the other steps for its needs.
referral_stop deciding_step(const assembly& work, const referral_plan& in, const decision& one, int helping) {
  referral_stop stop;
  stop.who = one.by;
  stop.decides = true;
  const level_id decide = find_named(work.rules.levels, "decide");
  for (const need* which : one.needs)
    stop.serves.push_back({which, decide, grade::competent, &work.rules.needs[which->type].about});
  std::vector<int> before;
  std::vector<int> all;
  for (int i = 0; i < helping; ++i) {
    const auto& serves = in.stops[static_cast<std::size_t>(i)].serves;
    all.push_back(i);
    if (std::any_of(serves.begin(), serves.end(), [&](const served_need& s) {
          return std::any_of(one.needs.begin(), one.needs.end(),
                             [&](const need* n) { return concerns(work, s, *n); });
        }))
      before.push_back(i);
  }
  stop.after = last_ones(in, before.empty() ? all : before);
  for (const int i : stop.after) {
    stop.day = std::max(stop.day, in.stops[static_cast<std::size_t>(i)].day);
    stop.from = i;
  }
  return stop;
}

void add_deciding_steps(const assembly& work, referral_plan& result) {
  const detail::build_view& view = work.view;
  const int helping = static_cast<int>(result.stops.size());
  for (const decision& one : work.net.decisions) {
    referral_stop stop = deciding_step(work, result, one, helping);
    for (const need* each : one.needs)
      stop.day = std::max(stop.day, detail::closed_until(view, one.by, *each));
    door at;
    at.actor = one.by;
    at.here = view.place == one.by;
    detail::set_passages(view, work.land.actors[one.by], at);
    stop.through = at.usual;
    result.stops.push_back(std::move(stop));
  }
}

void fill_lanes(const assembly& work, referral_plan& result) {
  for (std::size_t i = 0; i < result.stops.size(); ++i)
    for (const served_need& each : result.stops[i].serves) {
      auto& lane = result.lanes[static_cast<std::size_t>(work.rules.needs[each.which->type].lane)];
      if (lane.empty() || lane.back() != static_cast<int>(i)) lane.push_back(static_cast<int>(i));
    }
}

void set_deadline(const assembly& work, referral_plan& result) {
  const fact_id which = find_named(work.rules.facts, "days_until_deadline");
  if (!which.known() || !work.person.facts[which].known) return;
  result.deadline = static_cast<int>(work.person.facts[which].thousandths / 1000);
  result.deadline_passed = work.person.so_far.deadline_passed;
  for (std::size_t i = 0; i < result.stops.size(); ++i)
    if (result.deadline_passed > 0 || result.stops[i].day > result.deadline)
      result.after_deadline.push_back(static_cast<int>(i));
}

referral_plan assemble(const assembly& work, const plan& from) {
  referral_plan result;
  result.cost = from.cost;
  result.exact = from.exact;
  result.gap = from.gap;
  for (const planned_stop& one : from.stops) result.stops.push_back(helping_stop(work, one));
  for (const need* one : work.net.checks)
    if (!serve_check(work, result, *one)) result.offered_afterwards.push_back(one);
  for (const need* one : work.net.along) serve_along(work, result, *one);
  add_deciding_steps(work, result);
  detail::set_follow_up(work.view, result);
  fill_lanes(work, result);
  set_deadline(work, result);
  return result;
}

// A network without some of its needs.
network without(const network& world, std::uint32_t dropped, std::vector<std::size_t>& kept) {
  network result = world;
  result.needs.clear();
  std::vector<std::uint8_t> renamed(world.needs.size(), 0);
  for (std::size_t i = 0; i < world.needs.size(); ++i)
    if ((dropped >> i & 1U) == 0) {
      renamed[i] = static_cast<std::uint8_t>(result.needs.size());
      result.needs.push_back(world.needs[i]);
      kept.push_back(i);
    }
  for (door& one : result.doors) {
    std::vector<service> services;
    for (service each : one.services)
      if ((dropped >> each.need & 1U) == 0) {
        each.need = renamed[each.need];
        services.push_back(each);
      }
    one.services = std::move(services);
  }
  return result;
}

// Sets of needs to give up, the fewest and lightest first: one, two, then ever more of the lightest.
std::vector<std::uint32_t> sets_to_drop(const network& world) {
  const std::size_t count = world.needs.size();
  std::vector<std::size_t> order(count);
  for (std::size_t i = 0; i < count; ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::make_pair(world.needs[a].weight, a) < std::make_pair(world.needs[b].weight, b);
  });
  std::vector<std::uint32_t> sets;
  const auto bit = [&](std::size_t i) { return std::uint32_t{1} << order[i]; };
  for (std::size_t i = 0; i < count; ++i) sets.push_back(bit(i));
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t j = 0; j < i; ++j) sets.push_back(bit(i) | bit(j));
  std::uint32_t all = count < 2 ? 0 : bit(0) | bit(1);
  for (std::size_t i = 2; i + 1 < count; ++i) sets.push_back(all |= bit(i));
  return sets;
}

// Schedules looked at before a set of needs is taken not to fit together.
constexpr int brief_search = 300;

std::vector<plan> with_fewest_dropped(person_network& net, const network& world, int count) {
  for (const std::uint32_t dropped : sets_to_drop(world)) {
    std::vector<std::size_t> kept;
    network rest = without(world, dropped, kept);
    if (rest.needs.empty() || best_plans(rest, 1, {brief_search}).empty()) continue;
    net.world = std::move(rest);
    std::vector<const need*> needs;
    for (const std::size_t i : kept) needs.push_back(net.needs[i]);
    net.needs = std::move(needs);
    return best_plans(net.world, count);
  }
  return {};
}

// Why one need fits into no order with the others.
std::vector<obstacle> order_obstacles(const pack& rules, const territory& land, const network& world,
                                      std::size_t need_) {
  const rule* again = nullptr;
  const rule* opening = nullptr;
  for (const routing_rule& one : rules.routing) {
    if (one.effect == effect_kind::new_element) again = &one.about;
    if (one.effect == effect_kind::not_first) opening = &one.about;
  }
  if (world.digital_opens || world.needs[need_].lane != dimension::digital) opening = nullptr;
  std::vector<obstacle> why;
  for (const door& one : world.doors)
    for (const service& each : one.services) {
      if (each.need != need_) continue;
      const rule* by = one.tried ? again : opening;
      why.push_back({land.actors[one.actor].type, by, by == nullptr ? hindrance::order : hindrance::none});
    }
  return why;
}

bool only_digital(const network& world) {
  return std::all_of(world.needs.begin(), world.needs.end(),
                     [](const network_need& one) { return one.lane == dimension::digital; });
}

// When all else is digital, a need that asks for no stop of its own still opens the path, if that takes no more stops.
person_network network_for(const assembly_input& in, std::vector<plan>& plans) {
  person_network net = build_network(in.rules, in.land, in.person, in.found, false, in.among);
  plans = best_plans(net.world, in.count);
  if (net.along.empty() || !only_digital(net.world)) return net;
  person_network whole = build_network(in.rules, in.land, in.person, in.found, true, in.among);
  std::vector<plan> with_all = best_plans(whole.world, in.count);
  if (with_all.empty() || (!plans.empty() && with_all.front().stops.size() > plans.front().stops.size()))
    return net;
  plans = std::move(with_all);
  return whole;
}

}  // namespace

referral refer(const pack& rules, const territory& land, const situation& person, const qualification& found,
               int count, std::span<const actor_id> among) {
  std::vector<plan> plans;
  person_network net = network_for({rules, land, person, found, count, among}, plans);
  if (plans.empty() && !net.world.needs.empty()) {
    const network whole = net.world;
    const std::vector<const need*> all = net.needs;
    plans = with_fewest_dropped(net, whole, count);
    if (plans.empty()) net.needs.clear();
    for (std::size_t i = 0; i < all.size(); ++i)
      if (std::find(net.needs.begin(), net.needs.end(), all[i]) == net.needs.end())
        net.unmet.push_back({all[i], order_obstacles(rules, land, whole, i)});
  }
  if (plans.empty()) plans.emplace_back();
  const detail::build_view view = detail::view_of(rules, land, person, found, among);
  const assembly work{rules, land, person, found, net, view};
  referral result;
  for (const plan& one : plans) {
    referral_plan assembled = assemble(work, one);
    if (!assembled.stops.empty()) result.plans.push_back(std::move(assembled));
  }
  if (result.plans.empty())
    for (const auto& left : {net.along, net.checks})
      for (const need* one : left) net.unmet.push_back({one, {}});
  result.unmet = std::move(net.unmet);
  result.waived = std::move(net.waived);
  result.overridden = std::move(net.overridden);
  result.needs = std::move(net.needs);
  if (!result.needs.empty()) result.world = std::move(net.world);
  return result;
}

}  // namespace aiguillage
