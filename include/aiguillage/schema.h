#pragma once

#include <string>
#include <vector>

#include "aiguillage/pack.h"

/// JSON Schemas (draft-07) of the files that people write, for editors.
#pragma GCC visibility push(default)
namespace aiguillage {

/// The schema of one kind of file.
struct schema_file {
  std::string name;   // need
  std::string files;  // needs/*.yaml
  text title;
  std::string json;
};

/// One schema for each kind of file, made from the key tables of the readers and the ids of the pack: the same pack
/// gives the same bytes. What the pack defines once for all (needs, actors, facts…) is a closed list; what a local
/// pack may add (rules, states, sources) is not.
[[nodiscard]] std::vector<schema_file> json_schemas(const pack& rules);

}  // namespace aiguillage
#pragma GCC visibility pop
