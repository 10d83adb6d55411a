#pragma once

#include <string>
#include <string_view>

namespace aiguillage::detail {

/// Letters without accents in lower case, digits, and single spaces for everything else: what two ways of writing the
/// same words have in common. Letters of other alphabets stay as they are.
[[nodiscard]] std::string folded(std::string_view words);

/// The same with underscores, for ids.
[[nodiscard]] std::string slug(std::string_view words);

/// Without white space around.
[[nodiscard]] std::string_view trimmed(std::string_view words);

}  // namespace aiguillage::detail
