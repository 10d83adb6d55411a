#pragma once

#include <string>

namespace aiguillage::cli {

struct session;

/// Writes a page into a file, over an older page if need be, never over anything else; false once the reason is on stderr.
[[nodiscard]] bool write_page(const session& in, const std::string& path, const std::string& page);

}  // namespace aiguillage::cli
