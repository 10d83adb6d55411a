#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "aiguillage/load.h"

/// Any bytes: read or refused with a reason, never a crash.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::optional<aiguillage::pack> rules = [] {
    aiguillage::diagnostics found;
    return aiguillage::load_pack({AIGUILLAGE_SOURCE_DIR "/rules/france"}, found);
  }();
  if (!rules) std::abort();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  aiguillage::diagnostics found;
  const bool read = aiguillage::parse_situation(text, "fuzz.yaml", *rules, found).has_value();
  if (read == aiguillage::has_errors(found)) std::abort();
  return 0;
}
