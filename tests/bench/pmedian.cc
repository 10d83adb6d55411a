// pmedian FILE...: the least cost of each p-median problem of the OR-Library, and the bound that proves it:
// NAME cost=COST bound=BOUND ms=TIME. A file has n, the number of edges, p, then edges from 1 on; an edge that comes again
// replaces the one before; costs are shortest paths. Exit 3: a file cannot be read.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <vector>

#include "aiguillage/siting/p_median.h"

namespace {

using aiguillage::p_median_problem;

constexpr std::int32_t far = aiguillage::p_median_most_cost;
constexpr std::size_t most_vertices = 5000;

void shorten(std::vector<std::int32_t>& costs, std::size_t n) {
  for (std::size_t k = 0; k < n; ++k)
    for (std::size_t i = 0; i < n; ++i) {
      const std::int32_t to = costs[i * n + k];
      if (to >= far) continue;
      for (std::size_t j = 0; j < n; ++j)
        costs[i * n + j] = std::min(costs[i * n + j], to + costs[k * n + j]);
    }
}

std::optional<p_median_problem> read(const std::string& path) {
  std::ifstream in(path);
  std::size_t n = 0;
  std::size_t edges = 0;
  std::size_t p = 0;
  if (!(in >> n >> edges >> p) || n == 0 || n > most_vertices || p == 0 || p > n) return std::nullopt;
  p_median_problem of{n, n, std::vector<std::int32_t>(n * n, far), p, {}};
  for (std::size_t i = 0; i < n; ++i) of.costs[i * n + i] = 0;
  for (std::size_t e = 0; e < edges; ++e) {
    std::size_t a = 0;
    std::size_t b = 0;
    std::int32_t cost = 0;
    if (!(in >> a >> b >> cost) || a == 0 || b == 0 || a > n || b > n || cost < 0 || cost >= far)
      return std::nullopt;
    of.costs[(a - 1) * n + b - 1] = cost;
    of.costs[(b - 1) * n + a - 1] = cost;
  }
  shorten(of.costs, n);
  return of;
}

}  // namespace

int main(int count, char** arguments) {
  int status = 0;
  for (int i = 1; i < count; ++i) {
    const std::optional<p_median_problem> of = read(arguments[i]);
    if (!of) {
      std::fprintf(stderr, "%s: no p-median problem of the OR-Library\n", arguments[i]);
      status = 3;
      continue;
    }
    const auto start = std::chrono::steady_clock::now();
    const aiguillage::p_median_plan found = solve_p_median(*of);
    const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
    std::printf("%s cost=%lld bound=%lld ms=%.1f\n",
                std::filesystem::path(arguments[i]).stem().string().c_str(),
                static_cast<long long>(found.cost), static_cast<long long>(found.bound), spent.count());
    std::fflush(stdout);
  }
  return status;
}
