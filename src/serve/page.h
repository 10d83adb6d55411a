#pragma once

#include <map>
#include <optional>
#include <string>

/// A page that a server shows: the files of a folder, read once.
namespace aiguillage::serve {

struct page_file {
  std::string type;  // as the header Content-Type has it
  std::string body;
};

/// By the path that is asked for: "/" is index.html too.
using page_files = std::map<std::string, page_file, std::less<>>;

/// The files right in the folder whose kind is known, but for links and hidden ones; nullopt when one cannot be read, or there is
/// no index.html.
[[nodiscard]] std::optional<page_files> read_page(const std::string& folder);

/// What a page may load and do: nothing from elsewhere.
inline constexpr const char* page_policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

}  // namespace aiguillage::serve
