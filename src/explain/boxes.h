#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "aiguillage/situation.h"

/// Sets of answers, as boxes: for each fact, the answers that do. Inside the search for ways to a need.
namespace aiguillage::detail {

/// The answers to one fact; of a set, single answers.
struct side {
  fact_id fact;
  value_set values;
  bool none = false;  // a set: holding nothing
  std::int64_t low = 0;
  std::int64_t high = std::numeric_limits<std::int64_t>::max();
  bool as_is = true;  // what is known, or not known, of the fact does as well
};

/// One side per fact, in the order of the facts.
using box = std::vector<side>;
using boxes = std::vector<box>;

/// What a condition is asked to be.
enum class aim : std::uint8_t { yes, not_yes, no };

/// Whether no answer is left.
[[nodiscard]] bool is_empty(const side& one, const pack& rules);

/// How many answers a box takes: its sides that what is known does not meet.
[[nodiscard]] std::size_t answers_of(const box& one);

/// Each way to meet both; those that take more than `most_answers` are left out.
[[nodiscard]] boxes both(const boxes& a, const boxes& b, const pack& rules);

/// All of a, then all of b.
[[nodiscard]] boxes either(boxes a, const boxes& b);

/// The ways in which a condition comes to be as it is aimed at.
[[nodiscard]] boxes solve(condition_id which, aim wanted, const condition_context& context);

/// The box without the sides that what is known meets.
[[nodiscard]] box asked_for(const box& one);

/// What is left of a box without the answers of another one; the whole box when the other takes a fact that it has not.
[[nodiscard]] boxes without(const box& one, const box& other, const pack& rules);

}  // namespace aiguillage::detail
