#include <cstdlib>
#include <iostream>
#include <string>

#include <benchmark/benchmark.h>

#include "aiguillage/load.h"
#include "aiguillage/referral.h"

/// One person in Rennes: what qualification, the building of the network and the search take.
namespace {

using namespace aiguillage;

const std::string root = AIGUILLAGE_SOURCE_DIR;

template <class T>
T must(std::optional<T> loaded, const diagnostics& found) {
  for (const diagnostic& one : found) std::cerr << to_string(one, language::en) << '\n';
  if (!loaded) std::exit(3);
  return std::move(*loaded);
}

struct world {
  diagnostics found;
  pack rules = must(load_pack({root + "/rules/france"}, found), found);
  territory land = must(load_territory(root + "/examples/territories/rennes", rules, found), found);
  situation person =
      must(load_situation(root + "/examples/situations/rennes.yaml", rules, found), found).facts;
  qualification needs = qualify(rules, person);
  person_network net = build_network(rules, land, person, needs);
};

const world& rennes() {
  static const world one;
  return one;
}

void qualify_one(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(qualify(rennes().rules, rennes().person));
}

void build_one(benchmark::State& state) {
  const world& w = rennes();
  for (auto _ : state) benchmark::DoNotOptimize(build_network(w.rules, w.land, w.person, w.needs));
}

void search_plans(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(best_plans(rennes().net.world, static_cast<int>(state.range(0))));
  state.counters["needs"] = static_cast<double>(rennes().net.world.needs.size());
  state.counters["doors"] = static_cast<double>(rennes().net.world.doors.size());
}

BENCHMARK(qualify_one)->Unit(benchmark::kMillisecond);
BENCHMARK(build_one)->Unit(benchmark::kMillisecond);
BENCHMARK(search_plans)->Arg(1)->Arg(3)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
