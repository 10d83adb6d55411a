#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "yaml/document.h"

using namespace aiguillage;

namespace {

/// A promise of the reader was broken: let the fuzzer keep the input.
void demand(bool kept) {
  if (!kept) std::abort();
}

void read_as(const yaml::node& value, yaml::value_kind kind) {
  if (kind == yaml::value_kind::boolean) (void)yaml::as_boolean(value);
  if (kind == yaml::value_kind::integer) (void)yaml::as_integer(value);
  if (kind == yaml::value_kind::decimal) (void)yaml::as_thousandths(value);
  if (kind == yaml::value_kind::bilingual) demand(!yaml::as_bilingual(value).fr.empty());
  if (kind == yaml::value_kind::names || kind == yaml::value_kind::texts)
    for (const yaml::node* item : yaml::as_list(value)) demand(!item->scalar.empty());
}

void walk(const yaml::node& value) {
  demand(value.line > 0 && value.column > 0);
  for (int i = 0; i <= static_cast<int>(yaml::value_kind::bilingual); ++i) {
    const auto kind = static_cast<yaml::value_kind>(i);
    diagnostics out;
    const bool good = yaml::check_kind(value, kind, "k", "fuzz.yaml", out);
    demand(good == out.empty());
    if (good) read_as(value, kind);
    for (const diagnostic& one : out) demand(!to_string(one, language::fr).empty());
  }
  for (const yaml::node& item : value.items) walk(item);
  for (const yaml::entry& one : value.entries) {
    demand(one.line > 0 && one.column > 0 && value.find(one.key) == &one.value);
    walk(one.value);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  diagnostics out;
  const auto tree = yaml::parse({reinterpret_cast<const char*>(data), size}, "fuzz.yaml", out);
  demand(tree.has_value() == out.empty());
  for (const diagnostic& one : out) demand(one.line > 0 && one.column > 0 && !one.hint.fr.empty());
  sort_by_place(out);
  if (tree) walk(*tree);
  return 0;
}
