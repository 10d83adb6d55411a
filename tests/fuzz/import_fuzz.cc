#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "aiguillage/import.h"
#include "aiguillage/load.h"

/// Any bytes as a file of any known format: the first byte says which, and whether it is CSV or JSON. Every record is
/// somewhere, or the reason is told; never a crash.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aiguillage;
  static diagnostics said;
  static const auto rules = load_pack({AIGUILLAGE_SOURCE_DIR "/rules/france"}, said);
  if (!rules) std::abort();
  if (size == 0) return 0;
  constexpr std::array formats{"france-services", "lamednum", "data-inclusion", "acces-droits"};
  const bool json = (data[0] & 4U) != 0;
  const std::string format = formats[data[0] & 3U];
  import_options options;
  options.territory = "fuzz";
  options.vintage = "2026-01-01";
  diagnostics found;
  const auto made = import_files(
      {{AIGUILLAGE_SOURCE_DIR "/rules/imports/" + format + ".yaml", json ? "fuzz.json" : "fuzz.csv",
        std::string(reinterpret_cast<const char*>(data + 1), size - 1)}},
      options, *rules, found);
  if (made.has_value() == has_errors(found)) std::abort();
  if (!made) return 0;
  const file_report& file = made->report.files.at(0);
  if (file.records != file.kept + file.merged + file.joined + file.refused) std::abort();
  if (file.kept != made->land.actors.size()) std::abort();
  return 0;
}
