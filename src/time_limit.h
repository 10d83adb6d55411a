#pragma once

#include <chrono>

/// Work that is given up once its time is over. It asks now and then; whoever set the limit takes what is thrown.
namespace aiguillage {

struct out_of_time {};

#ifdef __EMSCRIPTEN__  // a module has neither clocks nor exceptions
inline void keep_time() {}
#else
/// Throws `out_of_time` when the time that this thread was given is over.
void keep_time();

/// Gives this thread until then, while it lives.
class time_limit {
 public:
  explicit time_limit(std::chrono::steady_clock::time_point until);
  ~time_limit();
  time_limit(const time_limit&) = delete;
  time_limit& operator=(const time_limit&) = delete;
};
#endif

}  // namespace aiguillage
