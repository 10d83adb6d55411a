#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "report/map_frame.h"
#include "report/markup.h"
#include "report/survey_parts.h"

/// A map of the places: points, a scale, north. Degrees become metres around the middle of the places, which is right to
/// a thousandth over a département.
namespace aiguillage::report {
namespace {

constexpr double metres_per_degree = 111195;  // of latitude, for the radius of metres_between

struct spot {
  map_point on;  // degrees, then metres from the middle
  const site* at = nullptr;
  std::vector<actor_id> actors;
};

double middle(std::vector<double> values) {
  const auto half = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), half, values.end());
  return *half;
}

std::vector<spot> spots_of(const survey_view& to) {
  std::vector<spot> all;
  std::vector<std::vector<actor_id>> received(to.land.sites.size());
  for (std::size_t i = 0; i < to.land.actors.size(); ++i)
    if (const site_id at = to.land.actors[actor_id(i)].at; at.known()) received[at.index()].emplace_back(i);
  std::vector<double> north;
  std::vector<double> east;
  for (std::size_t i = 0; i < received.size(); ++i) {
    const site& at = to.land.sites[site_id(i)];
    if (!at.where || received[i].empty()) continue;
    const point where = *at.where;
    all.push_back({{where.longitude, where.latitude}, &at, std::move(received[i])});
    north.push_back(where.latitude);
    east.push_back(where.longitude);
  }
  if (all.empty()) return all;
  const point centre{middle(north), middle(east)};
  constexpr double radians = 3.14159265358979323846 / 180;
  for (spot& one : all) {
    one.on.north = (one.on.north - centre.latitude) * metres_per_degree;
    one.on.east = (one.on.east - centre.longitude) * metres_per_degree * std::cos(centre.latitude * radians);
  }
  return all;
}

/// Places that are far from all the others would leave the rest in one dot; gives how many are left aside.
std::size_t drop_outliers(std::vector<spot>& spots) {
  std::vector<double> far;
  for (const spot& one : spots) far.push_back(std::hypot(one.on.east, one.on.north));
  const double most = std::max(20000.0, 10 * middle(far));
  const std::size_t before = spots.size();
  spots.erase(std::remove_if(spots.begin(), spots.end(),
                             [&](const spot& one) { return std::hypot(one.on.east, one.on.north) > most; }),
              spots.end());
  return before - spots.size();
}

struct group_sign {
  const char* name;
  text label;
};

group_sign sign_of(group family) {
  switch (family) {
    case group::proximity: return {"proximity", {"proximité, accueil", "proximity, reception"}};
    case group::social_work: return {"social_work", {"travail social", "social work"}};
    case group::operators: return {"operators", {"organisme qui décide", "operator that decides"}};
    case group::defence: return {"defence", {"défense des droits", "defence of rights"}};
    case group::forbidden: break;
  }
  return {"forbidden", {"interdit", "forbidden"}};
}

/// A round, a square, a triangle or a diamond, so that colour is not all that tells them apart.
std::string shape(group family, double x, double y, double radius, const std::string& inside) {
  const std::string kind = attribute("class", std::string("place ") + sign_of(family).name);
  const auto at = [&](double right, double down) {
    return pixels(x + right * radius) + "," + pixels(y + down * radius) + " ";
  };
  if (family == group::proximity)
    return "<circle" + kind + attribute("cx", pixels(x)) + attribute("cy", pixels(y)) +
           attribute("r", pixels(radius)) + ">" + inside + "</circle>\n";
  std::string corners = at(0, -1.2) + at(1.2, 0) + at(0, 1.2) + at(-1.2, 0);
  if (family == group::social_work) corners = at(-1, -1) + at(1, -1) + at(1, 1) + at(-1, 1);
  if (family == group::operators) corners = at(0, -1.2) + at(1.2, 1) + at(-1.2, 1);
  return "<polygon" + kind + attribute("points", corners) + ">" + inside + "</polygon>\n";
}

std::string title_of(const survey_view& to, const spot& one) {
  std::string words = one.at->name;
  constexpr std::size_t most = 12;
  for (std::size_t i = 0; i < std::min(most, one.actors.size()); ++i)
    if (const std::string name = name_of(to, one.actors[i]); name != one.at->name) words += "\n" + name;
  if (one.actors.size() > most) words += "\n…";
  return "<title>" + escaped(words) + "</title>";
}

std::string points(const survey_view& to, const std::vector<spot>& spots, const map_frame& in) {
  std::string drawn;
  for (const spot& one : spots) {
    const group family = to.rules.actor_types[to.land.actors[one.actors.front()].type].family;
    const double radius = 4 + std::min(6.0, static_cast<double>(one.actors.size()) - 1);
    drawn += shape(family, in.x(one.on.east), in.y(one.on.north), radius, title_of(to, one));
  }
  return drawn;
}

std::string legend(const survey_view& to, const std::vector<spot>& spots) {
  std::map<group, bool> shown;
  for (const spot& one : spots)
    shown[to.rules.actor_types[to.land.actors[one.actors.front()].type].family] = true;
  std::string items;
  for (const auto& [family, yes] : shown)
    items +=
        "<li><svg width=\"16\" height=\"16\" viewBox=\"0 0 16 16\" style=\"width:1rem\" "
        "aria-hidden=\"true\">" +
        shape(family, 8, 8, 6, "") + "</svg> " + escaped(to.on.say(sign_of(family).label)) + "</li>\n";
  return element("ul", "\n" + items, "legend");
}

}  // namespace

std::string survey_map(const survey_view& to) {
  std::vector<spot> spots = spots_of(to);
  if (spots.empty()) return "";
  const std::size_t aside = drop_outliers(spots);
  std::vector<map_point> all;
  for (const spot& one : spots) all.push_back(one.on);
  const map_frame in = frame_around(all);
  std::string inside = "<svg role=\"img\"" +
                       attribute("viewBox", "0 0 " + pixels(in.width) + " " + pixels(in.height)) +
                       attribute("aria-label", escaped(to.on.say({"Carte des lieux", "Map of the places"}))) +
                       ">\n" + points(to, spots, in) + map_scale(in) + map_north(in, to.on.style.wanted) +
                       "</svg>\n" + legend(to, spots);
  if (aside > 0)
    inside += words_in("p",
                       to.on.say({"Lieux trop loin des autres pour la carte : ",
                                  "Places too far from the others for the map: "}) +
                           std::to_string(aside),
                       "faint");
  return part_of(to, "map", {"Carte", "Map"}, inside);
}

}  // namespace aiguillage::report
