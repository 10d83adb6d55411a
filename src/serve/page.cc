#include "serve/page.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
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
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    const fs::path& file = at->path();
    const std::string name = file.filename().string();
    const char* const type = type_of(file);
    std::error_code unknown;
    if (type == nullptr || name[0] == '.' || at->is_symlink(unknown) || !at->is_regular_file(unknown))
      continue;
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (!in || bytes.str().size() != fs::file_size(file, unknown)) return std::nullopt;
    all["/" + name] = {type, bytes.str()};
  }
  if (failed || !all.contains("/index.html")) return std::nullopt;
  all["/"] = all["/index.html"];
  return all;
}

}  // namespace aiguillage::serve
