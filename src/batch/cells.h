#pragma once

#include <optional>
#include <vector>

#include "aiguillage/situation.h"
#include "batch/graph.h"

/// How the cells of one fact become bits: values by their index, numbers by the class between two bounds.
namespace aiguillage::batch {

/// The bit of an index or of a class that says "not known"; indices and classes lie below.
inline constexpr std::uint16_t unknown_bit = 7;
inline constexpr std::size_t most_classes = 128;

struct cell_code {
  fact_kind kind = fact_kind::boolean;
  std::size_t classes = 1;         // sets: the values
  std::vector<std::int32_t> cuts;  // numbers: a class begins at each of them
  bool narrow = false;             // each number from just below the first cut to the last is a class
};

using cell_codes = id_vector<fact_id, cell_code>;

/// One code for each fact of the pack; nullopt when the bounds of a number do not fit.
[[nodiscard]] std::optional<cell_codes> code_cells(const pack& rules);

/// What the single form knows of a fact whose cell is of that class. Not for sets.
[[nodiscard]] fact_value value_of_class(const cell_code& code, std::size_t which);

[[nodiscard]] constexpr bool is_number(fact_kind kind) {
  return kind == fact_kind::integer || kind == fact_kind::number;
}

/// Thousandths in one unit of a column of numbers.
[[nodiscard]] constexpr std::int64_t thousandths_in(fact_kind kind) {
  return kind == fact_kind::integer ? 1000 : 1;
}

}  // namespace aiguillage::batch
