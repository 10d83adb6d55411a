#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

/// Sets of people that overlap: which may be counted in public beside all people, so that no small figure follows.
#pragma GCC visibility push(default)
namespace aiguillage {

/// People by the sets that they are in: each in exactly one part, those of no set too.
struct overlapping_counts {
  /// Those of exactly some sets.
  struct part {
    std::vector<std::size_t> in;       // exactly these sets, ascending
    std::vector<std::int64_t> counts;  // by column
  };
  std::size_t sets = 0;
  std::vector<part> parts;
};

/// Columns of counts that are published as one sum.
using column_groups = std::vector<std::vector<std::size_t>>;

/// Which of the sets `among` (by set) may be published whole: a figure for each group of columns, beside that of all people. Looked
/// at, for each such figure, are the people of the set; those of a set, or of all, who are in none of up to three of its subsets
/// that share nobody; and those in two sets that together make up a third, or all. Each is 0 or `least` at least. Who is in what
/// is as counted, whether or not a definition says so. Other sums and differences of sets are not looked at. Sets with more people
/// come first, ties by number.
[[nodiscard]] std::vector<bool> published_sets(const overlapping_counts& of, const column_groups& groups,
                                               const std::vector<bool>& among, std::int64_t least);

}  // namespace aiguillage
#pragma GCC visibility pop
