#include "load/folder.h"
#include "load/population_parts.h"
#include "yaml/hash.h"

namespace aiguillage::load {

std::string hash_of(const yaml::node& root, const population& read) {
  fingerprint all{yaml::hash_of(root)};
  for (const people_area& area : read.areas) {
    all.add(area.id + "\n" + std::to_string(area.people) + "\n");
    for (const std::vector<std::int64_t>& margin : area.margins)
      for (const std::int64_t share : margin) all.add(std::to_string(share) + "\n");
  }
  return all.hexadecimal();
}

}  // namespace aiguillage::load
