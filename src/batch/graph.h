#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "aiguillage/id.h"

/// Two-valued formulas over bit rows, one bit per person: `and` gates whose inputs may be inverted, each built once.
namespace aiguillage::batch {

/// A gate, inverted when the lowest bit is set.
using literal = std::uint32_t;
inline constexpr literal no_one = 0;
inline constexpr literal everyone = 1;

[[nodiscard]] constexpr literal inverse(literal of) { return of ^ 1U; }
[[nodiscard]] constexpr std::size_t gate_of(literal of) { return of >> 1U; }
[[nodiscard]] constexpr bool inverted(literal of) { return (of & 1U) != 0; }

/// A bit of the cells of one fact.
struct cell_bit {
  fact_id fact;
  std::uint16_t bit = 0;
};

/// An `and` of literals; without them, an input row (the first gate is the row of nobody).
struct gate {
  std::vector<literal> of;
  cell_bit input;
};

struct graph {
  std::vector<gate> gates = std::vector<gate>(1);
  std::map<std::vector<literal>, literal> built;
  std::map<std::pair<std::uint16_t, std::uint16_t>, literal> inputs;
};

[[nodiscard]] literal input_row(graph& all, cell_bit which);
[[nodiscard]] literal all_of(graph& all, std::vector<literal> parts);
[[nodiscard]] literal any_of(graph& all, std::vector<literal> parts);

/// `then` for those who are in `by`, `otherwise` for the others.
[[nodiscard]] literal choose(graph& all, literal by, literal then, literal otherwise);

}  // namespace aiguillage::batch
