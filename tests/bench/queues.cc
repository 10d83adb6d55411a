// queues FILE [--runs N] [--waits WRITTEN]: lets everyone of a file go through the waiting lines, N times with the same memory:
// persons=… stops=… wait=… end=… first_ms=… ms=… (processor time of the first run, which asks for the memory, and the median).
// A file has the number of people and of actors, how many each actor serves at a time, then for each person: when they set out,
// the number of stops, and for each an actor and a service. --waits: the wait at each stop, one a line. Exit 3: a file cannot
// be read or written.
#include "aiguillage/simulation/queues.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

/// The numbers of a text, one after the other; `good` until one is missing.
struct numbers {
  std::string_view left;
  bool good = true;

  std::uint64_t next() {
    const std::size_t at = left.find_first_of("0123456789");
    good = good && at != std::string_view::npos;
    if (!good) return 0;
    std::uint64_t value = 0;
    left.remove_prefix(at);
    for (; !left.empty() && left.front() >= '0' && left.front() <= '9'; left.remove_prefix(1))
      value = value * 10 + static_cast<std::uint64_t>(left.front() - '0');
    return value;
  }
};

std::optional<aiguillage::queue_world> read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  numbers from{text};
  aiguillage::queue_world of;
  const std::uint64_t people = from.next();
  const std::uint64_t actors = from.next();
  for (std::uint64_t i = 0; from.good && i < actors; ++i)
    of.servers.push_back(static_cast<std::uint32_t>(from.next()));
  of.first_stop.push_back(0);
  for (std::uint64_t i = 0; from.good && i < people; ++i) {
    of.sets_out.push_back(static_cast<std::int64_t>(from.next()));
    for (std::uint64_t stops = from.next(); from.good && stops > 0; --stops) {
      const auto actor = static_cast<std::uint32_t>(from.next());
      of.stops.push_back({actor, 0, static_cast<std::uint32_t>(from.next())});
    }
    of.first_stop.push_back(static_cast<std::uint32_t>(of.stops.size()));
  }
  if (!from.good || !can_run_queues(of)) return std::nullopt;
  return of;
}

bool write(const std::vector<std::int64_t>& waits, const char* path) {
  std::string text;
  for (const std::int64_t wait : waits) text += std::to_string(wait) + '\n';
  std::ofstream out(path, std::ios::binary);
  out << text << std::flush;
  return out.good();
}

int failed(const char* path, const char* what) {
  std::fprintf(stderr, "%s: %s\n", path, what);
  return 3;
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string_view> given(arguments, arguments + count);
  const auto after = [&](std::string_view option) -> const char* {
    const auto at = std::find(given.begin(), given.end(), option);
    return given.end() - at > 1 ? arguments[at - given.begin() + 1] : nullptr;
  };
  if (count < 2) return failed("queues", "FILE [--runs N] [--waits WRITTEN]");
  const std::optional<aiguillage::queue_world> of = read(arguments[1]);
  if (!of) return failed(arguments[1], "no people and their stops");
  const char* const runs = after("--runs");
  aiguillage::queue_results results;
  aiguillage::queue_workspace memory;
  std::vector<double> spent;
  for (long i = runs ? std::max(1L, std::atol(runs)) : 1; i > 0; --i) {
    const std::clock_t start = std::clock();
    run_queues(*of, results, memory);
    spent.push_back(static_cast<double>(std::clock() - start) * 1000 / CLOCKS_PER_SEC);
  }
  const double first = spent.front();
  std::nth_element(spent.begin(), spent.begin() + static_cast<std::ptrdiff_t>(spent.size() / 2), spent.end());
  std::printf(
      "persons=%zu stops=%zu wait=%lld end=%lld first_ms=%.1f ms=%.1f\n", of->sets_out.size(),
      of->stops.size(),
      static_cast<long long>(std::accumulate(results.wait.begin(), results.wait.end(), std::int64_t{0})),
      static_cast<long long>(results.end), first, spent[spent.size() / 2]);
  const char* const waits = after("--waits");
  if (waits && !write(results.wait, waits)) return failed(waits, "cannot be written");
  return 0;
}
