#include "report/map_frame.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace aiguillage::report {
namespace {

constexpr double most_width = 900;
constexpr double most_height = 900;
constexpr double least_side = 300;
constexpr double margin = 30;
constexpr double foot = 50;  // under the points, for the scale

}  // namespace

double map_frame::x(double east) const { return margin + (east - west) * pixels_per_metre; }

double map_frame::y(double towards) const { return margin + (north - towards) * pixels_per_metre; }

map_frame frame_around(const std::vector<map_point>& points) {
  map_frame result;
  double east = -1e9;
  double south = 1e9;
  result.west = 1e9;
  result.north = -1e9;
  for (const map_point& one : points) {
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
  const std::string sign = tenths < 0 && tenths > -10 ? "-" : "";
  return sign + std::to_string(tenths / 10) + "." + std::to_string(std::abs(tenths) % 10);
}

std::string attribute(const char* name, const std::string& value) {
  return " " + std::string(name) + "=\"" + value + "\"";
}

std::string map_scale(const map_frame& in) {
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

std::string map_north(const map_frame& in, language wanted) {
  const std::string x = pixels(in.width - margin);
  return "<path class=\"axis\" d=\"M" + x + " " + pixels(in.height - 10) + "v-26m-6 8l6 -8l6 8\" />\n<text" +
         attribute("x", x) + attribute("y", pixels(in.height - 40)) + " text-anchor=\"middle\">N<title>" +
         text{"le nord", "north"}.in(wanted) + "</title></text>\n";
}

}  // namespace aiguillage::report
