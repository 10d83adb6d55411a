#include <cstdarg>
#include <cstdlib>
#include <new>

#include "aiguillage/abi.h"

// Nothing is thrown in this module: when memory is at its end it stops, and says so by this number.
namespace {
[[noreturn]] void stop() { std::_Exit(AIG_OUT_OF_MEMORY); }
[[maybe_unused]] const std::new_handler former = std::set_new_handler(stop);
}  // namespace

// The libraries print only to word what stopped them, which nobody is shown: with no words, all that prints stays out.
extern "C" {
int vsnprintf(char* to, std::size_t size, const char*, std::va_list) {
  if (size > 0) *to = '\0';
  return 0;
}
int snprintf(char* to, std::size_t size, const char*, ...) {
  if (size > 0) *to = '\0';
  return 0;
}
[[noreturn]] void abort_message(const char*, ...) { std::abort(); }
char* strerror(int) {
  static char none[1] = "";
  return none;
}
int strerror_r(int, char* to, std::size_t size) {
  if (size > 0) *to = '\0';
  return 0;
}
}
