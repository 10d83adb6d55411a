#pragma once

#include <cstdint>
#include <string>

#include "aiguillage/id.h"

namespace aiguillage {

using commune_id = strong_id<struct commune_tag>;
using epci_id = strong_id<struct epci_tag>;
using ept_id = strong_id<struct ept_tag>;
using department_id = strong_id<struct department_tag>;
using region_id = strong_id<struct region_tag>;

/// The kinds of areas that an actor may say it serves.
enum class area_kind : std::uint8_t { commune, epci, department, region, country };

/// A set of communes: the INSEE code of a commune, a department or a region, the SIREN of an EPCI (or of an EPT of Greater
/// Paris), or "FR".
struct area {
  area_kind kind = area_kind::commune;
  std::string code;
};

}  // namespace aiguillage
