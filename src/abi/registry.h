#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "aiguillage/engine.h"

/// What was given out over the C interface and is not back: so that a handle or a text that is not is told, not touched.
namespace aiguillage::abi {

/// Never 0, never the same twice: nothing is found by a handle that was freed.
[[nodiscard]] std::uintptr_t give_engine(std::shared_ptr<const engine> one);
[[nodiscard]] std::shared_ptr<const engine> find_engine(std::uintptr_t handle);
/// False when it is not out.
[[nodiscard]] bool take_engine(std::uintptr_t handle);

/// A copy with a zero at its end.
[[nodiscard]] char* give_text(std::string_view text);
/// Frees it; false when it is not out.
[[nodiscard]] bool take_text(char* text);

}  // namespace aiguillage::abi
