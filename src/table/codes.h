#pragma once

#include <array>

/// Every code that the reader of tables may emit; tests/table/csv_test.cc shows each.
namespace aiguillage::table::code {

// The file: errors, nothing is read.
inline constexpr const char* missing_file = "missing-file";
inline constexpr const char* not_a_file = "not-a-file";
inline constexpr const char* unreadable_file = "unreadable-file";
inline constexpr const char* empty_file = "empty-file";
inline constexpr const char* no_heading = "no-heading";
inline constexpr const char* missing_column = "missing-column";
inline constexpr const char* too_many_columns = "too-many-columns";

// Records that are refused; errors in a heading.
inline constexpr const char* record_too_long = "record-too-long";
inline constexpr const char* unclosed_quote = "unclosed-quote";
inline constexpr const char* nul_byte = "nul-byte";
inline constexpr const char* too_few_cells = "too-few-cells";
inline constexpr const char* too_many_cells = "too-many-cells";
inline constexpr const char* truncated_record = "truncated-record";

// What is read all the same.
inline constexpr const char* duplicate_column = "duplicate-column";
inline constexpr const char* stray_quote = "stray-quote";
inline constexpr const char* windows_1252 = "windows-1252";
inline constexpr const char* bad_utf16 = "bad-utf16";
inline constexpr const char* more_findings = "more-findings";

inline constexpr std::array all{
    missing_file,     not_a_file,       unreadable_file, empty_file,   no_heading,    missing_column,
    too_many_columns, record_too_long,  unclosed_quote,  nul_byte,     too_few_cells, too_many_cells,
    truncated_record, duplicate_column, stray_quote,     windows_1252, bad_utf16,     more_findings};

}  // namespace aiguillage::table::code
