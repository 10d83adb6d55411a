#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "aiguillage/id.h"

#pragma GCC visibility push(default)
namespace aiguillage {

using commune_id = strong_id<struct commune_tag>;        // index into gazetteer::communes
using epci_id = strong_id<struct epci_tag>;              // index into gazetteer::epcis
using ept_id = strong_id<struct ept_tag>;                // index into gazetteer::epts
using department_id = strong_id<struct department_tag>;  // index into gazetteer::departments
using region_id = strong_id<struct region_tag>;          // index into gazetteer::regions

/// The kinds of areas that a place may say that it serves. A code alone does not tell its kind: 53 is the region
/// of Brittany and the department of Mayenne.
enum class area_kind : std::uint8_t { commune, epci, department, region, country };

/// A set of communes by its official code: INSEE for communes, departments, regions and countries (99xxx), SIREN for an EPCI
/// (or an EPT of Greater Paris).
struct area {
  area_kind kind = area_kind::commune;
  std::string code;
};

/// France, as a country (code officiel géographique, INSEE).
inline constexpr const char* france_code = "99100";

/// The same kind and the same code, as written: a former code is not its successor.
[[nodiscard]] inline bool operator==(const area& a, const area& b) {
  return a.kind == b.kind && a.code == b.code;
}

/// Whether a word has the form of a code of this kind (INSEE, code officiel géographique; SIREN for an EPCI): 35238, 2A004;
/// 243500139; 35, 2A, 974; 53; 99100.
[[nodiscard]] bool is_code(area_kind kind, std::string_view word);

/// The code of the department of a commune, by its own: two characters, three overseas.
[[nodiscard]] inline std::string department_of(const std::string& commune) {
  const bool overseas = commune.size() > 2 && commune[0] == '9' && (commune[1] == '7' || commune[1] == '8');
  return commune.substr(0, overseas ? 3 : 2);
}

}  // namespace aiguillage
#pragma GCC visibility pop
