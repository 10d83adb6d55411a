#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "report/markup.h"
#include "report/survey_parts.h"

/// A map of the places: points, a scale, north. Degrees become metres around the middle of the places, which is right to
/// a thousandth over a département.
namespace aiguillage::report {
namespace {

constexpr double metres_per_degree = 111195;  // of latitude, for the radius of metres_between
constexpr double most_width = 900;
constexpr double most_height = 900;
constexpr double least_side = 300;
constexpr double margin = 30;
constexpr double foot = 50;  // under the points, for the scale

struct spot {
  double east = 0;  // degrees, then metres from the middle
  double north = 0;
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
    all.push_back({where.longitude, where.latitude, &at, std::move(received[i])});
    north.push_back(where.latitude);
    east.push_back(where.longitude);
  }
  if (all.empty()) return all;
  const point centre{middle(north), middle(east)};
  constexpr double radians = 3.14159265358979323846 / 180;
  for (spot& one : all) {
    one.north = (one.north - centre.latitude) * metres_per_degree;
    one.east = (one.east - centre.longitude) * metres_per_degree * std::cos(centre.latitude * radians);
  }
  return all;
}

/// Places that are far from all the others would leave the rest in one dot; gives how many are left aside.
std::size_t drop_outliers(std::vector<spot>& spots) {
  std::vector<double> far;
  for (const spot& one : spots) far.push_back(std::hypot(one.east, one.north));
  const double most = std::max(20000.0, 10 * middle(far));
  const std::size_t before = spots.size();
  spots.erase(std::remove_if(spots.begin(), spots.end(),
                             [&](const spot& one) { return std::hypot(one.east, one.north) > most; }),
              spots.end());
  return before - spots.size();
}

/// Metres to pixels, the y axis down.
struct frame {
  double west = 0;
  double north = 0;
  double pixels_per_metre = 1;
  double width = least_side;
  double height = least_side;

  [[nodiscard]] double x(double east) const { return margin + (east - west) * pixels_per_metre; }
  [[nodiscard]] double y(double towards) const { return margin + (north - towards) * pixels_per_metre; }
};

frame frame_of(const std::vector<spot>& spots) {
  frame result;
  double east = -1e9;
  double south = 1e9;
  result.west = 1e9;
  result.north = -1e9;
  for (const spot& one : spots) {
    result.west = std::min(result.west, one.east);
    east = std::max(east, one.east);
    south = std::min(south, one.north);
    result.north = std::max(result.north, one.north);
  }
  const double across = std::max(500.0, east - result.west);
  const double down = std::max(500.0, result.north - south);
  result.pixels_per_metre =
      std::min((most_width - 2 * margin) / across, (most_height - 2 * margin - foot) / down);
  result.width = std::max(least_side, across * result.pixels_per_metre + 2 * margin);
  result.height = std::max(least_side, down * result.pixels_per_metre + 2 * margin + foot);
  return result;
}

std::string pixels(double value) {
  const long tenths = std::lround(value * 10);
  return std::to_string(tenths / 10) + "." + std::to_string(std::abs(tenths) % 10);
}

std::string attribute(const char* name, const std::string& value) {
  return " " + std::string(name) + "=\"" + value + "\"";
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

std::string points(const survey_view& to, const std::vector<spot>& spots, const frame& in) {
  std::string drawn;
  for (const spot& one : spots) {
    const group family = to.rules.actor_types[to.land.actors[one.actors.front()].type].family;
    const double radius = 4 + std::min(6.0, static_cast<double>(one.actors.size()) - 1);
    drawn += shape(family, in.x(one.east), in.y(one.north), radius, title_of(to, one));
  }
  return drawn;
}

/// A round length of about a fifth of the map.
std::string scale(const frame& in) {
  const double wanted = in.width / 5 / in.pixels_per_metre;
  double metres = std::pow(10, std::floor(std::log10(wanted)));
  for (const double factor : {5.0, 2.0})
    if (metres * factor <= wanted) {
      metres *= factor;
      break;
    }
  const double y = in.height - 20;
  const double end = margin + metres * in.pixels_per_metre;
  const std::string words = metres < 1000 ? std::to_string(std::lround(metres)) + " m"
                                          : std::to_string(std::lround(metres / 1000)) + " km";
  return "<path class=\"axis\" d=\"M" + pixels(margin) + " " + pixels(y - 6) + "v6H" + pixels(end) +
         "v-6\" />\n<text" + attribute("x", pixels(end + 8)) + attribute("y", pixels(y)) + ">" + words +
         "</text>\n";
}

std::string north(const survey_view& to, const frame& in) {
  const std::string x = pixels(in.width - margin);
  return "<path class=\"axis\" d=\"M" + x + " " + pixels(in.height - 10) + "v-26m-6 8l6 -8l6 8\" />\n<text" +
         attribute("x", x) + attribute("y", pixels(in.height - 40)) + " text-anchor=\"middle\">N<title>" +
         to.on.say({"le nord", "north"}) + "</title></text>\n";
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
  const frame in = frame_of(spots);
  std::string inside =
      "<svg role=\"img\"" + attribute("viewBox", "0 0 " + pixels(in.width) + " " + pixels(in.height)) +
      attribute("aria-label", escaped(to.on.say({"Carte des lieux", "Map of the places"}))) + ">\n" +
      points(to, spots, in) + scale(in) + north(to, in) + "</svg>\n" + legend(to, spots);
  if (aside > 0)
    inside += words_in("p",
                       to.on.say({"Lieux trop loin des autres pour la carte : ",
                                  "Places too far from the others for the map: "}) +
                           std::to_string(aside),
                       "faint");
  return part_of(to, "map", {"Carte", "Map"}, inside);
}

}  // namespace aiguillage::report
