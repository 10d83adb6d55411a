#pragma once

#include <array>
#include <utility>
#include <vector>

#include "batch/cells.h"
#include "batch/needs.h"

/// Formulas as straight code: one accumulator, one row of bits at a time.
namespace aiguillage::batch {

/// One row met by the accumulator: sum = (sum ^ turn) & (row ^ flip). An `or` is an `and` of what is inverted.
struct step {
  std::uint32_t code = 0;  // the row, then a bit for turn and one for flip

  [[nodiscard]] std::size_t row() const { return code >> 2U; }
  [[nodiscard]] std::uint64_t turn() const { return turns[code & 3U]; }
  [[nodiscard]] std::uint64_t flip() const { return flips[code & 3U]; }

  static constexpr std::uint64_t all = ~std::uint64_t{0};
  static constexpr std::array<std::uint64_t, 4> turns = {0, 0, all, all};
  static constexpr std::array<std::uint64_t, 4> flips = {0, all, 0, all};
};

/// Steps that end with a row: sum = row ^ flip at the first, then the others; the row is sum ^ flip of the last.
struct fold {
  std::uint32_t steps = 0;
  step result;
};

/// Which bits of the cells of a fact go to which rows.
struct cell_reader {
  fact_id fact;
  cell_code code;
  std::vector<std::pair<std::uint16_t, std::size_t>> rows;
};

/// A row of answers, inverted or not.
struct answer_row {
  std::size_t row = 0;
  bool flipped = false;
};

struct batch_program {
  std::vector<cell_reader> readers;
  std::vector<fold> folds;
  std::vector<step> steps;  // of all folds, one after the other
  std::size_t rows = 1;     // row 0 is empty
  id_vector<need_type_id, answer_row> certain;
  id_vector<need_type_id, answer_row> possible;
  std::vector<std::pair<urgency_id, answer_row>> urgency;
};

[[nodiscard]] batch_program emit(const graph& from, const cell_codes& codes, const outcomes& wanted);

}  // namespace aiguillage::batch
