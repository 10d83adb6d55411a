#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aiguillage/hours.h"
#include "aiguillage/pack.h"
#include "aiguillage/situation.h"

namespace aiguillage {

/// A building or an address where one or several actors receive people.
struct site {
  std::string id;
  std::string name;
  std::string address;
  std::string commune;  // INSEE code
  std::optional<point> where;
};

/// One local actor: what its type does, less what this place does not do.
struct actor {
  std::string id;
  std::string name;
  actor_type_id type;
  site_id at;                          // unknown for the neutral territory
  std::vector<need_type_id> without;   // needs of its type that this place does not serve
  std::vector<std::string> languages;  // ISO codes spoken besides French
  std::vector<std::string> communes;   // INSEE codes served; none: no condition of residence
  bool mandates = true;                // false: the place signs no mandate
  std::string phone;
  std::string email;
  std::string website;
  std::string hours;                     // OSM opening_hours syntax, kept as written
  std::optional<opening_hours> opening;  // the same, read; none when not given or not readable
  std::string conditions;                // intake conditions, in words
  std::string producer;                  // who says so
  std::string vintage;                   // YYYY-MM-DD of the statement
};

/// A hand-off that two places are known to make.
struct handoff_link {
  actor_id from;
  actor_id to;
  mode_id mode;
  std::string source;
};

/// Crow-fly travel with declared factors; `source` says where they come from.
struct travel_model {
  std::int64_t detour_thousandths = 1300;
  std::int64_t walk_metres_per_minute = 75;
  std::int64_t walk_limit_minutes = 25;
  std::int64_t transit_metres_per_minute = 250;
  std::int64_t transit_wait_minutes = 8;
  std::string source = "assumed";
};

/// The hours taken for a place whose hours are not known (assumed).
inline constexpr const char* assumed_hours = "Mo-Fr 09:00-12:00,14:00-17:00; PH off";

struct territory {
  std::string id;
  std::string hash;
  text title;
  bool neutral = false;
  int neutral_minutes = 15;  // away from the person, each way
  id_vector<site_id, site> sites;
  id_vector<actor_id, actor> actors;
  std::vector<handoff_link> links;
  travel_model travel;
  opening_hours assumed_opening;  // of places whose hours are not known; assumed
  std::optional<point> centre;    // where a person whose home is not known is taken to be
};

/// One actor of each type, each 15 minutes away, no shared site (product.md). Types in `absent` are left out;
/// when `only` is not empty, types outside it are left out.
[[nodiscard]] territory neutral_territory(const pack& rules, const std::vector<actor_type_id>& absent = {},
                                          const std::vector<actor_type_id>& only = {});

/// Metres between two points along a great circle (haversine, mean radius 6,371,008.8 m).
[[nodiscard]] double metres_between(const point& a, const point& b);

/// Minutes of travel for a crow-fly distance in metres.
[[nodiscard]] int travel_minutes(const travel_model& model, double metres);

}  // namespace aiguillage
