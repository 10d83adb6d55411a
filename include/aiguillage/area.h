#pragma once

#include <cstdint>
#include <string>

namespace aiguillage {

/// The kinds of areas that a place may say that it serves. A code alone does not tell its kind: 53 is the region
/// of Brittany and the department of Mayenne.
enum class area_kind : std::uint8_t { commune, epci, department, region, country };

/// One area by its official code: INSEE for communes, departments and regions, SIREN for an EPCI, 99xxx for a country.
struct area {
  area_kind kind = area_kind::commune;
  std::string code;
};

[[nodiscard]] inline bool operator==(const area& a, const area& b) {
  return a.kind == b.kind && a.code == b.code;
}

}  // namespace aiguillage
