#pragma once

#include <string>
#include <vector>

#include "aiguillage/text.h"

/// What maps share: metres to pixels, a scale, north. And numbers of pictures.
namespace aiguillage::report {

/// Metres from the middle of a map.
struct map_point {
  double east = 0;
  double north = 0;
};

/// Metres to pixels, the y axis down.
struct map_frame {
  double west = 0;
  double north = 0;
  double pixels_per_metre = 1;
  double width = 300;
  double height = 300;

  [[nodiscard]] double x(double east) const;
  [[nodiscard]] double y(double towards) const;
};

/// All points, with a margin, and room for the scale under them; 900 pixels wide and high at most.
[[nodiscard]] map_frame frame_around(const std::vector<map_point>& points);

/// Pixels with one decimal.
[[nodiscard]] std::string pixels(double value);

/// A space, the name, the value in quotes as it is.
[[nodiscard]] std::string attribute(const char* name, const std::string& value);

/// A round length of about a fifth of the map.
[[nodiscard]] std::string map_scale(const map_frame& in);

[[nodiscard]] std::string map_north(const map_frame& in, language wanted);

}  // namespace aiguillage::report
