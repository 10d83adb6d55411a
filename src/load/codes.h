#pragma once

#include <array>

/// Every code that the readers of packs, situations, cases and territories may emit; tests/invalid has a
/// file for each.
namespace aiguillage::load::code {

// Names.
inline constexpr const char* unknown_fact = "unknown-fact";
inline constexpr const char* unknown_value = "unknown-value";
inline constexpr const char* unknown_name = "unknown-name";
inline constexpr const char* unknown_source = "unknown-source";
inline constexpr const char* duplicate_id = "duplicate-id";
inline constexpr const char* duplicate_value = "duplicate-value";

// Values.
inline constexpr const char* wrong_shape = "wrong-shape";
inline constexpr const char* out_of_range = "out-of-range";
inline constexpr const char* code_pattern = "code-pattern";
inline constexpr const char* empty_list = "empty-list";
inline constexpr const char* date_order = "date-order";

// Conditions.
inline constexpr const char* empty_condition = "empty-condition";
inline constexpr const char* condition_place = "condition-place";
inline constexpr const char* condition_test = "condition-test";

// Cases.
inline constexpr const char* case_name = "case-name";
inline constexpr const char* absent_and_only = "absent-and-only";
inline constexpr const char* before_differs = "before-differs";
inline constexpr const char* question_answered = "question-answered";
inline constexpr const char* question_unanswered = "question-unanswered";
inline constexpr const char* acceptable_fails = "acceptable-fails";
inline constexpr const char* first_stop_order = "first-stop-order";
inline constexpr const char* wrong_passes = "wrong-passes";

// Events.
inline constexpr const char* on_or_day = "on-or-day";
inline constexpr const char* event_keys = "event-keys";

// Packs and territories.
inline constexpr const char* missing_folder = "missing-folder";
inline constexpr const char* missing_part = "missing-part";
inline constexpr const char* unexpected_file = "unexpected-file";
inline constexpr const char* file_name = "file-name";
inline constexpr const char* wrong_base = "wrong-base";
inline constexpr const char* too_many = "too-many";
inline constexpr const char* bad_pattern = "bad-pattern";
inline constexpr const char* fact_values = "fact-values";
inline constexpr const char* one_effect = "one-effect";
inline constexpr const char* held_and_missing = "held-and-missing";
inline constexpr const char* right_or_fact = "right-or-fact";
inline constexpr const char* review_missing = "review-missing";
inline constexpr const char* grid_gap = "grid-gap";
inline constexpr const char* unread_hours = "unread-hours";
inline constexpr const char* ways_missing = "ways-missing";

// Populations.
inline constexpr const char* drawn_later = "drawn-later";
inline constexpr const char* margins_apart = "margins-apart";
inline constexpr const char* no_people = "no-people";

inline constexpr std::array all{
    unknown_fact,     unknown_value,    unknown_name,      unknown_source,      duplicate_id,
    duplicate_value,  wrong_shape,      out_of_range,      code_pattern,        empty_list,
    date_order,       empty_condition,  condition_place,   condition_test,      case_name,
    absent_and_only,  before_differs,   question_answered, question_unanswered, acceptable_fails,
    first_stop_order, wrong_passes,     missing_folder,    missing_part,        unexpected_file,
    file_name,        wrong_base,       too_many,          bad_pattern,         fact_values,
    one_effect,       held_and_missing, right_or_fact,     review_missing,      grid_gap,
    unread_hours,     ways_missing,     on_or_day,         event_keys,          drawn_later,
    margins_apart,    no_people};

}  // namespace aiguillage::load::code
