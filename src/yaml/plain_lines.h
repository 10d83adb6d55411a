#pragma once

#include <optional>

#include "yaml/document.h"
#include "yaml/source.h"

namespace aiguillage::yaml {

/// A document of plain lines, as most people write a situation, read many times faster than yaml-cpp does: mappings by
/// indentation; on one line, a word, a text between double quotes without escapes, or lists and mappings of these between
/// brackets. nullopt as soon as there is anything else, a mistake above all: yaml-cpp then reads the whole text and has
/// the only word on it.
[[nodiscard]] std::optional<node> read_plain_lines(const source& from, const limits& bounds);

/// Any document, by yaml-cpp; nullopt once what is wrong is reported.
[[nodiscard]] std::optional<node> read_events(findings& found, const limits& bounds);

}  // namespace aiguillage::yaml
