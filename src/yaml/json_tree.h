#pragma once

#include <optional>

#include "yaml/document.h"
#include "yaml/source.h"

namespace aiguillage::yaml {

/// The tree of a text that is JSON, the one that yaml-cpp would give, at a fraction of the time. nullopt when the text is no
/// JSON object, or holds what is to be reported or what YAML reads in another way.
[[nodiscard]] std::optional<node> read_json(const source& from, const limits& bounds);

}  // namespace aiguillage::yaml
