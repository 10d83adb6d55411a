#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "aiguillage/situation.h"

#pragma GCC visibility push(default)
namespace aiguillage {

/// A point and the number that its owner knows it by.
struct indexed_place {
  std::uint32_t id = 0;
  point where;
};

/// A place found and how far it is.
struct near_place {
  std::uint32_t id = 0;
  double metres = 0;
};

/// Places sorted by latitude into bands, and by longitude within each; never changes once built, copied at will.
struct place_index {
  /// A strip of latitudes, cut into cells of one width by longitude.
  struct band {
    double south = 0;  // of its places, degrees
    double north = 0;
    double west = 0;
    double cells_per_degree = 0;
    std::uint32_t first_cell = 0;
    std::uint32_t cells = 0;
  };

  double south = 0;
  double bins_per_degree = 0;
  std::vector<std::uint16_t> band_of_bin;  // thin slices of latitude
  std::vector<band> bands;
  std::vector<std::uint32_t> starts;  // of each cell among the places, and one more
  std::vector<double> latitudes;
  std::vector<double> longitudes;
  std::vector<std::uint32_t> ids;
  std::uint32_t greatest_id = 0;
  bool dense = false;  // ids are few for their number of bits, and each is there once

  /// How many places there are.
  [[nodiscard]] std::size_t size() const { return ids.size(); }
  /// All that it holds in memory.
  [[nodiscard]] std::size_t bytes() const;
};

/// Builds an index; nullopt when a point is not on earth (latitude within 90 degrees, longitude within 180), or when there
/// are 2^32 places or more.
[[nodiscard]] std::optional<place_index> index_places(const std::vector<indexed_place>& places);

/// Questions put to an index, which must outlive it; keeps its memory from one to the next. Distances are those of
/// `metres_between`, exactly, the limit included; over the poles and the antimeridian too. From a point that is not on
/// earth nothing is near. What is given back lasts until the next question.
class place_query {
 public:
  /// Asks this index; no memory is taken before the first question.
  explicit place_query(const place_index& in) : in_(in) {}

  /// The ids within a distance, sorted.
  [[nodiscard]] std::span<const std::uint32_t> within(const point& from, double metres);

  /// The same in the order of the index, which is always the same for the same places; faster.
  [[nodiscard]] std::span<const std::uint32_t> within_unsorted(const point& from, double metres);

  /// The `count` nearest within a distance, by distance, then id.
  [[nodiscard]] std::span<const near_place> nearest(const point& from, std::size_t count, double metres);

 private:
  void sort_by_marks(std::size_t count);

  const place_index& in_;
  std::vector<std::uint32_t> found_;
  std::vector<near_place> near_;
  std::vector<std::uint64_t> marks_, marked_;
};

}  // namespace aiguillage
#pragma GCC visibility pop
