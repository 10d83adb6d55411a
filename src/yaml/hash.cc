#include "yaml/hash.h"

namespace aiguillage::yaml {
namespace {

// FNV-1a, 64 bits; each text is closed by a byte that no text holds, so that "ab", "c" is not "a", "bc".
struct hasher {
  std::uint64_t state = 0xcbf29ce484222325U;

  void add(const std::string& word) {
    for (const char c : word) add(static_cast<unsigned char>(c));
    add(static_cast<unsigned char>(0xff));
  }
  void add(unsigned char byte) { state = (state ^ byte) * 0x100000001b3U; }
};

void add_node(hasher& to, const node& what, const std::string& skipped) {
  to.add(static_cast<unsigned char>(what.kind));
  to.add(static_cast<unsigned char>(what.null));
  to.add(what.scalar);
  for (const node& one : what.items) add_node(to, one, "");
  for (const entry& one : what.entries) {
    if (one.key == skipped) continue;
    to.add(one.key);
    add_node(to, one.value, "");
  }
  to.add(static_cast<unsigned char>(0xfe));
}

}  // namespace

std::uint64_t hash_of(const node& what) { return hash_without(what, ""); }

std::uint64_t hash_without(const node& mapping, const std::string& key) {
  hasher to;
  add_node(to, mapping, key);
  return to.state;
}

}  // namespace aiguillage::yaml
