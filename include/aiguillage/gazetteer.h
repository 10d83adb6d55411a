#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aiguillage/area.h"
#include "aiguillage/diagnostic.h"
#include "aiguillage/situation.h"

#pragma GCC visibility push(default)
namespace aiguillage {

/// A piece of `gazetteer::texts`.
struct text_span {
  std::uint32_t from = 0;
  std::uint32_t size = 0;
};

/// A commune, or a municipal district of Paris, Lyon or Marseille; an id that is not known: in none.
struct commune {
  text_span code;
  text_span name;
  text_span postcodes;  // separated by spaces
  commune_id part_of;   // the whole commune of a district; unknown for communes
  epci_id epci;         // intercommunality
  ept_id ept;           // territory of Greater Paris
  department_id department;
  region_id region;
  std::optional<std::int32_t> population;
  std::optional<float> square_km;
  std::optional<point> centre;
  std::optional<point> town_hall;
};

/// An EPCI, an EPT, a department or a region; the name is "" when no file gives it.
struct commune_group {
  std::string code;
  std::string name;
};

/// What a code leads to: five characters in one number, so that codes sort as they are written.
struct commune_code {
  std::uint64_t key = 0;
  commune_id leads_to;
};

/// All communes of a country at one date, and what their former codes became. Ids follow the order of the file.
struct gazetteer {
  id_vector<commune_id, commune> communes;
  id_vector<epci_id, commune_group> epcis;
  id_vector<ept_id, commune_group> epts;
  id_vector<department_id, commune_group> departments;
  id_vector<region_id, commune_group> regions;
  std::string texts;
  std::vector<commune_code> codes;  // sorted; current and former ones

  /// The bytes of a piece, which last as long as `texts` stays as it is.
  [[nodiscard]] std::string_view operator[](text_span which) const {
    return std::string_view(texts).substr(which.from, which.size);
  }
};

/// CSV files, columns known by name (README): communes; then "" or what former codes became, and names.
struct gazetteer_files {
  std::string communes;     // code_insee, nom, departement, region, epci, population, latitude, longitude…
  std::string former;       // ancien_code, code_2026 (or code_insee)
  std::string epcis;        // code, nom
  std::string epts;         // code, nom
  std::string departments;  // code, nom
  std::string regions;      // code, nom
};

/// Reads them; nullopt when one cannot be read at all, or names no commune. What is wrong in a line is a warning there.
[[nodiscard]] std::optional<gazetteer> load_gazetteer(const gazetteer_files& files, diagnostics& out);

/// A file that was read: how diagnostics call it, and its bytes.
struct gazetteer_text {
  std::string name;
  std::string_view bytes;
};

/// The same files from memory; one without a name is not there. The bytes must last while they are read.
struct gazetteer_texts {
  gazetteer_text communes;
  gazetteer_text former;
};

/// The same from texts, without the names of groups.
[[nodiscard]] std::optional<gazetteer> parse_gazetteer(const gazetteer_texts& texts, diagnostics& out);

/// The commune or district of a code, former codes followed to the end; unknown when there is none.
[[nodiscard]] commune_id find_commune(const gazetteer& in, std::string_view code);

/// Some of the communes (by id), whole communes with their districts, and the codes that lead to them.
[[nodiscard]] gazetteer part_of(const gazetteer& in, const std::vector<bool>& kept);

/// The whole commune of a district; a commune itself.
[[nodiscard]] commune_id whole_commune(const gazetteer& in, commune_id which);

/// Where a commune is taken to be: its town hall, or failing that its centre.
[[nodiscard]] std::optional<point> place_of(const commune& one);

/// True when the commune lies in the area. A commune holds its districts; a former code stands for what it became. An area
/// that is not known holds nothing.
[[nodiscard]] bool holds(const gazetteer& in, const area& where, commune_id which);

}  // namespace aiguillage
#pragma GCC visibility pop
