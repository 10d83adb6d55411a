#pragma once

#include <cstddef>
#include <string_view>

/// The form of a code: characters and `.`, classes ([a-z], [^0-9], \d \w \s), groups, alternatives, ^ and $, repeated by
/// * + ? {2} {2,} {2,3}; ASCII alone, three groups deep at most. What regular expressions have besides (references, looking ahead, \b) is none.
namespace aiguillage {

inline constexpr std::size_t longest_code = 64;

[[nodiscard]] bool is_pattern(std::string_view pattern);

/// Whether the whole word has this form; never when it is longer than `longest_code`.
[[nodiscard]] bool has_form(std::string_view word, std::string_view pattern);

}  // namespace aiguillage
