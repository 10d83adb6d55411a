#pragma once

#include <array>

/// Every code that the reader of YAML files may emit; tests/invalid/yaml holds an example of each.
namespace aiguillage::yaml::code {

// The file.
inline constexpr const char* missing_file = "missing-file";
inline constexpr const char* not_a_file = "not-a-file";
inline constexpr const char* unreadable_file = "unreadable-file";
inline constexpr const char* file_too_large = "file-too-large";
inline constexpr const char* too_many_nodes = "too-many-nodes";
inline constexpr const char* too_deep = "too-deep";
inline constexpr const char* too_many_findings = "too-many-findings";
inline constexpr const char* empty_file = "empty-file";

// The characters.
inline constexpr const char* invalid_utf8 = "invalid-utf8";
inline constexpr const char* control_character = "control-character";
inline constexpr const char* tab_indentation = "tab-indentation";
inline constexpr const char* bad_escape = "bad-escape";
inline constexpr const char* reserved_character = "reserved-character";

// The parts of YAML that we refuse.
inline constexpr const char* anchor = "anchor";
inline constexpr const char* alias = "alias";
inline constexpr const char* tag = "tag";
inline constexpr const char* merge_key = "merge-key";
inline constexpr const char* complex_key = "complex-key";
inline constexpr const char* directive = "directive";
inline constexpr const char* second_document = "second-document";

// The structure.
inline constexpr const char* duplicate_key = "duplicate-key";
inline constexpr const char* empty_key = "empty-key";
inline constexpr const char* empty_value = "empty-value";
inline constexpr const char* missing_colon = "missing-colon";
inline constexpr const char* missing_comma = "missing-comma";
inline constexpr const char* misaligned = "misaligned";
inline constexpr const char* stray_text = "stray-text";
inline constexpr const char* unquoted_colon = "unquoted-colon";
inline constexpr const char* unclosed_quote = "unclosed-quote";
inline constexpr const char* unclosed_bracket = "unclosed-bracket";
inline constexpr const char* unopened_bracket = "unopened-bracket";
inline constexpr const char* bad_block = "bad-block";
inline constexpr const char* bad_syntax = "bad-syntax";

// The keys and their values.
inline constexpr const char* unknown_key = "unknown-key";
inline constexpr const char* missing_key = "missing-key";
inline constexpr const char* wrong_kind = "wrong-kind";
inline constexpr const char* bad_text = "bad-text";
inline constexpr const char* bad_name = "bad-name";
inline constexpr const char* bad_boolean = "bad-boolean";
inline constexpr const char* bad_number = "bad-number";
inline constexpr const char* bad_date = "bad-date";
inline constexpr const char* bad_code = "bad-code";

inline constexpr std::array all{missing_file,
                                not_a_file,
                                unreadable_file,
                                file_too_large,
                                too_many_nodes,
                                too_deep,
                                too_many_findings,
                                empty_file,
                                invalid_utf8,
                                control_character,
                                tab_indentation,
                                bad_escape,
                                reserved_character,
                                anchor,
                                alias,
                                tag,
                                merge_key,
                                complex_key,
                                directive,
                                second_document,
                                duplicate_key,
                                empty_key,
                                empty_value,
                                missing_colon,
                                missing_comma,
                                misaligned,
                                stray_text,
                                unquoted_colon,
                                unclosed_quote,
                                unclosed_bracket,
                                unopened_bracket,
                                bad_block,
                                bad_syntax,
                                unknown_key,
                                missing_key,
                                wrong_kind,
                                bad_text,
                                bad_name,
                                bad_boolean,
                                bad_number,
                                bad_date,
                                bad_code};

}  // namespace aiguillage::yaml::code
