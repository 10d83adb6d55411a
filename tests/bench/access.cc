// access FOLDER RADIUS [RUNS] [VALUES]: floating catchment areas on FOLDER/origins.csv (id,x,y,pop) and
// FOLDER/facilities.csv (id,x,y,supply), whole numbers, ids from 0. One line of medians, in milliseconds of the processor:
// pairs found; that and the plain area; then on these pairs, the plain area again, one with a Gaussian and one with three
// bands, from the distances on; one change of one facility, plain and with a Gaussian. To VALUES go the access of each
// origin: plain, Gaussian, bands, and plain or Gaussian after the facility in the middle of the list has closed. Exit 3: a
// file cannot be read, or is refused.
#include "aiguillage/coverage/access.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace aiguillage;

struct instance {
  plane_points origins;
  plane_points facilities;
  access_world world;
  double radius = 0;
};

[[noreturn]] void stop(const std::string& what) {
  std::fprintf(stderr, "access: %s\n", what.c_str());
  std::exit(3);
}

void read(std::string file, plane_points& points, std::vector<double>& amounts) {
  std::ifstream in(file);
  std::string line;
  if (!std::getline(in, line)) stop(file + " cannot be read");
  while (std::getline(in, line)) {
    unsigned id = 0;
    int x = 0;
    int y = 0;
    int amount = 0;
    if (std::sscanf(line.c_str(), "%u,%d,%d,%d", &id, &x, &y, &amount) != 4 || id != amounts.size())
      stop(file.append(": no id,x,y,amount: ").append(line));
    points.x.push_back(x);
    points.y.push_back(y);
    amounts.push_back(amount);
  }
}

template <typename Value>
Value sound(std::optional<Value> value) {
  if (!value) stop("refused");
  return *std::move(value);
}

/// Of the processor: others may want it too.
double now_ms() {
  std::timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

/// Milliseconds: the median of some runs.
template <typename Work>
double median_of(int runs, const Work& work) {
  std::vector<double> spent;
  for (int i = 0; i < runs; ++i) {
    const double start = now_ms();
    work();
    spent.push_back(now_ms() - start);
  }
  std::nth_element(spent.begin(), spent.begin() + runs / 2, spent.end());
  return spent[static_cast<std::size_t>(runs / 2)];
}

access_pairs pairs_of(const instance& of) {
  return sound(find_access_pairs(of.origins, of.facilities, of.radius));
}

std::vector<double> gaussian(const instance& of, const access_pairs& pairs) {
  return sound(gaussian_weights(pair_distances(pairs, of.origins, of.facilities), of.radius / 3));
}

std::vector<double> bands(const instance& of, const access_pairs& pairs) {
  return sound(band_weights(pair_distances(pairs, of.origins, of.facilities),
                            {{of.radius / 3, 1}, {2 * of.radius / 3, 0.68}, {of.radius, 0.22}}));
}

/// Each change halves the supply of one facility, and another one is next.
double change_ms(const instance& of, const access_pairs& pairs, const std::vector<double>& weights,
                 int runs) {
  if (of.world.supply.empty()) return 0;
  access_scores scores = sound(two_step_access(pairs, weights, of.world));
  constexpr std::uint32_t changes = 100;
  std::uint32_t next = 0;
  const double spent = median_of(runs, [&] {
    for (std::uint32_t k = 0; k < changes; ++k, ++next) {
      const auto facility = static_cast<std::uint32_t>(next % of.world.supply.size());
      if (!change_supply(pairs, weights, facility, of.world.supply[facility] / 2, scores)) stop("refused");
    }
  });
  return spent / changes;
}

void measure(const instance& of, int runs) {
  const access_pairs pairs = pairs_of(of);
  std::printf("pairs=%zu", pairs.origins.size());
  const auto time = [&](const char* name, const auto& work) {
    std::printf(" %s_ms=%.4f", name, median_of(runs, work));
  };
  time("find", [&] { (void)pairs_of(of); });
  time("plain", [&] { (void)sound(two_step_access(pairs_of(of), {}, of.world)); });
  time("again", [&] { (void)sound(two_step_access(pairs, {}, of.world)); });
  time("gaussian", [&] { (void)sound(two_step_access(pairs, gaussian(of, pairs), of.world)); });
  time("bands", [&] { (void)sound(two_step_access(pairs, bands(of, pairs), of.world)); });
  std::printf(" change_ms=%.6f weighted_change_ms=%.6f\n", change_ms(of, pairs, {}, runs),
              change_ms(of, pairs, gaussian(of, pairs), runs));
}

access_scores closed(const instance& of, const access_pairs& pairs, const std::vector<double>& weights,
                     access_scores scores) {
  const auto middle = static_cast<std::uint32_t>(of.world.supply.size() / 2);
  if (!change_supply(pairs, weights, middle, 0, scores)) stop("refused");
  return scores;
}

void write_values(const instance& of, const std::string& file) {
  const access_pairs pairs = pairs_of(of);
  const std::vector<double> decay = gaussian(of, pairs);
  const access_scores plain = sound(two_step_access(pairs, {}, of.world));
  const access_scores decayed = sound(two_step_access(pairs, decay, of.world));
  const access_scores banded = sound(two_step_access(pairs, bands(of, pairs), of.world));
  const access_scores plain_closed = closed(of, pairs, {}, plain);
  const access_scores decayed_closed = closed(of, pairs, decay, decayed);
  std::FILE* out = std::fopen(file.c_str(), "w");
  if (out == nullptr) stop(file + " cannot be written");
  std::fputs("plain,gaussian,bands,plain_closed,gaussian_closed\n", out);
  for (std::size_t i = 0; i < plain.access.size(); ++i)
    std::fprintf(out, "%.17g,%.17g,%.17g,%.17g,%.17g\n", plain.access[i], decayed.access[i], banded.access[i],
                 plain_closed.access[i], decayed_closed.access[i]);
  if (std::fclose(out) != 0) stop(file + " cannot be written");
}

}  // namespace

int main(int count, char** arguments) {
  const int runs = count > 3 ? std::atoi(arguments[3]) : 15;
  if (count < 3 || runs < 1) stop("usage: access FOLDER RADIUS [RUNS] [VALUES]");
  instance of;
  const std::string folder = arguments[1];
  of.radius = std::atof(arguments[2]);
  read(folder + "/origins.csv", of.origins, of.world.population);
  read(folder + "/facilities.csv", of.facilities, of.world.supply);
  measure(of, runs);
  if (count > 4) write_values(of, arguments[4]);
}
