#include <algorithm>

#include "simulation/running.h"

namespace aiguillage::detail {
namespace {

std::string reason_of(const pack& rules, const obstacle& one) {
  const auto is = [&](const competence& row) { return &row.about == one.by; };
  if (one.by != nullptr && std::none_of(rules.competences.begin(), rules.competences.end(), is))
    return one.by->id;
  return exclusion_names[static_cast<std::size_t>(one.kept_by)];
}

}  // namespace

void count_exclusions(running& in, const std::vector<unmet_need>& unmet) {
  if (unmet.empty()) return;
  std::vector<std::string> reasons;
  for (const unmet_need& need : unmet)
    for (const obstacle& one : need.why) reasons.push_back(reason_of(in.rules, one));
  std::sort(reasons.begin(), reasons.end());
  reasons.erase(std::unique(reasons.begin(), reasons.end()), reasons.end());
  ++in.sums.unmet_by_reasons[std::move(reasons)];
}

}  // namespace aiguillage::detail
