// batch FILE [--people N] [--runs N]: many people of one territory by shared tables, beside the search for each person alone.
// Drawn, all assumed: 8 classes (all but the first lose each competence with odds of 20 %, every need keeps an actor), 200 places
// with 10 entries of cost 20 to 200, each need of a person with odds of 33 %, at least one. Exit 1 when answers differ.
// `free_cores_ratio`: what two threads would gain if no other process took their cores, from processor time.
#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "aiguillage/search/shared_table.h"
#include "search/instance_file.h"

namespace {

namespace search = aiguillage::search;
using search::need_set;
using lane = std::uint16_t;

constexpr std::size_t classes = 8, places = 200, entries_each = 10;

/// SplitMix64 (Steele, Lea and Flood, 2014).
struct generator {
  std::uint64_t state;
  std::uint32_t below(std::uint32_t n) {
    std::uint64_t z = state += 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return static_cast<std::uint32_t>((((z ^ (z >> 31U)) >> 32U) * n) >> 32U);
  }
  bool chance(std::uint32_t percent) { return below(100) < percent; }
};

struct person {
  need_set needs = 0;
  std::uint8_t of_class = 0, place = 0;
};

struct world {
  search::distances<lane, 1> far;
  std::vector<search::need_rules> rules;
  std::vector<search::shared_table<lane>> tables;
  std::vector<search::entry> entries;
  std::vector<person> people;

