#pragma once

#include <optional>

#include <gtest/gtest.h>

#include "aiguillage/load.h"

#ifndef AIGUILLAGE_SOURCE_DIR
#error "AIGUILLAGE_SOURCE_DIR names the root of the sources"
#endif

namespace aiguillage {

/// The pack of France, read once.
inline const pack& france() {
  static const pack rules = [] {
    diagnostics found;
    const std::optional<pack> read = load_pack({AIGUILLAGE_SOURCE_DIR "/rules/france"}, found);
    for (const diagnostic& one : found) ADD_FAILURE() << to_string(one, language::en);
    EXPECT_TRUE(read.has_value());
    return read.value_or(pack{});
  }();
  return rules;
}

}  // namespace aiguillage
