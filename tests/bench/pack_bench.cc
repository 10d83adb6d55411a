#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "aiguillage/lint.h"
#include "aiguillage/load.h"
#include "aiguillage/trial.h"
#include "aiguillage/trial/difference.h"

/// What people who write rules wait for: a pack is read, checked, and compared with another one over 200 cases.
namespace {

using namespace aiguillage;

const std::string root = AIGUILLAGE_SOURCE_DIR;

pack france() {
  diagnostics found;
  std::optional<pack> read = load_pack({root + "/rules/france"}, found);
  for (const diagnostic& one : found) std::cerr << to_string(one, language::en) << '\n';
  if (!read) std::exit(3);
  return std::move(*read);
}

std::vector<person_in_both> people(const pack& rules, std::size_t count) {
  std::vector<std::string> files;
  for (const auto& one : std::filesystem::recursive_directory_iterator(root + "/rules/france/cases"))
    if (one.path().extension() == ".yaml") files.push_back(one.path().string());
  std::sort(files.begin(), files.end());
  std::vector<person_in_both> result;
  diagnostics found;
  for (const std::string& file : files) {
    if (result.size() == count) break;
    const auto one = load_case(file, rules, found);
    if (!one) std::exit(3);
    result.push_back({file, one->facts, one->facts, absent_types(rules, *one), absent_types(rules, *one)});
  }
  return result;
}

void load(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(france());
}
BENCHMARK(load)->Unit(benchmark::kMillisecond);

void lint(benchmark::State& state) {
  const pack rules = france();
  for (auto _ : state) {
    diagnostics found;
    lint_pack(rules, "", found);
    benchmark::DoNotOptimize(found);
  }
}
BENCHMARK(lint)->Unit(benchmark::kMillisecond);

void diff_of_200_cases(benchmark::State& state) {
  const pack before = france();
  const pack after = without(before, statements_of(before).front());
  const std::vector<person_in_both> all = people(before, 200);
  if (all.size() != 200) state.SkipWithError("fewer than 200 cases");
  for (auto _ : state) {
    const std::vector<rule_change> changes = changes_between(before, after);
    for (const person_in_both& one : all) benchmark::DoNotOptimize(compare(before, after, one, changes));
  }
}
BENCHMARK(diff_of_200_cases)->Unit(benchmark::kMillisecond);

}  // namespace
