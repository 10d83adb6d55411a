#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "table/csv.h"
#include "table/encoding.h"

using namespace aiguillage;

namespace {

/// A promise of the reader was broken: let the fuzzer keep the input.
void demand(bool kept) {
  if (!kept) std::abort();
}

}  // namespace

/// Any bytes, within small limits so that they are met: the counts add up, and what is handed on is whole and UTF-8.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const table::csv_limits bounds{64, 20, 10};
  std::size_t columns = 0, rows = 0;
  int line = 0;
  diagnostics found;
  const table::counts all = table::read_csv_text(
      {reinterpret_cast<const char*>(data), size}, "fuzz.csv", bounds,
      [&](const table::heading& names) {
        columns = names.names.size();
        line = names.line;
        demand(columns > 0 && columns <= bounds.columns);
        return true;
      },
      [&](const table::row& one) {
        demand(one.line > line && one.cells.size() == columns);
        line = one.line;
        ++rows;
        for (const std::string_view cell : one.cells)
          demand(table::look_at(cell).valid == cell.size() && !table::look_at(cell).nul);
      },
      found);
  demand(all.records == rows + all.refused);
  demand(has_errors(found) == (columns == 0));
  demand(found.size() <= static_cast<std::size_t>(bounds.findings) + 1);
  return 0;
}
