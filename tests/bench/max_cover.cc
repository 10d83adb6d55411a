// max_cover [--radius METRES] [--open N] FILE...: what the best places to open cover, and the bound that proves it:
// NAME covered=WEIGHT bound=BOUND gap=PERCENT ms=TIME nodes=PARTS. A file has the numbers of points and of candidates, then x, y
// and weight of each point, then x and y of each candidate, metres. The time is that of solving. Exit 3: a file cannot be read.
#include "aiguillage/siting/max_cover.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

namespace {

using aiguillage::max_cover_problem;

struct place {
  std::int64_t x = 0;
  std::int64_t y = 0;
};

constexpr std::int64_t most_metres = 1 << 30;
constexpr std::size_t most_places = 1 << 20;

bool read_place(std::istream& in, place& to) {
  return (in >> to.x >> to.y) && to.x >= -most_metres && to.x <= most_metres && to.y >= -most_metres &&
         to.y <= most_metres;
}

std::optional<max_cover_problem> read(const std::string& path, std::int64_t radius, std::size_t open) {
  std::ifstream in(path);
  std::size_t points = 0;
  std::size_t candidates = 0;
  if (!(in >> points >> candidates) || points > most_places || candidates > most_places || candidates == 0)
    return std::nullopt;
  max_cover_problem of;
  std::vector<place> where(points);
  of.weights.resize(points);
  for (std::size_t i = 0; i < points; ++i)
    if (!read_place(in, where[i]) || !(in >> of.weights[i]) || of.weights[i] < 0 ||
        of.weights[i] >= most_metres)
      return std::nullopt;
  of.first.push_back(0);
  for (std::size_t j = 0; j < candidates; ++j) {
    place from;
    if (!read_place(in, from)) return std::nullopt;
    for (std::size_t i = 0; i < points; ++i) {
      const std::int64_t x = where[i].x - from.x;
      const std::int64_t y = where[i].y - from.y;
      if (x * x + y * y <= radius * radius) of.covers.push_back(static_cast<std::uint32_t>(i));
    }
    of.first.push_back(of.covers.size());
  }
  of.open = std::min(open, candidates);
  return of;
}

void solve(const std::string& name, const max_cover_problem& of) {
  const auto start = std::chrono::steady_clock::now();
  const aiguillage::max_cover_plan found = solve_max_cover(of);
  const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
  const auto gap = static_cast<double>(found.bound - found.covered);
  std::printf("%s covered=%lld bound=%lld gap=%.4f%% ms=%.1f nodes=%zu\n", name.c_str(),
              static_cast<long long>(found.covered), static_cast<long long>(found.bound),
              found.covered > 0 ? 100 * gap / static_cast<double>(found.covered) : 0.0, spent.count(),
              found.nodes);
  std::fflush(stdout);
}

}  // namespace

int main(int count, char** arguments) {
  std::int64_t radius = 10000;
  std::size_t open = 10;
  int status = 0;
  for (int i = 1; i < count; ++i) {
    const std::string word = arguments[i];
    if (word == "--radius" && i + 1 < count) {
      radius = std::strtol(arguments[++i], nullptr, 10);
    } else if (word == "--open" && i + 1 < count) {
      open = std::strtoul(arguments[++i], nullptr, 10);
    } else if (const std::optional<max_cover_problem> of = read(word, radius, open)) {
      solve(std::filesystem::path(word).stem().string(), *of);
    } else {
      std::fprintf(stderr, "%s: no covering problem\n", arguments[i]);
      status = 3;
    }
  }
  return status;
}
