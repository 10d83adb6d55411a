#include <algorithm>
#include <cmath>

#include "aiguillage/explain/place.h"
#include "aiguillage/gazetteer.h"
#include "report/chart.h"
#include "report/map_frame.h"
#include "report/markup.h"
#include "report/simulation_figures.h"
#include "report/simulation_parts.h"

/// Areas shaded by the share of people who find an answer, and the places with how full they are. Degrees become metres around
/// the middle.
namespace aiguillage::report {
namespace {

constexpr double metres_per_degree = 111195;  // of latitude, for the radius of metres_between
constexpr std::size_t most_points = 1000;     // of either kind: the places that are most visited
constexpr std::array<int, 3> steps = {25, 50, 75};

/// What is drawn, in degrees first.
struct drawing {
  struct ring {
    std::size_t area = 0;
    std::vector<map_point> points;
  };
  struct spot {
    map_point at;
    std::size_t area = 0;  // or
    actor_id place;
  };
  std::vector<ring> rings;
  std::vector<spot> areas;
  std::vector<spot> places;
};

map_point degrees(const point& at) { return {at.longitude, at.latitude}; }

/// Where an area without a border is drawn: its commune, or failing that the middle of the places of its commune.
std::optional<point> point_of(const simulated& of, const people_area& area) {
  const commune_id which = find_commune(of.land.communes, area.commune);
  if (which.known()) return place_of(of.land.communes.communes[which]);
  point sum{0, 0};
  double count = 0;
  for (const site& one : of.land.sites) {
    if (one.commune != area.commune || !one.where) continue;
    sum.latitude += one.where->latitude;
    sum.longitude += one.where->longitude;
    ++count;
  }
  if (count == 0) return std::nullopt;
  return point{sum.latitude / count, sum.longitude / count};
}

drawing drawing_of(const simulation_view& to) {
  drawing all;
  std::vector<bool> bordered(to.of.people.areas.size());
  for (const area_outline& one : to.borders) {
    bordered[one.area] = true;
    for (const std::vector<point>& ring : one.rings) {
      all.rings.push_back({one.area, {}});
      for (const point& each : ring) all.rings.back().points.push_back(degrees(each));
    }
  }
  for (std::size_t i = 0; i < bordered.size() && bordered.size() <= most_points; ++i)
    if (const auto at = point_of(to.of, to.of.people.areas[i]); at && !bordered[i])
      all.areas.push_back({degrees(*at), i, {}});
  for (const actor_id who : places_by_visits(to.of)) {
    if (all.places.size() == most_points) break;
    const site_id at = to.of.land.actors[who].at;
    if (!at.known()) continue;
    if (const std::optional<point> where = to.of.land.sites[at].where)
      all.places.push_back({degrees(*where), 0, who});
  }
  return all;
}

double middle(std::vector<double> values) {
  const auto half = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), half, values.end());
  return *half;
}

/// Degrees to metres, and places that are far from all the rest left out.
std::vector<map_point> in_metres(drawing& all) {
  std::vector<map_point*> points;
  for (drawing::ring& one : all.rings)
    for (map_point& each : one.points) points.push_back(&each);
  for (drawing::spot& one : all.areas) points.push_back(&one.at);
  for (drawing::spot& one : all.places) points.push_back(&one.at);
  if (points.empty()) return {};
  std::vector<double> east;
  std::vector<double> north;
  for (const map_point* one : points) {
    east.push_back(one->east);
    north.push_back(one->north);
  }
  const map_point centre{middle(east), middle(north)};
  constexpr double radians = 3.14159265358979323846 / 180;
  const double across = metres_per_degree * std::cos(centre.north * radians);
  std::vector<double> far;
  for (map_point* one : points) {
    one->east = (one->east - centre.east) * across;
    one->north = (one->north - centre.north) * metres_per_degree;
    far.push_back(std::hypot(one->east, one->north));
  }
  const double most = std::max(20000.0, 10 * middle(far));
  std::erase_if(all.places, [&](const auto& one) { return std::hypot(one.at.east, one.at.north) > most; });
  std::vector<map_point> kept;
  for (const drawing::ring& one : all.rings) kept.insert(kept.end(), one.points.begin(), one.points.end());
  for (const drawing::spot& one : all.areas) kept.push_back(one.at);
  for (const drawing::spot& one : all.places) kept.push_back(one.at);
  return kept;
}

