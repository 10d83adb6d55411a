// growth: how the searches grow with needs and actors, as a table on stdout: counters, the same on every machine, and times.
// growth --instance SEED ACTORS NEEDS: an instance as text.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "aiguillage/search/planner.h"
#include "search/made_instance.h"

namespace {

namespace search = aiguillage::search;

double us_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
}

/// One line: what was made, counters, then microseconds of the weighted best and of the front, tables included.
bool print(const char* growing, const made_instance::recipe& of) {
  const instance_file::instance one = made_instance::make(of);
  search::planner<search::arc_lists<3>> with;
  std::optional<search::plan> best;
  search::plan_front<3> front;
  bool fine = with.load(one.graph, one.weights) == search::refusal::none &&
              with.measure() == search::refusal::none && with.ask(one.needs) == search::refusal::none;
  auto start = std::chrono::steady_clock::now();
  fine = fine && with.best(one.home, best) == search::refusal::none;
  const double best_us = us_since(start);
  start = std::chrono::steady_clock::now();
  fine = fine && with.front(one.home, front) == search::refusal::none;
  std::printf("%s %u %u %llu %llu %llu %zu %.1f %.1f\n", growing, of.actors, of.needs,
              static_cast<unsigned long long>(of.seed), static_cast<unsigned long long>(with.relaxations()),
              static_cast<unsigned long long>(front.counters.labels), front.costs.size(), best_us,
              us_since(start));
  return fine;
}

}  // namespace

int main(int count, char** arguments) {
  if (count == 5 && std::strcmp(arguments[1], "--instance") == 0) {
    const auto number = [&](int i) { return static_cast<std::uint32_t>(std::atoi(arguments[i])); };
    std::fputs(made_instance::text({number(2), number(3), number(4), true}).c_str(), stdout);
    return 0;
  }
  std::printf("growing actors needs seed relaxations labels front best_us front_us\n");
  bool fine = true;
  for (std::uint32_t seed = 1; seed <= 9; ++seed) {
    for (std::uint32_t needs = 4; needs <= 13; ++needs)
      fine = print("needs", {seed, 40, needs, true}) && fine;
    for (std::uint32_t actors = 20; actors <= 120; actors += 20)
      fine = print("actors", {seed, actors, 8, true}) && fine;
  }
  return fine ? 0 : 1;
}
