#include "serve/page.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

namespace aiguillage::serve {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<const char*, const char*>, 8> types = {{{".css", "text/css; charset=utf-8"},
                                                                       {".html", "text/html; charset=utf-8"},
                                                                       {".js", "text/javascript"},
                                                                       {".json", "application/json"},
                                                                       {".png", "image/png"},
                                                                       {".svg", "image/svg+xml"},
                                                                       {".txt", "text/plain; charset=utf-8"},
                                                                       {".wasm", "application/wasm"}}};

const char* type_of(const fs::path& file) {
  const auto found = std::find_if(types.begin(), types.end(),
                                  [&](const auto& one) { return file.extension() == one.first; });
  return found == types.end() ? nullptr : found->second;
}

}  // namespace

std::optional<page_files> read_page(const std::string& folder) {
  page_files all;
  std::error_code failed;
  for (const fs::directory_entry& one : fs::directory_iterator(folder, failed)) {
    const char* const type = type_of(one.path());
    if (type == nullptr || !one.is_regular_file()) continue;
    std::ifstream in(one.path(), std::ios::binary);
    const std::string name = one.path().filename().string();
    page_file& file = all[name == "index.html" ? "/" : "/" + name];
    file = {type, {std::istreambuf_iterator<char>(in), {}}};
    if (!in) return std::nullopt;
  }
  return all.count("/") == 1 ? std::optional(std::move(all)) : std::nullopt;
}

}  // namespace aiguillage::serve
