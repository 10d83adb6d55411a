#include "load/folder.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace aiguillage::load {
namespace {

namespace fs = std::filesystem;

bool ends_with(const std::string& word, const std::string& end) {
  return word.size() >= end.size() && word.compare(word.size() - end.size(), end.size(), end) == 0;
}

/// The last part of a path, whatever way it is written.
std::string folder_name(const fs::path& path) {
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(path, error);
  const fs::path clean = (error ? path : whole).lexically_normal();
  return (clean.has_filename() ? clean.filename() : clean.parent_path().filename()).generic_string();
}

/// Not the cases beside the rules: they try a pack, they are no part of it.
bool wanted(const std::string& inside) {
  const bool hidden = inside[0] == '.' || inside.find("/.") != std::string::npos;
  const bool is_case = inside.starts_with("cases/") || ends_with(inside, ".test.yaml");
  return !hidden && !is_case && (ends_with(inside, ".yaml") || ends_with(inside, ".yml"));
}

/// At most one byte more than a file may have, so that the reader of YAML refuses it.
std::string read_bytes(const fs::path& path) {
  std::string bytes(yaml::limits{}.bytes + 1, '\0');
  std::ifstream stream(path, std::ios::binary);
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(stream.gcount() < 0 ? 0 : static_cast<std::size_t>(stream.gcount()));
  return bytes;
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

folder read_folder(const std::string& path, fingerprint& hash, diagnostics& out) {
  folder result;
  result.name = folder_name(path);
  std::error_code error;
  const std::vector<std::string> paths = list_files(path, error);
  result.readable = !error;
  if (error)
    report({result.name, out}, code::missing_folder,
           {"ce dossier ne peut pas être lu", "this folder cannot be read"},
           {"vérifiez le chemin et l'orthographe du nom", "check the path and the spelling of the name"});
  for (const std::string& inside : paths) {
    folder_file file = placed(inside, result.name);
    const fs::path whole = fs::path(path) / inside;
    const std::string bytes = read_bytes(whole);
    hash.add(inside + '\n');
    hash.add(bytes + '\n');
    result.seen.push_back(inside);
    std::optional<yaml::node> root =
        bytes.empty() ? yaml::parse_file(whole.string(), file.name, out) : yaml::parse(bytes, file.name, out);
    if (!root) continue;
    file.root = std::move(*root);
    result.files.push_back(std::move(file));
  }
  return result;
}

}  // namespace aiguillage::load
