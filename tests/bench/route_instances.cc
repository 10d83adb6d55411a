// route_instances [--rounds N] [--more] FILE...: the weighted best and the Pareto front of each instance, and how long they
// took; --more: also a query without tables, the ten best plans, the front within 30 minutes, 3 days and 5 %, and counters.
// route_instances --peak load|best|front FILE: the most memory, in KiB, that the process held when this was done.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "aiguillage/search/planner.h"
#include "search/instance_file.h"

namespace {

namespace search = aiguillage::search;
using planner = search::planner<search::arc_lists<3>>;

int rounds = 7;
bool more = false;

/// Runs `work` several times, `before` each untimed, and gives the median in microseconds.
template <class Before, class Work>
double median_us(int runs, const Before& before, const Work& work) {
  std::vector<double> times;
  for (int i = 0; i < runs; ++i) {
    before();
    const auto start = std::chrono::steady_clock::now();
    work();
    times.push_back(
        std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count());
  }
  std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
  return times[static_cast<std::size_t>(runs / 2)];
}

void need(search::refusal why, const std::string& file) {
  if (why == search::refusal::none) return;
  std::fprintf(
      stderr, "%s:1: refused: %s\n", file.c_str(),
      why == search::refusal::overflow ? "the costs are too great to be added up" : "outside the limits");
  std::exit(3);
}

std::uint64_t hash_of(const search::plan_front<3>& front) {
  std::uint64_t hash = 0;
  for (const auto& c : front.costs)
    hash = hash * 1099511628211ULL + ((std::uint64_t{c[0]} << 32U) + (std::uint64_t{c[1]} << 16U) + c[2]);
  return hash;
}

/// 30 minutes, 3 days and a loss of 5 % (about 50 of risk) in the grain of the instance.
std::array<std::uint32_t, 3> tolerance_for(const instance_file::instance& one) {
  return one.coarse ? std::array<std::uint32_t, 3>{6, 3, 5} : std::array<std::uint32_t, 3>{30, 3, 50};
}

/// One line of figures. `cold` is one query on a graph that is ready, with no table; `ten` are the ten best plans that
/// differ in their actors, over tables that are ready; `near` is the front within a tolerance, its tables counted.
void report(const std::string& file, const instance_file::instance& one) {
  planner with;
  std::optional<search::plan> best;
  search::plan_front<3> front;
  search::plan_list ten;
  const auto nothing = [] {};
  const auto load = [&] { need(with.load(one.graph, one.weights), file); };
  const auto ask = [&] { need(with.ask(one.needs), file); };
  const int many = rounds * 5;
  const double cold = median_us(many, load, [&] { ask(), need(with.best(one.home, best), file); });
  const double prepare = median_us(many, nothing, [&] { load(), need(with.measure(), file); });
  const double best_us = median_us(many, nothing, [&] { ask(), need(with.best(one.home, best), file); });
  const double ten_us = median_us(many, nothing, [&] { need(with.k_best(one.home, 10, true, ten), file); });
  const double front_us = median_us(rounds, nothing, [&] { ask(), need(with.front(one.home, front), file); });
  const std::string name = file.substr(file.rfind('/') + 1);
  std::printf("%s best=%s front=%zu front_hash=%016llx prepare_us=%.1f best_us=%.1f front_us=%.1f",
              name.c_str(), best ? std::to_string(best->cost).c_str() : "none", front.costs.size(),
              static_cast<unsigned long long>(hash_of(front)), prepare, best_us, front_us);
  if (more) {
    search::plan_front<3> close;
    const double near_us = median_us(
        rounds, nothing, [&] { ask(), need(with.front(one.home, close, {}, tolerance_for(one)), file); });
    std::printf(" cold_us=%.1f ten_us=%.1f near=%zu near_us=%.1f relaxations=%llu labels=%llu", cold, ten_us,
                close.costs.size(), near_us, static_cast<unsigned long long>(with.relaxations()),
                static_cast<unsigned long long>(front.counters.labels));
  }
  std::printf("\n");
}

instance_file::instance read(const std::string& file) {
  std::string error;
  auto one = instance_file::read(file, error);
  if (one) return std::move(*one);
  std::fprintf(stderr, "%s\n", error.c_str());
  std::exit(3);
}

/// Does what `until` says, then prints the high water of this process's memory (Linux).
int print_peak(const std::string& until, const std::string& file) {
  const instance_file::instance one = read(file);
  planner with;
  if (until != "load") {
    std::optional<search::plan> best;
    search::plan_front<3> front;
    need(with.load(one.graph, one.weights), file);
    need(with.ask(one.needs), file);
    need(until == "best" ? with.best(one.home, best) : with.front(one.home, front), file);
  }
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;)
    if (word == "VmHWM:" && status >> word) std::printf("%s\n", word.c_str());
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::string> files(arguments + 1, arguments + count);
  if (files.size() > 1 && files[0] == "--rounds") {
    rounds = std::max(1, std::atoi(files[1].c_str()));
    files.erase(files.begin(), files.begin() + 2);
  }
  if (!files.empty() && files[0] == "--more") {
    more = true;
    files.erase(files.begin());
  }
  if (files.size() == 3 && files[0] == "--peak") return print_peak(files[1], files[2]);
  if (files.empty()) {
    std::fprintf(stderr,
                 "usage: route_instances [--rounds N] [--more] FILE... | --peak load|best|front FILE\n");
    return 2;
  }
  for (const std::string& file : files) {
    report(file, read(file));
    std::fflush(stdout);
  }
}
