#include "report/communes_files.h"

#include "load/territory_parts.h"
#include "report/degrees.h"
#include "table/csv.h"

namespace aiguillage::report {
namespace {

template <class Id>
std::string code_in(const id_vector<Id, commune_group>& groups, Id which) {
  return which.known() ? groups[which].code : "";
}

std::string hundredths(double value) {
  std::string whole = degrees(value);
  const std::size_t dot = whole.find('.');
  return whole.substr(0, dot) + "." + (whole.substr(dot + 1) + "0").substr(0, 2);
}

std::string row_of(const gazetteer& in, const commune& one) {
  const std::string whole = one.part_of.known() ? std::string(in[in.communes[one.part_of].code]) : "";
  const auto latitude = [](const std::optional<point>& at) { return at ? degrees(at->latitude) : ""; };
  const auto longitude = [](const std::optional<point>& at) { return at ? degrees(at->longitude) : ""; };
  return table::write_csv_row({in[one.code], in[one.name], whole, code_in(in.departments, one.department),
                               code_in(in.regions, one.region), code_in(in.epcis, one.epci),
                               code_in(in.epts, one.ept),
                               one.population ? std::to_string(*one.population) : "", in[one.postcodes],
                               latitude(one.centre), longitude(one.centre), latitude(one.town_hall),
                               longitude(one.town_hall), one.square_km ? hundredths(*one.square_km) : ""});
}

/// The five characters of a code.
std::string code_of(std::uint64_t key) {
  std::string code(5, ' ');
  for (std::size_t i = 0; i < 5; ++i) code[i] = static_cast<char>(key >> (32 - 8 * i) & 0xFFU);
  return code;
}

}  // namespace

std::vector<territory_file> communes_files(const gazetteer& communes) {
  if (communes.communes.empty()) return {};
  std::string today =
      "code_insee,nom,commune_parente,departement,region,epci,ept,population,codes_postaux,latitude,"
      "longitude,"
      "lat_mairie,lon_mairie,surface_km2\n";
  for (const commune& one : communes.communes) today += row_of(communes, one);
  std::string former = "ancien_code,code_insee\n";
  bool any = false;
  for (const commune_code& one : communes.codes) {
    const std::string now(communes[communes.communes[one.leads_to].code]);
    const std::string code = code_of(one.key);
    if (code == now) continue;
    any = true;
    former += table::write_csv_row({code, now});
  }
  std::vector<territory_file> files{{load::communes_file, std::move(today)}};
  if (any) files.push_back({load::former_communes_file, std::move(former)});
  return files;
}

}  // namespace aiguillage::report
