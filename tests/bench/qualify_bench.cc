#include <bitset>
#include <cstdlib>
#include <iostream>
#include <string>

#include <benchmark/benchmark.h>

#include "aiguillage/batch.h"
#include "aiguillage/explain.h"
#include "aiguillage/explain/why.h"
#include "aiguillage/load.h"
#include "batch/people.h"
#include "bench/rule_set.h"
#include "qualify/derive.h"

/// Qualification of one person and of many. The rule set of the peers is read from the folder AIGUILLAGE_RULE_SET.
namespace {

using namespace aiguillage;

constexpr std::size_t at_once = 2048;

template <class T>
T must(std::optional<T> loaded, const diagnostics& found) {
  for (const diagnostic& one : found) std::cerr << to_string(one, language::en) << '\n';
  if (!loaded) std::exit(3);
  return std::move(*loaded);
}

batch_rules compiled_for(const pack& rules) { return must(compile_batch(rules, ""), {}); }

void must_qualify(const batch_rules& compiled, const people& all, batch_answers& answers) {
  if (!qualify_batch(compiled, all, answers)) std::abort();
}

struct world {
  diagnostics found;
  std::string root{AIGUILLAGE_SOURCE_DIR};
  pack rules = must(load_pack({root + "/rules/france"}, found), found);
  situation person =
      must(load_situation(root + "/examples/situations/rennes.yaml", rules, found), found).facts;
  std::vector<situation> many;
};

const world& france() {
  static const world one = [] {
    world made;
    batch_test::person_maker make(made.rules, 1);
    made.many = batch_test::random_people(make, at_once);
    return made;
  }();
  return one;
}

void count_people(benchmark::State& state, std::size_t each) {
  const double people = static_cast<double>(state.iterations()) * static_cast<double>(each);
  state.counters["people_per_second"] = benchmark::Counter(people, benchmark::Counter::kIsRate);
}

// From columns to need types, possible need types and urgency of each.
void france_batch(benchmark::State& state) {
  const batch_rules compiled = compiled_for(france().rules);
  const people all = pack_people(france().rules, france().many);
  batch_answers answers;
  std::vector<need_sets> sets;
  for (auto _ : state) {
    must_qualify(compiled, all, answers);
    by_person(answers, sets);
    benchmark::DoNotOptimize(sets.data());
  }
  count_people(state, all.count);
  state.counters["steps"] = static_cast<double>(compiled.steps);
}

// The same from structs of situations.
void france_batch_packed(benchmark::State& state) {
  const batch_rules compiled = compiled_for(france().rules);
  batch_answers answers;
  std::vector<need_sets> sets;
  for (auto _ : state) {
    must_qualify(compiled, pack_people(france().rules, france().many), answers);
    by_person(answers, sets);
    benchmark::DoNotOptimize(sets.data());
  }
  count_people(state, france().many.size());
}

void france_compile(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(compile_batch(france().rules, ""));
}

void explain(const pack& rules, const situation& person) {
  const detail::findings found = detail::derive(rules, person);
  for (const need& one : found.needs) benchmark::DoNotOptimize(reasons_for(rules, one));
}

// Needs, urgency and the reasons of each need in words; no questions.
void france_single_with_reasons(benchmark::State& state) {
  for (auto _ : state) explain(france().rules, france().person);
}

void france_random_single_with_reasons(benchmark::State& state) {
  std::size_t next = 0;
  for (auto _ : state) explain(france().rules, france().many[next++ % at_once]);
}

// The same, and for each need every rule with each of its conditions: held, failed or not known.
void france_single_explained(benchmark::State& state) {
  const pack& rules = france().rules;
  for (auto _ : state) {
    detail::findings found = detail::derive(rules, france().person);
    qualification answer;
    answer.urgency = found.urgency;
    answer.needs = std::move(found.needs);
    for (const need& one : answer.needs) {
      benchmark::DoNotOptimize(reasons_for(rules, one));
      benchmark::DoNotOptimize(accounts_of(rules, france().person, answer, one.type));
    }
    state.counters["needs"] = static_cast<double>(answer.needs.size());
  }
}

void france_questions(benchmark::State& state) {
  const detail::findings found = detail::derive(france().rules, france().person);
  for (auto _ : state)
    benchmark::DoNotOptimize(detail::rank_questions(france().rules, france().person, found));
}

std::size_t bits_in(const std::array<std::uint64_t, 2>& words) {
  return std::bitset<64>(words[0]).count() + std::bitset<64>(words[1]).count();
}

struct counted {
  std::size_t certain = 0;
  std::size_t possible = 0;
};

// Bytes of persons to columns, to the certain and the possible rules of each person.
counted decide(const bench::rule_set& set, const batch_rules& compiled, std::size_t count, people& columns,
               batch_answers& answers, std::vector<need_sets>& sets) {
  counted result;
  for (std::size_t first = 0; first < count; first += at_once) {
    bench::fill(set, first, std::min(at_once, count - first), columns);
    must_qualify(compiled, columns, answers);
    by_person(answers, sets);
    for (const need_sets& one : sets) {
      result.certain += bits_in(one.certain);
      result.possible += bits_in(one.possible);
    }
  }
  return result;
}

void rule_set_batch(benchmark::State& state, const bench::rule_set& set, std::size_t count) {
  const batch_rules compiled = compiled_for(set.rules);
  people columns = unknown_people(set.rules, at_once);
  batch_answers answers;
  std::vector<need_sets> sets;
  counted fired;
  for (auto _ : state) fired = decide(set, compiled, count, columns, answers, sets);
  count_people(state, count);
  state.counters["certain"] = static_cast<double>(fired.certain);
  state.counters["possible"] = static_cast<double>(fired.possible);
}

// The engine alone: columns are there already, and every third cell is not known.
void rule_set_unknowns(benchmark::State& state, const bench::rule_set& set) {
  const batch_rules compiled = compiled_for(set.rules);
  people columns = unknown_people(set.rules, at_once);
  bench::fill(set, 0, at_once, columns);
  batch_test::dice roll(2);
  for (fact_column& one : columns.facts) {
    for (std::uint8_t& cell : one.index) cell = batch_test::below(roll, 3) == 0 ? unknown_index : cell;
    for (std::int32_t& cell : one.number) cell = batch_test::below(roll, 3) == 0 ? unknown_number : cell;
  }
  batch_answers answers;
  std::vector<need_sets> sets;
  for (auto _ : state) {
    must_qualify(compiled, columns, answers);
    by_person(answers, sets);
    benchmark::DoNotOptimize(sets.data());
  }
  count_people(state, at_once);
  counted fired;
  for (const need_sets& one : sets) {
    fired.certain += bits_in(one.certain);
    fired.possible += bits_in(one.possible);
  }
  state.counters["certain"] = static_cast<double>(fired.certain);
  state.counters["possible"] = static_cast<double>(fired.possible);
}

void register_rule_set() {
  const char* folder = std::getenv("AIGUILLAGE_RULE_SET");
  static const auto set = folder == nullptr ? std::nullopt : bench::read_rule_set(folder);
  if (!set) {
    std::cerr
        << "rule_set: not measured, AIGUILLAGE_RULE_SET names no folder with rules.json and persons.bin\n";
    return;
  }
  for (const std::size_t count : {std::size_t{300}, std::size_t{2000}, set->count})
    benchmark::RegisterBenchmark(("rule_set_batch/" + std::to_string(count)).c_str(),
                                 [count](benchmark::State& state) { rule_set_batch(state, *set, count); });
  benchmark::RegisterBenchmark("rule_set_unknowns",
                               [](benchmark::State& state) { rule_set_unknowns(state, *set); });
}

BENCHMARK(france_batch)->Unit(benchmark::kMicrosecond);
BENCHMARK(france_batch_packed)->Unit(benchmark::kMicrosecond);
BENCHMARK(france_compile)->Unit(benchmark::kMicrosecond);
BENCHMARK(france_single_with_reasons)->Unit(benchmark::kMicrosecond);
BENCHMARK(france_random_single_with_reasons)->Unit(benchmark::kMicrosecond);
BENCHMARK(france_single_explained)->Unit(benchmark::kMicrosecond);
BENCHMARK(france_questions)->Unit(benchmark::kMicrosecond);

}  // namespace

int main(int argc, char** argv) {
  register_rule_set();
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
