#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <vector>

#include "aiguillage/import.h"
#include "aiguillage/load.h"
#include "aiguillage/snapshot.h"
#include "snapshot/frame.h"

namespace {

using clock_type = std::chrono::steady_clock;

/// Records of one file made actors in a second, at best of three; 0 when it cannot be read.
double records_a_second(const aiguillage::pack& rules, const char* file, const char* mapping) {
  double best = 0;
  for (int i = 0; i < 3; ++i) {
    aiguillage::diagnostics found;
    aiguillage::import_options options;
    options.territory = "france";
    const auto start = clock_type::now();
    const auto made = aiguillage::import_files({{mapping, file, std::nullopt}}, options, rules, found);
    const double seconds = std::chrono::duration<double>(clock_type::now() - start).count();
    if (!made) return 0;
    best = std::max(best, static_cast<double>(made->report.files.front().records) / seconds);
  }
  return best;
}

}  // namespace

/// What opening a snapshot takes, what it holds for each actor, and how fast a file is imported.
/// national PACK SNAPSHOT [ROUNDS [FILE MAPPING]]: open_ms, actors, bytes and, by actor, bytes of texts and of all else;
/// import_per_s.
int main(int count, char** arguments) {
  using namespace aiguillage;
  if (count < 3) return 2;
  diagnostics found;
  const auto rules = load_pack({arguments[1]}, found);
  if (!rules) return 3;
  std::vector<double> times;
  std::optional<snapshot> of;
  for (int i = count > 3 ? std::atoi(arguments[3]) : 20; i > 0; --i) {
    of.reset();
    const auto start = clock_type::now();
    of = open_snapshot(arguments[2], *rules, found);
    times.push_back(std::chrono::duration<double, std::milli>(clock_type::now() - start).count());
    if (!of) break;
  }
  if (!of || of->actors == 0) {
    for (const diagnostic& one : found) std::cerr << to_string(one, language::en) << "\n";
    return 3;
  }
  std::sort(times.begin(), times.end());
  const std::size_t texts = snapshots::bytes_of(*of, snapshots::part::texts).size();
  std::cout << "open_ms=" << times[times.size() / 2] << " actors=" << of->actors
            << " bytes=" << of->bytes.size() << " texts_per_actor=" << texts / of->actors
            << " else_per_actor=" << (of->bytes.size() - texts) / of->actors;
  if (count > 5)
    std::cout << " import_per_s=" << std::lround(records_a_second(*rules, arguments[4], arguments[5]));
  std::cout << "\n";
  return 0;
}
