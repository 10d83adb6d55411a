#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <iomanip>
#include <iostream>
#include <string>
#include <vector>

#include "aiguillage/load.h"
#include "aiguillage/referral.h"
#include "explain/random_person.h"

/// Many random people in one territory, each anywhere in it: what a referral with five plans takes.
/// department PACK TERRITORY [PEOPLE] [DATE]
namespace {

using namespace aiguillage;
struct sample {
  double build = 0;  // milliseconds of the processor
  double search = 0;
  std::size_t doors = 0;
  std::size_t needs = 0;
  bool exact = true;
  std::size_t plans = 0;
};

// Of the processor, so that other work on the machine does not count.
double since(std::clock_t start) {
  return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

situation person_in(const pack& rules, const territory& land, dice& with, const std::string& date) {
  situation person = random_person(rules, with, 10 + with.roll(40));
  const site& near = land.sites[site_id(with.roll(land.sites.size()))];
  person.home = near.where;
  person.home_commune = near.commune;
  person.date = date;
  return person;
}

sample route(const pack& rules, const territory& land, const situation& person) {
  sample one;
  const qualification found = qualify(rules, person);
  auto start = std::clock();
  const person_network net = build_network(rules, land, person, found);
  one.build = since(start);
  start = std::clock();
  const std::vector<plan> plans = best_plans(net.world, 5);
  one.search = since(start);
  one.doors = net.world.doors.size();
  one.needs = net.world.needs.size();
  one.plans = plans.size();
  for (const plan& each : plans) one.exact = one.exact && each.exact;
  return one;
}

template <class Value>
void print(const char* name, const std::vector<sample>& all, Value value) {
  std::vector<double> sorted;
  for (const sample& one : all) sorted.push_back(static_cast<double>(value(one)));
  std::sort(sorted.begin(), sorted.end());
  const auto at = [&](double share) {
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
  };
  std::cout << name << " p50=" << at(0.5) << " p95=" << at(0.95) << " p99=" << at(0.99) << " max=" << at(1)
            << '\n';
}

template <class T>
T must(std::optional<T> loaded, const diagnostics& found) {
  for (const diagnostic& one : found) std::cerr << to_string(one, language::en) << '\n';
  if (!loaded) std::exit(3);
  return std::move(*loaded);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3 || count > 5) {
    std::cerr << "usage: department PACK TERRITORY [PEOPLE] [DATE]\n";
    return 2;
  }
  diagnostics found;
  const pack rules = must(load_pack({arguments[1]}, found), found);
  const territory land = must(load_territory(arguments[2], rules, found), found);
  const int people = count > 3 ? std::atoi(arguments[3]) : 1000;
  dice with;
  std::vector<sample> all;
  for (int i = 0; i < people; ++i)
    all.push_back(route(rules, land, person_in(rules, land, with, count > 4 ? arguments[4] : "")));
  std::cout << std::fixed << std::setprecision(2) << land.actors.size() << " actors, " << people
            << " people\n";
  print("build_ms", all, [](const sample& one) { return one.build; });
  print("search_ms", all, [](const sample& one) { return one.search; });
  print("doors", all, [](const sample& one) { return one.doors; });
  print("needs", all, [](const sample& one) { return one.needs; });
  std::cout << "exact " << std::count_if(all.begin(), all.end(), [](const sample& one) { return one.exact; })
            << ", without a plan "
            << std::count_if(all.begin(), all.end(), [](const sample& one) { return one.plans == 0; })
            << '\n';
}
