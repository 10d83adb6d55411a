#pragma once

#include <cstdint>
#include <string>

#include "yaml/document.h"

namespace aiguillage::yaml {

/// A hash of what a node says: keys, values and their order, but neither comments nor layout.
[[nodiscard]] std::uint64_t hash_of(const node& what);

/// The same for a mapping without one of its keys.
[[nodiscard]] std::uint64_t hash_without(const node& mapping, const std::string& key);

}  // namespace aiguillage::yaml
