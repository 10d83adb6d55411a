#pragma once

#include <span>
#include <vector>

#include "aiguillage/siting/max_cover.h"

/// What is left of a covering problem once some candidates are open and others closed.
namespace aiguillage::siting {

/// Whether a candidate is settled.
enum class standing : std::int8_t { closed, free, open };

/// Candidates that are free and points that none open covers, both ways round. Points with the same candidates are one.
struct cover_instance {
  std::vector<std::size_t> place;          // which candidate of the problem each is
  std::vector<std::int64_t> weight;        // of each point, positive
  std::vector<std::uint32_t> first_point;  // of each candidate in `points`, and the end
  std::vector<std::uint32_t> points;
  std::vector<std::uint32_t> first_candidate;  // of each point in `candidates`, and the end
  std::vector<std::uint32_t> candidates;
  std::vector<std::size_t> opened;  // candidates of the problem
  std::int64_t covered = 0;         // by those
  std::size_t wanted = 0;           // how many more to open
};

[[nodiscard]] inline std::span<const std::uint32_t> points_of(const cover_instance& at,
                                                              std::size_t candidate) {
  return {at.points.data() + at.first_point[candidate], at.points.data() + at.first_point[candidate + 1]};
}

[[nodiscard]] inline std::span<const std::uint32_t> candidates_of(const cover_instance& at,
                                                                  std::size_t point) {
  return {at.candidates.data() + at.first_candidate[point],
          at.candidates.data() + at.first_candidate[point + 1]};
}

/// The problem with what is already open, before anything else is settled.
[[nodiscard]] cover_instance instance_of(const max_cover_problem& of);

/// The instance once its candidates stand as `all` says. Points that become one add up their `multipliers`.
[[nodiscard]] cover_instance reduced(const cover_instance& from, const std::vector<standing>& all,
                                     std::vector<std::int64_t>& multipliers);

}  // namespace aiguillage::siting
