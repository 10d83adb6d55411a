#pragma once

#include <vector>

#include "aiguillage/report/territory.h"

namespace aiguillage::report {

/// The communes of a territory and their former codes, as the files that `load_territory` reads; none without communes.
[[nodiscard]] std::vector<territory_file> communes_files(const gazetteer& communes);

}  // namespace aiguillage::report
