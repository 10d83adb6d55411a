#pragma once

#include <map>
#include <string>
#include <vector>

#include "import/hsds_rows.h"
#include "import/reader.h"
#include "import/way.h"

namespace aiguillage::import {

/// What all files of one import are read with.
struct reading {
  const import_options& options;
  const pack& rules;
  way& along;
  diagnostics& out;
};

/// Reads all files, each by its mapping, of which one is loaded once; false when a mapping is wrong.
[[nodiscard]] bool read_sources(const std::vector<import_source>& sources, const reading& with,
                                std::map<std::string, column_mapping>& mappings,
                                std::vector<file_reader>& files, std::vector<hsds::joined_package>& packages);

}  // namespace aiguillage::import
