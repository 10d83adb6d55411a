#pragma once

#include <array>
#include <functional>

#include "aiguillage/report/comparison.h"
#include "aiguillage/simulation/estimate.h"

namespace aiguillage::report {

/// What the other scenario changes for one person: the first that is true.
enum class change : std::uint8_t {
  gains,   // a greater part of their needs is reached
  loses,   // a smaller part
  sooner,  // the same part, in fewer days
  later,   // the same part, in more days
  same
};
inline constexpr std::array<const char*, 5> change_names = {"gains", "loses", "sooner", "later", "same"};
using change_counts = std::array<std::int64_t, change_names.size()>;

[[nodiscard]] change change_of(const person_result& before, const person_result& after);

/// How many people of one replication, in all (no area) or of one.
[[nodiscard]] change_counts changes_in(const compared& both, std::size_t run,
                                       std::optional<std::size_t> area);

/// A figure in both, and its difference over pairs of replications.
struct paired {
  estimate before;
  estimate after;
  estimate difference;
};
[[nodiscard]] paired paired_of(const compared& both,
                               const std::function<double(const simulated&, const replication&)>& figure);

/// A figure that both show: how JSON names it, and how people read it.
struct named_figure {
  const char* group;
  const char* key;
  text words;
  std::function<double(const simulated&, const replication&)> figure;
};
[[nodiscard]] std::vector<named_figure> figures_compared();

}  // namespace aiguillage::report
