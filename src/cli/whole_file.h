#pragma once

#include <string>
#include <system_error>

namespace aiguillage::cli {

/// Writes a file whole or not at all, for its owner only: beside it first, then in its place, so that what was there stays
/// until the new one is whole. A link stays one; a device is written as it is. No error once it is written.
[[nodiscard]] std::error_code write_whole(const std::string& path, const std::string& content);

/// Whether a file can be made beside it, to be put in its place.
[[nodiscard]] bool can_be_written(const std::string& path);

}  // namespace aiguillage::cli
