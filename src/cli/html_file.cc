#include "cli/html_file.h"

#include <filesystem>
#include <fstream>
#include <string_view>

#include "cli/options.h"
#include "cli/whole_file.h"

namespace aiguillage::cli {
namespace {

/// Whether a page may be written there: nothing is yet, or a page written before.
bool may_replace(const std::string& path) {
  std::error_code unreadable;
  if (!std::filesystem::exists(path, unreadable)) return true;
  if (!std::filesystem::is_regular_file(path, unreadable)) return true;  // told when it cannot be written
  static constexpr std::string_view head = "<!DOCTYPE html";
  std::string begin(head.size(), ' ');
  std::ifstream file(path, std::ios::binary);
  file.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  return file && begin == head;
}

}  // namespace

bool write_page(const session& in, const std::string& path, const std::string& page) {
  if (!may_replace(path)) {
    tell(in, text{path + ": erreur: ce fichier existe et n'est pas une page HTML ; il n'est pas remplacé",
                  path + ": error: this file exists and is no HTML page; it is not replaced"});
    return false;
  }
  if (const std::error_code failed = write_whole(path, page)) {
    const std::string why = ": " + failed.message();
    tell(in, text{path + ": erreur: la page n'a pas pu être écrite" + why,
                  path + ": error: the page could not be written" + why});
    return false;
  }
  tell(in, text{"page écrite : " + path, "page written: " + path});
  return true;
}

}  // namespace aiguillage::cli
