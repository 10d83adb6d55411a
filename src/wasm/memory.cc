#include <cstdlib>
#include <new>

#include "aiguillage/abi.h"

// Nothing is thrown in this module: when memory is at its end it stops, and says so by this number.
namespace {
[[noreturn]] void stop() { std::_Exit(AIG_OUT_OF_MEMORY); }
[[maybe_unused]] const std::new_handler former = std::set_new_handler(stop);
}  // namespace
