#pragma once

#include <string>
#include <vector>

#include "aiguillage/diagnostic.h"

#pragma GCC visibility push(default)
namespace aiguillage {

/// One file of a folder.
struct named_file {
  std::string
      inside;  // its path in the folder, with slashes: needs/rent_arrears.yaml; a folder ends with one
  std::string bytes;
  bool readable = true;  // false: what is wrong with it is already said
};

/// The files of one folder, read from there or brought from elsewhere, in any order.
struct file_set {
  std::string name;  // of the folder, as diagnostics call it: france
  bool readable = true;
  std::vector<named_file> files;
};

/// The files of a folder that a pack or a territory is read from; those that are neither are left where they are.
[[nodiscard]] file_set read_file_set(const std::string& folder, diagnostics& out);

}  // namespace aiguillage
#pragma GCC visibility pop
