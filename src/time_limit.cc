#include "time_limit.h"

namespace aiguillage {
namespace {

using clock = std::chrono::steady_clock;

/// The clock is asked once in so many times.
constexpr unsigned seldom = 16;

struct given_time {
  clock::time_point until = clock::time_point::max();
  unsigned asked = 0;
};

thread_local given_time given;

}  // namespace

void keep_time() {
  if (given.until == clock::time_point::max() || given.asked++ % seldom != 0) return;
  if (clock::now() >= given.until) throw out_of_time{};
}

time_limit::time_limit(clock::time_point until) { given = {until, 0}; }

time_limit::~time_limit() { given = {}; }

}  // namespace aiguillage
