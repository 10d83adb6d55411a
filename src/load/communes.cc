#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "load/territory_parts.h"

namespace aiguillage::load {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

void read_communes(const std::string& folder, const std::string& name, territory& into, fingerprint& hash,
                   diagnostics& out) {
  const std::array<fs::path, 2> paths = {fs::path(folder) / communes_file,
                                         fs::path(folder) / former_communes_file};
  std::error_code ignored;
  if (!fs::exists(paths[0], ignored)) return;
  const bool former = fs::exists(paths[1], ignored);
  for (std::size_t i = 0; i < (former ? 2U : 1U); ++i)
    hash.add(paths[i].filename().string() + "\n" + bytes_of(paths[i]) + "\n");
  diagnostics found;
  auto read = load_gazetteer({paths[0].string(), former ? paths[1].string() : "", {}, {}, {}, {}}, found);
  if (read) into.communes = std::move(*read);
  for (diagnostic& one : found) {
    one.file = name + "/" + fs::path(one.file).filename().string();
    out.push_back(std::move(one));
  }
}

}  // namespace aiguillage::load