const published_outcomes::row& row_of(const simulation_view& to, std::size_t area) {
  const auto found = std::find_if(to.outcomes.rows.begin(), to.outcomes.rows.end(), [&](const auto& row) {
    return std::find(row.areas.begin(), row.areas.end(), area) != row.areas.end();
  });
  return *found;
}

constexpr auto answered = static_cast<std::size_t>(outcome::reached);

/// The class of an area: its fifth, or none.
std::string shade_of(const simulation_view& to, std::size_t area) {
  const published_outcomes::row& row = row_of(to, area);
  if (row.areas.size() > 1 || !row.outcomes[answered] || !row.people) return "shade none";
  const double share = share_of(row.outcomes[answered], row.people);
  const auto step = std::count_if(steps.begin(), steps.end(), [&](int one) { return share >= one; });
  return "shade s" + std::to_string(step);
}

std::string title_of(const simulation_view& to, std::size_t area) {
  const published_outcomes::row& row = row_of(to, area);
  return "<title>" +
         escaped(to.say(to.of.people.areas[area].title) + " : " +
                 (row.areas.size() > 1 ? to.say({"non publié", "not published"})
                                       : share_words(to, row.outcomes[answered], row.people))) +
         "</title>";
}

std::string path_of(const std::vector<map_point>& ring, const map_frame& in) {
  std::string path;
  for (const map_point& one : ring)
    path += (path.empty() ? "M" : "L") + pixels(in.x(one.east)) + " " + pixels(in.y(one.north));
  return path + "z";
}

std::string drawn_areas(const simulation_view& to, const drawing& all, const map_frame& in) {
  std::string drawn;
  for (const drawing::ring& one : all.rings)
    drawn += "<path" + attribute("class", shade_of(to, one.area)) + attribute("d", path_of(one.points, in)) +
             ">" + title_of(to, one.area) + "</path>\n";
  for (const drawing::spot& one : all.areas)
    drawn += "<circle" + attribute("class", shade_of(to, one.area)) +
             attribute("cx", pixels(in.x(one.at.east))) + attribute("cy", pixels(in.y(one.at.north))) +
             " r=\"22\">" + title_of(to, one.area) + "</circle>\n";
  return drawn;
}

/// The name of each area and its figure, in the middle of its border.
std::string labels(const simulation_view& to, const drawing& all, const map_frame& in) {
  std::string drawn;
  constexpr std::size_t most = 24;
  if (to.of.people.areas.size() > most) return drawn;
  for (std::size_t i = 0; i < to.of.people.areas.size(); ++i) {
    std::vector<double> east;
    std::vector<double> north;
    for (const drawing::ring& ring : all.rings)
      for (const map_point& one : ring.points)
        if (ring.area == i) {
          east.push_back(one.east);
          north.push_back(one.north);
        }
    for (const drawing::spot& one : all.areas)
      if (one.area == i) {
        east.push_back(one.at.east);
        north.push_back(one.at.north);
      }
    if (east.empty()) continue;
    const published_outcomes::row& row = row_of(to, i);
    const double x =
        in.x((*std::min_element(east.begin(), east.end()) + *std::max_element(east.begin(), east.end())) / 2);
    const double y = in.y(
        (*std::min_element(north.begin(), north.end()) + *std::max_element(north.begin(), north.end())) / 2);
    const auto at = [&](double down, const std::string& words) {
      return "<text class=\"label\"" + attribute("x", pixels(x)) + attribute("y", pixels(y + down)) +
             " text-anchor=\"middle\">" + escaped(words) + "</text>\n";
    };
    drawn += at(-4, shortened(to.say(to.of.people.areas[i].title), 28));
    drawn += at(14, row.areas.size() > 1 ? to.say({"non publié", "not published"})
                                         : share_words(to, row.outcomes[answered], row.people));
  }
  return drawn;
}

