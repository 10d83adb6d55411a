#pragma once

#include <cstddef>
#include <functional>

#pragma GCC visibility push(default)
namespace aiguillage {

/// Called as a long work goes on, with how much is done and how much there is; results do not depend on it.
using progress = std::function<void(std::size_t, std::size_t)>;

}  // namespace aiguillage
#pragma GCC visibility pop
