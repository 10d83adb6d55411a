#pragma once

#include <map>
#include <shared_mutex>
#include <string>
#include <tuple>

#include "network/catchment.h"

namespace aiguillage::detail {

/// Territories with fewer actors are looked at whole.
inline constexpr std::size_t looked_at_whole = 300;

/// Which part of a large territory each home looks at, worked out when somebody comes from there. Several threads may ask.
class home_catchments {
 public:
  home_catchments(const pack& rules, const territory& land);

  [[nodiscard]] bool in_parts() const { return in_parts_; }
  /// Empty unless `in_parts`.
  [[nodiscard]] const catchment_index& index() const { return index_; }
  /// Stays as long as this; `land`: as it was, but for its waits. Expects `in_parts`.
  [[nodiscard]] const catchment& of(const territory& land, const situation& person);

 private:
  using home = std::tuple<std::string, double, double>;  // a point that is not known: 1000 degrees

  const pack& rules_;
  bool in_parts_;
  catchment_index index_;
  std::shared_mutex seeing_;
  std::map<home, catchment> seen_;
};

}  // namespace aiguillage::detail
