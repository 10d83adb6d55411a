#pragma once

#include <string>
#include <vector>

#include "aiguillage/text.h"

namespace aiguillage::detail {

/// A language by its ISO 639 code: its name and the code; the code alone when it is not a common one here.
[[nodiscard]] text language_words(const std::string& code);

/// The codes of the languages that have a name here.
[[nodiscard]] std::vector<std::string> language_codes();

}  // namespace aiguillage::detail
