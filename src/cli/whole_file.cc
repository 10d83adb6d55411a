#include "cli/whole_file.h"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <unistd.h>

namespace aiguillage::cli {
namespace {

std::error_code last_error() { return {errno == 0 ? EIO : errno, std::generic_category()}; }

/// Where the content goes: a link stays one.
std::string resolved(const std::string& path) {
  std::error_code absent;
  const std::filesystem::path there = std::filesystem::canonical(path, absent);
  return absent ? path : there.string();
}

/// An empty file of its owner only, beside that one; "" when none can be made.
std::string made_beside(const std::string& path) {
  std::string name = path + ".XXXXXX";
  const int made = mkstemp(name.data());
  if (made < 0) return "";
  ::close(made);
  return name;
}

std::error_code fill(const std::string& path, const std::string& content) {
  errno = 0;
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << content << std::flush;
  if (!file) return last_error();
  file.close();
  return file ? std::error_code() : last_error();
}

}  // namespace

std::error_code write_whole(const std::string& path, const std::string& content) {
  const std::string there = resolved(path);
  std::error_code failed;
  if (std::filesystem::exists(there, failed) && !std::filesystem::is_regular_file(there, failed))
    return fill(there, content);
  const std::string beside = made_beside(there);
  if (beside.empty()) return last_error();
  failed = fill(beside, content);
  if (!failed) std::filesystem::rename(beside, there, failed);
  std::error_code kept;
  if (failed) std::filesystem::remove(beside, kept);
  return failed;
}

bool can_be_written(const std::string& path) {
  const std::string beside = made_beside(resolved(path));
  std::error_code kept;
  return !beside.empty() && std::filesystem::remove(beside, kept);
}

}  // namespace aiguillage::cli
