#pragma once

#include <string>
#include <vector>

#include "aiguillage/import.h"
#include "aiguillage/pack.h"
#include "aiguillage/territory.h"
#include "aiguillage/text.h"

#pragma GCC visibility push(default)
namespace aiguillage {

/// One file of a territory folder.
struct territory_file {
  std::string inside;  // actors/35.yaml
  std::string content;
};

/// A territory as the files that `load_territory` reads, actors by department; none is over what the reader takes.
[[nodiscard]] std::vector<territory_file> territory_files(const territory& land, const pack& rules);

/// territory::hash of these files.
[[nodiscard]] std::string hash_of_files(const std::vector<territory_file>& files);

/// What became of every record, for people.
[[nodiscard]] std::string import_text(const import_result& result, language wanted);

/// The same as JSON, with what was found on the way.
[[nodiscard]] std::string import_json(const import_result& result, const diagnostics& found, language wanted);

}  // namespace aiguillage
#pragma GCC visibility pop
