#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "aiguillage/load.h"
#include "aiguillage/snapshot.h"
#include "snapshot/frame.h"

/// Any bytes behind a frame whose length and checksum are right: refused with a reason, or read as a territory that is
/// taken out whole and around a person, never a crash. Corpus: snapshots, and anything else.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aiguillage;
  static diagnostics said;
  static const auto rules = load_pack({AIGUILLAGE_SOURCE_DIR "/rules/france"}, said);
  static const auto person =
      rules ? load_situation(AIGUILLAGE_SOURCE_DIR "/examples/situations/rennes.yaml", *rules, said)
            : std::nullopt;
  if (!rules || !person) std::abort();
  std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto seal = [&](std::size_t at, std::uint64_t value) {
    bytes.replace(at, 8, std::string(reinterpret_cast<const char*>(&value), 8));
  };
  if (size >= snapshots::head_size) {
    seal(snapshots::length_at, size);
    seal(snapshots::names_at, snapshots::names_of(*rules));
    seal(snapshots::checksum_at, snapshots::hash_of(std::string_view(bytes).substr(snapshots::names_at)));
  }
  diagnostics found;
  const auto of = read_snapshot(std::move(bytes), "fuzz.snapshot", *rules, found);
  if (of.has_value() == has_errors(found)) std::abort();
  if (!of || of->actors > 2000) return 0;
  const auto all = whole(*of, *rules, found);
  if (all.has_value() == has_errors(found)) std::abort();
  static_cast<void>(around(*of, *rules, person->facts, found));
  return 0;
}
