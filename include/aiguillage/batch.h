#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "aiguillage/qualify.h"

/// Qualification of many people at once. Exactly as `qualify` for one: the certain and the possible need types, and the
/// urgency of the whole. Not given here: the rights of the needs (though they count, as in `qualify`), what is said of
/// each need (operator, help, urgency, vital), the reasons and the questions.
#pragma GCC visibility push(default)
namespace aiguillage {

/// @{
/// A cell that is not known: in a column of indices, in a column of numbers.
inline constexpr std::uint8_t unknown_index = 0xFF;
inline constexpr std::int32_t unknown_number = std::numeric_limits<std::int32_t>::min();
/// @}

/// What is known of one fact, person by person. One of the vectors is used, by the kind of the fact; when all are empty,
/// the fact is known of nobody. Every content is an answer: an index that the fact has not is not known, and neither are
/// the values of a set for those who are not in its last row.
struct fact_column {
  /// Boolean (0, 1), one_of: index of the value; code: 0.
  std::vector<std::uint8_t> index;
  /// Integer: whole units; number: thousandths. What is greater stays at the ends of the type.
  std::vector<std::int32_t> number;
  /// Set_of: a row for each value, then the row of those of whom it is known. Person p is bit p % 64 of word p / 64.
  std::vector<std::vector<std::uint64_t>> rows;
};

/// Facts in columns; every column has `places` cells, a multiple of 64 that is not less than `count`. The places beyond
/// `count` are nobody's: whatever is in them.
struct people {
  std::size_t count = 0;
  std::size_t places = 0;
  id_vector<fact_id, fact_column> facts;
};

/// That many people of whom nothing is known; no column is open.
[[nodiscard]] people unknown_people(const pack& rules, std::size_t count);

/// Gives the fact a column with nothing known in it, unless it has one already.
fact_column& open_column(const pack& rules, people& all, fact_id which);

/// The same people in columns. A known boolean or one_of has one value (without one it is not known). Dates and homes
/// are left out.
[[nodiscard]] people pack_people(const pack& rules, const std::vector<situation>& all);

/// Inside the batch form.
namespace batch {
struct batch_program;
}

/// The rules of a pack that are in force on one day, compiled. Cheap to copy; does not point into the pack.
struct batch_rules {
  std::shared_ptr<const batch::batch_program> program;
  std::size_t need_types = 0;
  std::size_t facts = 0;
  std::size_t steps = 0;  // operations for 64 people, those that read the columns apart
};

/// Compiles for a day (YYYY-MM-DD), or "" for the reference date of the pack. Nullopt when one number fact has more than
/// 126 different bounds, or a bound outside 32 bits.
[[nodiscard]] std::optional<batch_rules> compile_batch(const pack& rules, const std::string& day);

/// Bit rows by need type, and the urgency of each person; nobody beyond `count` has a bit.
struct batch_answers {
  std::size_t count = 0;
  id_vector<need_type_id, std::vector<std::uint64_t>> certain;
  id_vector<need_type_id, std::vector<std::uint64_t>> possible;
  std::vector<urgency_id> urgency;
};

/// Need types of one person as two words of bits.
struct need_sets {
  std::array<std::uint64_t, 2> certain{};
  std::array<std::uint64_t, 2> possible{};
};

/// Qualifies everybody; `out` is overwritten and keeps its memory. False, and nobody in `out`, when `all` has not the
/// facts of the pack of `rules`, or when a column that a rule reads is of another kind or has not `places` cells.
[[nodiscard]] bool qualify_batch(const batch_rules& rules, const people& all, batch_answers& out);

/// The same answers, person by person.
void by_person(const batch_answers& answers, std::vector<need_sets>& out);

}  // namespace aiguillage
#pragma GCC visibility pop
