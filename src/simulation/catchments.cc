#include "simulation/catchments.h"

#include <mutex>
#include <utility>

namespace aiguillage::detail {

home_catchments::home_catchments(const pack& rules, const territory& land)
    : rules_(rules), in_parts_(land.actors.size() >= looked_at_whole) {
  if (in_parts_) index_ = index_catchments(rules, land);
}

const catchment& home_catchments::of(const territory& land, const situation& person) {
  constexpr double nowhere = 1000;
  const home key{person.home_commune, person.home ? person.home->latitude : nowhere,
                 person.home ? person.home->longitude : nowhere};
  {
    const std::shared_lock seeing(seeing_);
    if (const auto known = seen_.find(key); known != seen_.end()) return known->second;
  }
  catchment fresh = catchment_of(index_, rules_, land, person);
  const std::unique_lock adding(seeing_);
  return seen_.try_emplace(key, std::move(fresh)).first->second;
}

}  // namespace aiguillage::detail
