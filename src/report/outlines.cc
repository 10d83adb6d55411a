#include <algorithm>

#include <nlohmann/json.hpp>

#include "aiguillage/report/simulation.h"

/// Borders of areas from GeoJSON: the outer ring of each polygon.
namespace aiguillage {
namespace {

using nlohmann::json;

std::string text_of(const json& feature, const char* key) {
  const auto properties = feature.find("properties");
  if (properties == feature.end() || !properties->is_object()) return "";
  const auto found = properties->find(key);
  return found != properties->end() && found->is_string() ? found->get<std::string>() : "";
}

std::optional<std::size_t> area_of(const json& feature, const population& people) {
  const std::string area = text_of(feature, "area");
  const std::string code = text_of(feature, "code");
  const auto first = [&](auto holds) -> std::optional<std::size_t> {
    const auto found = std::find_if(people.areas.begin(), people.areas.end(), holds);
    if (found == people.areas.end()) return std::nullopt;
    return static_cast<std::size_t>(found - people.areas.begin());
  };
  if (!area.empty()) return first([&](const people_area& one) { return one.id == area; });
  if (code.empty()) return std::nullopt;
  if (const auto by_id = first([&](const people_area& one) { return one.id == code; })) return by_id;
  return first([&](const people_area& one) { return one.commune == code; });
}

/// Empty when it is no ring of points on the globe.
std::vector<point> ring_of(const json& written) {
  std::vector<point> ring;
  if (!written.is_array()) return {};
  for (const json& one : written) {
    if (!one.is_array() || one.size() < 2 || !one[0].is_number() || !one[1].is_number()) return {};
    const point at{one[1].get<double>(), one[0].get<double>()};
    const bool on_globe =
        at.latitude >= -90 && at.latitude <= 90 && at.longitude >= -180 && at.longitude <= 180;
    if (!on_globe) return {};
    ring.push_back(at);
  }
  return ring.size() < 4 ? std::vector<point>{} : ring;
}

std::vector<std::vector<point>> rings_of(const json& feature) {
  std::vector<std::vector<point>> rings;
  const auto geometry = feature.find("geometry");
  if (geometry == feature.end() || !geometry->is_object()) return rings;
  const auto type = geometry->find("type");
  const auto written = geometry->find("coordinates");
  if (type == geometry->end() || written == geometry->end() || !written->is_array()) return rings;
  const auto add = [&](const json& polygon) {
    if (!polygon.is_array() || polygon.empty()) return;
    if (std::vector<point> ring = ring_of(polygon[0]); !ring.empty()) rings.push_back(std::move(ring));
  };
  if (*type == "Polygon") add(*written);
  if (*type == "MultiPolygon")
    for (const json& polygon : *written) add(polygon);
  return rings;
}

}  // namespace

std::optional<std::vector<area_outline>> read_outlines(const std::string& content, const std::string& name,
                                                       const population& people, diagnostics& out) {
  const auto wrong = [&](text message) {
    out.push_back({severity::error, "wrong-borders", name, 0, 0, std::move(message), {}});
    return std::nullopt;
  };
  const json read = json::parse(content, nullptr, false);
  const auto features = read.is_object() ? read.find("features") : read.end();
  if (!read.is_object() || features == read.end() || !features->is_array())
    return wrong({"ce fichier n'est pas une collection GeoJSON", "this file is no GeoJSON collection"});
  std::vector<area_outline> all;
  for (const json& feature : *features) {
    if (!feature.is_object()) continue;
    const auto area = area_of(feature, people);
    if (!area) continue;
    if (auto rings = rings_of(feature); !rings.empty()) all.push_back({*area, std::move(rings)});
  }
  if (all.empty())
    return wrong({"aucun contour de ce fichier n'est celui d'un territoire de la population",
                  "no border of this file is that of an area of the population"});
  return all;
}

}  // namespace aiguillage
