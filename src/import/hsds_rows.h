#pragma once

#include <vector>

#include "import/hsds_join.h"

namespace aiguillage::import::hsds {

/// Reads the files of one HSDS package: each file is added to `files`, with the listings of the places that its rows stand for.
/// What a mapping calls service.phones.number is the column `number` of the phones of a service.
[[nodiscard]] joined_package read_package(const std::vector<import_source>& sources, const column_mapping& by,
                                          const import_options& options, std::vector<file_reader>& files,
                                          diagnostics& out);

}  // namespace aiguillage::import::hsds
