#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "aiguillage/follow.h"
#include "aiguillage/load.h"

/// Any bytes: read or refused with a reason; what was read is applied and routed, never a crash.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aiguillage;
  static diagnostics said;
  static const auto rules = load_pack({AIGUILLAGE_SOURCE_DIR "/rules/france"}, said);
  static const auto person =
      rules ? load_situation(AIGUILLAGE_SOURCE_DIR "/examples/situations/rennes.yaml", *rules, said)
            : std::nullopt;
  if (!rules || !person) std::abort();
  static const territory land = neutral_territory(*rules);
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  diagnostics found;
  const auto read = parse_events(text, "fuzz.yaml", *rules, found);
  if (read.has_value() == has_errors(found)) std::abort();
  if (!read || read->size() > 20) return 0;
  const learnt now = learn(*rules, land, person->facts, *read);
  const qualification needs = qualify(*rules, now.person);
  static_cast<void>(refer(*rules, land, now.person, needs, 1));
  return 0;
}
