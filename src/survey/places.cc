#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

#include "explain/phrases.h"
#include "survey/surveying.h"

/// Where places are said to be.
namespace aiguillage {

namespace surveying {

bool outside_commune(const point& where, const point& centre, double square_metres) {
  // Assumed. Of the 2,814 France services of August 2024 with a point, none is outside by this measure, of the 33,811
  // town halls of the mainland and overseas 480 are.
  constexpr double pi = 3.14159265358979323846;
  return metres_between(where, centre) > 3 * std::sqrt(square_metres / pi) + 1000;
}

namespace {

struct box {
  double south, north, west, east;
};
/// The parts of France, with a margin of some tens of kilometres (assumed).
constexpr std::array<box, 12> parts_of_france = {
    {{41.0, 51.4, -5.5, 9.9},         // mainland and Corsica
     {15.7, 16.7, -62.0, -60.8},      // Guadeloupe
     {14.2, 15.1, -61.4, -60.6},      // Martinique
     {1.9, 6.0, -54.8, -51.4},        // Guyane
     {-21.6, -20.7, 55.0, 56.0},      // Réunion
     {-13.2, -12.4, 44.8, 45.5},      // Mayotte
     {46.6, 47.3, -56.6, -55.9},      // Saint-Pierre-et-Miquelon
     {17.7, 18.3, -63.3, -62.6},      // Saint-Martin, Saint-Barthélemy
     {-28.0, -7.0, -155.0, -134.0},   // French Polynesia
     {-23.5, -17.5, 162.5, 172.5},    // New Caledonia
     {-14.8, -12.8, -178.7, -175.7},  // Wallis and Futuna
     {-50.2, -37.5, 50.0, 78.0}}};    // southern lands

bool in_france(const point& where) {
  return std::any_of(parts_of_france.begin(), parts_of_france.end(), [&](const box& one) {
    return where.latitude >= one.south && where.latitude <= one.north && where.longitude >= one.west &&
           where.longitude <= one.east;
  });
}

std::string written(const point& where) {
  const auto degrees = [](double value) {
    std::string words = std::to_string(value);
    while (words.back() == '0' && words[words.size() - 2] != '.') words.pop_back();
    return words;
  };
  return degrees(where.latitude) + ", " + degrees(where.longitude);
}

text named(const site& one) { return text{"le lieu ", "site "} + quoted(one.id); }

void check_country(work& on, const site& one) {
  if (!one.where || in_france(*one.where)) return;
  const bool swapped = in_france({one.where->longitude, one.where->latitude});
  report(
      on, severity::warning, code::outside_france, one.written,
      named(one) + text{" est hors de France : ", " is outside France: "} + detail::same(written(*one.where)),
      swapped
          ? text{"latitude et longitude sont échangées ?", "are latitude and longitude swapped?"}
          : text{"vérifiez latitude et longitude, en degrés", "check latitude and longitude, in degrees"});
}

struct placed {
  const site* at = nullptr;
  point where;
};

/// The middle of the sites of a commune, one coordinate at a time.
point middle_of(const std::vector<placed>& sites) {
  std::vector<double> north;
  std::vector<double> east;
  for (const placed& one : sites) {
    north.push_back(one.where.latitude);
    east.push_back(one.where.longitude);
  }
  const auto half = static_cast<std::ptrdiff_t>(sites.size() / 2);
  std::nth_element(north.begin(), north.begin() + half, north.end());
  std::nth_element(east.begin(), east.begin() + half, east.end());
  return {north[static_cast<std::size_t>(half)], east[static_cast<std::size_t>(half)]};
}

/// Farther than this from the middle no place of a commune is (assumed; communes overseas are larger).
double farthest(const std::string& commune) {
  const bool overseas = commune.size() > 2 && commune[0] == '9' && (commune[1] == '7' || commune[1] == '8');
  return overseas ? 150000 : 30000;
}

void report_far(work& on, const site& one, const char* code, double metres, const text& from) {
  const std::string far = std::to_string(static_cast<int>(metres / 1000));
  report(on, severity::warning, code, one.written,
         named(one) + text{" est à " + far + " km ", " is " + far + " km from "} + from +
             detail::same(one.commune),
         {"corrigez le point ou le code de la commune", "correct the point or the code of the commune"});
}

/// What the table of communes says of one, when it says where it is and how large.
struct extent {
  point centre;
  double square_metres = 0;
};
std::optional<extent> extent_of(const gazetteer& in, const std::string& code) {
  const commune_id which = find_commune(in, code);
  if (!which.known()) return std::nullopt;
  const commune& one = in.communes[which];
  if (!one.square_km || !one.centre) return std::nullopt;
  return extent{*one.centre, *one.square_km * 1e6};
}

/// By the table of communes; failing that, of two sites nobody can say which one is wrong, of three the middle can.
void check_communes(work& on) {
  std::map<std::string, std::vector<placed>> of_commune;
  for (const site& one : on.land.sites) {
    if (!one.where || one.commune.empty() || !in_france(*one.where)) continue;
    const std::optional<extent> known = extent_of(on.land.communes, one.commune);
    if (!known)
      of_commune[one.commune].push_back({&one, *one.where});
    else if (outside_commune(*one.where, known->centre, known->square_metres))
      report_far(on, one, code::outside_commune, metres_between(*one.where, known->centre),
                 {"du centre de sa commune, ", "the centre of its commune, "});
  }
  for (const auto& [commune, sites] : of_commune) {
    if (sites.size() < 3) continue;
    const point middle = middle_of(sites);
    for (const placed& one : sites) {
      const double metres = metres_between(middle, one.where);
      if (metres <= farthest(commune)) continue;
      report_far(on, *one.at, code::far_from_commune, metres,
                 {"des autres lieux de sa commune, ", "the other sites of its commune, "});
    }
  }
}

/// Sites that receive people but are nowhere: travel there is not worked out.
void check_points(work& on) {
  std::vector<bool> visited(on.land.sites.size());
  for (const actor& one : on.land.actors)
    if (one.at.known() && detail::receives_in_person(one)) visited[one.at.index()] = true;
  for (std::size_t i = 0; i < on.land.sites.size(); ++i) {
    const site& one = on.land.sites[site_id(i)];
    if (visited[i] && !one.where)
      report(on, severity::note, code::no_point, one.written,
             named(one) + text{" reçoit sur place et n'a pas de point : le trajet est supposé",
                               " receives people and has no point: travel is assumed"},
             {"écrivez latitude et longitude", "write latitude and longitude"});
  }
}

}  // namespace

void check_places(work& on) {
  for (const site& one : on.land.sites) check_country(on, one);
  check_communes(on);
  check_points(on);
}

}  // namespace surveying
}  // namespace aiguillage
