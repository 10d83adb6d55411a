#pragma once

#include <cstddef>
#include <vector>

#include "aiguillage/import.h"

namespace aiguillage::import {

/// How far an import is, told in hundredths as they grow: half of them are for reading, by the bytes of the files, half for the
/// places that are made.
class way {
 public:
  way(const std::vector<import_source>& sources, const progress& tell);

  /// So many bytes more were read, about.
  void read(std::size_t bytes);
  /// A file is read, whatever was counted of it.
  void end_file(std::size_t which);
  void made(std::size_t places, std::size_t all);
  void end();

 private:
  void reach(std::size_t hundredths);

  const progress& tell_;
  std::vector<std::size_t> ends_;  // bytes up to the end of each file
  std::size_t bytes_ = 0;
  std::size_t told_ = 0;
};

}  // namespace aiguillage::import
