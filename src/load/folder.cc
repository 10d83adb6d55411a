#include "load/folder.h"

#include <algorithm>
#include <filesystem>

namespace aiguillage::load {
namespace {

namespace fs = std::filesystem;

bool ends_with(const std::string& word, const std::string& end) {
  return word.size() >= end.size() && word.compare(word.size() - end.size(), end.size(), end) == 0;
}

/// Not the cases beside the rules: they try a pack, they are no part of it.
bool wanted(const std::string& inside) {
  const bool hidden = inside.starts_with('.') || inside.find("/.") != std::string::npos;
  const bool is_case = inside.starts_with("cases/") || ends_with(inside, ".test.yaml");
  return !hidden && !is_case && (ends_with(inside, ".yaml") || ends_with(inside, ".yml"));
}

folder_file placed(const std::string& inside, const std::string& folder_name) {
  const std::size_t slash = inside.rfind('/');
  const std::size_t start = slash == std::string::npos ? 0 : slash + 1;
  folder_file file;
  file.inside = inside;
  file.name = folder_name + "/" + inside;
  file.part = inside.substr(0, start == 0 ? 0 : slash);
  file.stem = inside.substr(start, inside.rfind('.') - start);
  return file;
}

}  // namespace

std::vector<std::string> list_files(const fs::path& path, std::error_code& error) {
  std::vector<std::string> result;
  fs::recursive_directory_iterator each(path, error);
  for (; !error && each != fs::recursive_directory_iterator(); each.increment(error)) {
    const std::string inside = each->path().lexically_relative(path).generic_string();
    std::error_code ignored;
    if (!each->is_directory(ignored) && wanted(inside)) result.push_back(inside);
  }
  std::sort(result.begin(), result.end());
  return result;
}

void fingerprint::add(const std::string& bytes) {
  for (const char c : bytes) state = (state ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
}

std::string fingerprint::hexadecimal() const {
  std::string digits(16, '0');
  for (std::size_t i = 0; i < digits.size(); ++i)
    digits[i] = "0123456789abcdef"[(state >> (60 - 4 * i)) & 0xFU];
  return digits;
}

namespace {

/// In the order of their paths; a path that comes twice is reported, and read once.
std::vector<const named_file*> in_order(const file_set& from, diagnostics& out) {
  std::vector<const named_file*> files;
  for (const named_file& one : from.files) files.push_back(&one);
  std::stable_sort(files.begin(), files.end(),
                   [](const named_file* a, const named_file* b) { return a->inside < b->inside; });
  const auto same = [&](const named_file* a, const named_file* b) {
    if (a->inside != b->inside) return false;
    const std::string name = from.name + "/" + b->inside;
    report({name, out}, code::unexpected_file,
           {"ce fichier est donné deux fois", "this file is given twice"});
    return true;
  };
  files.erase(std::unique(files.begin(), files.end(), same), files.end());
  return files;
}

}  // namespace

folder read_folder(const file_set& from, fingerprint& hash, diagnostics& out) {
  folder result;
  result.name = from.name;
  result.readable = from.readable;
  for (const named_file* one : in_order(from, out)) {
    if (!wanted(one->inside)) continue;
    hash.add(one->inside + '\n');
    hash.add(one->bytes + '\n');
    result.seen.push_back(one->inside);
    folder_file file = placed(one->inside, result.name);
    std::optional<yaml::node> root = one->readable ? yaml::parse(one->bytes, file.name, out) : std::nullopt;
    if (!root) continue;
    file.root = std::move(*root);
    result.files.push_back(std::move(file));
  }
  return result;
}

}  // namespace aiguillage::load
