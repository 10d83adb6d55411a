#pragma once

#include <optional>

#include "aiguillage/import.h"

namespace aiguillage::import {

/// The communes of the departments that are asked for; empty when no table is given, nullopt when it cannot be read.
[[nodiscard]] std::optional<gazetteer> communes_for(const import_options& options, diagnostics& out);

/// The commune of a place by its code of today.
void follow_code(const gazetteer& communes, listing& one);

/// Sites without a point are taken to be where their commune is; their actors say so.
void place_in_communes(territory& land);

}  // namespace aiguillage::import
