#pragma once

#include "aiguillage/territory.h"

namespace aiguillage::report {

/// The hours of a place as people say them: `du lundi au vendredi 9 h-12 h, 14 h-17 h ; samedi 9 h-12 h`. Hours that
/// are not the same every week are given as they are written, with names of days in words.
[[nodiscard]] std::string week_words(const actor& who, language wanted);

}  // namespace aiguillage::report
