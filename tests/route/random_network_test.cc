#include "route/random_network.h"

#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "route/brute_force.h"

namespace aiguillage {
namespace {

using texts = std::vector<std::string>;

/// What a plan shows, by name.
std::map<std::string, bool> shown_by(const network& world, const std::vector<plan>& plans) {
  std::map<std::string, bool> shown = {{"infeasible", plans.empty()}, {"three plans", plans.size() == 3}};
  if (plans.empty()) return shown;
  std::map<int, int> stops_of;
  for (const planned_stop& stop : plans[0].stops) {
    const door& at = world.doors[static_cast<std::size_t>(stop.door)];
    shown["several stops"] |= plans[0].stops.size() > 1;
    shown["two stops at one door"] |= ++stops_of[stop.door] > 1;
    shown["bridge"] |= stop.serves.empty();
    shown["tried door"] |= at.tried && !stop.serves.empty();
    shown["two predecessors"] |= stop.after.size() > 1;
    for (const service* one : stop.serves) {
      shown["vital and not vital"] |= world.needs[one->need].vital && plans[0].stops.size() > 1;
      shown["partial service"] |= one->quality == grade::partial;
      shown["circle of one"] |= (one->requires_states & one->produces) != 0;
    }
  }
  return shown;
}

using change = void (*)(network&);
void without_states(network& world) {
  for (door& at : world.doors)
    for (service& one : at.services) one.requires_states = 0;
}
void without_site(network& world) {
  for (door& at : world.doors) at.site = -1;
}
void without_tried(network& world) {
  for (door& at : world.doors) at.tried = false;
}
void without_here(network& world) {
  for (door& at : world.doors) at.here = false;
}
void without_vital(network& world) {
  for (network_need& one : world.needs) one.vital = false;
}
void without_same_day(network& world) {
  for (door& at : world.doors) at.same_day = at.usual;
}
void without_brief(network& world) { world.long_minutes = 0; }
void without_parallel(network& world) { world.parallel_at_vital = 0; }
void without_digital(network& world) { world.digital_opens = true; }
void without_grades(network& world) {
  for (door& at : world.doors)
    for (service& one : at.services) one.quality = grade::competent;
}

/// A rule is exercised when the plans change without it.
TEST(random_networks, exercise_every_rule) {
  const std::vector<std::pair<std::string, change>> rules = {{"states", without_states},
                                                             {"sites", without_site},
                                                             {"tried doors", without_tried},
                                                             {"here", without_here},
                                                             {"vital", without_vital},
                                                             {"same day", without_same_day},
                                                             {"brief", without_brief},
                                                             {"parallel", without_parallel},
                                                             {"digital not first", without_digital},
                                                             {"partial grades", without_grades}};
  constexpr std::uint64_t sample = 400;
  std::map<std::string, int> networks;
  for (std::uint64_t seed = 1; seed <= sample; ++seed) {
    const network world = random_network(seed);
    const std::vector<plan> plans = brute_force_plans(world, 3);
    for (const auto& [name, seen] : shown_by(world, plans)) networks["shows: " + name] += seen ? 1 : 0;
    for (const auto& [name, remove] : rules) {
      network changed = world;
      remove(changed);
      texts before, after;
      for (const plan& each : plans) before.push_back(outline(each));
      for (const plan& each : brute_force_plans(changed, 3)) after.push_back(outline(each));
      networks["decides: " + name] += before != after ? 1 : 0;
    }
  }
  for (const auto& [name, count] : networks) {
    std::cout << "  of " << sample << " networks, " << name << ": " << count << '\n';
    EXPECT_GE(count, 4) << name;
  }
}

}  // namespace
}  // namespace aiguillage
