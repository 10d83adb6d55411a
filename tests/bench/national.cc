#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <vector>

#include "aiguillage/load.h"
#include "aiguillage/snapshot.h"
#include "snapshot/frame.h"

/// What opening a snapshot takes, and what it holds for each actor.
/// national PACK SNAPSHOT [ROUNDS]: open_ms, actors, bytes and, by actor, bytes of texts and of all else.
int main(int count, char** arguments) {
  using namespace aiguillage;
  using clock = std::chrono::steady_clock;
  if (count < 3) return 2;
  diagnostics found;
  const auto rules = load_pack({arguments[1]}, found);
  if (!rules) return 3;
  std::vector<double> times;
  std::optional<snapshot> of;
  for (int i = count > 3 ? std::atoi(arguments[3]) : 20; i > 0; --i) {
    of.reset();
    const auto start = clock::now();
    of = open_snapshot(arguments[2], *rules, found);
    times.push_back(std::chrono::duration<double, std::milli>(clock::now() - start).count());
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
            << " else_per_actor=" << (of->bytes.size() - texts) / of->actors << "\n";
  return 0;
}
