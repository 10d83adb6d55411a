#include "import/way.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace aiguillage::import {
namespace {

constexpr std::size_t whole = 100;
constexpr std::size_t half = whole / 2;

std::size_t size_of(const import_source& one) {
  if (one.content) return one.content->size();
  std::error_code failed;
  const auto size = std::filesystem::file_size(one.file, failed);
  return failed ? 0 : static_cast<std::size_t>(size);
}

}  // namespace

way::way(const std::vector<import_source>& sources, const progress& tell) : tell_(tell) {
  if (!tell) return;
  std::size_t bytes = 0;
  for (const import_source& one : sources) ends_.push_back(bytes += size_of(one));
}

void way::read(std::size_t bytes) {
  if (!tell_ || ends_.back() == 0) return;
  bytes_ += bytes;
  reach(half * std::min(bytes_, ends_.back()) / ends_.back());
}

void way::end_file(std::size_t which) {
  if (!tell_) return;
  bytes_ = ends_[which];
  read(0);
}

void way::made(std::size_t places, std::size_t all) {
  if (tell_) reach(half + (whole - half) * places / all);
}

void way::end() {
  if (tell_) reach(whole);
}

void way::reach(std::size_t hundredths) {
  if (hundredths <= told_) return;
  told_ = hundredths;
  tell_(told_, whole);
}

}  // namespace aiguillage::import
