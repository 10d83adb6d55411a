#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "report/json_writer.h"
#include "report/simulation_figures.h"
#include "report/simulation_published.h"

/// Areas with a border and places with a point (RFC 7946): WGS 84, longitude first.
namespace aiguillage {
namespace {

using namespace report;

decimal degrees(double value) { return {std::llround(value * 1000000), 6}; }

void write_position(json_writer& to, const point& at) {
  to.row(std::array{at.longitude, at.latitude}, [&](double one) { to.value(degrees(one)); });
}

template <class Geometry, class Properties>
void feature(json_writer& to, Geometry geometry, Properties properties) {
  to.object([&] {
    to.field("type", "Feature");
    to.key("geometry");
    to.object(geometry);
    to.key("properties");
    to.object(properties);
  });
}

void write_ring(json_writer& to, const std::vector<point>& ring) {
  to.list(ring, [&](const point& at) { write_position(to, at); });
}

void write_border(json_writer& to, const area_outline& of) {
  to.field("type", "MultiPolygon");
  to.key("coordinates");
  to.list(of.rings, [&](const std::vector<point>& ring) {
    to.list(std::array{&ring}, [&](const std::vector<point>* one) { write_ring(to, *one); });
  });
}

void write_area(json_writer& to, const simulated& of, const published_outcomes::row& row, std::size_t area) {
  const bool alone = row.areas.size() == 1;
  to.field("kind", "area");
  to.field("area", of.people.areas[area].id);
  to.field("people", alone ? row.people : std::nullopt);
  for (std::size_t i = 0; i < outcome_names.size(); ++i)
    to.field(outcome_names[i], alone ? row.outcomes[i] : std::nullopt);
}

void write_place(json_writer& to, const simulated& of, actor_id who) {
  to.field("kind", "place");
  to.field("actor", of.land.actors[who].id);
  to.field("name", of.land.actors[who].name);
  to.field("type", of.rules.actor_types[of.land.actors[who].type].id);
  to.key("visits_a_week");
  write_estimate(to, visits_a_week(of, who));
  to.key("load");
  const std::optional<estimate> load = load_of(of, who);
  load ? write_estimate(to, *load) : to.value(nullptr);
  to.key("waited_days");
  write_estimate(to, days_waited(of, who));
}

}  // namespace

std::string simulation_geojson(const simulated& of, const std::vector<area_outline>& borders) {
  const published_outcomes all = outcomes_of(of);
  json_writer to;
  std::vector<std::function<void()>> features;
  for (const area_outline& border : borders)
    for (const published_outcomes::row& row : all.rows)
      if (std::find(row.areas.begin(), row.areas.end(), border.area) != row.areas.end())
        features.emplace_back([&] {
          feature(to, [&] { write_border(to, border); }, [&] { write_area(to, of, row, border.area); });
        });
  for (const actor_id who : places_by_visits(of)) {
    const site_id at = of.land.actors[who].at;
    const std::optional<point> known = at.known() ? of.land.sites[at].where : std::nullopt;
    if (!known) continue;
    const point where = *known;
    features.emplace_back([&, who, where] {
      feature(
          to,
          [&] {
            to.field("type", "Point");
            to.key("coordinates");
            write_position(to, where);
          },
          [&] { write_place(to, of, who); });
    });
  }
  to.object([&] {
    to.field("type", "FeatureCollection");
    to.key("features");
    to.list(features, [](const std::function<void()>& write) { write(); });
  });
  return to.take();
}

}  // namespace aiguillage
