#pragma once

/// Every code that imports emit besides those of tables and mappings. Each is also a reason why a record was refused,
/// unless said.
namespace aiguillage::import::code {

inline constexpr const char* no_name = "no-name";
inline constexpr const char* no_place = "no-place";
inline constexpr const char* unknown_type = "unknown-type";
inline constexpr const char* elsewhere = "elsewhere";
inline constexpr const char* same_id = "same-id";
inline constexpr const char* no_such_record = "no-such-record";
inline constexpr const char* too_large = "too-large";
inline constexpr const char* place_refused = "place-refused";
inline constexpr const char* no_id = "no-id";
inline constexpr const char* unknown_table = "unknown-table";
inline constexpr const char* inactive = "inactive";
inline constexpr const char* unused = "unused";
inline constexpr const char* not_whole = "not-whole";  // the table said why

// What is read all the same, or stops the file.
inline constexpr const char* unreadable_file = "unreadable-file";
inline constexpr const char* not_json = "not-json";
inline constexpr const char* missing_column = "missing-column";
inline constexpr const char* missing_table = "missing-table";
inline constexpr const char* no_vintage = "no-vintage";
inline constexpr const char* no_records = "no-records";
inline constexpr const char* odd_hours = "odd-hours";
inline constexpr const char* unread_cell = "unread-cell";
inline constexpr const char* more_findings = "more-findings";

}  // namespace aiguillage::import::code