  [[nodiscard]] std::span<const search::entry> entries_of(const person& one) const {
    return {&entries[one.place * entries_each], entries_each};
  }
};

struct sums {
  std::uint64_t cost = 0, stops = 0, path = 0;  // path: of each stop times its place in the path
  friend bool operator==(const sums&, const sums&) = default;
};

void need(search::refusal why, const std::string& file) {
  if (why == search::refusal::none) return;
  std::fprintf(stderr, "%s:1: refused (%d): more than %zu needs, or costs too great to be added up\n",
               file.c_str(), static_cast<int>(why), search::most_shared_needs);
  std::exit(3);
}

void draw_classes(const instance_file::instance& one, generator& random, world& into) {
  into.rules.assign(classes, one.needs);
  for (std::size_t c = 1; c < classes; ++c)
    for (std::size_t n = 0; n < one.needs.count; ++n) {
      const auto bit = static_cast<need_set>(1U << n);
      auto& serves = into.rules[c].serves;
      auto left = std::count_if(serves.begin(), serves.end(), [&](need_set set) { return (set & bit) != 0; });
      for (need_set& set : serves) {
        if (left <= 1 || (set & bit) == 0 || !random.chance(20)) continue;
        set &= static_cast<need_set>(~bit);
        --left;
      }
    }
}

void draw_people(const instance_file::instance& one, std::size_t count, generator& random, world& into) {
  const auto actors = static_cast<std::uint32_t>(one.graph.vertex_count() - 1);  // the last one is home
  for (std::size_t i = 0; i < places * entries_each; ++i) {
    const search::vertex to = random.below(actors);
    into.entries.push_back({to, 20 + random.below(181)});
  }
  into.people.resize(count);
  for (person& each : into.people) {
    while (each.needs == 0)
      for (std::size_t n = 0; n < one.needs.count; ++n)
        each.needs |= static_cast<need_set>(unsigned{random.chance(33)} << n);
    each.of_class = static_cast<std::uint8_t>(random.below(classes));
    each.place = static_cast<std::uint8_t>(random.below(places));
  }
}

void measure(const instance_file::instance& one, const std::string& file, world& into) {
  search::ready_graph<lane, 3> ready;
  need(search::make_ready(one.graph, one.weights, 1, ready), file);
  const auto weight_of = [&](const auto& head) {
    return std::array<lane, 1>{ready.arcs[head.cheapest].weight};
  };
  need(search::measure(ready, weight_of, into.far), file);
}

template <bool WithPath>
sums answer(const world& in, std::size_t first, std::size_t last) {
  sums result;
  search::stop_list stops;
  for (std::size_t i = first; i < last; ++i) {
    const person& one = in.people[i];
    const auto& table = in.tables[one.of_class];
    const search::arrival best = table.best_from(in.entries_of(one), one.needs);
    if (best.cost >= search::unreachable<std::uint32_t>) continue;
    result.cost += best.cost;
    if (!WithPath) continue;
    table.stops(best.to, one.needs, stops);
    result.stops += stops.count;
    for (std::size_t s = 0; s < stops.count; ++s) result.path += (s + 1) * (stops.at[s] + 1);
  }
  return result;
}

sums on_threads(const world& in, std::size_t count) {
  std::vector<sums> parts(count);
  std::vector<std::thread> threads;
  const std::size_t people = in.people.size();
  for (std::size_t t = 0; t < count; ++t)
    threads.emplace_back(
        [&, t] { parts[t] = answer<true>(in, people * t / count, people * (t + 1) / count); });
  sums all;
  for (std::size_t t = 0; t < count; ++t) {
    threads[t].join();
    all.cost += parts[t].cost;
    all.stops += parts[t].stops;
    all.path += parts[t].path;
  }
  return all;
}

/// The needs of one person alone, numbered anew.
void only(const search::need_rules& of, need_set wanted, search::need_rules& into) {
  const auto squeeze = [&](need_set set) {
    unsigned result = 0, at = 0;
    for (unsigned left = wanted; left != 0; left &= left - 1)
      result |= (unsigned{set} >> static_cast<unsigned>(std::countr_zero(left)) & 1U) << at++;
    return static_cast<need_set>(result);
  };
  into.count = static_cast<std::size_t>(std::popcount(wanted));
  into.before.clear();
  for (unsigned left = wanted; left != 0; left &= left - 1)
    into.before.push_back(squeeze(of.before[static_cast<std::size_t>(std::countr_zero(left))]));
  into.serves.resize(of.serves.size());
  for (std::size_t v = 0; v < of.serves.size(); ++v) into.serves[v] = squeeze(of.serves[v]);
}

/// The cost for each of the first people by a table of their own, of the sets that paths reach; no path is looked for.
std::vector<std::uint32_t> alone(const world& in, std::size_t count, const std::string& file) {
  search::need_rules rules;
  search::need_resource needs;
  search::cost_to_go<lane, 1> table;
  std::vector<std::uint32_t> costs(count, search::unreachable<std::uint32_t>);
  for (std::size_t i = 0; i < count; ++i) {
    const person& one = in.people[i];
    only(in.rules[one.of_class], one.needs, rules);
    need(needs.load(rules, rules.serves.size()), file);
    need(table.compute(in.far, needs), file);
    for (const search::entry& each : in.entries_of(one))
      if (const std::uint32_t rest = table.at(each.to, 0)[0]; rest < search::unreachable<lane>)
        costs[i] = std::min(costs[i], each.cost + rest);
  }
  return costs;
}

double seconds(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Processor time of the whole process in seconds, of all threads together.
double used(const std::function<void()>& work) {
  const std::clock_t start = std::clock();
  work();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

double median(std::vector<double> of) {
  std::nth_element(of.begin(), of.begin() + static_cast<std::ptrdiff_t>(of.size() / 2), of.end());
  return of[of.size() / 2];
}

int report(world& in, const std::string& file, int runs) {
  const std::size_t sample = std::min<std::size_t>(in.people.size(), 20'000);
  const auto people = static_cast<double>(in.people.size());
  std::vector<double> build, one, two, bare, own, against_own, against_one, by_use;
  sums single, twice, bare_sum;
  std::vector<std::uint32_t> costs;
  in.tables.resize(classes);
  for (int run = 0; run < runs; ++run) {
    build.push_back(seconds([&] {
      for (std::size_t c = 0; c < classes; ++c) need(in.tables[c].build(in.far, in.rules[c]), file);
    }));
    double used_one = 0, used_two = 0;
    one.push_back(seconds([&] { used_one = used([&] { single = on_threads(in, 1); }); }) / people);
    two.push_back(seconds([&] { used_two = used([&] { twice = on_threads(in, 2); }); }) / people);
    by_use.push_back(2 * used_one / std::max(used_two, 1e-9));
    bare.push_back(seconds([&] { bare_sum = answer<false>(in, 0, in.people.size()); }) / people);
    own.push_back(seconds([&] { costs = alone(in, sample, file); }) / static_cast<double>(sample));
    against_own.push_back(own.back() / one.back());
    against_one.push_back(one.back() / two.back());
  }
  std::size_t differ = 0;
  for (std::size_t i = 0; i < sample; ++i) {
    const person& each = in.people[i];
    differ += in.tables[each.of_class].best_from(in.entries_of(each), each.needs).cost != costs[i];
  }
  const sums four = on_threads(in, 4);
  const bool same = single == twice && single == four && single.cost == bare_sum.cost;
  std::printf(
      "people=%zu build_us=%.0f per_second=%.0f path_ns=%.1f cost_ns=%.1f own_ns=%.0f own_ratio=%.2f "
      "threads_ratio=%.2f free_cores_ratio=%.2f cost=%llu stops=%llu paths=%llu same_sums=%d differ=%zu "
      "of=%zu\n",
      in.people.size(), median(build) * 1e6 / classes, 1 / median(one), median(one) * 1e9, median(bare) * 1e9,
      median(own) * 1e9, median(against_own), median(against_one), median(by_use),
      static_cast<unsigned long long>(single.cost), static_cast<unsigned long long>(single.stops),
      static_cast<unsigned long long>(single.path), same ? 1 : 0, differ, sample);
  return same && differ == 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    std::fprintf(stderr, "usage: batch FILE [--people N] [--runs N]\n");
    return 2;
  }
  const std::string file = arguments[1];
  std::size_t people = 1'000'000;
  int runs = 5;
  for (int i = 2; i + 1 < count; i += 2) {
    const std::string option = arguments[i];
    if (option == "--people") people = std::max<std::size_t>(1, std::strtoull(arguments[i + 1], nullptr, 10));
    if (option == "--runs") runs = std::max(1, std::atoi(arguments[i + 1]));
  }
  std::string error;
  const auto one = instance_file::read(file, error);
  if (!one) {
    std::fprintf(stderr, "%s\n", error.c_str());
    return 3;
  }
  world in;
  generator random{13};
  draw_classes(*one, random, in);
  draw_people(*one, people, random, in);
  measure(*one, file, in);
  return report(in, file, runs);
}
