#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>
#include <utility>

#include "yaml/codes.h"
#include "yaml/document.h"

namespace aiguillage::yaml {
namespace {

std::nullopt_t refuse(const std::string& name, const char* code, text message, text hint, diagnostics& out) {
  out.push_back({severity::error, code, name, 0, 0, std::move(message), std::move(hint)});
  return std::nullopt;
}

/// At most `most` bytes and one more, so that the caller sees that there were too many.
std::optional<std::string> read_bytes(const std::string& path, std::size_t most) {
  std::ifstream stream(path, std::ios::binary);
  std::string bytes;
  char buffer[1U << 14U];
  while (stream && bytes.size() <= most) {
    stream.read(buffer, sizeof buffer);
    bytes.append(buffer, static_cast<std::size_t>(stream.gcount()));
  }
  if (!stream.eof() && bytes.size() <= most) return std::nullopt;
  return bytes;
}

}  // namespace

std::optional<node> parse_file(const std::string& path, const std::string& name, diagnostics& out,
                               const limits& bounds) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found)
    return refuse(
        name, code::missing_file, {"ce fichier n'existe pas", "this file does not exist"},
        {"vérifiez le chemin et l'orthographe du nom", "check the path and the spelling of the name"}, out);
  if (!error && !std::filesystem::is_regular_file(status))
    return refuse(name, code::not_a_file, {"ceci n'est pas un fichier", "this is not a file"},
                  {"donnez le chemin d'un fichier YAML, pas d'un dossier",
                   "give the path of a YAML file, not of a folder"},
                  out);
  const std::optional<std::string> bytes = error ? std::nullopt : read_bytes(path, bounds.bytes);
  if (!bytes)
    return refuse(name, code::unreadable_file, {"ce fichier ne peut pas être lu", "this file cannot be read"},
                  {"vérifiez que vous avez le droit de le lire", "check that you are allowed to read it"},
                  out);
  return parse(*bytes, name, out, bounds);
}

}  // namespace aiguillage::yaml
