#include <string_view>

#include "load/territory_parts.h"

namespace aiguillage::load {
namespace {

const named_file* find_file(const file_set& in, std::string_view inside) {
  for (const named_file& one : in.files)
    if (one.inside == inside) return &one;
  return nullptr;
}

}  // namespace

void read_communes(const file_set& from, territory& into, fingerprint& hash, diagnostics& out) {
  const named_file* const communes = find_file(from, communes_file);
  if (communes == nullptr || !communes->readable) return;
  const named_file* const former = find_file(from, former_communes_file);
  for (const named_file* one : {communes, former})
    if (one != nullptr) hash.add(one->inside + "\n" + one->bytes + "\n");
  const std::string folder = from.name + "/";
  gazetteer_texts texts{{folder + communes->inside, communes->bytes}, {}};
  if (former != nullptr && former->readable) texts.former = {folder + former->inside, former->bytes};
  if (auto read = parse_gazetteer(texts, out)) into.communes = std::move(*read);
}

}  // namespace aiguillage::load
