#pragma once

/// What may be wrong in a table of communes, beyond what table/codes.h says.
namespace aiguillage::gazetteer_code {

// Errors: there is no gazetteer.
inline constexpr const char* no_commune = "no-commune";
inline constexpr const char* too_many_communes = "too-many-communes";

// A line that is left out, or a cell that is taken as not given.
inline constexpr const char* bad_code = "bad-code";
inline constexpr const char* duplicate_code = "duplicate-code";
inline constexpr const char* unknown_code = "unknown-code";
inline constexpr const char* code_loop = "code-loop";
inline constexpr const char* code_in_use = "code-in-use";
inline constexpr const char* bad_number = "bad-number";
inline constexpr const char* bad_point = "bad-point";

}  // namespace aiguillage::gazetteer_code
