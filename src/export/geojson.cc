#include "export/formats.h"
#include "export/json_cells.h"

/// GeoJSON (RFC 7946): one feature for each actor, in WGS 84, longitude first; no geometry where no point is known.
namespace aiguillage::exports {

using report::json;

void write_geojson(const job& of) {
  const std::vector<written_column>& columns = of.by.writes.front().columns;
  std::vector<bool> several;
  for (const written_column& one : columns) several.push_back(holds_several(of.by, one));
  json features = json::array();
  const auto on_row = [&](const row_writer&, const record_cells& cells, const listing& place) {
    const auto longitude = json_number(said(place, attribute::longitude));
    const auto latitude = json_number(said(place, attribute::latitude));
    json properties = json::object();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const bool in_point =
          longitude && latitude && (columns[i].header == "latitude" || columns[i].header == "longitude");
      if (!in_point && !cells[0][i].empty())
        properties[columns[i].header] = json_cell(columns[i], several[i], cells[0][i]);
    }
    json feature = {{"type", "Feature"}, {"geometry", nullptr}};
    if (longitude && latitude)
      feature["geometry"] = {{"type", "Point"}, {"coordinates", {*longitude, *latitude}}};
    feature["properties"] = std::move(properties);
    features.push_back(std::move(feature));
  };
  write_rows(of.land, of.rules, of.by, syntax::json, on_row, of.count);
  of.out = report::written({{"type", "FeatureCollection"}, {"features", std::move(features)}});
}

}  // namespace aiguillage::exports