bool is_full(const simulation_view& to, actor_id who) {
  const std::optional<estimate> load = load_of(to.of, who);
  return load && load->mean >= 100;
}

std::string cross(double x, double y, const std::string& inside) {
  return "<path class=\"place full\" d=\"M" + pixels(x - 6) + " " + pixels(y - 6) + "l12 12m0 -12l-12 12\">" +
         inside + "</path>\n";
}

std::string drawn_places(const simulation_view& to, const drawing& all, const map_frame& in) {
  std::string drawn;
  for (const drawing::spot& one : all.places) {
    const double x = in.x(one.at.east);
    const double y = in.y(one.at.north);
    const std::string title =
        "<title>" + escaped(to.say(place_name(to.of.rules, to.of.land.actors[one.place]))) + "</title>";
    drawn += is_full(to, one.place) ? cross(x, y, title)
                                    : "<circle class=\"place\"" + attribute("cx", pixels(x)) +
                                          attribute("cy", pixels(y)) + " r=\"4\">" + title + "</circle>\n";
  }
  return drawn;
}

/// Hatches that get denser: the same in grey and on paper.
std::string hatches() {
  std::string all;
  for (const int step : {0, 1, 2, 3}) {
    const std::string room = std::to_string(14 - 3 * step);
    const std::string size = attribute("width", room) + attribute("height", room);
    all += "<pattern" + attribute("id", "hatch" + std::to_string(step));
    all += size + " patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect";
    all += size + attribute("class", "ground g" + std::to_string(step)) + " /><path class=\"hatch\"";
    all += attribute("d", "M0 0V" + room) + " /></pattern>\n";
  }
  return "<defs>\n" + all + "</defs>\n";
}

std::string sign(const std::string& drawn, const std::string& words) {
  return "<li><svg width=\"22\" height=\"16\" viewBox=\"0 0 22 16\" aria-hidden=\"true\">" + drawn +
         "</svg> " + escaped(words) + "</li>\n";
}

std::string legend(const simulation_view& to) {
  const std::string from = to.say({"moins de ", "under "});
  std::string items;
  for (std::size_t i = 0; i <= steps.size(); ++i)
    items +=
        sign("<rect class=\"shade s" + std::to_string(i) + "\" width=\"22\" height=\"16\" />",
             i == 0              ? from + std::to_string(steps[0]) + " %"
             : i == steps.size() ? std::to_string(steps.back()) + to.say({" % ou plus", " % or more"})
                                 : std::to_string(steps[i - 1]) + to.say({" à moins de ", " to under "}) +
                                       std::to_string(steps[i]) + " %");
  items += sign("<rect class=\"shade none\" width=\"22\" height=\"16\" />",
                to.say({"non publié", "not published"}));
  items +=
      sign("<circle class=\"place\" cx=\"11\" cy=\"8\" r=\"4\" />", to.say({"lieu visité", "place visited"}));
  items += sign("<path class=\"place full\" d=\"M5 2l12 12m0 -12l-12 12\" />",
                to.say({"lieu dont le temps est tout pris", "place whose time is all taken"}));
  return element("ul", "\n" + items, "legend");
}

}  // namespace

std::string simulation_map(const simulation_view& to) {
  drawing all = drawing_of(to);
  const std::vector<map_point> points = in_metres(all);
  if (points.empty()) return "";
  const map_frame in = frame_around(points);
  return picture(
             {"map",
              to.say({"Carte : part des personnes qui trouvent une réponse à tous leurs besoins",
                      "Map: share of people who find an answer to all their needs"}),
              to.say(
                  {"Plus un territoire est hachuré serré, plus la part est grande ; les chiffres sont dans "
                   "le tableau.",
                   "The denser an area is hatched, the larger the share; the figures are in the table."})},
             in.width, in.height,
             hatches() + drawn_areas(to, all, in) + drawn_places(to, all, in) + labels(to, all, in) +
                 map_scale(in) + map_north(in, to.on.style.wanted)) +
         legend(to);
}

}  // namespace aiguillage::report
