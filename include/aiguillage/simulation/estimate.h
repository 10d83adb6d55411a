#pragma once

#include <optional>
#include <vector>

#pragma GCC visibility push(default)
namespace aiguillage {

/// A mean over replications, and how far the true one may lie from it on either side, 95 times in 100.
struct estimate {
  double mean = 0;
  std::optional<double> half_width;  // none with one replication
};

/// By Student's t, replications being independent. Expects at least one value.
[[nodiscard]] estimate estimate_of(const std::vector<double>& values);

}  // namespace aiguillage
#pragma GCC visibility pop
