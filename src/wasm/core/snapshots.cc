#include "aiguillage/snapshot.h"
#include "load/fields.h"

namespace aiguillage {

std::optional<snapshot> read_snapshot(std::string, const std::string& name, const pack&, diagnostics& out) {
  load::report(
      {name, out}, load::code::missing_part,
      {"ce module n'ouvre pas les instantanés", "this module opens no snapshots"},
      {"donnez territory.yaml, ou prenez aiguillage.wasm", "give territory.yaml, or take aiguillage.wasm"});
  return std::nullopt;
}

std::optional<territory> whole(const snapshot&, const pack&, diagnostics&) { return std::nullopt; }

std::optional<territory> around(const snapshot&, const pack&, const situation&, diagnostics&) {
  return std::nullopt;
}

}  // namespace aiguillage
