#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aiguillage/diagnostic.h"
#include "aiguillage/simulation/run.h"

/// A simulation for people and for programs. The same input gives the same bytes.
#pragma GCC visibility push(default)
namespace aiguillage {

/// A scenario and all that it was run with.
struct simulated {
  const pack& rules;
  const territory& land;
  const population& people;
  const scenario& told;
  const std::vector<replication>& runs;
  std::string program = "unknown";     // its version
  std::string file = "scenario.yaml";  // of the scenario: its name alone, without folders
};

/// The border of an area of a population, or of one of the communes that it is made of.
struct area_outline {
  std::size_t area = 0;                   // of the population
  std::vector<std::vector<point>> rings;  // closed, each point after the other
};

/// What happened to people, to needs and at places, with intervals over the replications.
[[nodiscard]] std::string simulation_text(const simulated& of, language wanted);

/// The same as JSON. Areas whose cells are under 11 persons are put together; what is still too small is null.
[[nodiscard]] std::string simulation_json(const simulated& of, language wanted);

/// Borders from GeoJSON (RFC 7946): a collection of polygons whose property `area` is the id of an area, or `code` its id or
/// its commune. Others are left out. nullopt when it is no such collection, or has none of the areas.
[[nodiscard]] std::optional<std::vector<area_outline>> read_outlines(const std::string& content,
                                                                     const std::string& name,
                                                                     const population& people,
                                                                     diagnostics& out);

/// The same as one page of HTML that needs nothing else: pictures, each with a table of the same figures, what is assumed, and how
/// to find the same again. Without borders, areas are points.
[[nodiscard]] std::string simulation_html(const simulated& of, const std::vector<area_outline>& borders,
                                          language wanted);

/// A table by its name: outcomes, needs, flows, places, losses.
struct named_table {
  std::string name;
  std::string csv;
};

/// The tables as CSV: ids, whole counts that are means over the replications; an empty cell is not published.
[[nodiscard]] std::vector<named_table> simulation_tables(const simulated& of);

/// Areas and places with what is published of them, as GeoJSON; areas without a border are left out.
[[nodiscard]] std::string simulation_geojson(const simulated& of, const std::vector<area_outline>& borders);

/// What the figures were made of, as JSON: versions, hashes, seed and the command that makes them again.
[[nodiscard]] std::string simulation_manifest(const simulated& of);

}  // namespace aiguillage
#pragma GCC visibility pop
