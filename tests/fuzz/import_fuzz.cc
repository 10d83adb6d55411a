#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "aiguillage/import.h"
#include "aiguillage/load.h"

namespace aiguillage::import_fuzz {

/// The tables of one text: each begins at a line with % and its name.
inline std::vector<import_source> tables_of(const std::string& mapping, const std::string& text) {
  std::vector<import_source> tables;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n%", begin), text.size());
    const std::size_t line = std::min(text.find('\n', begin), end);
    const std::string name = text.substr(begin, line - begin);
    tables.push_back({mapping, name.substr(name.find_first_not_of('%') == 1 ? 1 : 0) + ".csv",
                      text.substr(std::min(line + 1, end), end - std::min(line + 1, end))});
    begin = end + 1;
  }
  return tables;
}

}  // namespace aiguillage::import_fuzz

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
  const bool hsds = (data[0] & 8U) != 0;
  const std::string mapping = std::string(AIGUILLAGE_SOURCE_DIR "/rules/imports/") +
                              (hsds ? "hsds" : formats[data[0] & 3U]) + ".yaml";
  const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
  import_options options;
  options.territory = "fuzz";
  options.vintage = "2026-01-01";
  diagnostics found;
  const std::vector<import_source> sources =
      hsds && !json ? import_fuzz::tables_of(mapping, text)
                    : std::vector<import_source>{{mapping, json ? "fuzz.json" : "fuzz.csv", text}};
  const auto made = import_files(sources, options, *rules, found);
  if (made.has_value() == has_errors(found)) std::abort();
  if (!made) return 0;
  std::size_t kept = 0;
  for (const file_report& file : made->report.files) {
    if (file.records != file.kept + file.merged + file.joined + file.refused) std::abort();
    kept += file.kept;
  }
  if (kept != made->land.actors.size()) std::abort();
  return 0;
}
